package uk.smartenergy.incident.communication.meters;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import uk.smartenergy.incident.api.communication.Channel;
import uk.smartenergy.incident.api.communication.DeliveryEvent.AttemptFailed;
import uk.smartenergy.incident.api.communication.DeliveryEvent.AttemptSucceeded;
import uk.smartenergy.incident.api.communication.DeliveryId;
import uk.smartenergy.incident.api.communication.DeliveryOutcome;
import uk.smartenergy.incident.api.communication.SubscriptionQuery.FindChannel;
import uk.smartenergy.incident.api.shared.Viewer;
import uk.smartenergy.incident.platform.messaging.Messages;
import uk.smartenergy.incident.platform.metrics.Metric;

/**
 * Counts and times the attempts to deliver updates whose end is recorded from now on, by whichever node. It is fed each event once, in order, by
 * a processor that begins at the end of the event store, so it never counts a replay. RED Incidents are delivered to nobody.
 *
 * <p>A figure that cannot be had is left out and logged: metrics never stop anything.
 */
@ProcessingGroup(DeliveryAttempts.PROCESSOR)
final class DeliveryAttempts {
    static final String PROCESSOR = "delivery-meters";

    private static final List<Duration> BUCKETS = Metric.durations(
            "PT0.01S", "PT0.05S", "PT0.1S", "PT0.25S", "PT0.5S", "PT1S", "PT2.5S", "PT5S", "PT10S", "PT30S");
    private static final Logger log = LoggerFactory.getLogger(DeliveryAttempts.class);

    private final Messages messages;
    private final MeterRegistry registry;

    /** All figures stand at 0 from the beginning, so that the first of each is a rise. */
    DeliveryAttempts(Messages messages, MeterRegistry registry) {
        this.messages = messages;
        this.registry = registry;
        for (Channel channel : Channel.values()) {
            time(channel);
            for (DeliveryOutcome outcome : DeliveryOutcome.values()) {
                attempts(channel, outcome);
            }
        }
    }

    @EventHandler
    void on(AttemptSucceeded succeeded) {
        count(succeeded.deliveryId(), DeliveryOutcome.DELIVERED, succeeded.milliseconds());
    }

    @EventHandler
    void on(AttemptFailed failed) {
        count(failed.deliveryId(), failed.outcome(), failed.milliseconds());
    }

    private void count(DeliveryId delivery, DeliveryOutcome outcome, long milliseconds) {
        try {
            messages.ask(new FindChannel(Viewer.service(), delivery)).ifPresent(channel -> {
                attempts(channel, outcome).increment();
                if (outcome != DeliveryOutcome.LOST) {
                    time(channel).record(Duration.ofMillis(milliseconds));
                }
            });
        } catch (RuntimeException failed) {
            log.warn("An attempt to deliver is missing from the metrics: {}", String.valueOf(failed));
        }
    }

    private Counter attempts(Channel channel, DeliveryOutcome outcome) {
        return Metric.DELIVERY_ATTEMPTS.counter(
                registry, Tags.of(Metric.CHANNEL, channel.name(), Metric.OUTCOME, outcome.name()));
    }

    private Timer time(Channel channel) {
        return Metric.DELIVERY_TIME.timer(registry, Tags.of(Metric.CHANNEL, channel.name()), BUCKETS);
    }
}
