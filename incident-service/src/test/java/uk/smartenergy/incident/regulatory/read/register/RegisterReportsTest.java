package uk.smartenergy.incident.regulatory.read.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.smartenergy.incident.api.regulatory.ActionView;
import uk.smartenergy.incident.api.regulatory.ChallengeKind;
import uk.smartenergy.incident.api.regulatory.RegisterRow;
import uk.smartenergy.incident.api.regulatory.RegisterRow.Defect;
import uk.smartenergy.incident.api.regulatory.RegisterRow.DefectCode;
import uk.smartenergy.incident.api.regulatory.RegulatoryCommand.ActionTerms;
import uk.smartenergy.incident.api.regulatory.RegulatoryCommand.ChallengeReport;
import uk.smartenergy.incident.api.regulatory.RegulatoryCommand.CompleteAction;
import uk.smartenergy.incident.api.regulatory.RegulatoryCommand.ExplainMeasure;
import uk.smartenergy.incident.api.regulatory.RegulatoryCommand.MoveDueDate;
import uk.smartenergy.incident.api.regulatory.RegulatoryCommand.SubmitReport;
import uk.smartenergy.incident.api.regulatory.RegulatoryQuery.About;
import uk.smartenergy.incident.api.regulatory.RegulatoryQuery.CountRegister;
import uk.smartenergy.incident.api.regulatory.RegulatoryQuery.FindActions;
import uk.smartenergy.incident.api.regulatory.RegulatoryQuery.FindLeftOut;
import uk.smartenergy.incident.api.regulatory.RegulatoryQuery.FindSubmissions;
import uk.smartenergy.incident.api.regulatory.RegulatoryQuery.GetRegister;
import uk.smartenergy.incident.api.regulatory.RegulatoryQuery.GetReportPeriod;
import uk.smartenergy.incident.api.regulatory.RegulatoryQuery.Register;
import uk.smartenergy.incident.api.regulatory.ReportPeriod;
import uk.smartenergy.incident.api.regulatory.ReportState;
import uk.smartenergy.incident.api.regulatory.Submission;
import uk.smartenergy.incident.api.regulatory.Submission.Measure;
import uk.smartenergy.incident.api.regulatory.Submission.MeasureKey;
import uk.smartenergy.incident.api.regulatory.Submission.RdpCounts;
import uk.smartenergy.incident.api.regulatory.Submission.Volumes;
import uk.smartenergy.incident.api.shared.Classification;
import uk.smartenergy.incident.api.shared.Moment;
import uk.smartenergy.incident.api.shared.Viewer;
import uk.smartenergy.incident.regulatory.RegisterInMemory;
import uk.smartenergy.incident.regulatory.Reports;

class RegisterReportsTest {
    private static final Instant NOW = Instant.parse("2018-10-05T12:00:00Z");
    private static final Viewer STAFF = Viewer.service();
    private static final Viewer CLEARED = Viewer.clearedService();
    private static final YearMonth SEPTEMBER = YearMonth.of(2018, 9);
    private static final String PMR = "REG-PMR-2018-07";
    private static final MeasureKey HUBS = new MeasureKey("Communications Hub deliveries", "North", null);

    private final RegisterInMemory memory = new RegisterInMemory();

    private static Moment asOf(String instant) {
        return new Moment(Instant.parse(instant), null, NOW);
    }

    private Register register(String asOf) {
        return memory.answer(new GetRegister(STAFF, asOf(asOf), SEPTEMBER));
    }

    private RegisterRow row(Viewer viewer, String code, String period, Moment moment) {
        return memory.answer(new GetReportPeriod(viewer, moment, code, new ReportPeriod(period)))
                .orElseThrow();
    }

    private RegisterRow pmr() {
        return row(STAFF, "PMR", "2018-07", Moment.present(NOW));
    }

    private static Submission with(List<Measure> measures, Classification classification) {
        return new Submission(measures, null, null, List.of("X-1"), null, null, classification);
    }

