package uk.smartenergy.incident.api.communication;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.incident.IncidentId;
import uk.smartenergy.incident.api.shared.Page;
import uk.smartenergy.incident.api.shared.Query;
import uk.smartenergy.incident.api.shared.Viewer;

/**
 * What can be asked about subscriptions and deliveries. A viewer sees the own subscriptions, the DCC's staff all; and of deliveries only those of
 * Incidents that the viewer may see.
 */
public sealed interface SubscriptionQuery<R> extends Query<R> {

    /** In the order in which they were made. */
    record FindSubscriptions(Viewer viewer) implements SubscriptionQuery<List<SubscriptionView>> {}

    record GetSubscription(Viewer viewer, SubscriptionId subscriptionId)
            implements SubscriptionQuery<Optional<SubscriptionView>> {}

    /**
     * The latest first; empty if there is no such subscription.
     *
     * @param states empty: any
     * @param after where the page before ended
     */
    record FindDeliveries(
            Viewer viewer,
            SubscriptionId subscriptionId,
            Set<DeliveryState> states,
            @Nullable Long after,
            int limit) implements SubscriptionQuery<Optional<Page<DeliveryView>>> {}

    record GetDelivery(Viewer viewer, SubscriptionId subscriptionId, DeliveryId deliveryId)
            implements SubscriptionQuery<Optional<DeliveryView>> {}

    /** Subscriptions, and deliveries that are not delivered, in counts; for gauges only. */
    record CountDeliveries(Viewer viewer) implements SubscriptionQuery<DeliveryCounts> {}

    /** @param notDelivered with none that is {@link DeliveryState#DELIVERED} */
    record DeliveryCounts(Map<Channel, Long> subscriptions, Map<DeliveryKey, Long> notDelivered) {
        public DeliveryCounts {
            subscriptions = Map.copyOf(subscriptions);
            notDelivered = Map.copyOf(notDelivered);
        }
    }

    record DeliveryKey(Channel channel, DeliveryState state) {}

    /** By which channel a delivery goes; empty if its subscription has ended. */
    record FindChannel(Viewer viewer, DeliveryId deliveryId) implements SubscriptionQuery<Optional<Channel>> {}

    /**
     * Deliveries for which something is to be done now; for the automation only.
     *
     * @param busy subscriptions that are left alone
     * @param busyPlaces how many are under way to a place already
     * @param limit how many at most; of each subscription one, the oldest
     * @param limitAtOnePlace how many to one place, with those under way: whoever is slow takes nobody else's turn
     */
    record FindDueDeliveries(
            Viewer viewer,
            Instant now,
            Set<SubscriptionId> busy,
            Map<String, Integer> busyPlaces,
            int limit,
            int limitAtOnePlace)
            implements SubscriptionQuery<List<DueDelivery>> {}

    /**
     * @param attempt the next one; or if {@code lost}, the one that nothing was heard of
     * @param subscription whose owner must be entitled to it
     */
    record DueDelivery(
            DeliveryId deliveryId,
            SubscriptionView subscription,
            IncidentId incidentId,
            int communication,
            int attempt,
            boolean lost) {}
}
