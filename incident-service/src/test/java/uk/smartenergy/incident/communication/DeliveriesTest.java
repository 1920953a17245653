package uk.smartenergy.incident.communication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import com.mongodb.client.MongoDatabase;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import org.bson.types.Binary;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import uk.smartenergy.incident.IncidentServiceApplication;
import uk.smartenergy.incident.platform.embedded.EmbeddedMongo;
import uk.smartenergy.incident.platform.projection.Projections;

/** Two nodes on one store, a receiver of webhooks, and a mail server: what is sent, is sent once. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DeliveriesTest {
    private static final String PASSWORD = "a long enough password";
    private static final String RAISING = """
            {"summary": "Joins time out", "type": "SERVICE", "region": "%s", "services": ["WAN"], "classification": "%s",
             "raisedBy": {"party": "Northwick Energy", "contactName": "Sam Field", "contactDetails": "sam@example.org"},
             "impact": {"level": "CRITICAL"}}""";

    @RegisterExtension
    static final GreenMailExtension MAIL = new GreenMailExtension(ServerSetup.SMTP.dynamicPort())
            .withConfiguration(GreenMailConfiguration.aConfig())
            .withPerMethodLifecycle(false);

    private final HttpClient client = HttpClient.newHttpClient();
    private final List<ConfigurableApplicationContext> nodes = new ArrayList<>();
    private EmbeddedMongo store;
    private HookServer hooks;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        store = EmbeddedMongo.open(folder);
        hooks = new HookServer();
        nodes.add(node());
        nodes.add(node());
    }

    @AfterAll
    void stop() {
        nodes.forEach(ConfigurableApplicationContext::close);
        hooks.close();
        store.close();
    }

    private ConfigurableApplicationContext node() {
        return new SpringApplicationBuilder(IncidentServiceApplication.class)
                .run(
                        "--server.port=0",
                        "--mongodb.uri=" + store.connectionString(),
                        "--incident.admin-password=" + PASSWORD,
                        "--incident.security.bcrypt-strength=4",
                        "--incident.deliveries.interval=50ms",
                        "--incident.deliveries.retry.pauses=100ms,200ms",
                        "--incident.webhooks.timeout=1s",
                        "--spring.mail.host=localhost",
                        "--spring.mail.port=" + MAIL.getSmtp().getPort(),
                        "--incident.mail.from=incidents@dcc.example");
    }

    private JsonNode call(int node, String method, String path, String body) {
        return call("admin", node, method, path, body);
    }

    private JsonNode call(String name, int node, String method, String path, String body) {
        String port = nodes.get(node).getEnvironment().getProperty("local.server.port");
        String user = Base64.getEncoder().encodeToString((name + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
        try {
            HttpResponse<String> answer = client.send(
                    HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1" + path))
                            .header("Authorization", "Basic " + user)
                            .header("Content-Type", "application/json")
                            .method(method, HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isLessThan(300);
            return answer.body().isEmpty()
                    ? JsonMapper.shared().createObjectNode()
                    : JsonMapper.shared().readTree(answer.body());
        } catch (java.io.IOException | InterruptedException failed) {
            throw new AssertionError(failed);
        }
    }

    private JsonNode post(String path, String body) {
        return call(0, "POST", path, body);
    }

    private String raise(String region, String classification) {
        return post("/incidents", RAISING.formatted(region, classification))
                .path("id")
                .asString();
    }

    private void communicate(String incident, String text) {
        post("/incidents/" + incident + "/communications", "{\"text\": \"" + text + "\"}");
    }

    private JsonNode hook(String path, String more) {
        return post("/subscriptions", "{\"channel\": \"WEBHOOK\", \"url\": \"" + hooks.url(path) + "\"" + more + "}");
    }

    private JsonNode deliveries(JsonNode subscription) {
        return call(1, "GET", "/subscriptions/" + subscription.path("id").asString() + "/deliveries", "")
                .path("items");
    }

    private void awaitTexts(String path, String... texts) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(hooks.texts(path)).containsExactlyInAnyOrder(texts));
    }

    @Test
    @Order(1)
    void eachUpdateWithinTheScopeComesOnceSignedThoughTwoNodesRun() {
        JsonNode subscription = hook("/north", ", \"regions\": [\"North\"]");
        String north = raise("North", "GREEN");
        String south = raise("South", "GREEN");
        communicate(south, "elsewhere");
        for (int i = 0; i < 5; i++) {
            communicate(north, "update " + i);
        }

        awaitTexts("/north", "update 0", "update 1", "update 2", "update 3", "update 4");
        assertThat(hooks.got("/north"))
                .allSatisfy(request -> assertThat(request.signature())
                        .isEqualTo(request.expected(subscription.path("secret").asString())));
        assertThat(hooks.got("/north").stream().map(HookServer.Got::id).collect(Collectors.toSet()))
                .hasSize(5);
        assertThat(hooks.got("/north").getFirst().json().path("type").asString())
                .isEqualTo("incident.communicated");
    }

    @Test
    @Order(2)
    void whatFailsIsTriedAgainUnderTheSameIdAndGivenUpInTheEnd() {
        hooks.answers("/fails", 500, 302, 204);
        hooks.answers("/never", 503, 503, 503, 204);
        JsonNode fails = hook("/fails", "");
        JsonNode never = hook("/never", "");
        communicate(raise("North", "GREEN"), "try me");

        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            assertThat(deliveries(fails).path(0).path("state").asString()).isEqualTo("DELIVERED");
            assertThat(deliveries(never).path(0).path("state").asString()).isEqualTo("FAILED");
        });
        assertThat(hooks.got("/fails")).hasSize(3);
        assertThat(hooks.got("/fails").stream().map(HookServer.Got::id).distinct())
                .hasSize(1);
        assertThat(hooks.got("/redirected")).isEmpty();
        assertThat(deliveries(fails).path(0).path("attempts").values())
                .extracting(attempt -> attempt.path("status").asInt())
                .containsExactly(500, 302, 204);

        String id = deliveries(never).path(0).path("id").asString();
        post("/subscriptions/" + never.path("id").asString() + "/deliveries/" + id + "/replays", "{}");

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> assertThat(deliveries(never).path(0).path("state").asString())
                                .isEqualTo("DELIVERED"));
        assertThat(hooks.got("/never")).hasSize(4);
    }

    @Test
    @Order(3)
    void oneThatNeverAnswersDelaysNoOther() {
        hooks.hangs("/hangs");
        hook("/hangs", "");
        hook("/quick", "");
        String incident = raise("North", "GREEN");
        for (int i = 0; i < 8; i++) {
            communicate(incident, "quick " + i);
        }

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(hooks.texts("/quick")).hasSize(8));
    }

    @Test
    @Order(4)
    void whatIsRedOrHistoryIsNotDelivered() {
        hook("/not-red", "");
        communicate(raise("North", "RED"), "secret");
        String old = raise("North", "GREEN");
        String line = """
                {"externalReference": "X-1", "at": "2016-02-29T01:16:00Z", "action": "RAISE", "summary": "Old", "type": "SERVICE", \
                "raisedBy": {"party": "Northwick Energy"}, "category": 1}
                {"externalReference": "X-1", "at": "2016-02-29T02:16:00Z", "action": "COMMUNICATE", "text": "history"}
                """;
        assertThat(ndjson(line).path("accepted").asInt()).isEqualTo(2);
        communicate(old, "news");

        awaitTexts("/not-red", "news");
    }

    private JsonNode ndjson(String lines) {
        String port = nodes.get(0).getEnvironment().getProperty("local.server.port");
        String user = Base64.getEncoder().encodeToString(("admin:" + PASSWORD).getBytes(StandardCharsets.UTF_8));
        try {
            return JsonMapper.shared()
                    .readTree(client.send(
                                    HttpRequest.newBuilder(URI.create(
                                                    "http://localhost:" + port + "/api/v1/incidents/imports"))
                                            .header("Authorization", "Basic " + user)
                                            .header("Content-Type", "application/x-ndjson")
                                            .POST(HttpRequest.BodyPublishers.ofString(lines))
                                            .build(),
                                    HttpResponse.BodyHandlers.ofString())
                            .body());
        } catch (java.io.IOException | InterruptedException failed) {
            throw new AssertionError(failed);
        }
    }

    @Test
    @Order(5)
    void whoMayNotSeeAnIncidentIsToldNothingOfIt() {
        post(
                "/users",
                "{\"name\": \"other\", \"password\": \"" + PASSWORD
                        + "\", \"roles\": [\"INCIDENT_PARTY\"], \"party\": \"Other Energy\"}");
        JsonNode subscription = call(
                "other",
                0,
                "POST",
                "/subscriptions",
                "{\"channel\": \"WEBHOOK\", \"url\": \"" + hooks.url("/other") + "\"}");
        String path = "/subscriptions/" + subscription.path("id").asString() + "/deliveries";
        communicate(raise("North", "AMBER"), "among those concerned");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(deliveries(subscription)
                                .at("/0/attempts/0/outcome")
                                .asString())
                        .isEqualTo("NOT_ENTITLED"));
        assertThat(call("other", 0, "GET", path, "").path("total").asInt()).isZero();
        communicate(raise("North", "GREEN"), "for all");

        awaitTexts("/other", "for all");
        assertThat(call("other", 0, "GET", path, "").path("total").asInt()).isEqualTo(1);
    }

    @Test
    @Order(6)
    void eMailComesAsPlainTextFromTheTemplate() throws Exception {
        JsonNode subscription =
                post("/subscriptions", "{\"channel\": \"EMAIL\", \"address\": \"reader@northwick.example\"}");
        String incident = raise("North", "GREEN");
        communicate(incident, "Engineers are on site");

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(
                                deliveries(subscription).path(0).path("state").asString())
                        .isEqualTo("DELIVERED"));
        MimeMessage[] received = MAIL.getReceivedMessages();
        assertThat(received).hasSize(1);
        assertThat(received[0].getSubject()).isEqualTo("Major Incident " + incident + ", update 1: Joins time out");
        assertThat(received[0].getFrom()[0]).hasToString("incidents@dcc.example");
        assertThat(received[0].getContentType()).startsWith("text/plain");
        assertThat(GreenMailUtil.getBody(received[0]))
                .contains("Engineers are on site")
                .contains("What is affected: WAN")
                .contains("Expected fix: not known yet");
        call(0, "DELETE", "/subscriptions/" + subscription.path("id").asString(), "");
    }

    @Test
    @Order(7)
    void aRebuildAndARestartSendNothingAgain() {
        int mails = MAIL.getReceivedMessages().length;
        List<String> before = hooks.texts("/north");
        nodes.forEach(node -> node.getBean(Projections.class).rebuild());
        String incident = raise("North", "GREEN");
        communicate(incident, "after the rebuild");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(hooks.texts("/north")).contains("after the rebuild"));

        nodes.forEach(ConfigurableApplicationContext::close);
        nodes.clear();
        nodes.add(node());
        nodes.add(node());
        communicate(incident, "after the restart");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(hooks.texts("/north")).contains("after the restart"));

        List<String> all = new ArrayList<>(before);
        all.addAll(List.of("after the rebuild", "after the restart"));
        assertThat(hooks.texts("/north")).containsExactlyInAnyOrderElementsOf(all);
        assertThat(MAIL.getReceivedMessages()).hasSize(mails);
    }

    @Test
    @Order(8)
    void noSecretIsInWhatIsKeptOfAnswersAndTheRepetitionShowsItAllTheSame() {
        String body = "{\"channel\": \"WEBHOOK\", \"url\": \"" + hooks.url("/repeated") + "\"}";
        String first = repeated(0, body);
        String secret =
                JsonMapper.shared().readTree(first).path("secret").asString().substring("whsec_".length());

        assertThat(repeated(0, body)).isEqualTo(first);
        assertThat(repeated(1, body)).isEqualTo(first);
        List<String> kept = new ArrayList<>();
        nodes.getFirst()
                .getBean(MongoDatabase.class)
                .getCollection("answers")
                .find()
                .forEach(answer ->
                        kept.add(new String(answer.get("body", Binary.class).getData(), StandardCharsets.UTF_8)));
        assertThat(kept).anyMatch(one -> one.contains("/repeated")).noneMatch(one -> one.contains(secret));
    }

    private String repeated(int node, String body) {
        String port = nodes.get(node).getEnvironment().getProperty("local.server.port");
        String user = Base64.getEncoder().encodeToString(("admin:" + PASSWORD).getBytes(StandardCharsets.UTF_8));
        try {
            return client.send(
                            HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1/subscriptions"))
                                    .header("Authorization", "Basic " + user)
                                    .header("Content-Type", "application/json")
                                    .header("Idempotency-Key", "once")
                                    .POST(HttpRequest.BodyPublishers.ofString(body))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (java.io.IOException | InterruptedException failed) {
            throw new AssertionError(failed);
        }
    }

    @Test
    @Order(9)
    void aSubscriptionIsNotThatOfWhoeverGetsTheNameLater() {
        String user = "{\"name\": \"leaver\", \"password\": \"" + PASSWORD
                + "\", \"roles\": [\"INCIDENT_PARTY\"], \"party\": \"Northwick Energy\"}";
        post("/users", user);
        JsonNode subscription = call(
                "leaver",
                0,
                "POST",
                "/subscriptions",
                "{\"channel\": \"WEBHOOK\", \"url\": \"" + hooks.url("/leaver") + "\"}");
        call(0, "DELETE", "/users/leaver", "");
        post("/users", user);
        communicate(raise("North", "GREEN"), "not for the new one");

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(deliveries(subscription)
                                .at("/0/attempts/0/outcome")
                                .asString())
                        .isEqualTo("NOT_ENTITLED"));
        assertThat(call("leaver", 0, "GET", "/subscriptions", "").path("total").asInt())
                .isZero();
        assertThat(hooks.got("/leaver")).isEmpty();
    }
}
