package uk.smartenergy.incident.api.communication;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.incident.IncidentId;
import uk.smartenergy.incident.api.shared.Command;

/** What can be asked of a delivery. Each is answered with whether anything changed. */
public sealed interface DeliveryCommand extends Command {
    DeliveryId deliveryId();

    /**
     * Take an attempt upon oneself: of all who ask, one gets it.
     *
     * @param attempt which one, from 1
     */
    record TakeAttempt(
            @TargetAggregateIdentifier DeliveryId deliveryId,
            SubscriptionId subscriptionId,
            IncidentId incidentId,
            int communication,
            int attempt)
            implements DeliveryCommand {}

    /**
     * Tell what came of an attempt. {@link DeliveryOutcome#LOST} is for others to say, when nobody else has for long enough.
     *
     * @param status of the answer; {@code null} if there was none
     */
    record RecordOutcome(
            @TargetAggregateIdentifier DeliveryId deliveryId,
            int attempt,
            DeliveryOutcome outcome,
            @Nullable Integer status,
            long milliseconds)
            implements DeliveryCommand {}

    /** Deliver again what was delivered, or given up. */
    record ReplayDelivery(@TargetAggregateIdentifier DeliveryId deliveryId) implements DeliveryCommand {}
}
