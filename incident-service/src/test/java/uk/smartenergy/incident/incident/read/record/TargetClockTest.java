package uk.smartenergy.incident.incident.read.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.smartenergy.incident.incident.read.World;
import uk.smartenergy.incident.incident.read.record.TargetClock.Reading;

class TargetClockTest {
    private static final Target FOUR_HOURS = new Target(Duration.ofHours(4), Target.Days.NONE);
    private static final Target FIVE_WORKING_DAYS = new Target(Duration.ofDays(5), Target.Days.WORKING);
    private final TargetClock.WorkingTime calendar = new World.TestReference().calendar(null);

    private static Instant at(String time) {
        return Instant.parse("2018-08-01T" + time + ":00Z");
    }

    private static Span run(String from, String to) {
        return new Span(at(from), to == null ? null : at(to));
    }

    /** With the same target from the beginning. */
    private static Reading read(Target target, List<Span> runs, Instant until, TargetClock.WorkingTime calendar) {
        return TargetClock.read(target, runs.getFirst().from(), runs, until, calendar);
    }

    private Reading read(String until, Span... runs) {
        return read(FOUR_HOURS, List.of(runs), at(until), calendar);
    }

    @Test
    void aRunningClockIsDueItsTimeAfterTheBeginning() {
        assertThat(read("12:00", run("10:00", null))).isEqualTo(new Reading(at("14:00"), false));
        assertThat(read("14:00", run("10:00", null))).isEqualTo(new Reading(at("14:00"), false));
        assertThat(read("14:01", run("10:00", null))).isEqualTo(new Reading(at("14:00"), true));
    }

    @Test
    void exactlyInTimeIsInTime() {
        assertThat(read("14:00", run("10:00", "14:00")).missed()).isFalse();
        assertThat(read("14:01", run("10:00", "14:01")).missed()).isTrue();
    }

    @Test
    void aPauseMovesTheEnd() {
        assertThat(read("16:00", run("10:00", "11:00"), run("13:00", null))).isEqualTo(new Reading(at("16:00"), false));
        assertThat(read("16:01", run("10:00", "11:00"), run("13:00", null))).isEqualTo(new Reading(at("16:00"), true));
    }

    @Test
    void whilePausedTheEndMovesAlong() {
        assertThat(read("13:00", run("10:00", "11:00"))).isEqualTo(new Reading(at("16:00"), false));
        assertThat(read("20:00", run("10:00", "11:00"))).isEqualTo(new Reading(at("23:00"), false));
    }

    @Test
    void aTargetMissedBeforeThePauseStaysMissed() {
        assertThat(read("20:00", run("10:00", "15:00"), run("16:00", null))).isEqualTo(new Reading(at("14:00"), true));
    }

    @Test
    void timeBetweenResolutionAndReopeningDoesNotCountButWhatRanBeforeDoes() {
        assertThat(read("22:00", run("10:00", "13:00"), run("21:00", null))).isEqualTo(new Reading(at("22:00"), false));
        assertThat(read("22:01", run("10:00", "13:00"), run("21:00", null)).missed())
                .isTrue();
    }

    @Test
    void aResponseDuringAPauseCountsAtThePauseEndItMakes() {
        assertThat(read("15:00", run("10:00", "11:00"), run("15:00", null))).isEqualTo(new Reading(at("18:00"), false));
    }

    @Test
    void workingDaysSkipTheWeekendAndStartAtTheNextMidnight() {
        // Wednesday 11:00 in London
        Instant raised = Instant.parse("2018-08-01T10:00:00Z");
        assertThat(read(FIVE_WORKING_DAYS, List.of(new Span(raised, null)), raised, calendar)
                        .dueAt())
                .isEqualTo(Instant.parse("2018-08-08T10:00:00Z"));
        Instant saturday = Instant.parse("2018-08-04T10:00:00Z");
        assertThat(read(FIVE_WORKING_DAYS, List.of(new Span(saturday, null)), saturday, calendar)
                        .dueAt())
                .isEqualTo(Instant.parse("2018-08-10T23:00:00Z"));
    }

    @Test
    void aPauseOverTheWeekendCostsNoWorkingTime() {
        Instant raised = Instant.parse("2018-08-01T10:00:00Z");
        Instant friday = Instant.parse("2018-08-03T10:00:00Z");
        Instant monday = Instant.parse("2018-08-05T23:00:00Z");
        assertThat(read(FIVE_WORKING_DAYS, List.of(new Span(raised, friday), new Span(monday, null)), monday, calendar)
                        .dueAt())
                .isEqualTo(Instant.parse("2018-08-08T23:00:00Z"));
    }

    @Test
    void workingDaysAcrossTheChangeOfClocksEndAtTheSameHourInLondon() {
        // Friday 27 March 2026, 12:00 GMT; clocks go forward on Sunday
        Instant raised = Instant.parse("2026-03-27T12:00:00Z");
        assertThat(read(
                                new Target(Duration.ofDays(1), Target.Days.WORKING),
                                List.of(new Span(raised, null)),
                                raised,
                                calendar)
                        .dueAt())
                .isEqualTo(Instant.parse("2026-03-30T11:00:00Z"));
        // Friday 23 October 2026, 12:00 BST; back on Sunday
        Instant autumn = Instant.parse("2026-10-23T11:00:00Z");
        assertThat(read(
                                new Target(Duration.ofDays(1), Target.Days.WORKING),
                                List.of(new Span(autumn, null)),
                                autumn,
                                calendar)
                        .dueAt())
                .isEqualTo(Instant.parse("2026-10-26T12:00:00Z"));
    }

    @Test
    void calendarDaysAcrossTheChangeOfClocksEndAtTheSameHourInLondon() {
        Target twoDays = new Target(Duration.ofDays(2), Target.Days.CALENDAR);
        Instant autumn = Instant.parse("2018-10-27T09:00:00Z");
        Instant due = Instant.parse("2018-10-29T10:00:00Z");
        assertThat(read(twoDays, List.of(new Span(autumn, null)), due, calendar))
                .isEqualTo(new Reading(due, false));
        Target hours = new Target(Duration.ofHours(48), Target.Days.NONE);
        assertThat(read(hours, List.of(new Span(autumn, null)), due, calendar))
                .isEqualTo(new Reading(Instant.parse("2018-10-29T09:00:00Z"), true));
        Instant spring = Instant.parse("2018-03-24T09:00:00Z");
        assertThat(read(twoDays, List.of(new Span(spring, null)), spring, calendar)
                        .dueAt())
                .isEqualTo(Instant.parse("2018-03-26T08:00:00Z"));
    }

    @Test
    void aPauseOverTheChangeOfClocksLeavesTheRestOfTheCalendarDays() {
        Target twoDays = new Target(Duration.ofDays(2), Target.Days.CALENDAR);
        // A day ran over the change of clocks, 25 hours long, so that one day is left.
        Span run = new Span(Instant.parse("2018-10-27T09:00:00Z"), Instant.parse("2018-10-28T10:00:00Z"));
        Instant again = Instant.parse("2018-11-01T12:00:00Z");
        assertThat(read(twoDays, List.of(run, new Span(again, null)), again, calendar)
                        .dueAt())
                .isEqualTo(Instant.parse("2018-11-02T12:00:00Z"));
    }
}
