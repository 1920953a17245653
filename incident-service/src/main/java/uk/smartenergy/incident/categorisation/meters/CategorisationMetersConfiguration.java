package uk.smartenergy.incident.categorisation.meters;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.smartenergy.incident.platform.messaging.Messages;

@Configuration(proxyBeanMethods = false)
class CategorisationMetersConfiguration {

    @Bean
    PolicyMeters policyMeters(Messages messages, Clock clock) {
        return new PolicyMeters(messages, clock);
    }

    @Bean
    BacktestMeters backtestMeters(Messages messages) {
        return new BacktestMeters(messages);
    }
}
