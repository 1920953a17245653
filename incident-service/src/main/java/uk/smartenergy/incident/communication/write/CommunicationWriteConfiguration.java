package uk.smartenergy.incident.communication.write;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.smartenergy.incident.api.communication.DeliveryEvent;
import uk.smartenergy.incident.api.communication.SubscriptionEvent;
import uk.smartenergy.incident.platform.eventstore.EventNames;
import uk.smartenergy.incident.platform.eventstore.EventNames.Entry;

/** Wires the rules, and names the events for ever. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CommunicationWriteConfiguration.RetryProperties.class)
class CommunicationWriteConfiguration {
    @Bean
    DeliveryRules deliveryRules(RetryProperties properties) {
        return new DeliveryRules(properties.pauses(), properties.lostAfter());
    }

    @Bean
    EventNames communicationEventNames() {
        return names();
    }

    static EventNames names() {
        return EventNames.of(
                Entry.of("communication.SubscriptionMade", SubscriptionEvent.SubscriptionMade.class),
                Entry.of("communication.SubscriptionEnded", SubscriptionEvent.SubscriptionEnded.class),
                Entry.of("communication.AttemptTaken", DeliveryEvent.AttemptTaken.class),
                Entry.of("communication.AttemptSucceeded", DeliveryEvent.AttemptSucceeded.class),
                Entry.of("communication.AttemptFailed", DeliveryEvent.AttemptFailed.class),
                Entry.of("communication.ReplayRequested", DeliveryEvent.ReplayRequested.class));
    }

    /**
     * @param pauses before the second attempt, the third, and so on; then it is given up
     * @param lostAfter when an attempt of which nothing is heard counts as failed
     */
    @ConfigurationProperties("incident.deliveries.retry")
    record RetryProperties(
            @DefaultValue({"5s", "30s", "2m", "10m", "1h"}) List<Duration> pauses,
            @DefaultValue("60s") Duration lostAfter) {}
}
