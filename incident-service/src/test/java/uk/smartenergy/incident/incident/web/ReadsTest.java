package uk.smartenergy.incident.incident.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.smartenergy.incident.api.categorisation.Category;
import uk.smartenergy.incident.api.incident.AgeingReport;
import uk.smartenergy.incident.api.incident.IncidentFilter;
import uk.smartenergy.incident.api.incident.IncidentId;
import uk.smartenergy.incident.api.incident.IncidentQuery;
import uk.smartenergy.incident.api.incident.IncidentState;

class ReadsTest extends HttpTest {

    private IncidentQuery.FindIncidents lastFind() {
        return (IncidentQuery.FindIncidents) messages.asked.getLast();
    }

    @Test
    void filtersMayBeRepeatedOrPartedByCommas() {
        Got got = get("/api/v1/incidents?state=RAISED,PENDING&state=CLOSED&category=1,2&resolver=A%5C,%20Ltd,B"
                + "&region=north,NONE&openLongerThan=P1M&breached=true&q=join&limit=7&sort=raisedAt");

        assertThat(got.status()).isEqualTo(200);
        IncidentFilter filter = lastFind().filter();
        assertThat(filter.states())
                .isEqualTo(Set.of(IncidentState.RAISED, IncidentState.PENDING, IncidentState.CLOSED));
        assertThat(filter.categories()).isEqualTo(Set.of(Category.CATEGORY_1, Category.CATEGORY_2));
        assertThat(filter.resolvers()).isEqualTo(Set.of("A, Ltd", "B"));
        assertThat(filter.regions()).isEqualTo(Set.of("North", "NONE"));
        assertThat(filter.openLongerThan()).isEqualTo(Period.ofMonths(1));
        assertThat(filter.breached()).isTrue();
        assertThat(lastFind().limit()).isEqualTo(7);
        assertThat(lastFind().descending()).isFalse();
    }

    @Test
    void allThatIsWrongWithAQueryIsToldAtOnce() {
        Got got = get(
                "/api/v1/incidents?state=GONE&category=6&sort=age&limit=501&asOf=soon&openLongerThan=P-1M&limitt=1&q=a&q=b");

        assertThat(got.status()).isEqualTo(400);
        assertThat(got.pointers())
                .containsExactlyInAnyOrder(
                        "/state", "/category", "/sort", "/limit", "/asOf", "/openLongerThan", "/limitt", "/q");
    }

    @ParameterizedTest
    @CsvSource({
        "2018-10-05, 2018-10-05T22:59:59.999999999Z",
        "2018-12-05, 2018-12-05T23:59:59.999999999Z",
        "2018-10-28, 2018-10-28T23:59:59.999999999Z",
        "2018-10-05T10:00:00%2B01:00, 2018-10-05T09:00:00Z",
        "2018-10-05T10:00:00+01:00, 2018-10-05T09:00:00Z",
        "2030-01-01T00:00:00Z, 2030-01-01T00:00:00Z",
        "2018-08-24T24:00:00Z, 2018-08-25T00:00:00Z",
        "2018-12-31T24:00%2B01:00, 2018-12-31T23:00:00Z"
    })
    void aDateMeansItsEndInLondon(String asOf, Instant meant) {
        get("/api/v1/incidents?asOf=" + asOf);

        assertThat(lastFind().moment().asOf()).isEqualTo(meant);
        assertThat(lastFind().moment().knownAt()).isNull();
    }

    @Test
    void theListComesAsCsvWithoutFormulas() {
        IncidentId id = IncidentId.of(1);
        messages.listed = List.of(messages.view(id, "=1+1"), messages.view(id, "a \"b\", c\nd"));

        Got got = send(as("admin", "/api/v1/incidents").header("Accept", "text/csv"));

        assertThat(got.status()).isEqualTo(200);
        assertThat(got.header("Content-Type")).startsWith("text/csv");
        assertThat(got.response().body().lines().findFirst().orElseThrow())
                .startsWith(
                        "id,version,summary,type,state,category,firstCategory,ruledCategory,proposedCategory,disputed,disputeOpen,raisedBy.party,resolver");
        assertThat(got.response().body())
                .contains("INC000000000001,0,'=1+1,SERVICE,RAISED,2,2,,,false,false,Northwick Energy,,North,WAN;SMKI,")
                .contains("\"a \"\"b\"\", c\nd\"")
                .contains("\r\n");
        assertThat(lastFind().limit()).isEqualTo(Integer.MAX_VALUE);
    }

