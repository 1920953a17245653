package uk.smartenergy.incident.problem.meters;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.smartenergy.incident.platform.messaging.Messages;

@Configuration(proxyBeanMethods = false)
class ProblemMetersConfiguration {
    @Bean
    ProblemMeters problemMeters(Messages messages, Clock clock) {
        return new ProblemMeters(messages, clock);
    }
}
