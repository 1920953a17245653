package uk.smartenergy.incident.maintenance;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.component.VEvent;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import net.fortuna.ical4j.data.CalendarBuilder;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import uk.smartenergy.incident.IncidentServiceApplication;
import uk.smartenergy.incident.platform.embedded.EmbeddedMongo;

/** Two nodes on one store: the calendar is subscribed to on one, read on the other by a library for calendars, and withdrawn. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CalendarSubscriptionTest {
    private static final String PASSWORD = "a long enough password";
    private static final String WINDOW = """
            {"provider": "%s", "activity": "%s", "services": ["WAN"], "regions": ["%s"], "risk": "LOW", "classification": "%s",
             "start": "2031-03-11T22:00:00Z", "end": "2031-03-12T01:00:00Z"}""";

    private final HttpClient client = HttpClient.newHttpClient();
    private final List<ConfigurableApplicationContext> nodes = new ArrayList<>();
    private EmbeddedMongo store;

    @BeforeAll
    void start(@TempDir Path folder) {
        store = EmbeddedMongo.open(folder);
        nodes.add(node());
        nodes.add(node());
        user("cleared", "DCC_STAFF", true);
        user("leaving", "OPS_GROUP", false);
    }

    @AfterAll
    void stop() {
        nodes.forEach(ConfigurableApplicationContext::close);
        store.close();
    }

    private ConfigurableApplicationContext node() {
        return new SpringApplicationBuilder(IncidentServiceApplication.class)
                .run(
                        "--server.port=0",
                        "--mongodb.uri=" + store.connectionString(),
                        "--incident.admin-password=" + PASSWORD,
                        "--incident.security.bcrypt-strength=4");
    }

    private void user(String name, String role, boolean cleared) {
        call(
                "admin",
                0,
                "POST",
                "/users",
                "{\"name\": \"%s\", \"password\": \"%s\", \"roles\": [\"%s\"], \"cleared\": %s}"
                        .formatted(name, PASSWORD, role, cleared));
    }

    private String root(int node) {
        return "http://localhost:" + nodes.get(node).getEnvironment().getProperty("local.server.port") + "/api/v1";
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException failed) {
            throw new AssertionError(failed);
        }
    }

    private JsonNode call(String user, int node, String method, String path, String body) {
        String basic = Base64.getEncoder().encodeToString((user + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
        HttpResponse<String> answer = send(HttpRequest.newBuilder(URI.create(root(node) + path))
                .header("Authorization", "Basic " + basic)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body)));
        assertThat(answer.statusCode()).as(answer.body()).isLessThan(300);
        return answer.body().isEmpty()
                ? JsonMapper.shared().createObjectNode()
                : JsonMapper.shared().readTree(answer.body());
    }

    private String schedule(String provider, String activity, String region, String classification) {
        return call(
                        "admin",
                        0,
                        "POST",
                        "/planned-maintenance",
                        WINDOW.formatted(provider, activity, region, classification))
                .path("id")
                .asString();
    }

    private JsonNode subscribe(String user, String body) {
        return call(user, 0, "POST", "/planned-maintenance/subscribers", body);
    }

    private HttpResponse<String> file(int node, JsonNode subscriber, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(root(node) + "/planned-maintenance.ics?token="
                + subscriber.path("token").asString()));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request);
    }

    private List<VEvent> events(JsonNode subscriber) {
        HttpResponse<String> file = file(1, subscriber);
        assertThat(file.statusCode()).as(file.body()).isEqualTo(200);
        try {
            assertThat(new CalendarBuilder()
                            .build(new ByteArrayInputStream(file.body().getBytes(StandardCharsets.UTF_8)))
                            .validate()
                            .hasErrors())
                    .isFalse();
        } catch (Exception unreadable) {
            throw new AssertionError(unreadable);
        }
        return Biweekly.parse(file.body()).first().getEvents();
    }

    private VEvent event(JsonNode subscriber, String window) {
        return events(subscriber).stream()
                .filter(one -> one.getUid().getValue().startsWith(window))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void anEntryKeepsItsUidAndRisesInSequenceWhenTheWindowMovesAndWhenItIsCancelled() {
        String window = schedule("CSP North", "Upgrade, with; \\\\ and 😀", "North", "GREEN");
        JsonNode subscriber = subscribe("admin", "{\"name\": \"wall\", \"regions\": [\"North\"]}");
        assertThat(subscriber.path("url").asString()).contains("planned-maintenance.ics?token=");
        VEvent first = event(subscriber, window);
        assertThat(first.getSummary().getValue()).isEqualTo("CSP North: Upgrade, with; \\ and 😀");
        String tag = file(0, subscriber).headers().firstValue("ETag").orElseThrow();
        assertThat(file(1, subscriber, "If-None-Match", tag).statusCode()).isEqualTo(304);

        call(
                "admin",
                1,
                "POST",
                "/planned-maintenance/" + window + "/moves",
                "{\"start\": \"2031-03-13T22:00:00Z\", \"end\": \"2031-03-13T23:00:00Z\", \"reason\": \"Clash\"}");
        VEvent moved = event(subscriber, window);
        assertThat(moved.getUid()).isEqualTo(first.getUid());
        assertThat(moved.getSequence().getValue())
                .isGreaterThan(first.getSequence().getValue());
        assertThat(moved.getDateStart().getValue().toInstant()).isEqualTo("2031-03-13T22:00:00Z");
        assertThat(moved.getDescription().getValue()).contains("Moved from 11 March 2031 22:00 GMT");
        assertThat(file(1, subscriber, "If-None-Match", tag).statusCode()).isEqualTo(200);

        call("admin", 0, "POST", "/planned-maintenance/" + window + "/cancellation", "{\"reason\": \"Not needed\"}");
        VEvent cancelled = event(subscriber, window);
        assertThat(cancelled.getStatus().getValue()).isEqualTo("CANCELLED");
        assertThat(cancelled.getSequence().getValue())
                .isGreaterThan(moved.getSequence().getValue());
    }

    @Test
    void aTokenNeverShowsWhatIsRedAndShowsNothingElseThanWasAskedFor() {
        String red = schedule("DSP", "Secret", "North", "RED");
        String south = schedule("DSP", "Elsewhere", "South", "GREEN");
        JsonNode subscriber = subscribe("cleared", "{\"name\": \"wall\", \"regions\": [\"North\"]}");

        assertThat(call("cleared", 1, "GET", "/planned-maintenance/" + red, "")
                        .path("id")
                        .asString())
                .isEqualTo(red);
        assertThat(file(1, subscriber).body())
                .doesNotContain(red)
                .doesNotContain("Secret")
                .doesNotContain(south);
    }

    @Test
    void whoIsWithdrawnOnOneNodeReadsNothingOnAnyInWordsThatTellNothing() {
        JsonNode subscriber = subscribe("cleared", "{\"name\": \"wall\"}");
        assertThat(file(1, subscriber).statusCode()).isEqualTo(200);

        call(
                "cleared",
                0,
                "DELETE",
                "/planned-maintenance/subscribers/" + subscriber.path("id").asString(),
                "");

        HttpResponse<String> nobody = send(HttpRequest.newBuilder(URI.create(root(1) + "/planned-maintenance.ics")));
        for (int node : List.of(1, 0)) {
            assertThat(file(node, subscriber).statusCode()).isEqualTo(401);
            assertThat(file(node, subscriber).body()).isEqualTo(nobody.body());
        }
        assertThat(call("cleared", 1, "GET", "/planned-maintenance/subscribers", "")
                        .toString())
                .doesNotContain(subscriber.path("id").asString())
                .doesNotContain("token");
    }

    @Test
    void aTokenEndsWithItsOwnerAndIsNoneOfWhoeverComesUnderTheName() {
        JsonNode subscriber = subscribe("leaving", "{\"name\": \"wall\"}");
        assertThat(file(0, subscriber).statusCode()).isEqualTo(200);

        call("admin", 0, "DELETE", "/users/leaving", "");
        user("leaving", "OPS_GROUP", false);

        Awaitility.await()
                .untilAsserted(
                        () -> assertThat(file(0, subscriber).statusCode()).isIn(401, 429));
    }

    @Test
    void anIncidentIsLinkedFromBothSidesOnce() {
        String window = schedule("DSP", "Patch", "GB-wide", "GREEN");
        String incident = call("admin", 0, "POST", "/incidents", """
                {"summary": "Joins time out", "type": "SERVICE", "region": "North", "services": ["WAN"],
                 "raisedBy": {"party": "Northwick Energy", "contactName": "Sam", "contactDetails": "sam@example.org"},
                 "impact": {"level": "MODERATE"}}""").path("id").asString();
        String link = "{\"type\": \"MAINTENANCE_WINDOW\", \"target\": \"" + window + "\"}";
        call("admin", 1, "POST", "/incidents/" + incident + "/links", link);
        call(
                "admin",
                0,
                "POST",
                "/planned-maintenance/" + window + "/incidents",
                "{\"incident\": \"" + incident + "\"}");

        assertThat(call("admin", 1, "GET", "/planned-maintenance/" + window, "").path("incidents"))
                .hasSize(1);
        assertThat(call("admin", 1, "GET", "/incidents/" + incident, "").path("links"))
                .hasSize(1);
    }
}
