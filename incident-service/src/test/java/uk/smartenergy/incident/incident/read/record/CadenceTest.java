package uk.smartenergy.incident.incident.read.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.smartenergy.incident.incident.read.World;
import uk.smartenergy.incident.incident.read.record.Cadence.Turn;

class CadenceTest {
    private static final int CASES = 20_000;
    private static final Instant T0 = Instant.parse("2018-07-02T09:00:00Z");
    private static final Target HOURLY = new Target(Duration.ofHours(1), Target.Days.NONE);
    private static final Target FOUR_HOURLY = new Target(Duration.ofHours(4), Target.Days.NONE);
    private static final Target DAILY = new Target(Duration.ofDays(1), Target.Days.CALENDAR);
    private static final TargetClock.WorkingTime TIME = new World.TestReference().calendar(null);

    private static Instant at(int minutes) {
        return T0.plus(Duration.ofMinutes(minutes));
    }

    private static Turn raised(@Nullable Target cadence) {
        return new Turn(T0, cadence, true, false);
    }

    private static Turn update(int minutes, @Nullable Target cadence) {
        return new Turn(at(minutes), cadence, false, true);
    }

    private static Turn change(int minutes, @Nullable Target cadence) {
        return new Turn(at(minutes), cadence, false, false);
    }

    private static Turn reopened(int minutes, Target cadence) {
        return new Turn(at(minutes), cadence, true, false);
    }

    private static Cadence.Reading read(int until, Turn... turns) {
        return Cadence.read(List.of(turns), at(until), TIME);
    }

    private static long missed(Cadence.Reading reading) {
        return reading.silences().stream()
                .mapToLong(silence -> silence.between(Instant.MIN, Instant.MAX, TIME))
                .sum();
    }

    @Test
    void threeAndAHalfHoursOfSilenceAtAnHourlyCadenceAreThreeMissed() {
        Cadence.Reading reading = read(210, raised(HOURLY));

        assertThat(missed(reading)).isEqualTo(3);
        assertThat(reading.nextDueAt()).isEqualTo(at(60));
    }

    @Test
    void anUpdateAtTheVeryInstantIsInTime() {
        Cadence.Reading reading = read(120, raised(HOURLY), update(60, HOURLY));

        assertThat(missed(reading)).isZero();
        assertThat(reading.onTime()).containsExactly(at(60));
        assertThat(reading.nextDueAt()).isEqualTo(at(120));
    }

    @Test
    void aGraverCategoryCountsFromTheLastUpdateButIsNotDueBeforeItHolds() {
        assertThat(read(300, raised(DAILY), change(300, HOURLY)).nextDueAt()).isEqualTo(at(300));
        assertThat(read(300, raised(DAILY), change(30, HOURLY)).nextDueAt()).isEqualTo(at(60));
        assertThat(missed(read(361, raised(DAILY), change(300, HOURLY)))).isEqualTo(2);
    }

    @Test
    void decidingTheSameAgainChangesNothing() {
        assertThat(read(100, raised(HOURLY), change(90, HOURLY)).nextDueAt()).isEqualTo(at(60));
        assertThat(missed(read(119, raised(HOURLY), change(90, HOURLY)))).isEqualTo(1);
    }

    @Test
    void aResolvedIncidentOwesNothingAndAReopenedOneFromThenOn() {
        assertThat(read(600, raised(HOURLY), change(30, null)).nextDueAt()).isNull();
        Cadence.Reading reading = read(651, raised(HOURLY), change(30, null), reopened(590, HOURLY));

        assertThat(reading.nextDueAt()).isEqualTo(at(650));
        assertThat(missed(reading)).isEqualTo(1);
    }

    @Test
    void onChangeOwesNothingByTime() {
        assertThat(read(100_000, raised(null)).nextDueAt()).isNull();
        assertThat(read(100_000, raised(null), update(5, null)).onTime()).isEmpty();
    }

    @Test
    void aDayIsTheSameTimeOfDayWhenTheClocksChange() {
        Instant saturday = Instant.parse("2018-10-27T11:00:00Z");
        Cadence.Reading reading =
                Cadence.read(List.of(new Turn(saturday, DAILY, true, false)), saturday.plus(Duration.ofDays(3)), TIME);

        assertThat(reading.nextDueAt()).isEqualTo(Instant.parse("2018-10-28T12:00:00Z"));
        assertThat(missed(reading)).isEqualTo(2);
    }

