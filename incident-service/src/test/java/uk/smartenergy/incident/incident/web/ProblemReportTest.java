package uk.smartenergy.incident.incident.web;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.smartenergy.incident.problem.read.ProblemWorld.opened;
import static uk.smartenergy.incident.problem.read.ProblemWorld.problem;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import uk.smartenergy.incident.api.problem.ProblemEvent.*;
import uk.smartenergy.incident.api.problem.ProblemQuery;
import uk.smartenergy.incident.api.shared.Classification;
import uk.smartenergy.incident.problem.read.ProblemWorld;

/** The Quarterly Problem Report over Problems that stand as they were recorded. */
class ProblemReportTest extends HttpTest {
    private static final Map<String, String> LISTS = Map.of(
            "opened", "OPENED",
            "closed", "CLOSED",
            "openAtEnd", "OPEN_AT_END",
            "knownErrors", "KNOWN_ERRORS",
            "withoutRootCause", "WITHOUT_ROOT_CAUSE",
            "withoutTimescale", "WITHOUT_TIMESCALE",
            "overdue", "OVERDUE",
            "slipped", "SLIPPED");

    private static Instant at(String time) {
        return Instant.parse(time);
    }

    private static ProblemWorld quarter() {
        LocalDate august = LocalDate.parse("2018-08-15");
        return new ProblemWorld()
                .record(
                        opened(1, "2018-05-01T09:00:00Z", Classification.GREEN, "North"),
                        opened(2, "2018-07-01T09:00:00Z", Classification.GREEN, "North", "South"),
                        opened(3, "2018-08-01T09:00:00Z", Classification.GREEN),
                        opened(4, "2018-10-01T09:00:00Z", Classification.GREEN, "South"),
                        opened(500_000_000_001L, "2018-08-01T09:00:00Z", Classification.RED, "North"),
                        new TargetDateSet(problem(1), at("2018-07-02T09:00:00Z"), august, null),
                        new TargetDateSet(problem(2), at("2018-07-02T09:00:00Z"), august, null),
                        new TargetDateSet(problem(2), at("2018-08-14T09:00:00Z"), null, "Parts"),
                        new WorkaroundStated(problem(2), at("2018-07-03T09:00:00Z"), "Power down"),
                        new RootCauseStated(problem(3), at("2018-09-03T09:00:00Z"), "Firmware"),
                        new ProblemClosed(problem(3), at("2018-09-30T22:30:00Z"), null));
    }

    @Test
    void everyFigureLeadsToAListOfExactlyAsMany() {
        ProblemWorld world = quarter();
        messages.answers = query -> query instanceof ProblemQuery<?> about ? world.ask(about) : null;

        JsonNode report = get("/api/v1/reports/problems?period=2018-Q3").json();

        assertThat(report.at("/totals/opened").asInt()).isEqualTo(3);
        assertThat(report.at("/totals/closed").asInt()).isEqualTo(1);
        assertThat(report.at("/totals/overdue").asInt()).isEqualTo(1);
        assertThat(report.at("/totals/slipped").asInt()).isEqualTo(1);
        Stream.of(
                        Stream.of(report.path("totals")),
                        report.path("byRegion").values().stream(),
                        report.path("byPriority").values().stream())
                .flatMap(all -> all)
                .forEach(this::follow);
    }

    private void follow(JsonNode figures) {
        LISTS.forEach((figure, list) -> {
            String link = figures.path("problems").path(list).asString();
            Got got = get(link);
            assertThat(got.status()).as(link).isEqualTo(200);
            assertThat(got.json().path("total").asInt())
                    .as(link)
                    .isEqualTo(figures.path(figure).asInt());
        });
    }

    @Test
    void whatIsRedIsInNoFigureOfTheUncleared() {
        ProblemWorld world = quarter();
        messages.answers = query -> query instanceof ProblemQuery<?> about ? world.ask(about) : null;
        user("uncleared", "DCC_STAFF", "", false);

        JsonNode report =
                send(as("uncleared", "/api/v1/reports/problems?period=2018-Q3")).json();

        assertThat(report.at("/totals/opened").asInt()).isEqualTo(2);
        assertThat(report.at("/totals/openAtEnd").asInt()).isEqualTo(2);
    }
}
