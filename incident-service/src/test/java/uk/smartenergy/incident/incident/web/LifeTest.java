package uk.smartenergy.incident.incident.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import uk.smartenergy.incident.api.incident.IncidentCommand;
import uk.smartenergy.incident.api.incident.IncidentId;
import uk.smartenergy.incident.api.shared.Refusal;

class LifeTest extends HttpTest {

    static Stream<Arguments> commands() {
        return Stream.of(
                Arguments.of("assignments", "{\"resolver\": \"CSP North\"}", IncidentCommand.AssignIncident.class),
                Arguments.of("responses", "{}", IncidentCommand.RespondToIncident.class),
                Arguments.of("pauses", "{\"reason\": \"Waiting\"}", IncidentCommand.PauseIncident.class),
                Arguments.of("resumptions", "{}", IncidentCommand.ResumeIncident.class),
                Arguments.of("resolutions", "{\"resolution\": \"Done\"}", IncidentCommand.ResolveIncident.class),
                Arguments.of("closures", "{}", IncidentCommand.CloseIncident.class),
                Arguments.of("reopenings", "{\"reason\": \"Again\"}", IncidentCommand.ReopenIncident.class),
                Arguments.of(
                        "escalations",
                        "{\"level\": \"service_manager\", \"reason\": \"Slow\"}",
                        IncidentCommand.EscalateIncident.class),
                Arguments.of(
                        "impact-assessments",
                        "{\"impact\": {\"level\": \"CRITICAL\"}}",
                        IncidentCommand.AssessImpact.class),
                Arguments.of("impact-assessments", "{\"dataLoss\": \"MATERIAL\"}", IncidentCommand.AssessImpact.class),
                Arguments.of("communications", "{\"text\": \"Known\"}", IncidentCommand.CommunicateIncident.class),
                Arguments.of("communications/1/ratings", "{\"rating\": 4}", IncidentCommand.RateCommunication.class),
                Arguments.of(
                        "links",
                        "{\"type\": \"PROBLEM\", \"target\": \"PBI000000000001\"}",
                        IncidentCommand.LinkIncident.class));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void aCommandIsSentAndAnsweredWithTheNewVersion(String call, String body, Class<? extends IncidentCommand> type) {
        IncidentId id = messages.has(1, "Northwick Energy", null, false);

        Got got = post("/api/v1/incidents/" + id + "/" + call, body, "If-Match", "\"0\"");

        assertThat(got.status()).isEqualTo(call.startsWith("communications") ? 201 : 200);
        assertThat(got.header("ETag")).isEqualTo("\"1\"");
        assertThat(messages.onlyCommand(type).incidentId()).isEqualTo(id);
        assertThat(messages.sent.getFirst().caller().expectedVersion()).isZero();
        assertThat(messages.sent.getFirst().caller().viewer().name()).isEqualTo("admin");
    }

    @ParameterizedTest
    @MethodSource("commands")
    void anUnknownIncidentAndARedOneAreNotThereInTheSameWords(
            String call, String body, Class<? extends IncidentCommand> type) {
        user("desk", "DCC_STAFF", "", false);
        IncidentId red = messages.has(7, "Northwick Energy", null, true);

        Got hidden = postAs("desk", "/api/v1/incidents/" + red + "/" + call, body);
        messages.reset();
        Got unknown = postAs("desk", "/api/v1/incidents/" + red + "/" + call, body);

        assertThat(hidden.status()).isEqualTo(404);
        assertThat(hidden.json().path("code").asString()).isEqualTo("INCIDENT_NOT_FOUND");
        assertThat(hidden.response().body()).isEqualTo(unknown.response().body());
        assertThat(messages.sent).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void refusalsBecomeStatuses(String call, String body, Class<? extends IncidentCommand> type) {
        IncidentId id = messages.has(1, "Northwick Energy", null, false);
        String path = "/api/v1/incidents/" + id + "/" + call;

        messages.refusal = new Refusal(Refusal.Kind.CONFLICT, "WRONG_STATE", "It is closed", Map.of("state", "CLOSED"));
        Got conflict = post(path, body);
        assertThat(conflict.status()).isEqualTo(409);
        assertThat(conflict.json().path("code").asString()).isEqualTo("WRONG_STATE");
        assertThat(conflict.json().path("state").asString()).isEqualTo("CLOSED");

        messages.refusal = new Refusal(Refusal.Kind.STALE, "STALE_VERSION", "It has changed", Map.of());
        assertThat(post(path, body, "If-Match", "\"0\"").status()).isEqualTo(412);
        assertThat(post(path, body, "If-Match", "three").status()).isEqualTo(400);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void onlyWhoSignsInAndMayCanDoIt(String call, String body, Class<? extends IncidentCommand> type) {
        user("prom", "SCRAPER", "", false);
        IncidentId id = messages.has(1, "Northwick Energy", null, false);
        String path = "/api/v1/incidents/" + id + "/" + call;

        Got anonymous = send(request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));

        assertThat(anonymous.status()).isEqualTo(401);
        assertThat(anonymous.header("WWW-Authenticate")).startsWith("Basic");
        assertThat(anonymous.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(postAs("prom", path, body).status()).isEqualTo(403);
        assertThat(messages.sent).isEmpty();
    }

    @Test
    void aServiceProviderWorksOnWhatItsPartyResolvesOnly() {
        user("csp", "SERVICE_PROVIDER", "CSP North", false);
        messages.has(1, "Northwick Energy", "CSP North", false);
        messages.has(2, "Northwick Energy", "CSP South", false);

        assertThat(postAs("csp", "/api/v1/incidents/INC000000000001/responses", "")
                        .status())
                .isEqualTo(200);
        assertThat(postAs("csp", "/api/v1/incidents/INC000000000002/responses", "")
                        .status())
                .isEqualTo(403);
        assertThat(postAs("csp", "/api/v1/incidents/INC000000000001/closures", "")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void anIncidentPartyObjectsToWhatItRaisedOnly() {
        user("sam", "INCIDENT_PARTY", "Northwick Energy", false);
        messages.has(1, "Northwick Energy", null, false);
        messages.has(2, "Other Energy", null, false);

        assertThat(postAs("sam", "/api/v1/incidents/INC000000000001/reopenings", "{\"reason\": \"Again\"}")
                        .status())
                .isEqualTo(200);
        assertThat(postAs("sam", "/api/v1/incidents/INC000000000002/reopenings", "{\"reason\": \"Again\"}")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void aBodyIsNotNeededWhereNothingIsRequired() {
        messages.has(1, "Northwick Energy", null, false);

        Got got = send(
                as("admin", "/api/v1/incidents/INC000000000001/responses").POST(HttpRequest.BodyPublishers.noBody()));

        assertThat(got.status()).isEqualTo(200);
    }

    @Test
    void anAssessmentThatSaysNothingIsRefused() {
        messages.has(1, "Northwick Energy", null, false);

        assertThat(post("/api/v1/incidents/INC000000000001/impact-assessments", "{}")
                        .pointers())
                .containsExactly("/impact");
    }
}
