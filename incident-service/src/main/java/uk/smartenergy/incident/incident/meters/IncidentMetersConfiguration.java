package uk.smartenergy.incident.incident.meters;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventhandling.TrackingEventProcessor;
import org.axonframework.eventhandling.TrackingEventProcessorConfiguration;
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

    /**
     * Begins at the end of the event store: counters count what happens from now on. Where that end is may not be known yet, for the store may
     * be away when the service starts; a pooled processor would give up, and the service with it.
     */
    @Bean
    ConfigurerModule incidentMetersProcessor() {
        return configurer -> configurer
                .eventProcessing()
                .registerEventProcessor(
                        IncidentMovements.PROCESSOR,
                        (name, configuration, invoker) -> new FromNowOn(TrackingEventProcessor.builder()
                                .name(name)
                                .eventHandlerInvoker(invoker)
                                .messageMonitor(configuration.messageMonitor(TrackingEventProcessor.class, name))
                                .messageSource((EventStore) configuration.eventBus())
                                .tokenStore(new InMemoryTokenStore())
                                .transactionManager(NoTransactionManager.instance())
                                .trackingEventProcessorConfiguration(
                                        TrackingEventProcessorConfiguration.forSingleThreadedProcessing()
                                                .andInitialTrackingToken(source -> source.createHeadToken()))));
    }

    /** Tries again soon after an error, so that it runs as soon as a store that was away is back. */
    private static final class FromNowOn extends TrackingEventProcessor {
        private static final long LONGEST_PAUSE_MILLIS = 2_000;

        private FromNowOn(Builder builder) {
            super(builder);
        }

        @Override
        protected void doSleepFor(long millisToSleep) {
            super.doSleepFor(Math.min(millisToSleep, LONGEST_PAUSE_MILLIS));
        }
    }
}
