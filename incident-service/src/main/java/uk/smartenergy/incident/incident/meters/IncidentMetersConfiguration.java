package uk.smartenergy.incident.incident.meters;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventhandling.tokenstore.inmemory.InMemoryTokenStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.smartenergy.incident.platform.messaging.Messages;

@Configuration(proxyBeanMethods = false)
class IncidentMetersConfiguration {

    @Bean
    OpenIncidentMeters openIncidentMeters(Messages messages, Clock clock) {
        return new OpenIncidentMeters(messages, clock);
    }

    @Bean
    IncidentMovements incidentMovements(Messages messages, MeterRegistry registry) {
        return new IncidentMovements(messages, new IncidentMovementMeters(registry));
    }

    /** Begins at the end of the event store: counters count what happens from now on. */
    @Bean
    ConfigurerModule incidentMetersProcessor() {
        return configurer -> configurer
                .eventProcessing()
                .registerTokenStore(IncidentMovements.PROCESSOR, configuration -> new InMemoryTokenStore())
                .registerPooledStreamingEventProcessor(
                        IncidentMovements.PROCESSOR,
                        configuration -> (EventStore) configuration.eventBus(),
                        (configuration, builder) ->
                                builder.initialSegmentCount(1).initialToken(source -> source.createHeadToken()));
    }
}
