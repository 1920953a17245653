package uk.smartenergy.incident.majorincident.read.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.smartenergy.incident.majorincident.read.reports.ReportWorld.*;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.smartenergy.incident.api.categorisation.Category;
import uk.smartenergy.incident.api.majorincident.MajorIncidentReportDetail;
import uk.smartenergy.incident.api.majorincident.MajorIncidentReportEvent.ReportSubmitted;
import uk.smartenergy.incident.api.majorincident.MajorIncidentReportState;
import uk.smartenergy.incident.api.majorincident.MajorIncidentReportView;
import uk.smartenergy.incident.api.majorincident.ReportKind;
import uk.smartenergy.incident.api.shared.Classification;
import uk.smartenergy.incident.api.shared.Moment;
import uk.smartenergy.incident.incident.read.Life;
import uk.smartenergy.incident.platform.reference.ReferenceData;

class ObligationsTest {
    private static final Instant RESOLVED = Instant.parse("2018-08-23T10:00:00Z");
    private static final Moment PRESENT = Moment.present(NOW);

    private final ReportWorld world = new ReportWorld();

    /** Friday 24 August was before the August bank holiday; clocks went back on 28 October 2018 and forward on 31 March 2019. */
    @ParameterizedTest
    @CsvSource({
        "2018-08-22T10:00:00Z, 2018-08-24, 2018-08-24T22:59:59.999999999Z, 2018-09-20",
        "2018-08-23T10:00:00Z, 2018-08-28, 2018-08-28T22:59:59.999999999Z, 2018-09-21",
        "2018-08-23T23:30:00Z, 2018-08-29, 2018-08-29T22:59:59.999999999Z, 2018-09-24",
        "2018-08-25T10:00:00Z, 2018-08-29, 2018-08-29T22:59:59.999999999Z, 2018-09-24",
        "2018-08-27T10:00:00Z, 2018-08-29, 2018-08-29T22:59:59.999999999Z, 2018-09-24",
        "2018-09-26T10:00:00Z, 2018-09-28, 2018-09-28T22:59:59.999999999Z, 2018-10-24",
        "2018-10-26T10:00:00Z, 2018-10-30, 2018-10-30T23:59:59.999999999Z, 2018-11-23",
        "2018-12-21T10:00:00Z, 2018-12-27, 2018-12-27T23:59:59.999999999Z, 2019-01-23",
        "2019-03-28T10:00:00Z, 2019-04-01, 2019-04-01T22:59:59.999999999Z, 2019-04-29"
    })
    void areDueByTheEndOfAWorkingDay(Instant resolvedAt, LocalDate summary, Instant at, LocalDate review) {
        world.incidents.record(major().resolved(resolvedAt));
        Moment then = new Moment(null, null, Instant.parse("2019-06-01T00:00:00Z"));

        List<MajorIncidentReportView> owed = world.find(OPS, then);

        assertThat(owed)
                .extracting(MajorIncidentReportView::kind)
                .containsExactly(ReportKind.SUMMARY, ReportKind.REVIEW);
        assertThat(owed).extracting(MajorIncidentReportView::dueOn).containsExactly(summary, review);
        assertThat(owed.getFirst().dueAt()).isEqualTo(at);
    }

    @Test
    void areLateFromTheEndOfThatDay() {
        world.incidents.record(major().resolved(RESOLVED));
        assertThat(world.summary(moment("2018-08-28T22:59:59.999999999Z", null)).state())
                .isEqualTo(MajorIncidentReportState.OWED);
        MajorIncidentReportView late = world.summary(moment("2018-08-28T23:00:00Z", null));
        assertThat(late.state()).isEqualTo(MajorIncidentReportState.LATE);
        assertThat(late.isOverdue()).isTrue();
        assertThat(late.workingDaysLate()).isEqualTo(1);
        assertThat(late.timing()).isEqualTo("Overdue by one Working Day");
    }

    @Test
    void followACorrectionOfTheCalendarOnceItIsKnown() {
        world.incidents.record(major().resolved(RESOLVED));
        world.corrections.put(
                Instant.parse("2018-09-01T00:00:00Z"),
                ReferenceData.shipped().workingDays().withCorrection(LocalDate.parse("2018-08-28"), false, "Storm"));
        assertThat(world.summary(PRESENT).dueOn()).isEqualTo("2018-08-29");
        assertThat(world.summary(moment(null, "2018-08-31T00:00:00Z")).dueOn()).isEqualTo("2018-08-28");
    }

    @Test
    void areNoneOfAnOpenIncidentOrOneOfAnotherCategory() {
        world.incidents.record(major());
        assertThat(world.find(OPS, PRESENT)).isEmpty();
        ReportWorld other = new ReportWorld();
        other.incidents.record(raised(Category.CATEGORY_2, Classification.GREEN).resolved(RESOLVED));
        assertThat(other.find(OPS, PRESENT)).isEmpty();
    }

