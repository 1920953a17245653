package uk.smartenergy.incident.incident.read.clocks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.assertj.core.groups.Tuple;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import uk.smartenergy.incident.api.categorisation.Category;
import uk.smartenergy.incident.api.categorisation.CategoryDecision;
import uk.smartenergy.incident.api.incident.IncidentEvent;
import uk.smartenergy.incident.api.incident.IncidentEvent.*;
import uk.smartenergy.incident.api.incident.IncidentFilter;
import uk.smartenergy.incident.api.incident.IncidentQuery.FindIncidents;
import uk.smartenergy.incident.api.incident.IncidentQuery.GetIncident;
import uk.smartenergy.incident.api.incident.IncidentQuery.GetTargetClocks;
import uk.smartenergy.incident.api.incident.IncidentQuery.SortBy;
import uk.smartenergy.incident.api.incident.IncidentType;
import uk.smartenergy.incident.api.incident.IncidentView;
import uk.smartenergy.incident.api.incident.TargetClocks;
import uk.smartenergy.incident.api.incident.TargetClocks.Clock;
import uk.smartenergy.incident.api.incident.TargetClocks.Segment;
import uk.smartenergy.incident.api.incident.TargetClocks.State;
import uk.smartenergy.incident.api.shared.Classification;
import uk.smartenergy.incident.api.shared.Moment;
import uk.smartenergy.incident.incident.read.Life;
import uk.smartenergy.incident.incident.read.World;
import uk.smartenergy.incident.incident.read.record.Target;

/** Category 1 has 10 minutes and 4 hours, 2 has 20 minutes and 24 hours, 3 has 45 minutes and 72 hours, 4 has 3 hours and 5 Working Days. */
class IncidentClocksTest {
    private static final Instant NOW = Instant.parse("2019-01-01T00:00:00Z");
    /** A Wednesday, 11:00 in London. */
    private static final Instant RAISED = at("2018-08-01T10:00");

    private final World world = new World();

    private static Instant at(String time) {
        return Instant.parse(time + ":00Z");
    }

    private static Instant hour(double hours) {
        return RAISED.plus(Duration.ofMinutes(Math.round(hours * 60)));
    }

    private static Life raised(int category) {
        return raised(category, RAISED);
    }

    private static Life raised(int category, Instant at) {
        return Life.raised(
                1, at, at, IncidentType.SERVICE, Classification.GREEN, Category.of(category), List.of(), null, null);
    }

    private static Life categorised(Life life, Instant at, int category) {
        return categorised(life, at, at, CategoryDecision.elsewhere(Category.of(category), null, null));
    }

    private static Life categorised(Life life, Instant recordedAt, Instant at, CategoryDecision decision) {
        return life.then(recordedAt, new IncidentCategorised(life.id, at, decision));
    }

    private static Life paused(Life life, Instant from, @Nullable Instant to) {
        life.then(from, new IncidentPaused(life.id, from, "waits for logs", null));
        return to == null ? life : life.then(to, new IncidentResumed(life.id, to, null));
    }

    private Clock clock(Life life, int which, Moment moment) {
        return world.ask(new GetTargetClocks(World.STAFF, moment, life.id))
                .orElseThrow()
                .clocks()
                .get(which);
    }

    private Clock resolution(Life life, Instant asOf) {
        return clock(life, 1, new Moment(asOf, null, NOW));
    }

    private Clock response(Life life, Instant asOf) {
        return clock(life, 0, new Moment(asOf, null, NOW));
    }

    private static List<String> told(Clock clock) {
        return clock.segments().stream()
                .map(segment -> "%s %s %s %d"
                        .formatted(
                                Duration.between(clock.segments().getFirst().from(), segment.from()),
                                segment.state(),
                                segment.event().type(),
                                segment.category().number()))
                .toList();
    }

