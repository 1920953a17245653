package uk.smartenergy.incident.regulatory.meters;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.smartenergy.incident.platform.messaging.Messages;

@Configuration(proxyBeanMethods = false)
class RegulatoryMetersConfiguration {
    @Bean
    RegisterMeters registerMeters(Messages messages, Clock clock) {
        return new RegisterMeters(messages, clock);
    }
}
