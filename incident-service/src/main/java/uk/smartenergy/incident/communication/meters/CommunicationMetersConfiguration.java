package uk.smartenergy.incident.communication.meters;

import io.micrometer.core.instrument.MeterRegistry;
import org.axonframework.config.ConfigurerModule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.smartenergy.incident.platform.messaging.Messages;
import uk.smartenergy.incident.platform.metrics.FromNowOn;

@Configuration(proxyBeanMethods = false)
class CommunicationMetersConfiguration {

    @Bean
    DeliveryMeters deliveryMeters(Messages messages) {
        return new DeliveryMeters(messages);
    }

    @Bean
    DeliveryAttempts deliveryAttempts(Messages messages, MeterRegistry registry) {
        return new DeliveryAttempts(messages, registry);
    }

    @Bean
    ConfigurerModule deliveryMetersProcessor() {
        return FromNowOn.feeding(DeliveryAttempts.PROCESSOR);
    }
}
