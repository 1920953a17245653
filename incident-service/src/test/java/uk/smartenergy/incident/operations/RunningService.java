package uk.smartenergy.incident.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The runnable jar, in a process and with a data folder of its own. */
final class RunningService implements AutoCloseable {
    static final String ADMIN = "admin:the-administrators-password";
    static final String SCRAPER_PASSWORD = "the-scrapers-password";
    static final String SCRAPER = "scraper:" + SCRAPER_PASSWORD;

    private final HttpClient http = HttpClient.newHttpClient();
    private final Path log;
    private final int port;
    private final Process process;

    RunningService(Path folder) throws IOException {
        port = Tools.freePort();
        log = Files.createDirectories(Tools.root().resolve("incident-service/target/operations"))
                .resolve("service.log");
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx512m",
                        "-jar",
                        Tools.root()
                                .resolve("incident-service/target/incident-service.jar")
                                .toString())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().remove("MONGODB_URI");
        builder.environment()
                .putAll(Map.of(
                        "SERVER_PORT", String.valueOf(port),
                        "INCIDENT_DATA_DIR", folder.resolve("data").toString(),
                        "INCIDENT_ADMIN_PASSWORD", ADMIN.substring(ADMIN.indexOf(':') + 1),
                        "INCIDENT_SCRAPER_PASSWORD", SCRAPER_PASSWORD));
        process = builder.start();
    }

    int port() {
        return port;
    }

    void awaitReady() {
        await().atMost(Duration.ofSeconds(120))
                .failFast("The service has ended; see " + log, () -> !process.isAlive())
                .ignoreExceptions()
                .until(() -> get("/actuator/health/readiness", ADMIN).statusCode() == 200);
    }

    HttpResponse<String> get(String path, String user) {
        return exchange(request(path, user).GET().build());
    }

    /** Posts to the API, which must like it, as the administrator. */
    JsonNode post(String path, String json) {
        HttpResponse<String> answer = exchange(request("/api/v1" + path, ADMIN)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build());
        assertThat(answer.statusCode())
                .as("POST %s %s: %s", path, json, answer.body())
                .isBetween(200, 299);
        return JsonMapper.shared().readTree(answer.body());
    }

    private HttpRequest.Builder request(String path, String user) {
        String credentials = Base64.getEncoder().encodeToString(user.getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Basic " + credentials);
    }

    private HttpResponse<String> exchange(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException("No answer; see " + log, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        Tools.end(process);
    }
}