    /** As the request that raises it does. */
    @Test
    void whoAsksWithAnInstantFromJustBeforeTheRaisingIsToldWhatIsTrueAfterIt() {
        Life life = raised(1);
        world.record(life);
        Moment moment = Moment.present(RAISED.minusMillis(20));
        assertThat(clock(life, 0, moment).dueAt()).isEqualTo(hour(0).plus(Duration.ofMinutes(10)));
        assertThat(world.ask(new GetIncident(World.STAFF, moment, life.id))
                        .orElseThrow()
                        .overview()
                        .resolutionDueAt())
                .isEqualTo(hour(4));
    }

    @Nested
    class WhereTheCategoryChanges {

        @Test
        void noTimeIsLostWhenTheTargetChangesDuringAPause() {
            Life life = raised(2);
            life.then(hour(1), new IncidentPaused(life.id, hour(1), "waits for logs", null));
            categorised(life, hour(5), 1);
            life.then(hour(6), new IncidentResumed(life.id, hour(6), null));
            world.record(life);

            Clock clock = resolution(life, hour(7));
            assertThat(clock.usedTime()).isEqualTo(Duration.ofHours(2));
            assertThat(clock.pausedTime()).isEqualTo(Duration.ofHours(5));
            assertThat(clock.dueAt()).isEqualTo(hour(9));
            assertThat(clock.remaining()).isEqualTo(Duration.ofHours(2));
            assertThat(told(clock))
                    .containsExactly(
                            "PT0S RUNNING IncidentRaised 2",
                            "PT1H PAUSED IncidentPaused 2",
                            "PT5H PAUSED IncidentCategorised 1",
                            "PT6H RUNNING IncidentResumed 1");
            assertThat(clock.segments().get(1).event().reason()).isEqualTo("waits for logs");
        }

        @Test
        void timeThatWasUsedBeforeCountsAgainstTheGraverTarget() {
            Life life = categorised(raised(3), hour(1), 1);
            world.record(life);
            assertThat(resolution(life, hour(2)).dueAt()).isEqualTo(hour(4));
            assertThat(resolution(life, hour(2)).targets())
                    .extracting(TargetClocks.InForce::targetTime, TargetClocks.InForce::from, TargetClocks.InForce::to)
                    .containsExactly(
                            Tuple.tuple("72 hours", RAISED, hour(1)), Tuple.tuple("4 hours", hour(1), hour(2)));
        }

        @Test
        void aGraverTargetThatIsUsedUpAlreadyIsDueWhenItComesIntoForceAndNotBefore() {
            Life life = categorised(raised(3), hour(6), 1);
            world.record(life);
            assertThat(resolution(life, hour(5.9)).missed()).isFalse();
            assertThat(resolution(life, hour(6)).missed()).isFalse();
            assertThat(resolution(life, hour(6.1)).missedAt()).isEqualTo(hour(6));
        }

        @Test
        void aGraverTargetThatIsUsedUpDuringAPauseIsDueWhenThePauseEnds() {
            Life life = raised(3);
            life.then(hour(5), new IncidentPaused(life.id, hour(5), "waits", null));
            categorised(life, hour(6), 1);
            life.then(hour(8), new IncidentResumed(life.id, hour(8), null));
            world.record(life);
            assertThat(resolution(life, hour(7)).missed()).isFalse();
            assertThat(resolution(life, hour(9)).dueAt()).isEqualTo(hour(8));
            assertThat(resolution(life, hour(9)).missed()).isTrue();
        }

        @Test
        void aLesserTargetIsNotMissedThoughTheGraverOneWas() {
            Life life = categorised(raised(1), hour(6), 2).resolved(hour(10));
            world.record(life);
            assertThat(resolution(life, hour(5)).missed()).isTrue();
            assertThat(resolution(life, hour(7)).missed()).isFalse();
            assertThat(resolution(life, hour(11)).dueAt()).isEqualTo(hour(24));
        }