    private static Submission volumes(@Nullable Long forecast, @Nullable Long actual) {
        return new Submission(
                List.of(), new Volumes(forecast, actual, null), null, List.of(), null, null, Classification.GREEN);
    }

    private static Measure hubs(String value) {
        return new Measure(
                null,
                "Communications Hub deliveries",
                new BigDecimal(value),
                "%",
                new BigDecimal("99"),
                new BigDecimal("95"),
                false,
                null,
                "North",
                null);
    }

    private void submit(String record, String at, Submission submission) {
        memory.send(new SubmitReport(record, Instant.parse(at), submission));
    }

    private void submitPmr(String at, Measure... measures) {
        submit(PMR, at, with(List.of(measures), Classification.GREEN));
    }

    private void challenge(String at, ChallengeKind kind) {
        memory.send(new ChallengeReport(
                PMR,
                Instant.parse(at),
                kind,
                "Outages are missing",
                "Operations Group",
                List.of(),
                new ActionTerms("Report back", "DCC", LocalDate.of(2018, 10, 9)),
                Classification.GREEN));
    }

    @Test
    void theMonthOfThePaperHasOneRowForEachReportInOrder() {
        submitPmr("2018-09-05T15:00:00Z");
        submit("REG-CSR-2018-08", "2018-09-17T10:00:00Z", volumes(868_301L, null));
        submit("REG-SRV-2018-08", "2018-09-14T10:00:00Z", volumes(7_004_230L, 1_209_004L));
        submit("REG-RDP-2018-08", "2018-09-10T10:00:00Z", with(List.of(), Classification.GREEN));

        Register register = register("2018-10-05T12:00:00Z");

        assertThat(register.rows())
                .extracting(row -> row.code() + " " + row.period() + ": " + row.timing())
                .containsExactly(
                        "PMR 2018-07: On time",
                        "CHR null: Nothing to review this month",
                        "NEP null: Nothing to review this month",
                        "RDP 2018-08: On time",
                        "CSR 2018-08: One Working Day late",
                        "SRV 2018-08: On time",
                        "QPR null: Nothing to review this month");
        assertThat(register.overdueFromBefore()).isEmpty();
        RegisterRow csr = register.rows().get(4);
        assertThat(csr.figures().volumes().forecastShown()).isEqualTo("868,301");
        assertThat(csr.figures().volumes().actualShown()).isEqualTo("no figure submitted");
        assertThat(csr.defects()).extracting(Defect::sentence).containsExactly("Requests sent: no figure submitted.");
        assertThat(register.rows().get(5).figures().volumes().percentOfForecast())
                .isEqualTo("17.26");
        assertThat(register.rows().get(3).timePrescribed()).isFalse();
    }

    @Test
    void whatHadNotBeenReceivedByThenIsDueAndThenOverdue() {
        submit("REG-CSR-2018-08", "2018-09-17T10:00:00Z", volumes(1L, 1L));

        assertThat(register("2018-09-14T12:00:00Z").rows().get(4).state()).isEqualTo(ReportState.DUE);
        assertThat(register("2018-09-16T12:00:00Z").rows().get(4).state()).isEqualTo(ReportState.OVERDUE);
        assertThat(register("2018-09-18T12:00:00Z").rows().get(4).state()).isEqualTo(ReportState.LATE);
    }

    @Test
    void whatWasRecordedLaterWasNotKnownBefore() {
        memory.send(
                new SubmitReport(PMR, Instant.parse("2018-09-05T10:00:00Z"), with(List.of(), Classification.GREEN)),
                Instant.parse("2018-09-20T10:00:00Z"),
                "ann",
                null);
        Instant asOf = Instant.parse("2018-09-10T10:00:00Z");

        assertThat(row(STAFF, "PMR", "2018-07", new Moment(asOf, Instant.parse("2018-09-19T10:00:00Z"), NOW))
                        .state())
                .isEqualTo(ReportState.OVERDUE);
        assertThat(row(STAFF, "PMR", "2018-07", new Moment(asOf, null, NOW)).state())
                .isEqualTo(ReportState.ON_TIME);
    }

