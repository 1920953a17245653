package uk.smartenergy.incident.communication.meters;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import uk.smartenergy.incident.api.communication.Channel;
import uk.smartenergy.incident.api.communication.DeliveryState;
import uk.smartenergy.incident.api.communication.SubscriptionQuery.CountDeliveries;
import uk.smartenergy.incident.api.communication.SubscriptionQuery.DeliveryCounts;
import uk.smartenergy.incident.api.communication.SubscriptionQuery.DeliveryKey;
import uk.smartenergy.incident.api.shared.Viewer;
import uk.smartenergy.incident.platform.messaging.Messages;
import uk.smartenergy.incident.platform.metrics.Metric;
import uk.smartenergy.incident.platform.metrics.Sampled;

/** Gauges of the subscriptions, and of the deliveries that have not arrived. */
final class DeliveryMeters implements MeterBinder {
    private final Sampled<DeliveryCounts> counts;

    DeliveryMeters(Messages messages) {
        counts = new Sampled<>(
                () -> messages.ask(new CountDeliveries(Viewer.service())),
                Duration.ofSeconds(3),
                Duration.ofSeconds(1));
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (Channel channel : Channel.values()) {
            Tags tags = Tags.of(Metric.CHANNEL, channel.name());
            Metric.SUBSCRIPTIONS.gauge(registry, tags, () -> figure(DeliveryCounts::subscriptions, channel));
            for (DeliveryState state : DeliveryState.values()) {
                if (state != DeliveryState.DELIVERED) {
                    DeliveryKey key = new DeliveryKey(channel, state);
                    Metric.DELIVERIES.gauge(
                            registry,
                            tags.and(Metric.STATE, state.name()),
                            () -> figure(DeliveryCounts::notDelivered, key));
                }
            }
        }
    }

    private <K> double figure(Function<DeliveryCounts, Map<K, Long>> figures, K key) {
        return counts.get()
                .map(answer -> figures.apply(answer).getOrDefault(key, 0L).doubleValue())
                .orElse(Double.NaN);
    }
}