    /** What any drawn life comes to is what it comes to minute by minute. */
    @Test
    void itIsAsIfEveryMinuteHadBeenLookedAt() {
        Random random = new Random(42);
        for (int i = 0; i < CASES; i++) {
            List<Turn> turns = drawn(random);
            int until = minute(turns.getLast()) + random.nextInt(600);
            Cadence.Reading reading = Cadence.read(turns, at(until), TIME);
            Naive naive = Naive.of(turns, until);
            int from = random.nextInt(until + 1);
            int to = random.nextInt(until + 1);

            assertThat(missed(reading)).as("case %d: %s", i, turns).isEqualTo(naive.missed.size());
            assertThat(reading.silences().stream()
                            .mapToLong(silence -> silence.between(at(from), at(to), TIME))
                            .sum())
                    .as("case %d from %d to %d: %s", i, from, to, turns)
                    .isEqualTo(naive.missed.stream()
                            .filter(minute -> minute >= from && minute < to)
                            .count());
            assertThat(reading.onTime())
                    .as("case %d: %s", i, turns)
                    .isEqualTo(naive.onTime.stream().map(CadenceTest::at).toList());
            assertThat(reading.nextDueAt())
                    .as("case %d: %s", i, turns)
                    .isEqualTo(naive.firstDue < 0 ? null : at(naive.firstDue));
        }
    }

    private static int minute(Turn turn) {
        return (int) Duration.between(T0, turn.at()).toMinutes();
    }

    private static List<Turn> drawn(Random random) {
        Target[] cadences = {HOURLY, FOUR_HOURLY, new Target(Duration.ofMinutes(7), Target.Days.NONE), null};
        List<Turn> turns = new ArrayList<>();
        @Nullable Target cadence = cadences[random.nextInt(4)];
        boolean open = true;
        turns.add(raised(cadence));
        int minute = 0;
        for (int left = random.nextInt(10); left > 0; left--) {
            minute += random.nextInt(4) == 0 ? 60 : random.nextInt(300);
            switch (random.nextInt(4)) {
                case 0 -> cadence = cadences[random.nextInt(4)];
                case 1 -> {
                    open = !open;
                    turns.add(new Turn(at(minute), open ? cadence : null, open, false));
                    continue;
                }
                default -> {
                    turns.add(update(minute, open ? cadence : null));
                    continue;
                }
            }
            turns.add(change(minute, open ? cadence : null));
        }
        return turns;
    }

    /** Looks at every minute and remembers what is owed. */
    private static final class Naive {
        final List<Integer> missed = new ArrayList<>();
        final List<Integer> onTime = new ArrayList<>();
        int firstDue = -1;

        static Naive of(List<Turn> turns, int until) {
            Naive naive = new Naive();
            int last = 0;
            int due = -1;
            int every = 0;
            boolean late = false;
            int next = 0;
            for (int now = 0; now <= until; now++) {
                while (next < turns.size() && minute(turns.get(next)) == now) {
                    Turn turn = turns.get(next++);
                    int cadence = turn.cadence() == null
                            ? 0
                            : (int) turn.cadence().time().toMinutes();
                    if (turn.update() && due >= 0 && !late) {
                        naive.onTime.add(now);
                    }
                    if (turn.update() || turn.begins()) {
                        last = now;
                        late = false;
                    } else if (cadence == every) {
                        continue;
                    }
                    every = cadence;
                    due = cadence == 0 ? -1 : Math.max(last + cadence, now);
                    naive.firstDue = due;
                }
                if (due >= 0 && due == now && now < until) {
                    naive.missed.add(now);
                    late = true;
                    due += every;
                }
            }
            return naive;
        }
    }

    @Test
    void aDailySilenceOfYearsIsCountedByTheCalendarAndQuickly() {
        Instant end = Instant.parse("2028-07-02T09:00:00Z");
        Cadence.Reading reading = Cadence.read(List.of(raised(DAILY)), end, TIME);

        long begin = System.nanoTime();
        for (int i = 0; i < 2_000; i++) {
            assertThat(missed(reading)).isEqualTo(ChronoUnit.DAYS.between(T0, end) - 1);
        }
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(1));
        assertThat(reading.silences().getFirst().between(Instant.parse("2018-10-28T00:00:00Z"), end, TIME))
                .isEqualTo(ChronoUnit.DAYS.between(Instant.parse("2018-10-28T00:00:00Z"), end));
    }
}
