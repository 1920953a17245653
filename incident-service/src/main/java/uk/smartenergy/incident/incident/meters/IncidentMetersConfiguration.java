package uk.smartenergy.incident.incident.meters;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.axonframework.config.ConfigurerModule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.smartenergy.incident.platform.messaging.Messages;
import uk.smartenergy.incident.platform.metrics.FromNowOn;
import uk.smartenergy.incident.platform.reference.PerformanceMeasure;
import uk.smartenergy.incident.platform.reference.ReferenceData;

@Configuration(proxyBeanMethods = false)
class IncidentMetersConfiguration {

    @Bean
    OpenIncidentMeters openIncidentMeters(Messages messages, Clock clock) {
        return new OpenIncidentMeters(messages, clock);
    }

    @Bean
    PerformanceMeters performanceMeters(Messages messages, Clock clock, ReferenceData reference) {
        return new PerformanceMeters(
                messages,
                clock,
                reference.performanceMeasures().stream()
                        .map(PerformanceMeasure::code)
                        .toList());
    }

    @Bean
    IncidentMovements incidentMovements(Messages messages, MeterRegistry registry) {
        return new IncidentMovements(messages, new IncidentMovementMeters(registry));
    }

    @Bean
    ConfigurerModule incidentMetersProcessor() {
        return FromNowOn.feeding(IncidentMovements.PROCESSOR);
    }
}
