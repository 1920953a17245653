package uk.smartenergy.incident.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A real Prometheus with the configuration of {@code docker/}, only nearer and faster. */
final class RunningPrometheus implements AutoCloseable {
    private static final Path FILES = Tools.root().resolve("docker/prometheus");

    private final HttpClient http = HttpClient.newHttpClient();
    private final int port;
    private final Process process;

    RunningPrometheus(Path folder, int servicePort, String password) throws IOException {
        port = Tools.freePort();
        Path passwordFile = Files.writeString(folder.resolve("scraper-password"), password);
        Files.copy(FILES.resolve("rules.yml"), folder.resolve("rules.yml"));
        Files.writeString(
                folder.resolve("prometheus.yml"),
                replaced(
                        Files.readString(FILES.resolve("prometheus.yml")),
                        Map.of(
                                "scrape_interval: 15s",
                                "scrape_interval: 1s",
                                "evaluation_interval: 15s",
                                "evaluation_interval: 1s",
                                "/run/secrets/scraper-password",
                                passwordFile.toString(),
                                "service:8080",
                                "127.0.0.1:" + servicePort)));
        process = new ProcessBuilder(
                        "prometheus",
                        "--config.file=prometheus.yml",
                        "--storage.tsdb.path=" + folder.resolve("prometheus-data"),
                        "--web.listen-address=127.0.0.1:" + port,
                        "--log.level=warn")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("prometheus.log").toFile())
                .start();
    }

    private static String replaced(String text, Map<String, String> replacements) {
        String result = text;
        for (Map.Entry<String, String> replacement : replacements.entrySet()) {
            assertThat(result).contains(replacement.getKey());
            result = result.replace(replacement.getKey(), replacement.getValue());
        }
        return result;
    }

    /** The values that an expression has now; NaN is one. */
    List<Double> values(String expression) {
        JsonNode result = ask("/api/v1/query?query=" + URLEncoder.encode(expression, StandardCharsets.UTF_8))
                .path("data")
                .path("result");
        List<Double> values = new ArrayList<>();
        result.forEach(series -> values.add(number(series.path("value").get(1).asString())));
        return values;
    }

    private static double number(String text) {
        return switch (text) {
            case "+Inf" -> Double.POSITIVE_INFINITY;
            case "-Inf" -> Double.NEGATIVE_INFINITY;
            default -> Double.parseDouble(text);
        };
    }

    /** The value of an expression that has one, or else NaN. */
    double value(String expression) {
        List<Double> values = values(expression);
        return values.size() == 1 ? values.getFirst() : Double.NaN;
    }

    JsonNode ask(String path) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .build();
        try {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as("%s: %s", path, answer.body()).isEqualTo(200);
            return JsonMapper.shared().readTree(answer.body());
        } catch (IOException e) {
            throw new IllegalStateException("Prometheus does not answer", e);
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
