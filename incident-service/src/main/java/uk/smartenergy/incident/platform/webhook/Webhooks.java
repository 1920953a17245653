package uk.smartenergy.incident.platform.webhook;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import uk.smartenergy.incident.api.communication.DeliveryId;
import uk.smartenergy.incident.api.communication.DeliveryOutcome;
import uk.smartenergy.incident.api.communication.Notice;
import uk.smartenergy.incident.api.communication.SubscriptionId;

/** Sends signed requests as Standard Webhooks has it. It follows no redirect, and reads no more of an answer than its status. */
public final class Webhooks {
    private final Secrets secrets;
    private final AllowedHosts hosts;
    private final Clock clock;
    private final Duration timeout;
    private final JsonMapper json = JsonMapper.builder().build();
    private final HttpClient client;

    Webhooks(Secrets secrets, AllowedHosts hosts, Clock clock, Duration timeout) {
        this.secrets = secrets;
        this.hosts = hosts;
        this.clock = clock;
        this.timeout = timeout;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(timeout)
                .build();
    }

    /** @param status of the answer; {@code null} if there was none */
    public record Sent(DeliveryOutcome outcome, @Nullable Integer status) {}

    record Message(String type, Instant timestamp, Notice data) {}

    /** Sends a notice. @param id the same at each attempt, by which the receiver tells a repetition */
    public Sent send(String target, SubscriptionId subscription, DeliveryId id, Notice notice) {
        Optional<URI> url = AllowedHosts.url(target).filter(hosts::allow);
        Optional<Secret> secret = secrets.find(subscription);
        if (url.isEmpty() || secret.isEmpty()) {
            return new Sent(DeliveryOutcome.NOT_ALLOWED, null);
        }
        Instant now = clock.instant();
        byte[] body = json.writeValueAsBytes(new Message("incident.communicated", notice.at(), notice));
        HttpRequest request = HttpRequest.newBuilder(url.get())
                .timeout(timeout)
                .header("Content-Type", "application/json")
                .header("User-Agent", "incident-service")
                .header("webhook-id", id.value())
                .header("webhook-timestamp", String.valueOf(now.getEpochSecond()))
                .header("webhook-signature", secret.get().signature(id.value(), now.getEpochSecond(), body))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        try {
            HttpResponse<InputStream> answer = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            close(answer.body());
            return new Sent(outcome(answer.statusCode()), answer.statusCode());
        } catch (HttpTimeoutException slow) {
            return new Sent(DeliveryOutcome.TIMED_OUT, null);
        } catch (IOException unreachable) {
            return new Sent(DeliveryOutcome.UNREACHABLE, null);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new Sent(DeliveryOutcome.LOST, null);
        }
    }

    private static void close(InputStream body) {
        try (body) {
            // Nobody wants to read it.
        } catch (IOException broken) {
            // Then nothing is left of it either.
        }
    }

    private static DeliveryOutcome outcome(int status) {
        return status / 100 == 2
                ? DeliveryOutcome.DELIVERED
                : status == 410 ? DeliveryOutcome.GONE : DeliveryOutcome.REFUSED;
    }
}
