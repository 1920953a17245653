package uk.smartenergy.incident.platform.messaging;

import java.time.Duration;
import java.util.Optional;
import uk.smartenergy.incident.platform.eventstore.AppendOutcomeUnknownException;
import uk.smartenergy.incident.platform.eventstore.DuplicateEventIdentifierException;
import uk.smartenergy.incident.platform.eventstore.EventStoreUnavailableException;
import uk.smartenergy.incident.platform.eventstore.MongoEventStorageEngine;
import uk.smartenergy.incident.platform.projection.EventLog;
import uk.smartenergy.incident.platform.projection.Projections;

/** {@link StoreGate} to this service's own event store and projections. */
final class EventStoreGate implements StoreGate {
    private final MongoEventStorageEngine engine;
    private final EventLog log;
    private final Projections projections;

    EventStoreGate(MongoEventStorageEngine engine, EventLog log, Projections projections) {
        this.engine = engine;
        this.log = log;
        this.projections = projections;
    }

    @Override
    public long head() {
        try {
            return log.head();
        } catch (RuntimeException failure) {
            throw translated(failure);
        }
    }

    @Override
    public boolean awaitProjected(long position, Duration atMost) {
        try {
            return projections.await(position, atMost);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public boolean awaitProjected(String projection, long position, Duration atMost) {
        try {
            return projections.progress(projection).await(position, atMost);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public boolean hasMore(String stream, long sequence) {
        try {
            return engine.readEvents(stream, sequence + 1).hasNext();
        } catch (RuntimeException failure) {
            throw translated(failure);
        }
    }

    @Override
    public Optional<String> claimed(String key) {
        try {
            return engine.findByEventIdentifier(key).map(event -> ((ClaimRecorded) event.getPayload()).value());
        } catch (RuntimeException failure) {
            throw translated(failure);
        }
    }

    @Override
    public RuntimeException translated(RuntimeException failure) {
        return switch (failure) {
            case DuplicateEventIdentifierException duplicate -> new ClaimTaken(duplicate.eventIdentifier());
            case EventStoreUnavailableException away -> new StoreAway("The store is away", away);
            case AppendOutcomeUnknownException unknown -> new OutcomeUnknown(unknown);
            default -> failure;
        };
    }
}
