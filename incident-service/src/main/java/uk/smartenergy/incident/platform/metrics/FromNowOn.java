package uk.smartenergy.incident.platform.metrics;

import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventhandling.TrackingEventProcessor;
import org.axonframework.eventhandling.TrackingEventProcessorConfiguration;
import org.axonframework.eventhandling.tokenstore.inmemory.InMemoryTokenStore;
import org.axonframework.eventsourcing.eventstore.EventStore;

/**
 * Feeds counters. It begins at the end of the event store, for counters count what happens from now on. Where that end is may not be known yet,
 * since the store may be away when the service starts; a pooled processor would give up, and the service with it. This one tries again soon
 * after an error, so that it runs as soon as the store is back.
 */
public final class FromNowOn extends TrackingEventProcessor {
    private static final long LONGEST_PAUSE_MILLIS = 2_000;

    private FromNowOn(Builder builder) {
        super(builder);
    }

    /** @param processor the name of the processing group whose handlers count */
    public static ConfigurerModule feeding(String processor) {
        return configurer -> configurer
                .eventProcessing()
                .registerEventProcessor(
                        processor,
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

    @Override
    protected void doSleepFor(long millisToSleep) {
        super.doSleepFor(Math.min(millisToSleep, LONGEST_PAUSE_MILLIS));
    }
}
