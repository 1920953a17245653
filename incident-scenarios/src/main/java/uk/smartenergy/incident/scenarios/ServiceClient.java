package uk.smartenergy.incident.scenarios;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * One user of the service. Nothing here repeats a request or hides an answer: a request that got none is an {@link IOException}. Safe for many
 * threads.
 */
public final class ServiceClient {

    static final JsonMapper JSON = JsonMapper.builder().build();

    /** Longer than any answer should take; whoever expects one sooner measures it. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient http;
    private final URI base;
    private final @Nullable String authorization;

    private ServiceClient(HttpClient http, URI base, @Nullable String authorization) {
        this.http = http;
        this.base = base;
        this.authorization = authorization;
    }

    /** @param base where the service is, for example {@code http://localhost:8080} */
    public static ServiceClient of(URI base, String user, String password) {
        HttpClient http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(10))
                .build();
        return new ServiceClient(http, base, basic(user, password));
    }

    /** The same service for another user, over the same connections. */
    public ServiceClient as(String user, String password) {
        return new ServiceClient(http, base, basic(user, password));
    }

    /** The same service for somebody who does not say who they are. */
    public ServiceClient asNobody() {
        return new ServiceClient(http, base, null);
    }

    public URI base() {
        return base;
    }

    /** @param path below {@code /api/v1}, for example {@code /incidents?limit=10} */
    public Answer get(String path) throws IOException {
        return get(path, "application/json");
    }

    public Answer get(String path, String accept) throws IOException {
        return send(request("/api/v1" + path).header("Accept", accept).GET().build());
    }

    /** A path that is not part of the API, such as the health of the service. */
    public Answer getPlain(String path) throws IOException {
        return send(request(path).GET().build());
    }

    /** @param key the {@code Idempotency-Key}; {@code null}: none */
    public Answer post(String path, @Nullable String key, Object body) throws IOException {
        return post(path, key, null, "application/json", JSON.writeValueAsString(body));
    }

    /** @param ifMatch the version that the caller has seen; {@code null}: any */
    public Answer post(String path, @Nullable String key, @Nullable Long ifMatch, String contentType, String body)
            throws IOException {
        HttpRequest.Builder request = request("/api/v1" + path)
                .header("Content-Type", contentType)
                .header("Accept", "application/json")
                .POST(BodyPublishers.ofString(body, StandardCharsets.UTF_8));
        if (key != null) {
            request.header("Idempotency-Key", key);
        }
        if (ifMatch != null) {
            request.header("If-Match", "\"" + ifMatch + "\"");
        }
        return send(request.build());
    }

    HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path)).timeout(PATIENCE);
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        return request;
    }

    Answer send(HttpRequest request) throws IOException {
        try {
            HttpResponse<byte[]> response = http.send(request, BodyHandlers.ofByteArray());
            return new Answer(response.statusCode(), response.headers(), response.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while waiting for the answer", e);
        }
    }

    @Nullable
    String authorization() {
        return authorization;
    }

    static String basic(String user, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    /** For a value in a query. */
    static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    /** A JSON object from names and values in turn; members whose value is {@code null} are left out. */
    static Map<String, Object> object(@Nullable Object... namesAndValues) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            Object value = namesAndValues[i + 1];
            if (value != null) {
                object.put(String.valueOf(namesAndValues[i]), value);
            }
        }
        return object;
    }
}
