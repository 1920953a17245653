package uk.smartenergy.incident.incident.web;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Real requests to the HTTP face. */
@SpringBootTest(
        classes = WebTestApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "incident.admin-password=secret of the admin",
            "incident.security.bcrypt-strength=4",
            "incident.web.twin-wait=100ms",
            "management.endpoint.health.validate-group-membership=false",
            "spring.main.allow-bean-definition-overriding=true"
        })
abstract class HttpTest {
    static final String PASSWORD = "a long enough password";
    static final String RAISING = """
            {"summary": "Joins time out", "type": "SERVICE",
             "raisedBy": {"party": "Northwick Energy", "contactName": "Sam Field", "contactDetails": "sam@example.org"},
             "impact": {"level": "MODERATE"}}""";

    @LocalServerPort
    private int port;

    @Autowired
    RecordingMessages messages;

    @Autowired
    WebTestApplication.Answers answers;

    private final HttpClient client = HttpClient.newHttpClient();

    @BeforeEach
    void forget() {
        messages.reset();
        answers.kept.clear();
    }

    /** An answer, with its JSON. */
    record Got(HttpResponse<String> response) {
        int status() {
            return response.statusCode();
        }

        JsonNode json() {
            return JsonMapper.shared().readTree(response.body());
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        List<String> pointers() {
            return json().path("errors").values().stream()
                    .map(error -> error.path("pointer").asString())
                    .toList();
        }
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    }

    HttpRequest.Builder as(String user, String path) {
        return as(user, user.equals("admin") ? "secret of the admin" : PASSWORD, path);
    }

    HttpRequest.Builder as(String user, String password, String path) {
        String basic = Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
        return request(path).header("Authorization", "Basic " + basic);
    }

    Got send(HttpRequest.Builder request) {
        try {
            return new Got(client.send(request.build(), HttpResponse.BodyHandlers.ofString()));
        } catch (IOException | InterruptedException failed) {
            throw new AssertionError(failed);
        }
    }

    Got get(String path) {
        return send(as("admin", path));
    }

    Got post(String path, String body, String... headers) {
        return postAs("admin", path, body, headers);
    }

    Got postAs(String user, String path, String body, String... headers) {
        HttpRequest.Builder request = as(user, path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request);
    }

    /** Makes sure that there is such a user. */
    void user(String name, String role, String party, boolean cleared) {
        String member = party.isEmpty() ? "" : "\"party\": \"%s\",".formatted(party);
        post(
                "/api/v1/users",
                "{\"name\": \"%s\", \"password\": \"%s\", \"roles\": [\"%s\"], %s \"cleared\": %s}"
                        .formatted(name, PASSWORD, role, member, cleared));
    }
}