        @Test
        void whatIsDoneIsNotReadAgainWhenTheCategoryChangesAfterwards() {
            Life life = raised(2);
            life.then(hour(0.3), new IncidentRespondedTo(life.id, hour(0.3), false, null));
            categorised(life, hour(0.5), 1).resolved(hour(3));
            categorised(life, hour(4), 5);
            world.record(life);
            assertThat(response(life, hour(9)).category()).isEqualTo(Category.CATEGORY_2);
            assertThat(response(life, hour(9)).missed()).isFalse();
            assertThat(resolution(life, hour(9)).category()).isEqualTo(Category.CATEGORY_1);
            assertThat(resolution(life, hour(9)).dueAt()).isEqualTo(hour(4));
        }

        @Test
        void aRulingTakesEffectFromTheDecisionRuledOnEvenIfItIsDoneByThen() {
            Life life = raised(2).resolved(hour(6));
            CategoryDecision ruled = new CategoryDecision(
                    Category.CATEGORY_1, CategoryDecision.Basis.RULED, null, null, List.of(), "critical for suppliers");
            categorised(life, hour(500), RAISED, ruled);
            world.record(life);
            Clock before = clock(life, 1, new Moment(null, hour(499), NOW));
            assertThat(before.missed()).isFalse();
            assertThat(before.category()).isEqualTo(Category.CATEGORY_2);
            Clock after = clock(life, 1, new Moment(null, null, NOW));
            assertThat(after.dueAt()).isEqualTo(hour(4));
            assertThat(after.missed()).isTrue();
            assertThat(after.targets())
                    .singleElement()
                    .satisfies(target -> assertThat(target.event().reason())
                            .isEqualTo("Ruled on a dispute: critical for suppliers"));
        }

        @Test
        void eachTargetMeasuresInItsOwnUnitOverTheSameRuns() {
            // Friday 12:00 in London; the weekend counts for 72 hours, and not for 5 Working Days.
            Instant friday = at("2018-08-03T11:00");
            Life life = categorised(raised(3, friday), at("2018-08-06T11:00"), 4);
            world.record(life);
            Clock before = resolution(life, at("2018-08-06T10:00"));
            assertThat(before.usedTime()).isEqualTo(Duration.ofHours(71));
            assertThat(before.outOfHoursTime()).isZero();
            Clock after = resolution(life, at("2018-08-06T12:00"));
            assertThat(after.usedTime()).isEqualTo(Duration.ofHours(25));
            assertThat(after.outOfHoursTime()).isEqualTo(Duration.ofHours(48));
            assertThat(after.dueAt()).isEqualTo(at("2018-08-10T11:00"));
            assertThat(told(after))
                    .containsExactly(
                            "PT0S RUNNING IncidentRaised 3",
                            "PT12H OUT_OF_HOURS IncidentRaised 3",
                            "PT60H RUNNING IncidentRaised 3",
                            "PT72H RUNNING IncidentCategorised 4");
        }
    }

    @Nested
    class WhereItStands {

        @Test
        void nothingIsMissedWhilePending() {
            Life life = paused(raised(1), hour(3.5), null);
            world.record(life);
            for (int hours = 4; hours < 100; hours += 5) {
                Clock clock = resolution(life, hour(hours));
                assertThat(clock.missed()).isFalse();
                assertThat(clock.dueAt()).isEqualTo(hour(hours + 0.5));
                assertThat(clock.segments().getLast().state()).isEqualTo(State.PAUSED);
            }
        }

        @Test
        void whatIsUsedUpAsAPauseBeginsIsDueWhenItEnds() {
            Life life = paused(raised(1), hour(4), hour(9));
            world.record(life);
            assertThat(resolution(life, hour(8)).missed()).isFalse();
            assertThat(resolution(life, hour(9)).missed()).isFalse();
            assertThat(resolution(life, hour(9.5)).missedAt()).isEqualTo(hour(9));
        }