    @Test
    void areKnownOnlyWhenTheResolutionIs() {
        Instant recorded = Instant.parse("2018-09-10T10:00:00Z");
        Life life = major();
        world.incidents.record(life.then(
                recorded,
                new uk.smartenergy.incident.api.incident.IncidentEvent.IncidentResolved(life.id, RESOLVED, null)));
        assertThat(world.find(OPS, moment(null, "2018-09-09T00:00:00Z"))).isEmpty();
        assertThat(world.summary(PRESENT).dueOn()).isEqualTo("2018-08-28");
        assertThat(world.summary(moment("2018-08-24T00:00:00Z", null)).owed()).isTrue();
    }

    @Test
    void countFromTheLastResolution() {
        world.incidents.record(major().resolved(RESOLVED)
                .reopened(Instant.parse("2018-08-30T10:00:00Z"))
                .resolved(Instant.parse("2018-09-03T10:00:00Z")));
        assertThat(world.find(OPS, moment("2018-08-31T10:00:00Z", null))).isEmpty();
        assertThat(world.summary(moment("2018-08-29T10:00:00Z", null)).dueOn()).isEqualTo("2018-08-28");
        assertThat(world.summary(PRESENT).dueOn()).isEqualTo("2018-09-05");
    }

    @Test
    void areNotMetByWhatWasSubmittedBeforeTheIncidentWasReopened() {
        world.incidents.record(major().resolved(RESOLVED)
                .reopened(Instant.parse("2018-08-30T10:00:00Z"))
                .resolved(Instant.parse("2018-09-03T10:00:00Z")));
        world.record(
                written(ReportKind.SUMMARY, 1, RESOLVED, "x"),
                new ReportSubmitted(ID, ReportKind.SUMMARY, Instant.parse("2018-08-24T10:00:00Z"), 1));
        assertThat(world.summary(moment("2018-08-29T10:00:00Z", null)).timing()).isEqualTo("On time");
        assertThat(world.summary(PRESENT).isOverdue()).isTrue();
        world.record(
                written(ReportKind.SUMMARY, 2, Instant.parse("2018-09-03T12:00:00Z"), "y"),
                new ReportSubmitted(ID, ReportKind.SUMMARY, Instant.parse("2018-09-04T10:00:00Z"), 2));
        assertThat(world.summary(PRESENT).timing()).isEqualTo("On time");
    }

    @Test
    void areDecidedByTheFirstSubmission() {
        world.incidents.record(major().resolved(RESOLVED));
        world.record(
                written(ReportKind.SUMMARY, 1, RESOLVED, "x"),
                new ReportSubmitted(ID, ReportKind.SUMMARY, Instant.parse("2018-08-30T10:00:00Z"), 1));
        assertThat(world.summary(PRESENT).timing()).isEqualTo("2 Working Days late");
        world.record(
                Instant.parse("2018-09-10T10:00:00Z"),
                new ReportSubmitted(ID, ReportKind.SUMMARY, Instant.parse("2018-08-28T22:59:00Z"), 1));
        assertThat(world.summary(PRESENT).timing()).isEqualTo("On time");
        assertThat(world.summary(moment(null, "2018-09-01T00:00:00Z")).timing()).isEqualTo("2 Working Days late");
    }

    @Test
    void beginWithARulingAndCountFromTheResolution() {
        Instant ruled = Instant.parse("2018-09-12T10:00:00Z");
        world.incidents.record(raised(Category.CATEGORY_2, Classification.GREEN)
                .resolved(RESOLVED)
                .disputed(ruled.minusSeconds(3600), ruled.minusSeconds(3600), 1, "Alpha Energy")
                .ruled(ruled, ruled, 1, Category.CATEGORY_1));
        assertThat(world.find(OPS, moment(null, "2018-09-11T00:00:00Z"))).isEmpty();
        MajorIncidentReportDetail owed =
                world.get(OPS, PRESENT, ReportKind.SUMMARY, false).orElseThrow();
        assertThat(owed.overview().dueOn()).isEqualTo("2018-08-28");
        assertThat(owed.owedSince()).isEqualTo(ruled);
        assertThat(owed.owedBecause()).contains("ruled Category 1");
    }

    @Test
    void endWithARulingButWhatIsWrittenStays() {
        Instant ruled = Instant.parse("2018-09-12T10:00:00Z");
        world.incidents.record(major().resolved(RESOLVED)
                .disputed(ruled.minusSeconds(3600), ruled.minusSeconds(3600), 1, "DCC")
                .ruled(ruled, ruled, 1, Category.CATEGORY_3));
        world.record(written(ReportKind.SUMMARY, 1, RESOLVED, "x"));
        assertThat(world.find(OPS, moment(null, "2018-09-11T00:00:00Z"))).hasSize(2);
        List<MajorIncidentReportView> left = world.find(OPS, PRESENT);
        assertThat(left).singleElement().satisfies(report -> {
            assertThat(report.kind()).isEqualTo(ReportKind.SUMMARY);
            assertThat(report.owed()).isFalse();
            assertThat(report.dueOn()).isNull();
            assertThat(report.late()).isFalse();
        });
        assertThat(world.get(OPS, PRESENT, ReportKind.SUMMARY, false)
                        .orElseThrow()
                        .owedBecause())
                .contains("Category 3")
                .contains("ruling of 2018-09-12");
    }
}
