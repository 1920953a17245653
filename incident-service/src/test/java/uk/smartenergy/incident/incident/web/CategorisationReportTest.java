package uk.smartenergy.incident.incident.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import uk.smartenergy.incident.api.incident.IncidentQuery;
import uk.smartenergy.incident.incident.read.Life;
import uk.smartenergy.incident.incident.read.World;

/** The report over HTTP with the read side behind it. */
class CategorisationReportTest extends HttpTest {
    private static final String REPORT = "/api/v1/reports/categorisation";
    private static final Instant BEGIN = Instant.parse("2018-06-01T00:00:00Z");

    private void haveLives(long seed) {
        World world = new World();
        Random random = new Random(seed);
        List<Life> lives = new ArrayList<>();
        for (int number = 1; number <= 60; number++) {
            lives.add(Life.contested(random, number, BEGIN, WebTestApplication.NOW));
        }
        world.record(lives);
        messages.answers = query -> query instanceof IncidentQuery<?> about ? world.ask(about) : null;
    }

    @ParameterizedTest
    @ValueSource(strings = {"month", "businessProcess", "region", "partyCategory", "category", "policyVersion"})
    void everyNumberLeadsToTheListThatGivesExactlyThatCount(String groupBy) {
        haveLives(groupBy.hashCode());

        JsonNode report = get(REPORT + "?from=2018-06-15&to=2018-08-20&asOf=2018-09-30&knownAt=2018-09-20&groupBy="
                        + groupBy)
                .json();

        Map<String, Long> counts = new LinkedHashMap<>();
        totals(report, counts);
        report.path("matrix").values().forEach(cell -> counts.put(link(cell, "incidents"), count(cell, "count")));
        report.path("groups").values().forEach(group -> totals(group, counts));
        assertThat(counts.values()).anyMatch(count -> count > 3);
        assertThat(report.path("groups").size()).isPositive();
        counts.forEach((link, count) -> {
            Got list = get(link + "&limit=1");
            assertThat(list.status()).as(link).isEqualTo(200);
            assertThat(list.json().path("total").asLong()).as(link).isEqualTo(count);
        });
    }

    private static void totals(JsonNode node, Map<String, Long> counts) {
        counts.put(link(node, "incidents"), count(node, "total"));
        for (String name : List.of("disputed", "ruled", "changed")) {
            counts.put(link(node.path("lists"), name), count(node, name));
        }
        for (JsonNode row : node.path("categories").values()) {
            counts.put(link(row, "incidents"), count(row, "raised"));
            for (String name : List.of("disputed", "ruled", "changed", "standing", "ruledAs")) {
                counts.put(link(row.path("lists"), name), count(row, name));
            }
        }
    }

    private static String link(JsonNode node, String name) {
        return node.path(name).asString();
    }

    private static long count(JsonNode node, String name) {
        assertThat(node.path(name).isIntegralNumber()).as(name).isTrue();
        return node.path(name).asLong();
    }

    @ParameterizedTest
    @CsvSource({
        "'', 2018-09-01, 2018-09-30",
        "?from=2018-07-05, 2018-07-05, 2018-07-31",
        "?to=2018-07-05, 2018-07-01, 2018-07-05",
        "?from=2018-07-05&to=2018-07-05, 2018-07-05, 2018-07-05"
    })
    void whatIsLeftOutIsTheMonthOfWhatIsSaid(String query, String from, String to) {
        haveLives(1);

        JsonNode report = get(REPORT + query).json();

        assertThat(report.path("from").asString()).isEqualTo(from);
        assertThat(report.path("to").asString()).isEqualTo(to);
    }

    @Test
    void whatIsWrongIsToldAtOnce() {
        assertThat(get(REPORT + "?from=2018-08&to=soon&groupBy=colour").pointers())
                .containsExactlyInAnyOrder("/from", "/to", "/groupBy");
        assertThat(get(REPORT + "?from=2018-08-02&to=2018-08-01").pointers()).containsExactly("/to");
    }

    @Test
    void itComesAsCsv() {
        haveLives(2);

        Got got = send(as("admin", REPORT + "?from=2018-06-01&to=2018-09-30&groupBy=month")
                .header("Accept", "text/csv"));

        assertThat(got.response().body().lines().findFirst().orElseThrow())
                .isEqualTo("group,category,raised,disputed,ruled,changed,standing,ruledAs,incidents");
        assertThat(got.response().body()).contains("ALL,1,").contains("2018-07,5,");
    }

    @Test
    void differencesAreAskedInOrderOfKnowledge() {
        haveLives(3);
        String differences = "/api/v1/reports/differences?report=categorisation&period=2018-07";

        assertThat(get(differences + "&knownAtA=2018-09-02&knownAtB=2018-09-01").pointers())
                .containsExactly("/knownAtA");
        assertThat(get(differences).pointers()).containsExactly("/knownAtA");
        JsonNode same =
                get(differences + "&knownAtA=2018-09-01&knownAtB=2018-09-01").json();
        assertThat(same.path("figures").size()).isZero();
        assertThat(same.path("incidents").size()).isZero();
        JsonNode some = get(differences + "&knownAtA=2018-07-15").json();
        assertThat(some.at("/figures/0/figure").asString()).isEqualTo("total");
        assertThat(some.at("/figures/0/change").asInt())
                .isEqualTo(some.at("/figures/0/b").asInt()
                        - some.at("/figures/0/a").asInt())
                .isEqualTo(some.at("/figures/0/entered").size());
        assertThat(some.at("/figures/0/causes/0").asString()).isEqualTo("EVENTS");
        assertThat(some.at("/incidents/0/events").size()).isPositive();
        assertThat(some.at("/incidents/0/events/0/data").isObject()).isTrue();
        assertThat(get("/api/v1/reports/differences?report=weather&knownAtA=2018-09-01")
                        .pointers())
                .containsExactly("/report");
    }

    @Test
    void everyReportSaysItsClassification() {
        Got json = get("/api/v1/reports/ageing");
        Got csv = send(as("admin", "/api/v1/reports/ageing").header("Accept", "text/csv"));

        assertThat(json.json().path("classification").asString()).isEqualTo("AMBER");
        assertThat(json.header("Classification")).isEqualTo("AMBER");
        assertThat(csv.header("Classification")).isEqualTo("AMBER");
        assertThat(get("/api/v1/incidents").json().has("classification")).isFalse();
    }
}