        @Test
        void timeAfterAReopeningRunsAndTimeBeforeItIsStoppedAndNotPaused() {
            Life life = raised(2).resolved(hour(2)).reopened(hour(10));
            world.record(life);
            Clock clock = resolution(life, hour(11));
            assertThat(clock.usedTime()).isEqualTo(Duration.ofHours(3));
            assertThat(clock.stoppedTime()).isEqualTo(Duration.ofHours(8));
            assertThat(clock.pausedTime()).isZero();
            assertThat(clock.dueAt()).isEqualTo(hour(32));
            assertThat(told(clock))
                    .containsExactly(
                            "PT0S RUNNING IncidentRaised 2",
                            "PT2H STOPPED IncidentResolved 2",
                            "PT10H RUNNING IncidentReopened 2");
            assertThat(resolution(life, hour(3)).segments()).hasSize(1);
        }
    }

    @Nested
    class AtMidnightAndWhenTheClocksChange {

        @Test
        void aWorkingDayEndsAtMidnightAndNotAMinuteBeforeOrADayLater() {
            Instant monday = at("2018-08-05T23:00");
            Life life = raised(4, monday);
            world.record(life);
            Instant fridaysEnd = at("2018-08-10T23:00");
            assertThat(resolution(life, fridaysEnd).dueAt()).isEqualTo(fridaysEnd);
            assertThat(resolution(life, fridaysEnd).missed()).isFalse();
            assertThat(resolution(life, fridaysEnd).remaining()).isZero();
            assertThat(resolution(life, fridaysEnd.plusMillis(1)).missed()).isTrue();
            assertThat(resolution(life, fridaysEnd.minusMillis(1)).remaining()).isEqualTo(Duration.ofMillis(1));
            assertThat(resolution(life, fridaysEnd).segments()).hasSize(1);
        }

        @Test
        void hoursRunThroughTheNightsOfTheClockChange() {
            for (String night : List.of("2018-03-24T22:00", "2018-10-27T22:00")) {
                World here = new World();
                Life life = raised(1, at(night));
                here.record(life);
                Clock clock = here.ask(new GetTargetClocks(
                                World.STAFF, new Moment(at(night).plus(Duration.ofHours(3)), null, NOW), life.id))
                        .orElseThrow()
                        .clocks()
                        .getLast();
                assertThat(clock.usedTime()).isEqualTo(Duration.ofHours(3));
                assertThat(clock.dueAt()).isEqualTo(at(night).plus(Duration.ofHours(4)));
            }
        }

        @Test
        void aCalendarDayEndsAtTheSameTimeOfDayAfterEitherNight() {
            calendarDays();
            Life spring = raised(4, at("2018-03-24T09:00"));
            world.record(spring);
            assertThat(resolution(spring, at("2018-03-24T10:00")).dueAt()).isEqualTo(at("2018-03-26T08:00"));
            assertThat(resolution(spring, at("2018-03-25T08:00")).usedTime()).isEqualTo(Duration.ofHours(24));
            World autumns = new World();
            calendarDays(autumns);
            Life autumn = raised(4, at("2018-10-27T09:00"));
            autumns.record(autumn);
            Clock clock = autumns.ask(
                            new GetTargetClocks(World.STAFF, new Moment(at("2018-10-28T10:00"), null, NOW), autumn.id))
                    .orElseThrow()
                    .clocks()
                    .getLast();
            assertThat(clock.dueAt()).isEqualTo(at("2018-10-29T10:00"));
            assertThat(clock.usedTime()).isEqualTo(Duration.ofHours(24));
            assertThat(clock.grossTime()).isEqualTo(Duration.ofHours(25));
        }

        private void calendarDays() {
            calendarDays(world);
        }

        private void calendarDays(World where) {
            Target twoDays = new Target(Duration.ofDays(2), Target.Days.CALENDAR);
            where.reference.targets = IntStream.range(0, 5)
                    .mapToObj(i -> new Target.Pair(twoDays, twoDays))
                    .toList();
        }
    }

    @Nested
    class WhatIsLearntLate {

