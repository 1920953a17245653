package uk.smartenergy.incident.platform.projection;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.axonframework.config.Configurer;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.config.EventProcessingConfigurer;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.inmemory.InMemoryTokenStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Gives every {@link Projection} a pooled streaming processor of its own with one segment, which begins at the first event whenever the
 * node starts, since images live in memory. An error stops it where it stands, and it tries again from there.
 */
@Configuration(proxyBeanMethods = false)
class ProjectionConfiguration {
    private static final int BATCH_SIZE = 500;
    /** How soon a processor that an error stopped is taken up again. */
    private static final long RETRY_MILLIS = 500;

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
                    .registerTokenStore(name, configuration -> new InMemoryTokenStore())
                    .registerListenerInvocationErrorHandler(name, c -> PropagatingErrorHandler.instance())
                    .registerErrorHandler(name, configuration -> PropagatingErrorHandler.instance())
                    .registerPooledStreamingEventProcessor(
                            name,
                            configuration -> (EventStore) configuration.eventBus(),
                            (configuration, builder) -> builder.initialSegmentCount(1)
                                    .batchSize(BATCH_SIZE)
                                    .tokenClaimInterval(RETRY_MILLIS)
                                    .initialToken(source -> source.createTailToken()));
        }
    }

    static Optional<StreamingEventProcessor> processor(org.axonframework.config.Configuration axon, String name) {
        return axon.eventProcessingConfiguration().eventProcessor(name, StreamingEventProcessor.class);
    }
}
