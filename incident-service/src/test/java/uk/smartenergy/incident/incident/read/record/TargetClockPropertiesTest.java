package uk.smartenergy.incident.incident.read.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import uk.smartenergy.incident.incident.read.World.TestReference;

/** The clock's arithmetic against a simulation minute by minute, around the nights on which the clocks change, a weekend, and a public holiday. */
class TargetClockPropertiesTest {
    private static final int CASES = 4_000;
    private static final TargetClock.WorkingTime CALENDAR = new TestReference.Days(
            TestReference.without(LocalDate.of(2018, 3, 30), LocalDate.of(2018, 4, 2), LocalDate.of(2018, 10, 30)));

    /** Minutes of some weeks, as they are shown and whether they are working time. */
    private static final class Weeks {
        static final int MINUTES = 40 * 24 * 60;
        final Instant begin;
        /** Minutes shown by the clocks in London, never going back; before and after the very instant. */
        final long[] shown = new long[MINUTES + 1];

        final long[] local = new long[MINUTES + 1];
        final boolean[] working = new boolean[MINUTES + 1];

        Weeks(Instant begin) {
            this.begin = begin;
            for (int m = 0; m <= MINUTES; m++) {
                LocalDateTime time = LocalDateTime.ofInstant(at(m), Age.LONDON);
                local[m] = time.toEpochSecond(ZoneOffset.UTC) / 60;
                working[m] = CALENDAR.isWorkingDay(time.toLocalDate());
            }
        }

        Instant at(int minute) {
            return begin.plus(Duration.ofMinutes(minute));
        }
    }

    private static final List<Weeks> NIGHTS =
            List.of(new Weeks(Instant.parse("2018-03-23T00:00:00Z")), new Weeks(Instant.parse("2018-10-26T00:00:00Z")));

    /** A clock that is drawn by chance. @param changes when it began to run and to stand, in turns */
    private record Drawn(Weeks weeks, Target target, int since, List<Integer> changes, int until) {
        List<Span> runs() {
            List<Span> runs = new ArrayList<>();
            for (int i = 0; i < changes.size(); i += 2) {
                runs.add(new Span(
                        weeks.at(changes.get(i)), i + 1 < changes.size() ? weeks.at(changes.get(i + 1)) : null));
            }
            return runs;
        }

        boolean runsAt(int minute) {
            return changes.stream().filter(change -> change <= minute).count() % 2 == 1;
        }

        TargetClock.Reading read() {
            return TargetClock.read(target, weeks.at(since), runs(), weeks.at(until), CALENDAR);
        }

        Duration used() {
            return TargetClock.used(target.days(), runs(), weeks.at(until), CALENDAR);
        }
    }

    private static Drawn draw(Random random, Target.Days days) {
        Weeks weeks = NIGHTS.get(random.nextInt(2));
        int width = 1 + random.nextInt(9 * 24 * 60);
        int origin = random.nextInt(4 * 24 * 60);
        TreeSet<Integer> changes = new TreeSet<>(List.of(origin));
        for (int i = random.nextInt(7); i > 0; i--) {
            changes.add(origin + 1 + moment(random, width));
        }
        int until = origin + moment(random, width + 600);
        int last = changes.headSet(until + 1).last();
        int since = random.nextInt(3) == 0 ? origin : origin + random.nextInt(until - origin + 1);
        since = random.nextInt(4) == 0 && last >= origin ? Math.min(last, until) : since;
        Target target = switch (days) {
            case NONE -> new Target(Duration.ofMinutes(1 + random.nextInt(width)), days);
            case CALENDAR, WORKING ->
                new Target(
                        random.nextInt(3) == 0
                                ? Duration.ofMinutes(1 + random.nextInt(3 * 24 * 60))
                                : Duration.ofDays(1 + random.nextInt(3)),
                        days);
        };
        return new Drawn(weeks, target, since, List.copyOf(changes), until);
    }

    /** Often at a whole hour, where midnights and changes of the clocks are. */
    private static int moment(Random random, int width) {
        int minute = random.nextInt(width);
        return random.nextInt(3) == 0 ? minute / 60 * 60 : minute;
    }

    /** Minute by minute, as if the clock ran on from {@code until}: when it is due, and how much was used by {@code until}. */
    private record Simulated(int due, long used) {}

    private static Simulated simulate(Drawn drawn) {
        Weeks weeks = drawn.weeks();
        int origin = drawn.changes().getFirst();
        long target = drawn.target().time().toMinutes();
        long used = 0;
        long usedUntil = 0;
        long counted = weeks.local[origin];
        long shown = weeks.local[origin];
        int due = -1;
        boolean ranBefore = false;
        long lacking = target;
        long countedAtStart = counted;
        boolean stood = true;
        for (int m = origin; m < Weeks.MINUTES && (due < 0 || m <= drawn.until()); m++) {
            boolean runs = m < drawn.until() ? drawn.runsAt(m) : drawn.runsAt(drawn.until()) || m >= drawn.until();
            shown = Math.max(shown, weeks.local[m]);
            if (runs && !ranBefore) {
                lacking = Math.max(0, target - used);
                countedAtStart = counted;
            }
            boolean reached = switch (drawn.target().days()) {
                case NONE -> used >= target;
                // What ends when the clocks show two o'clock ends then, and not when they go back to one.
                case CALENDAR -> lacking == 0 || shown - countedAtStart >= lacking;
                case WORKING -> used >= target && (weeks.working[m] || !stood);
            };
            if (due < 0 && runs && m >= drawn.since() && reached) {
                due = m;
            }
            if (m == drawn.until()) {
                usedUntil = used;
            }
            long before = used;
            long after = Math.max(counted, weeks.local[m] + 1);
            after = Math.max(after, m + 1 <= Weeks.MINUTES ? weeks.local[m + 1] : after);
            used += !runs
                    ? 0
                    : switch (drawn.target().days()) {
                        case NONE -> 1;
                        case CALENDAR -> after - counted;
                        case WORKING -> weeks.working[m] ? 1 : 0;
                    };
            counted = after;
            // Whether it got there in this very minute: then Friday's end is the end, and not Monday's beginning.
            stood = used == before || used < target || before >= target;
            ranBefore = runs;
        }
        return new Simulated(due, usedUntil);
    }