        @Test
        void aPauseThatIsRecordedLateMovesTheDueAndWhatWasKnownBeforeStays() {
            Life life = raised(1);
            life.then(hour(10), new IncidentPaused(life.id, hour(1), "forgotten", null));
            life.then(hour(10), new IncidentResumed(life.id, hour(3), null));
            world.record(life);
            assertThat(clock(life, 1, new Moment(hour(5), null, NOW)).missed()).isFalse();
            assertThat(clock(life, 1, new Moment(hour(5), null, NOW)).dueAt()).isEqualTo(hour(6));
            assertThat(clock(life, 1, new Moment(hour(5), hour(9), NOW)).missedAt())
                    .isEqualTo(hour(4));
        }

        @Test
        void aCorrectedCalendarDerivesTheClockAnewAndWhatWasKnownBeforeStays() {
            Instant corrected = at("2018-09-01T00:00");
            var before = new World.TestReference.Days(World.TestReference.without());
            var after = new World.TestReference.Days(World.TestReference.without(LocalDate.of(2018, 8, 6)));
            world.reference.calendars = knownAt -> knownAt != null && knownAt.isBefore(corrected) ? before : after;
            Life life = raised(4).resolved(at("2018-08-09T09:00"));
            world.record(life);
            for (int i = 0; i < 2; i++) {
                assertThat(view(Moment.present(NOW)).resolutionDueAt()).isEqualTo(at("2018-08-09T10:00"));
                assertThat(view(new Moment(null, at("2018-08-20T00:00"), NOW)).resolutionDueAt())
                        .isEqualTo(at("2018-08-08T10:00"));
                assertThat(view(new Moment(null, at("2018-08-20T00:00"), NOW)).resolutionTargetMissed())
                        .isTrue();
                assertThat(view(Moment.present(NOW)).resolutionTargetMissed()).isFalse();
            }
            assertThat(clock(life, 1, Moment.present(NOW)).missed()).isFalse();
            assertThat(told(clock(life, 1, Moment.present(NOW)))).contains("PT61H OUT_OF_HOURS IncidentRaised 4");
        }

        private IncidentView view(Moment moment) {
            return world.ask(new FindIncidents(
                            World.STAFF, moment, IncidentFilter.all(), SortBy.ID, false, null, Integer.MAX_VALUE))
                    .items()
                    .getFirst();
        }
    }

    @Nested
    class OfLivesDrawnByChance {
        private static final Instant BEGIN = Instant.parse("2018-03-01T00:00:00Z");
        private static final Instant END = Instant.parse("2018-11-20T00:00:00Z");
        private static final int LIVES = 500;

        private Target draw(Random random) {
            return switch (random.nextInt(3)) {
                case 0 -> new Target(Duration.ofHours(1 + random.nextInt(400)), Target.Days.NONE);
                case 1 -> new Target(Duration.ofDays(1 + random.nextInt(20)), Target.Days.CALENDAR);
                default -> new Target(Duration.ofDays(1 + random.nextInt(20)), Target.Days.WORKING);
            };
        }

        private World world(Random random) {
            World drawn = new World();
            drawn.reference.targets = IntStream.range(0, 5)
                    .mapToObj(i -> new Target.Pair(draw(random), draw(random)))
                    .toList();
            return drawn;
        }

        private Instant instant(Random random) {
            return BEGIN.plusSeconds(
                    random.nextLong(Duration.between(BEGIN, END).toSeconds()));
        }

