package uk.smartenergy.incident.platform.projection;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.axonframework.config.Configurer;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.config.EventProcessingConfigurer;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Gives every {@link Projection} a {@link ProjectionProcessor} of its own. */
@Configuration(proxyBeanMethods = false)
class ProjectionConfiguration {
    @Bean
    EventLog eventLog(ObjectProvider<EventStorageEngine> engine) {
        return new EventLog(engine::getObject);
    }

    @Bean
    Projections projections(
            ObjectProvider<Projection> projections,
            ObjectProvider<org.axonframework.config.Configuration> axon,
            EventLog log,
            ObjectProvider<Clock> clock) {
        return new Projections(
                projections.orderedStream().toList(),
                name -> processor(axon.getObject(), name),
                log,
                clock.getIfAvailable(Clock::systemUTC));
    }

    @Bean
    ConfigurerModule projectionProcessors(Projections projections) {
        return configurer -> register(configurer, projections.handlers());
    }

    static void register(Configurer configurer, List<ProjectionHandler> handlers) {
        EventProcessingConfigurer processing = configurer.eventProcessing();
        for (ProjectionHandler handler : handlers) {
            String name = handler.projection().name();
            processing
                    .registerEventHandler(configuration -> handler)
                    .assignHandlerInstancesMatching(name, candidate -> candidate == handler)
                    .registerListenerInvocationErrorHandler(name, c -> PropagatingErrorHandler.instance())
                    .registerEventProcessor(name, ProjectionProcessor::create);
        }
    }

    static Optional<StreamingEventProcessor> processor(org.axonframework.config.Configuration axon, String name) {
        return axon.eventProcessingConfiguration().eventProcessor(name, StreamingEventProcessor.class);
    }
}
