package uk.smartenergy.incident.communication.automation;

import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.communication.DeliveryOutcome;
import uk.smartenergy.incident.api.communication.Notice;
import uk.smartenergy.incident.api.communication.SubscriptionQuery.DueDelivery;

/** Brings a notice to where it is to go, within seconds, and never throws. */
interface Channels {
    Result send(DueDelivery due, Notice notice);

    /** @param status of the answer; {@code null} if there was none */
    record Result(DeliveryOutcome outcome, @Nullable Integer status) {}
}
