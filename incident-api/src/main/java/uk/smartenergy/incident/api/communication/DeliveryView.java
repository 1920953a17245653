package uk.smartenergy.incident.api.communication;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.incident.IncidentId;

/**
 * The delivery of one update to one subscriber.
 *
 * @param communication the update's number
 * @param dueAt when the update was recorded
 * @param nextAttemptAt when the next attempt is due; {@code null} if none is
 * @param version rises with everything that is done about it
 */
public record DeliveryView(
        DeliveryId id,
        SubscriptionId subscriptionId,
        IncidentId incident,
        int communication,
        DeliveryState state,
        Instant dueAt,
        List<Attempt> attempts,
        @Nullable Instant nextAttemptAt,
        long version) {
    public DeliveryView {
        attempts = List.copyOf(attempts);
    }

    /** @param outcome {@code null}: under way. @param status of the answer; {@code null} if there was none */
    public record Attempt(
            int number,
            Instant at,
            @Nullable DeliveryOutcome outcome,
            @Nullable Integer status,
            @Nullable Long milliseconds) {}
}