    @Test
    void anEmptyListAsCsvStillHasItsHeader() {
        Got got = send(as("admin", "/api/v1/incidents").header("Accept", "text/csv;q=1, application/json;q=0.5"));

        assertThat(got.response().body()).startsWith("id,version,summary").endsWith("updatesMissed\r\n");
    }

    @Test
    void aFaultIsAProblemEvenIfOnlyCsvIsAccepted() {
        Got got = send(as("admin", "/api/v1/incidents?state=X").header("Accept", "text/csv"));

        assertThat(got.status()).isEqualTo(400);
        assertThat(got.header("Content-Type")).isEqualTo("application/problem+json");
    }

    @Test
    void theDetailIsNotSentAgainIfItHasNotChanged() {
        IncidentId id = messages.has(1, "Northwick Energy", null, false);

        Got first = get("/api/v1/incidents/" + id);
        Got again = send(as("admin", "/api/v1/incidents/" + id).header("If-None-Match", first.header("ETag")));

        assertThat(first.status()).isEqualTo(200);
        assertThat(first.json().path("raisedAt").asString()).isEqualTo("2018-10-01T09:00:00Z");
        assertThat(first.json().path("communications").path(0).path("text").asString())
                .isEqualTo("Known");
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.response().body()).isEmpty();
    }

    @Test
    void whatIsNoReferenceIsNotThere() {
        assertThat(get("/api/v1/incidents/INC1").status()).isEqualTo(404);
        assertThat(get("/api/v1/incidents/INC000000000009/timeline?asOf=x").status())
                .isEqualTo(400);
    }

    @Test
    void everyNumberOfTheAgeingReportLeadsToItsList() {
        messages.answers = query -> query instanceof IncidentQuery.GetAgeing ageing
                ? new AgeingReport(
                        ageing.moment().asOfOrNow(),
                        ageing.moment().knownAtOrNow(),
                        3,
                        1,
                        List.of(new AgeingReport.Band(AgeingReport.AgeBand.UP_TO_1_MONTH, 1, null)),
                        List.of(new AgeingReport.Group("B, Ltd & Co", 2, 1, List.of(), null, null)),
                        null,
                        null)
                : null;

        Got got = get("/api/v1/reports/ageing?groupBy=resolver&type=RDP&asOf=2018-10-05");
        assertThat(got.status()).isEqualTo(200);
        String band = got.json().path("bands").path(0).path("incidents").asString();
        get(band);
        assertThat(lastFind().filter().openLongerThan()).isEqualTo(Period.ofDays(14));
        assertThat(lastFind().filter().openNotLongerThan()).isEqualTo(Period.ofMonths(1));
        assertThat(lastFind().filter().open()).isTrue();
        assertThat(lastFind().moment().asOf()).isEqualTo("2018-10-05T22:59:59.999999999Z");
        assertThat(lastFind().moment().knownAt()).isEqualTo(WebTestApplication.NOW);
        get(got.json().path("groups").path(0).path("incidentsOverOneMonth").asString());
        assertThat(lastFind().filter().resolvers()).containsExactly("B, Ltd & Co");
        assertThat(lastFind().filter().openLongerThan()).isEqualTo(Period.ofMonths(1));
    }

    @Test
    void theTrendHasAPointForEveryStep() {
        messages.answers = query -> query instanceof IncidentQuery.GetAgeingTrend trend
                ? new AgeingReport.Trend(
                        trend.moment().knownAtOrNow(),
                        trend.step().toString(),
                        trend.points().stream()
                                .map(point -> new AgeingReport.Point(point, 1, 0, 1, 0, 0))
                                .toList())
                : null;

        Got got = get("/api/v1/reports/ageing/trend?from=2018-10-26&to=2018-10-29&step=P1D");

        assertThat(got.json().path("points").values())
                .extracting(point -> point.path("asOf").asString())
                .containsExactly(
                        "2018-10-26T22:59:59.999999999Z",
                        "2018-10-27T22:59:59.999999999Z",
                        "2018-10-28T23:59:59.999999999Z",
                        "2018-10-29T23:59:59.999999999Z");
        assertThat(get("/api/v1/reports/ageing/trend?from=2018-10-26&to=2018-10-25")
                        .status())
                .isEqualTo(400);
        assertThat(get("/api/v1/reports/ageing/trend?from=1990-10-26&to=2018-10-25")
                        .status())
                .isEqualTo(400);
        assertThat(get("/api/v1/reports/ageing/trend?step=P0D").status()).isEqualTo(400);
    }

    @Test
    void theRdpReportNeedsItsMonth() {
        assertThat(get("/api/v1/reports/rdp-incidents").pointers()).containsExactly("/period");
        assertThat(get("/api/v1/reports/rdp-incidents?period=August").status()).isEqualTo(400);
    }
}