        @Test
        void segmentsTileTheTimeAndAddUpAndSayWhatTheListSays() {
            Random random = new Random(1);
            int clocks = 0;
            for (int round = 0; round < 5; round++) {
                World drawn = world(random);
                List<Life> lives = new ArrayList<>();
                for (int number = 1; number <= LIVES / 5; number++) {
                    lives.add(Life.drawn(random, number, BEGIN, END, Classification.GREEN));
                }
                drawn.record(lives);
                for (int i = 0; i < 6; i++) {
                    Moment moment = new Moment(instant(random), random.nextBoolean() ? instant(random) : null, END);
                    List<IncidentView> views = drawn.ask(new FindIncidents(
                                    World.STAFF, moment, IncidentFilter.all(), SortBy.ID, false, null, 10_000))
                            .items();
                    for (IncidentView view : views) {
                        TargetClocks told = drawn.ask(new GetTargetClocks(World.STAFF, moment, view.id()))
                                .orElseThrow();
                        check(told.clocks().getFirst(), view, view.respondedAt(), moment);
                        check(told.clocks().getLast(), view, view.resolvedAt(), moment);
                        assertThat(told.clocks())
                                .extracting(Clock::dueAt, Clock::missed)
                                .containsExactly(
                                        Tuple.tuple(view.responseDueAt(), view.responseTargetMissed()),
                                        Tuple.tuple(view.resolutionDueAt(), view.resolutionTargetMissed()));
                        clocks += 2;
                    }
                }
            }
            assertThat(clocks).as("clocks looked at").isGreaterThan(2_000);
        }

        private void check(Clock clock, IncidentView view, @Nullable Instant doneAt, Moment moment) {
            assertThat(clock.doneAt()).isEqualTo(doneAt);
            Instant until = doneAt != null ? doneAt : moment.asOfOrNow();
            List<Segment> segments = clock.segments();
            assertThat(segments.getFirst().from()).isEqualTo(view.raisedAt());
            assertThat(segments.getLast().to()).isEqualTo(until);
            Duration used = Duration.ZERO;
            for (int i = 0; i < segments.size(); i++) {
                Segment segment = segments.get(i);
                if (i > 0) {
                    assertThat(segment.from()).isEqualTo(segments.get(i - 1).to());
                }
                if (segments.size() > 1) {
                    assertThat(segment.from()).isBefore(segment.to());
                }
                assertThat(segment.event().occurredAt()).isBeforeOrEqualTo(segment.from());
                if (segment.state() != State.RUNNING) {
                    assertThat(segment.used()).isZero();
                }
                used = used.plus(segment.used());
            }
            assertThat(used).isEqualTo(clock.usedTime());
            assertThat(clock.grossTime()).isEqualTo(Duration.between(view.raisedAt(), until));
            if (clock.missed()) {
                assertThat(segments)
                        .filteredOn(segment -> !clock.dueAt().isBefore(segment.from())
                                && clock.dueAt().isBefore(segment.to()))
                        .allMatch(segment -> segment.state() == State.RUNNING || segment.state() == State.OUT_OF_HOURS);
            }
        }

        @Test
        void beforeAFactWasKnownTheClockIsThatOfAWorldWithoutIt() {
            Random random = new Random(2);
            int compared = 0;
            for (int number = 1; number <= LIVES * 4; number++) {
                Life life = Life.drawn(random, number, BEGIN, END, Classification.GREEN);
                Instant knownAt =
                        life.facts().get(random.nextInt(life.facts().size())).recordedAt();
                World whole = world(random);
                World without = new World();
                without.reference.targets = whole.reference.targets;
                whole.record(life);
                life.facts().stream()
                        .filter(unit -> !unit.recordedAt().isAfter(knownAt))
                        .forEach(unit ->
                                without.record(unit.recordedAt(), unit.events().toArray(IncidentEvent[]::new)));
                Instant asOf = life.events().getFirst().occurredAt().plus(Duration.ofHours(random.nextInt(2_000)));
                assertThat(whole.ask(new GetTargetClocks(World.STAFF, new Moment(asOf, knownAt, END), life.id))
                                .map(TargetClocks::clocks))
                        .as("%d", number)
                        .isEqualTo(without.ask(new GetTargetClocks(World.STAFF, new Moment(asOf, null, END), life.id))
                                .map(TargetClocks::clocks));
                compared++;
            }
            assertThat(compared).isEqualTo(2_000);
        }
    }
}