    @ParameterizedTest
    @EnumSource(Target.Days.class)
    void dueAndUsedAreWhatASimulationMinuteByMinuteSays(Target.Days days) {
        Random random = new Random(days.ordinal());
        int missed = 0;
        for (int i = 0; i < CASES; i++) {
            Drawn drawn = draw(random, days);
            Simulated simulated = simulate(drawn);
            TargetClock.Reading reading = drawn.read();
            Instant due = drawn.weeks().at(simulated.due());
            assertThat(reading.dueAt()).as("%d: %s", i, drawn).isEqualTo(due);
            assertThat(reading.missed())
                    .as("%d: %s", i, drawn)
                    .isEqualTo(due.isBefore(drawn.weeks().at(drawn.until())));
            assertThat(drawn.used()).as("%d: %s", i, drawn).isEqualTo(Duration.ofMinutes(simulated.used()));
            missed += reading.missed() ? 1 : 0;
        }
        assertThat(missed).as("of %d cases", CASES).isBetween(CASES / 10, CASES * 9 / 10);
    }

    @ParameterizedTest
    @EnumSource(Target.Days.class)
    void missedIsToHaveUsedMoreThanTheTarget(Target.Days days) {
        Random random = new Random(10 + days.ordinal());
        for (int i = 0; i < CASES; i++) {
            Drawn drawn = draw(random, days);
            TargetClock.Reading reading = drawn.read();
            int against = drawn.used().compareTo(drawn.target().time());
            Instant until = drawn.weeks().at(drawn.until());
            if (reading.missed()) {
                assertThat(against).as("%d: %s", i, drawn).isNotNegative();
            }
            if (against > 0 && !reading.missed()) {
                // It was used up before this target came into force, and the clock has not run since.
                assertThat(reading.dueAt()).as("%d: %s", i, drawn).isAfterOrEqualTo(until);
            }
            if (against > 0 && drawn.since() == drawn.changes().getFirst() && days == Target.Days.NONE) {
                assertThat(reading.missed()).as("%d: %s", i, drawn).isTrue();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Target.Days.class)
    void itIsNeverDueWithinAPause(Target.Days days) {
        Random random = new Random(20 + days.ordinal());
        for (int i = 0; i < CASES; i++) {
            Drawn drawn = draw(random, days);
            Instant due = drawn.read().dueAt();
            Instant until = drawn.weeks().at(drawn.until());
            if (due.isBefore(until)) {
                assertThat(drawn.runs())
                        .as("%d: %s", i, drawn)
                        .anyMatch(run -> !due.isBefore(run.from()) && (run.to() == null || due.isBefore(run.to())));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Target.Days.class)
    void onePauseMoreNeverMakesItDueEarlier(Target.Days days) {
        Random random = new Random(30 + days.ordinal());
        int tried = 0;
        for (int i = 0; i < CASES; i++) {
            Drawn drawn = draw(random, days);
            int from = drawn.changes().getFirst() + 1 + random.nextInt(3_000);
            int to = from + 1 + random.nextInt(2_000);
            List<Integer> more = new ArrayList<>(drawn.changes());
            if (!drawn.runsAt(from - 1) || more.stream().anyMatch(change -> change >= from && change <= to)) {
                continue;
            }
            more.addAll(List.of(from, to));
            List<Integer> sorted = more.stream().sorted().collect(Collectors.toList());
            Drawn paused = new Drawn(drawn.weeks(), drawn.target(), drawn.since(), sorted, drawn.until());
            assertThat(paused.read().dueAt())
                    .as("%d: %s", i, paused)
                    .isAfterOrEqualTo(drawn.read().dueAt());
            assertThat(paused.used()).isLessThanOrEqualTo(drawn.used());
            tried++;
        }
        assertThat(tried).isGreaterThan(CASES / 8);
    }

    @Test
    void whatIsReachedIsWhatIsDueWhateverIsAskedAbout() {
        Random random = new Random(40);
        for (int i = 0; i < 3 * CASES; i++) {
            Drawn drawn = draw(random, Target.Days.values()[i % 3]);
            Instant reached =
                    TargetClock.reached(drawn.target(), drawn.weeks().at(drawn.since()), drawn.runs(), CALENDAR);
            TargetClock.Reading reading = drawn.read();
            if (reading.missed()) {
                assertThat(reached).as("%d: %s", i, drawn).isEqualTo(reading.dueAt());
            } else if (reached != null) {
                assertThat(reached)
                        .as("%d: %s", i, drawn)
                        .isAfterOrEqualTo(drawn.weeks().at(drawn.until()));
            }
        }
    }
}
