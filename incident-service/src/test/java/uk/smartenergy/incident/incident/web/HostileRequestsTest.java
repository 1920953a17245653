package uk.smartenergy.incident.incident.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import uk.smartenergy.incident.platform.messaging.OutcomeUnknown;
import uk.smartenergy.incident.platform.messaging.ReadModelBehind;
import uk.smartenergy.incident.platform.messaging.StoreAway;

class HostileRequestsTest extends HttpTest {
    @LocalServerPort
    private int serverPort;

    static Stream<byte[]> unreadable() {
        return Stream.of(
                "{".getBytes(StandardCharsets.UTF_8),
                (RAISING + " x").getBytes(StandardCharsets.UTF_8),
                RAISING.replace("\"type\"", "\"summary\": \"twice\", \"type\"").getBytes(StandardCharsets.UTF_8),
                RAISING.replace("time", "\u00e9").getBytes(StandardCharsets.ISO_8859_1),
                RAISING.getBytes(StandardCharsets.UTF_16),
                ("{\"x\": " + "[".repeat(1000) + "]".repeat(1000) + "}").getBytes(StandardCharsets.UTF_8),
                ("{\"x\": " + "9".repeat(1000) + "}").getBytes(StandardCharsets.UTF_8),
                "{\"x\": NaN}".getBytes(StandardCharsets.UTF_8),
                "[]".getBytes(StandardCharsets.UTF_8),
                "null".getBytes(StandardCharsets.UTF_8),
                " ".getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @MethodSource("unreadable")
    void whatIsNotAnObjectInStrictJsonIs400(byte[] body) {
        Got got = send(as("admin", "/api/v1/incidents")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body)));

        assertThat(got.status()).isEqualTo(400);
        isProblem(got);
        assertThat(messages.sent).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e999999999", "1.5", "-1", "99999999999999999999", "1000001"})
    void hugeAndBrokenNumbersAreFaultsOfTheirField(String number) {
        Got got = post(
                "/api/v1/incidents", RAISING.replace("\"MODERATE\"", "\"MODERATE\", \"partiesPrevented\": " + number));

        assertThat(got.status()).isEqualTo(400);
        assertThat(got.pointers()).containsExactly("/impact/partiesPrevented");
    }

    @Test
    void aLongBodyIs413WhetherItsLengthIsDeclaredOrNot() {
        byte[] body = RAISING.replace("time", "x".repeat(1_200_000)).getBytes(StandardCharsets.UTF_8);

        Got declared = send(as("admin", "/api/v1/incidents")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body)));
        Got chunked = send(as("admin", "/api/v1/incidents")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body))));

        assertThat(declared.status()).isEqualTo(413);
        assertThat(chunked.status()).isEqualTo(413);
        isProblem(chunked);
    }

    @Test
    void springsOwnErrorsAreProblemsToo() {
        Got method = send(as("admin", "/api/v1/incidents").DELETE());
        Got media = send(as("admin", "/api/v1/incidents")
                .header("Content-Type", "text/plain")
                .POST(HttpRequest.BodyPublishers.ofString(RAISING)));
        Got accept = send(as("admin", "/api/v1/incidents").header("Accept", "application/xml"));
        Got nowhere = get("/api/v1/nowhere");
        Got anonymous = send(request("/api/v1/nowhere"));

        assertThat(method.status()).isEqualTo(405);
        assertThat(method.header("Allow")).contains("GET", "POST");
        assertThat(media.status()).isEqualTo(415);
        assertThat(accept.status()).isEqualTo(406);
        assertThat(nowhere.status()).isEqualTo(404);
        assertThat(anonymous.status()).isEqualTo(401);
        Stream.of(method, media, accept, nowhere, anonymous).forEach(HostileRequestsTest::isProblem);
    }

    @Test
    void aStoreThatIsAwayIs503AndWorthTryingAgain() {
        Map<RuntimeException, String> faults = Map.of(
                new StoreAway("gone", new RuntimeException()), "STORE_AWAY",
                new OutcomeUnknown(new RuntimeException()), "OUTCOME_UNKNOWN",
                new ReadModelBehind(), "READ_MODEL_BEHIND");
        faults.forEach((fault, code) -> {
            messages.refusal = fault;
            Got got = post("/api/v1/incidents", RAISING);
            assertThat(got.status()).isEqualTo(503);
            assertThat(got.header("Retry-After")).matches("\\d+");
            assertThat(got.json().path("code").asString()).isEqualTo(code);
        });
    }

    @Test
    void aFaultOfTheServiceTellsNoMoreThanANumberToAskAbout() {
        messages.refusal = new IllegalStateException("secret of uk.smartenergy");

        Got got = post("/api/v1/incidents", RAISING);

        assertThat(got.status()).isEqualTo(500);
        assertThat(got.json().path("correlationId").asString()).isNotEmpty();
        isProblem(got);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/v1/incidents?q=[ HTTP/1.1",
                "GET /api/v1/incidents?q=%zz HTTP/1.1",
                "GET /api/v1/incidents;x=1 HTTP/1.1",
                "GET /api/v1/incidents/%00 HTTP/1.1",
                "GET /api/v1/../../etc/passwd HTTP/1.1",
                "GET /%2e%2e/x HTTP/1.1",
                "FOO /api/v1/incidents HTTP/1.1"
            })
    void whatTheContainerRefusesIsAProblemToo(String line) throws IOException {
        String basic = java.util.Base64.getEncoder().encodeToString("admin:secret of the admin".getBytes());
        try (Socket socket = new Socket("localhost", serverPort)) {
            socket.getOutputStream()
                    .write((line + "\r\nHost: localhost\r\nAuthorization: Basic " + basic
                                    + "\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).startsWith("HTTP/1.1 4").contains("application/problem+json");
            assertThat(answer).doesNotContain("<html", "Exception", "Tomcat");
        }
    }

    private static void isProblem(Got got) {
        assertThat(got.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(got.json().path("status").asInt()).isEqualTo(got.status());
        assertThat(got.json().path("code").asString()).isNotEmpty();
        assertThat(got.response().body()).doesNotContain("uk.smartenergy", "springframework", "java.", "\tat ");
    }
}
