package uk.smartenergy.incident.incident.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import uk.smartenergy.incident.api.categorisation.Category;
import uk.smartenergy.incident.api.incident.IncidentId;
import uk.smartenergy.incident.api.incident.IncidentQuery;
import uk.smartenergy.incident.api.incident.PerformanceReport;
import uk.smartenergy.incident.api.incident.PerformanceReport.Measure;
import uk.smartenergy.incident.api.incident.PerformanceReport.Miss;
import uk.smartenergy.incident.api.incident.TargetClocks;
import uk.smartenergy.incident.api.incident.TargetClocks.Cause;
import uk.smartenergy.incident.api.incident.TargetClocks.Clock;
import uk.smartenergy.incident.api.incident.TargetClocks.Segment;
import uk.smartenergy.incident.api.incident.TargetClocks.State;

/** Target clocks and the performance report. */
class ClocksTest extends HttpTest {
    private static final Instant THEN = RecordingMessages.THEN;
    private static final String PATH = "/api/v1/incidents/INC000000000001/target-clocks";

    private static Optional<TargetClocks> clocks(IncidentQuery.GetTargetClocks query) {
        Cause raising = new Cause(0, "IncidentRaised", THEN, THEN, null);
        return query.incidentId().equals(IncidentId.of(1))
                ? Optional.of(new TargetClocks(
                        query.incidentId(),
                        query.moment().asOfOrNow(),
                        query.moment().knownAtOrNow(),
                        "note",
                        List.of(new Clock(
                                "resolution",
                                Category.CATEGORY_1,
                                "dcc-reading",
                                "4 hours",
                                THEN.plusSeconds(14_400),
                                null,
                                false,
                                null,
                                Duration.ofMinutes(90),
                                Duration.ofMinutes(90),
                                Duration.ZERO,
                                Duration.ZERO,
                                Duration.ZERO,
                                Duration.ofMinutes(150),
                                List.of(),
                                List.of(new Segment(
                                        THEN,
                                        THEN.plusSeconds(5_400),
                                        State.RUNNING,
                                        Duration.ofMinutes(90),
                                        Category.CATEGORY_1,
                                        raising))))))
                : Optional.empty();
    }

    private void answer() {
        messages.answers = query -> switch (query) {
            case IncidentQuery.GetTargetClocks clocks -> clocks(clocks);
            case IncidentQuery.GetPerformanceReport report ->
                new PerformanceReport(
                        report.period().toString(),
                        report.moment().asOfOrNow(),
                        report.moment().knownAtOrNow(),
                        "note",
                        List.of(new Measure(
                                "CPM4",
                                "Name",
                                "H13.1",
                                List.of(Category.CATEGORY_1, Category.CATEGORY_2),
                                2,
                                1,
                                3,
                                new BigDecimal("66.67"),
                                100,
                                85,
                                PerformanceReport.Standing.BELOW_MINIMUM,
                                null,
                                null,
                                null,
                                List.of(new Miss(
                                        IncidentId.of(1),
                                        "Joins time out",
                                        Category.CATEGORY_1,
                                        null,
                                        THEN,
                                        THEN,
                                        THEN,
                                        Duration.ofMinutes(5),
                                        "Because.",
                                        null)))),
                        List.of(),
                        null);
            default -> null;
        };
    }

    @Test
    void aClockIsToldInSegmentsAsOfAndAsKnownAtAMoment() {
        answer();
        Got got = get(PATH + "?asOf=2018-10-02&knownAt=2018-10-03T00:00:00Z");
        assertThat(got.status()).isEqualTo(200);
        assertThat(got.json().path("asOf").asString()).isEqualTo("2018-10-02T22:59:59.999999999Z");
        assertThat(got.json().at("/clocks/0/usedTime").asString()).isEqualTo("PT1H30M");
        assertThat(got.json().at("/clocks/0/category").asInt()).isEqualTo(1);
        assertThat(got.json().at("/clocks/0/segments/0/state").asString()).isEqualTo("RUNNING");
        assertThat(got.json().at("/clocks/0/segments/0/event/type").asString()).isEqualTo("IncidentRaised");
    }

    @Test
    void whatIsNotThereHasNoClocksAndWhatIsNoMomentIsRefused() {
        answer();
        assertThat(get("/api/v1/incidents/INC000000000009/target-clocks").status())
                .isEqualTo(404);
        assertThat(get("/api/v1/incidents/nonsense/target-clocks").status()).isEqualTo(404);
        assertThat(get(PATH + "?asOf=soon").pointers()).containsExactly("/asOf");
        assertThat(send(request(PATH)).status()).isEqualTo(401);
    }

    @Test
    void everyNumberOfThePerformanceReportLeadsToItsList() {
        answer();
        Got got = get("/api/v1/reports/performance?period=2018-07&asOf=2018-10-05");
        assertThat(got.status()).isEqualTo(200);
        assertThat(got.json().at("/measures/0/percent").asDouble()).isEqualTo(66.67);
        get(got.json().at("/measures/0/incidentsMissed").asString());
        IncidentQuery.FindIncidents find = (IncidentQuery.FindIncidents) messages.asked.getLast();
        assertThat(find.filter().outcome().resolvedFrom()).isEqualTo("2018-06-30T23:00:00Z");
        assertThat(find.filter().outcome().resolvedTo()).isEqualTo("2018-07-31T22:59:59.999999999Z");
        assertThat(find.filter().outcome().resolutionCategories())
                .isEqualTo(Set.of(Category.CATEGORY_1, Category.CATEGORY_2));
        assertThat(find.filter().outcome().resolutionMissed()).isTrue();
        assertThat(find.moment().asOf()).isEqualTo("2018-10-05T22:59:59.999999999Z");
        get(got.json().path("openBeyondTargetIncidents").asString());
        IncidentQuery.FindIncidents open = (IncidentQuery.FindIncidents) messages.asked.getLast();
        assertThat(open.filter().open()).isTrue();
        assertThat(open.filter().outcome().resolutionDueTo()).isEqualTo("2018-07-31T22:59:59.999999999Z");
        assertThat(get(got.json().at("/measures/0/misses/0/clock").asString()).status())
                .isEqualTo(200);
    }

    @Test
    void thePerformanceReportNeedsItsMonthAndComesAsCsvToo() {
        answer();
        assertThat(get("/api/v1/reports/performance").pointers()).containsExactly("/period");
        assertThat(get("/api/v1/reports/performance?period=July").status()).isEqualTo(400);
        Got csv = send(as("admin", "/api/v1/reports/performance?period=2018-07").header("Accept", "text/csv"));
        assertThat(csv.response().body().lines().toList().get(1))
                .startsWith("CPM4,Name,H13.1,1;2,2,1,3,66.67,100,85,BELOW_MINIMUM,");
    }
}
