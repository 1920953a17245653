package uk.smartenergy.incident.regulatory.read.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.smartenergy.incident.api.regulatory.ReportDefinition;
import uk.smartenergy.incident.api.regulatory.ReportFrequency;
import uk.smartenergy.incident.api.regulatory.ReportPeriod;
import uk.smartenergy.incident.api.regulatory.ReportState;
import uk.smartenergy.incident.platform.reference.ReferenceData;
import uk.smartenergy.incident.platform.reference.RegulatoryReportRules;
import uk.smartenergy.incident.platform.reference.WorkingDays;

class TimingTest {
    private static final ReferenceData REFERENCE = ReferenceData.shipped();
    private static final WorkingDays DAYS = REFERENCE.workingDays();
    private static final RegulatoryReportRules RULES = REFERENCE.rules(RegulatoryReportRules.class);
    private static final Instant LONG_AFTER = Instant.parse("2030-01-01T00:00:00Z");

    private static ReportDefinition report(String code) {
        return RULES.find(code).orElseThrow();
    }

    private static LocalDate due(String code, String period) {
        return Timing.of(report(code), new ReportPeriod(period), null, LONG_AFTER, DAYS)
                .dueOn();
    }

    @Test
    void theDueDatesOfThePaper() {
        assertThat(due("CSR", "2018-08")).isEqualTo("2018-09-14");
        assertThat(due("SRV", "2018-08")).isEqualTo("2018-09-14");
        assertThat(due("PMR", "2018-07")).isEqualTo("2018-09-05");
        assertThat(due("RDP", "2018-08")).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "CSR, 2018-08, 2018-09-14T22:59:59.999Z, ON_TIME, 0, On time",
        "CSR, 2018-08, 2018-09-14T23:00:00Z, LATE, 1, One Working Day late",
        "CSR, 2018-08, 2018-09-17T10:00:00Z, LATE, 1, One Working Day late",
        "CSR, 2018-08, 2018-09-19T10:00:00Z, LATE, 3, 3 Working Days late",
        "RDP, 2018-08, 2018-09-30T22:59:59Z, ON_TIME, 0, On time",
        "RDP, 2018-08, 2018-09-30T23:00:00Z, NO_TIME_PRESCRIBED, 0, No time prescribed",
        "QPR, 2018-Q2, 2018-09-01T10:00:00Z, NO_TIME_PRESCRIBED, 0, No time prescribed"
    })
    void whatWasReceivedIsOnTimeLateOrNeither(
            String code, String period, Instant received, ReportState state, int days, String words) {
        Timing timing = Timing.of(report(code), new ReportPeriod(period), received, LONG_AFTER, DAYS);

        assertThat(timing.state()).isEqualTo(state);
        assertThat(timing.late()).isEqualTo(days);
        assertThat(timing.words()).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({
        "2018-09-14T22:59:59.999Z, DUE, 0, Due by the end of 2018-09-14",
        "2018-09-15T10:00:00Z, OVERDUE, 1, Overdue by one Working Day",
        "2018-09-18T10:00:00Z, OVERDUE, 2, Overdue by 2 Working Days"
    })
    void whatWasNotReceivedIsDueOrOverdue(Instant asOf, ReportState state, int days, String words) {
        Timing timing = Timing.of(report("CSR"), new ReportPeriod("2018-08"), null, asOf, DAYS);

        assertThat(timing.state()).isEqualTo(state);
        assertThat(timing.overdue()).isEqualTo(days);
        assertThat(timing.words()).isEqualTo(words);
    }

    @Test
    void everyDueDateIsTheOneThatCountingDayByDayFinds() {
        for (YearMonth month = YearMonth.of(2016, 1); month.getYear() < 2027; month = month.plusMonths(1)) {
            for (int count : new int[] {10, 25}) {
                LocalDate day = month.atEndOfMonth();
                for (int left = count; left > 0; ) {
                    day = day.plusDays(1);
                    left -= DAYS.isWorkingDay(day) ? 1 : 0;
                }
                assertThat(due(count == 10 ? "CSR" : "PMR", month.toString())).isEqualTo(day);
            }
        }
    }

    /** Every period is reviewed in one month, and in one state at any time: due until its due date is over, then overdue, until received. */
    @Test
    void theMonthsAndTheStatesTile() {
        for (String code : List.of("PMR", "CSR")) {
            ReportDefinition report = report(code);
            List<ReportPeriod> reviewed = new ArrayList<>();
            for (YearMonth month = YearMonth.of(2016, 1); month.getYear() < 2027; month = month.plusMonths(1)) {
                reviewed.addAll(RegisterReports.dueIn(report, month, DAYS));
            }
            assertThat(reviewed).doesNotHaveDuplicates().isSorted();
            assertThat(reviewed.getLast().firstDay())
                    .isEqualTo(reviewed.getFirst().firstDay().plusMonths(reviewed.size() - 1L));
            reviewed.forEach(period -> tiles(report, period));
        }
    }

    private static void tiles(ReportDefinition report, ReportPeriod period) {
        Timing open = Timing.of(report, period, null, LONG_AFTER, DAYS);
        for (int hours = -72; hours <= 72; hours += 12) {
            Instant at = open.dueAt().plusSeconds(hours * 3_600L);
            boolean over = hours > 0;
            assertThat(Timing.of(report, period, null, at, DAYS).state())
                    .isEqualTo(over ? ReportState.OVERDUE : ReportState.DUE);
            Timing received = Timing.of(report, period, at, LONG_AFTER, DAYS);
            assertThat(received.state()).isEqualTo(over ? ReportState.LATE : ReportState.ON_TIME);
            assertThat(received.late() > 0).isEqualTo(over);
        }
    }

    @Test
    void periodsFollowOneAnother() {
        assertThat(new ReportPeriod("2018-12").next()).hasToString("2019-01");
        assertThat(new ReportPeriod("2018-Q4").next()).hasToString("2019-Q1");
        assertThat(new ReportPeriod("2018-Q1").previous()).hasToString("2017-Q4");
        assertThat(new ReportPeriod("2018-Q3").lastDay()).isEqualTo("2018-09-30");
        assertThat(ReportFrequency.QUARTERLY.periodOf(LocalDate.of(2018, 9, 30)))
                .hasToString("2018-Q3");
        assertThat(ReportPeriod.isValid("2018-13") || ReportPeriod.isValid("2018-Q5") || ReportPeriod.isValid("18-01"))
                .isFalse();
    }
}