    @Test
    void theFirstSubmissionIsOnTimeOrLateAndTheFiguresAreThoseOfTheLast() {
        submitPmr("2018-09-05T15:00:00Z", hubs("25"));
        submitPmr("2018-09-20T15:00:00Z", hubs("26"));

        assertThat(pmr().state()).isEqualTo(ReportState.ON_TIME);
        assertThat(pmr().figures().measures().getFirst().value()).isEqualTo("26");
        assertThat(pmr().submissions())
                .extracting(one -> one.id() + " " + one.version())
                .containsExactly(PMR + "-S1 1", PMR + "-S2 2");
        assertThat(memory.answer(new FindSubmissions(STAFF, Moment.present(NOW), About.ANY)))
                .hasSize(2);
    }

    @Test
    void aMeasureBelowTargetIsADefectUntilItIsExplained() {
        submitPmr("2018-09-05T15:00:00Z", hubs("25"));

        assertThat(pmr().defects())
                .extracting(Defect::sentence)
                .containsExactly(
                        "Communications Hub deliveries, North: 25% is below its Target of 99% and its Minimum of 95%, and no explanation was given.");
        memory.send(new ExplainMeasure(PMR, Instant.parse("2018-10-01T10:00:00Z"), HUBS, "Ferries"));

        assertThat(pmr().defects()).isEmpty();
        assertThat(row(STAFF, "PMR", "2018-07", asOf("2018-09-30T10:00:00Z")).defects())
                .hasSize(1);
    }

    @Test
    void anExplanationHoldsForACorrectionWithTheSameValueOnly() {
        submitPmr("2018-09-05T15:00:00Z", hubs("25"));
        memory.send(new ExplainMeasure(PMR, Instant.parse("2018-09-06T10:00:00Z"), HUBS, "Ferries"));
        submit(
                PMR,
                "2018-09-07T10:00:00Z",
                new Submission(List.of(hubs("25")), null, null, List.of(), "Corrected", null, Classification.GREEN));
        assertThat(pmr().defects()).isEmpty();

        submitPmr("2018-09-08T15:00:00Z", hubs("24"));
        assertThat(pmr().defects()).hasSize(1);
    }

    @Test
    void figuresThatDifferFromTheOwnRecordsAreNamed() {
        memory.performance = Reports.performance("2018-07", "96.67");
        memory.rdp = Reports.rdp("2018-08", 7, 5);
        submitPmr(
                "2018-09-05T15:00:00Z",
                new Measure("CPM4", "CPM4", new BigDecimal("100"), "%", null, null, false, null, null, null));
        submit(
                "REG-RDP-2018-08",
                "2018-09-10T10:00:00Z",
                new Submission(
                        List.of(),
                        null,
                        new RdpCounts(7, 4, null, null, null),
                        List.of(),
                        null,
                        null,
                        Classification.GREEN));

        assertThat(pmr().defects()).extracting(Defect::code).containsExactly(DefectCode.FIGURES_DIFFER_FROM_RECORD);
        assertThat(pmr().defects().getFirst().expected()).isEqualTo("96.67");
        RegisterRow rdp = row(STAFF, "RDP", "2018-08", Moment.present(NOW));
        assertThat(rdp.defects()).extracting(Defect::figure).containsExactly("Open unresolved");
        assertThat(rdp.own().rdpIncidents().openUnresolved()).isEqualTo(5);
    }

