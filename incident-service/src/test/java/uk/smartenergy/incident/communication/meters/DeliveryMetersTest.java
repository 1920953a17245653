package uk.smartenergy.incident.communication.meters;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import uk.smartenergy.incident.api.communication.Channel;
import uk.smartenergy.incident.api.communication.DeliveryEvent.AttemptFailed;
import uk.smartenergy.incident.api.communication.DeliveryEvent.AttemptSucceeded;
import uk.smartenergy.incident.api.communication.DeliveryId;
import uk.smartenergy.incident.api.communication.DeliveryOutcome;
import uk.smartenergy.incident.api.communication.DeliveryState;
import uk.smartenergy.incident.api.communication.SubscriptionQuery.CountDeliveries;
import uk.smartenergy.incident.api.communication.SubscriptionQuery.DeliveryCounts;
import uk.smartenergy.incident.api.communication.SubscriptionQuery.DeliveryKey;
import uk.smartenergy.incident.platform.metrics.AskedMessages;

class DeliveryMetersTest {
    private static final DeliveryId DELIVERY = new DeliveryId("DLV00000000000000000000000000000001");

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

    @Nested
    class Gauges {
        @Test
        void showTheCountsOfOneAnswerAndZeroForTheRest() {
            AskedMessages messages = new AskedMessages(query -> new DeliveryCounts(
                    Map.of(Channel.WEBHOOK, 2L), Map.of(new DeliveryKey(Channel.WEBHOOK, DeliveryState.RETRYING), 3L)));
            new DeliveryMeters(messages).bindTo(registry);
            assertThat(registry.scrape())
                    .contains("incidents_subscriptions{channel=\"WEBHOOK\"} 2")
                    .contains("incidents_subscriptions{channel=\"EMAIL\"} 0")
                    .contains("incidents_deliveries{channel=\"WEBHOOK\",state=\"RETRYING\"} 3")
                    .contains("incidents_deliveries{channel=\"EMAIL\",state=\"FAILED\"} 0")
                    .doesNotContain("state=\"DELIVERED\"");
            assertThat(messages.asked)
                    .singleElement()
                    .isInstanceOfSatisfying(
                            CountDeliveries.class,
                            query -> assertThat(query.viewer().cleared()).isFalse());
        }
    }

    @Nested
    class Attempts {
        @Test
        void areCountedByChannelAndOutcomeAndTimed() {
            DeliveryAttempts attempts =
                    new DeliveryAttempts(new AskedMessages(query -> Optional.of(Channel.EMAIL)), registry);
            attempts.on(new AttemptFailed(DELIVERY, 1, DeliveryOutcome.UNREACHABLE, null, 200, null));
            attempts.on(new AttemptSucceeded(DELIVERY, 2, null, 300));
            assertThat(registry.scrape())
                    .contains("incidents_delivery_attempts_total{channel=\"EMAIL\",outcome=\"UNREACHABLE\"} 1.0")
                    .contains("incidents_delivery_attempts_total{channel=\"EMAIL\",outcome=\"DELIVERED\"} 1.0")
                    .contains("incidents_delivery_attempts_total{channel=\"WEBHOOK\",outcome=\"DELIVERED\"} 0.0")
                    .contains("incidents_delivery_time_seconds_count{channel=\"EMAIL\"} 2")
                    .contains("incidents_delivery_time_seconds_sum{channel=\"EMAIL\"} 0.5");
        }

        @Test
        void thatNobodyToldOfAreCountedButNotTimed() {
            new DeliveryAttempts(new AskedMessages(query -> Optional.of(Channel.WEBHOOK)), registry)
                    .on(new AttemptFailed(DELIVERY, 1, DeliveryOutcome.LOST, null, 0, null));
            assertThat(registry.scrape())
                    .contains("incidents_delivery_attempts_total{channel=\"WEBHOOK\",outcome=\"LOST\"} 1.0")
                    .contains("incidents_delivery_time_seconds_count{channel=\"WEBHOOK\"} 0");
        }

        @Test
        void ofWhichTheChannelCannotBeHadAreLeftOut() {
            new DeliveryAttempts(
                            new AskedMessages(query -> {
                                throw new IllegalStateException("the store is away");
                            }),
                            registry)
                    .on(new AttemptSucceeded(DELIVERY, 1, 200, 30));
            assertThat(registry.scrape())
                    .contains("incidents_delivery_attempts_total{channel=\"WEBHOOK\",outcome=\"DELIVERED\"} 0.0");
        }
    }
}
