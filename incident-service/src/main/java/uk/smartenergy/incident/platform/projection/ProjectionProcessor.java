package uk.smartenergy.incident.platform.projection;

import java.util.concurrent.TimeUnit;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.TrackingEventProcessor;
import org.axonframework.eventhandling.TrackingEventProcessorConfiguration;
import org.axonframework.eventhandling.tokenstore.inmemory.InMemoryTokenStore;
import org.axonframework.eventsourcing.eventstore.EventStore;

/**
 * Follows the event store with one thread that waits at its end and is woken by the next event. It begins at the first event whenever the
 * node starts, since images live in memory; its token does too. An error stops it where it stands, and soon it tries again from there.
 *
 * <p>A pooled streaming processor looks for events only twice a second if the event store is not remote, and makes pauses of a tenth of a
 * second while it replays; a reader would wait for the first, and a starting node for the second.
 */
final class ProjectionProcessor extends TrackingEventProcessor {
    static final String NAME = "projections";
    private static final int BATCH_SIZE = 500;
    private static final long LONGEST_PAUSE_MILLIS = 2_000;
    private static final long WAIT_MILLIS = 500;

    private ProjectionProcessor(Builder builder) {
        super(builder);
    }

    static ProjectionProcessor create(String name, Configuration configuration, EventHandlerInvoker invoker) {
        Builder builder = TrackingEventProcessor.builder();
        builder.name(name)
                .eventHandlerInvoker(invoker)
                .errorHandler(PropagatingErrorHandler.instance())
                .messageMonitor(configuration.messageMonitor(TrackingEventProcessor.class, name))
                .messageSource((EventStore) configuration.eventBus())
                .tokenStore(new InMemoryTokenStore())
                .transactionManager(NoTransactionManager.instance())
                .trackingEventProcessorConfiguration(TrackingEventProcessorConfiguration.forSingleThreadedProcessing()
                        .andBatchSize(BATCH_SIZE)
                        .andInitialTrackingToken(source -> source.createTailToken())
                        .andEventAvailabilityTimeout(WAIT_MILLIS, TimeUnit.MILLISECONDS));
        return new ProjectionProcessor(builder);
    }

    /** After an error; otherwise it would be up to a minute until a store that is back is read again. */
    @Override
    protected void doSleepFor(long millisToSleep) {
        super.doSleepFor(Math.min(millisToSleep, LONGEST_PAUSE_MILLIS));
    }
}
