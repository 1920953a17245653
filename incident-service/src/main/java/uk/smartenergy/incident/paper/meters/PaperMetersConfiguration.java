package uk.smartenergy.incident.paper.meters;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.smartenergy.incident.platform.messaging.Messages;

@Configuration(proxyBeanMethods = false)
class PaperMetersConfiguration {
    @Bean
    PaperMeters paperMeters(Messages messages, Clock clock) {
        return new PaperMeters(messages, clock);
    }
}
