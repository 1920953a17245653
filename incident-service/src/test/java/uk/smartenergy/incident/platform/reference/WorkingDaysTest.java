package uk.smartenergy.incident.platform.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkingDaysTest {
    private final WorkingDays days = ReferenceData.shipped().workingDays();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2018-01-01", "2018-03-30", "2018-04-02", "2018-05-07", "2018-05-28", "2018-08-27", "2018-12-25",
                "2018-12-26", "2022-01-03", "2022-04-15", "2022-04-18", "2022-05-02", "2022-06-02", "2022-06-03",
                "2022-08-29", "2022-09-19", "2022-12-26", "2022-12-27", "2026-01-01", "2026-04-03", "2026-04-06",
                "2026-05-04", "2026-05-25", "2026-08-31", "2026-12-25", "2026-12-28"
            })
    void publicHolidaysInEnglandAreNoWorkingDays(LocalDate day) {
        assertThat(days.isWorkingDay(day)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"2018, 253", "2022, 250", "2026, 253"})
    void aYearHasNoOtherHolidaysThanThose(int year, int workingDays) {
        LocalDate first = LocalDate.of(year, 1, 1);
        assertThat(first.datesUntil(first.plusYears(1)).filter(days::isWorkingDay))
                .hasSize(workingDays);
    }

    @Test
    void scottishHolidaysAreWorkingDays() {
        assertThat(days.isWorkingDay(LocalDate.of(2018, 1, 2))).isTrue();
        assertThat(days.isWorkingDay(LocalDate.of(2018, 8, 6))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        // a plain week
        "2018-09-03T09:30:00Z, 3, 2018-09-06T09:30:00Z",
        // over a weekend, and over a weekend with a public holiday
        "2018-09-07T09:30:00Z, 3, 2018-09-12T09:30:00Z",
        "2018-08-24T09:30:00Z, 1, 2018-08-28T09:30:00Z",
        // a clock that starts on a Saturday starts at Monday's midnight in London
        "2018-09-08T12:00:00Z, 3, 2018-09-12T23:00:00Z",
        "2018-12-22T12:00:00Z, 1, 2018-12-25T00:00:00Z",
        // late in the evening in UTC it is the next day in London already
        "2018-09-07T22:59:59Z, 1, 2018-09-10T22:59:59Z",
        "2018-09-07T23:00:00Z, 1, 2018-09-10T23:00:00Z",
        // clocks go back on Sunday 28 October 2018 and forward on Sunday 25 March 2018: the same local time
        "2018-10-26T09:00:00Z, 1, 2018-10-29T10:00:00Z",
        "2018-03-23T09:00:00Z, 1, 2018-03-26T08:00:00Z",
        // over a year's end
        "2018-12-31T12:00:00Z, 3, 2019-01-04T12:00:00Z",
        "2026-12-24T12:00:00Z, 1, 2026-12-29T12:00:00Z",
    })
    void workingTimeRunsOnWorkingDaysOnly(Instant start, int workingDays, Instant due) {
        assertThat(days.plusWorkingTime(start, Duration.ofDays(workingDays))).isEqualTo(due);
        assertThat(days.workingTimeBetween(start, due)).isEqualTo(Duration.ofDays(workingDays));
    }

    @Test
    void addingWorkingTimeAndMeasuringItAgree() {
        Random random = new Random(7);
        for (int i = 0; i < 500; i++) {
            Instant start = Instant.parse("2015-01-01T00:00:00Z").plusSeconds(random.nextInt(400_000_000));
            Duration time = Duration.ofSeconds(1 + random.nextInt(2_000_000));
            Instant end = days.plusWorkingTime(start, time);
            assertThat(days.workingTimeBetween(start, end)).isEqualTo(time);
            assertThat(days.workingTimeBetween(start, end.minusMillis(1))).isLessThan(time);
        }
        assertThat(days.workingTimeBetween(Instant.EPOCH.plusSeconds(1), Instant.EPOCH))
                .isZero();
    }

    @Test
    void aDayOnWhichTheClocksChangeCountsItsOwnHoursIfWorkIsDoneOnIt() {
        WorkingDays sundays = new WorkingDays(
                year -> Map.of(), Set.of(LocalDate.of(2018, 3, 25), LocalDate.of(2018, 10, 28)), Set.of());
        assertThat(sundays.workingTimeBetween(
                        Instant.parse("2018-03-24T00:00:00Z"), Instant.parse("2018-03-25T23:00:00Z")))
                .isEqualTo(Duration.ofHours(23));
        assertThat(sundays.workingTimeBetween(
                        Instant.parse("2018-10-27T23:00:00Z"), Instant.parse("2018-10-29T00:00:00Z")))
                .isEqualTo(Duration.ofHours(25));
    }

    @Test
    void theTenthWorkingDayAfterAugust2018IsThe14thOfSeptemberAndThe25thAfterJulyThe5th() {
        assertThat(days.plusWorkingDays(LocalDate.of(2018, 8, 31), 10)).isEqualTo("2018-09-14");
        assertThat(days.plusWorkingDays(LocalDate.of(2018, 7, 31), 25)).isEqualTo("2018-09-05");
        assertThat(days.plusWorkingDays(LocalDate.of(2018, 9, 1), 0)).isEqualTo("2018-09-01");
        assertThat(days.plusWorkingDays(LocalDate.of(2018, 10, 1), -20)).isEqualTo("2018-09-03");
        assertThat(days.plusWorkingDays(LocalDate.of(2018, 8, 28), -1)).isEqualTo("2018-08-24");
    }

    @Test
    void countingWorkingDaysForthAndBackAgrees() {
        LocalDate from = LocalDate.of(2018, 3, 28);
        for (int n = 1; n < 300; n++) {
            LocalDate then = days.plusWorkingDays(from, n);
            assertThat(days.workingDaysAfter(from, then)).isEqualTo(n);
            assertThat(days.workingDaysAfter(from, then.minusDays(1))).isEqualTo(n - 1);
        }
        assertThat(days.workingDaysAfter(from, from)).isZero();
        assertThat(days.workingDaysAfter(from, from.minusDays(7))).isZero();
    }
}
