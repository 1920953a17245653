package uk.smartenergy.incident.api.communication;

import java.time.Instant;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.incident.IncidentId;
import uk.smartenergy.incident.api.shared.Event;

/** What happened to the delivery of one update to one subscriber. Until the first attempt it follows from what is on record. */
public sealed interface DeliveryEvent extends Event {
    DeliveryId deliveryId();

    /** @param lostAt when it counts as lost, if nothing is heard of it */
    @Revision("1")
    record AttemptTaken(
            DeliveryId deliveryId,
            SubscriptionId subscriptionId,
            IncidentId incidentId,
            int communication,
            int attempt,
            Instant lostAt)
            implements DeliveryEvent {}

    @Revision("1")
    record AttemptSucceeded(
            DeliveryId deliveryId, int attempt, @Nullable Integer status, long milliseconds) implements DeliveryEvent {}

    /** @param nextAt when the next is due; {@code null}: it is given up */
    @Revision("1")
    record AttemptFailed(
            DeliveryId deliveryId,
            int attempt,
            DeliveryOutcome outcome,
            @Nullable Integer status,
            long milliseconds,
            @Nullable Instant nextAt)
            implements DeliveryEvent {}

    @Revision("1")
    record ReplayRequested(DeliveryId deliveryId) implements DeliveryEvent {}
}
