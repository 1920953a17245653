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

/**
 * Feeds every {@link Projection} from one {@link ProjectionProcessor}: a node that starts reads the store once, however many images it keeps. Where one
 * cannot go on, none does; the node is not ready then anyway.
 */
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
                () -> processor(axon.getObject()),
                log,
                clock.getIfAvailable(Clock::systemUTC));
    }

    @Bean
    ConfigurerModule projectionProcessors(Projections projections) {
        return configurer -> register(configurer, projections.handlers());
    }

    static void register(Configurer configurer, List<ProjectionHandler> handlers) {
        if (handlers.isEmpty()) {
            return;
        }
        EventProcessingConfigurer processing = configurer.eventProcessing();
        handlers.forEach(handler -> processing.registerEventHandler(configuration -> handler));
        processing
                .assignHandlerInstancesMatching(ProjectionProcessor.NAME, ProjectionHandler.class::isInstance)
                .registerListenerInvocationErrorHandler(
                        ProjectionProcessor.NAME, c -> PropagatingErrorHandler.instance())
                .registerEventProcessor(ProjectionProcessor.NAME, ProjectionProcessor::create);
    }

    static Optional<StreamingEventProcessor> processor(org.axonframework.config.Configuration axon) {
        return axon.eventProcessingConfiguration()
                .eventProcessor(ProjectionProcessor.NAME, StreamingEventProcessor.class);
    }
}