    @Test
    void aFigureMayBeRoundedButNotOverItsTarget() {
        BigDecimal target = new BigDecimal("100");
        assertThat(OwnRecords.differ(new BigDecimal("97"), new BigDecimal("96.67"), target))
                .isFalse();
        assertThat(OwnRecords.differ(new BigDecimal("96.7"), new BigDecimal("96.67"), target))
                .isFalse();
        assertThat(OwnRecords.differ(new BigDecimal("96.6"), new BigDecimal("96.67"), target))
                .isTrue();
        assertThat(OwnRecords.differ(new BigDecimal("100"), new BigDecimal("99.67"), target))
                .isTrue();
        assertThat(OwnRecords.differ(new BigDecimal("100"), new BigDecimal("100.00"), target))
                .isFalse();
    }

    @Test
    void aChallengeIsAnActionUntilItIsDone() {
        submitPmr("2018-09-05T15:00:00Z");
        challenge("2018-09-25T10:00:00Z", ChallengeKind.OTHER);
        memory.send(new MoveDueDate(
                PMR, Instant.parse("2018-10-01T10:00:00Z"), 1, LocalDate.of(2018, 10, 12), "Late figures"));
        memory.send(new CompleteAction(PMR, Instant.parse("2018-10-15T10:00:00Z"), 1, "Corrected"));

        assertThat(action("2018-09-30T10:00:00Z").dueOn()).isEqualTo("2018-10-09");
        ActionView late = action("2018-10-13T10:00:00Z");
        assertThat(late.state()).isEqualTo(ActionView.State.OVERDUE);
        assertThat(late.slips()).extracting(ActionView.Slip::from).containsExactly(LocalDate.of(2018, 10, 9));
        assertThat(late.challenge()).isEqualTo(PMR + "-C1");
        assertThat(action("2018-10-15T10:00:00Z").state()).isEqualTo(ActionView.State.DONE);
        assertThat(row(STAFF, "PMR", "2018-07", asOf("2018-10-15T10:00:00Z"))
                        .challenges()
                        .getFirst()
                        .answered())
                .isTrue();
        assertThat(register("2018-10-13T10:00:00Z").openActions()).hasSize(1);
        assertThat(register("2018-10-16T10:00:00Z").openActions()).isEmpty();
    }

    private ActionView action(String asOf) {
        return memory.answer(new FindActions(STAFF, asOf(asOf), About.ANY, Set.of(), null, null))
                .getFirst();
    }

    @Test
    void outagesThatTheReportLeavesOutAreFoundForWhoMaySeeThem() {
        memory.incidents = List.of(
                Reports.outage(1, "X-1", Classification.GREEN),
                Reports.outage(2, "X-2", Classification.GREEN),
                Reports.outage(3, null, Classification.RED));
        assertThat(memory.answer(new FindLeftOut(STAFF, Moment.present(NOW), "PMR", new ReportPeriod("2018-07"))))
                .isEmpty();
        submitPmr("2018-09-05T15:00:00Z");
        challenge("2018-09-25T10:00:00Z", ChallengeKind.OUTAGE_MISSING);

        assertThat(pmr().challenges().getFirst().leftOut())
                .extracting(one -> one.incident().number())
                .containsExactly(2L);
        assertThat(row(CLEARED, "PMR", "2018-07", Moment.present(NOW))
                        .challenges()
                        .getFirst()
                        .leftOut())
                .extracting(one -> one.incident().number())
                .containsExactly(2L, 3L);
    }

    @Test
    void aRedSubmissionIsNotThereForTheUncleared() {
        submit(PMR + "-RED", "2018-09-05T10:00:00Z", with(List.of(hubs("25")), Classification.RED));
        assertThat(pmr().state()).isEqualTo(ReportState.OVERDUE);
        assertThat(pmr().version()).isEqualTo(-1);
        assertThat(memory.answer(new FindSubmissions(STAFF, Moment.present(NOW), About.ANY)))
                .isEmpty();
        assertThat(memory.answer(new CountRegister(STAFF, asOf("2018-09-20T10:00:00Z")))
                        .overdue())
                .isEqualTo(3);

        submitPmr("2018-09-07T15:00:00Z", hubs("99"));
        assertThat(pmr().state()).isEqualTo(ReportState.LATE);
        assertThat(pmr().submissions())
                .extracting(RegisterRow.SubmissionView::version)
                .containsExactly(1);
        assertThat(pmr().version()).isZero();
        RegisterRow cleared = row(CLEARED, "PMR", "2018-07", Moment.present(NOW));
        assertThat(cleared.state()).isEqualTo(ReportState.ON_TIME);
        assertThat(cleared.classification()).isEqualTo(Classification.RED);
        assertThat(cleared.submissions()).hasSize(2);
    }

    @Test
    void whatWasOverdueWhenTheMonthBeganComesAlongFromTheFirstPeriodOnRecord() {
        submit("REG-CSR-2018-05", "2018-06-10T10:00:00Z", volumes(1L, 1L));
        submit("REG-CSR-2018-06", "2018-09-03T10:00:00Z", volumes(1L, 1L));

        assertThat(register("2018-09-20T12:00:00Z").overdueFromBefore())
                .extracting(row -> row.code() + " " + row.period() + " " + row.state())
                .containsExactly("CSR 2018-06 LATE", "CSR 2018-07 OVERDUE");
    }

    @Test
    void aQuarterlyReportIsReviewedInTheMonthInWhichItIsReceivedAsLongAsItIsOwed() {
        submit("REG-QPR-2018-Q2", "2018-09-12T10:00:00Z", with(List.of(), Classification.GREEN));

        RegisterRow quarterly = register("2018-09-20T12:00:00Z").rows().getLast();
        assertThat(quarterly.period()).isEqualTo(new ReportPeriod("2018-Q2"));
        assertThat(quarterly.timing()).isEqualTo("No time prescribed");
        assertThat(register("2018-09-11T12:00:00Z").rows().getLast().state()).isEqualTo(ReportState.NOTHING_DUE);
        assertThat(memory.answer(new GetReportPeriod(STAFF, Moment.present(NOW), "NEP", new ReportPeriod("2021-Q1"))))
                .isEmpty();
        assertThat(memory.answer(new GetReportPeriod(STAFF, Moment.present(NOW), "NEP", new ReportPeriod("2020-Q4"))))
                .isPresent();
    }

    @Test
    void theCountsAreThoseOfTheScreens() {
        submitPmr("2018-09-06T15:00:00Z", hubs("25"));
        challenge("2018-09-25T10:00:00Z", ChallengeKind.OTHER);

        var counts = memory.answer(new CountRegister(STAFF, asOf("2018-09-26T10:00:00Z")));

        assertThat(counts.late()).isEqualTo(1);
        assertThat(counts.owed()).isEqualTo(2);
        assertThat(counts.overdue()).isEqualTo(2);
        assertThat(counts.defects()).isEqualTo(1);
        assertThat(counts.openChallenges()).isEqualTo(1);
        assertThat(counts.actions()).containsEntry(ActionView.State.OPEN, 1L);
    }

    @Test
    void aQuarterlyReportWithoutAPrescribedTimeIsShownInTheMonthAfterTheQuarterAndInNoOtherUnlessReceived() {
        assertThat(memory.answer(new GetRegister(STAFF, asOf("2018-11-05T12:00:00Z"), YearMonth.of(2018, 10)))
                        .rows()
                        .getLast())
                .extracting(RegisterRow::period, RegisterRow::timing)
                .containsExactly(new ReportPeriod("2018-Q3"), "No time prescribed");
        assertThat(memory.answer(new GetRegister(STAFF, asOf("2018-12-05T12:00:00Z"), YearMonth.of(2018, 11)))
                        .rows()
                        .getLast())
                .extracting(RegisterRow::period, RegisterRow::timing)
                .containsExactly(null, "Nothing to review this month");
    }
}
