package uk.smartenergy.incident.platform.eventstore;

import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Spliterators;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.axonframework.common.AxonConfigurationException;
import org.axonframework.common.jdbc.PersistenceExceptionResolver;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventUtils;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.BatchingEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.eventsourcing.snapshotting.SnapshotFilter;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.bson.BsonDocument;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps events and snapshots in a server of the MongoDB protocol. It needs neither transactions nor sessions: a unit of
 * work is one document, and the server's unique indexes decide who was first.
 *
 * <p>An append ends in one of these: it returns, and the events are durable; {@code ConcurrencyException} or {@code
 * AggregateStreamCreationException}, and another unit of work was first; {@link DuplicateEventIdentifierException};
 * {@link EventStoreUnavailableException}, and nothing was stored; {@link AppendOutcomeUnknownException}, and it may have
 * been. It never takes much longer than {@link EventStoreSettings#appendDeadline()}.
 *
 * <p>The store may be away when the engine is made, and at any time later; the engine recovers by itself. Call {@link
 * #start()} before use and {@link #close()} after it.
 */
public final class MongoEventStorageEngine extends BatchingEventStorageEngine implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(MongoEventStorageEngine.class);

    private static final Duration GRACE = Duration.ofMillis(250);
    private static final int MAX_EVENTS = Position.LAST;
    private static final int DUPLICATE_KEY = 11000;
    private static final long AWAY_PAUSE_MILLIS = 500;

    private final EventStoreSettings settings;
    private final AppendObserver observer;
    private final StoreAccess access;
    private final EventLog log;
    private final Gaps gaps;
    private final AppendWriter writer;
    private volatile boolean tailFailing;
    private volatile @Nullable Position tailReadFrom;

    private MongoEventStorageEngine(Builder builder) {
        super(builder);
        this.settings = builder.settings;
        this.observer = builder.observer;
        this.access = new StoreAccess(builder.database(), settings.lookup());
        this.log = new EventLog(access);
        this.gaps = new Gaps(log, settings.gapAge());
        this.writer = new AppendWriter(log, settings);
    }

    /** Begins the making of an engine; a database and both serializers must be given. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Begins to take events. When the store is away this returns all the same, and it is tried again whenever it is
     * needed.
     *
     * @throws EventStoreException when the store is there, but does not keep what the engine is built upon
     */
    public void start() {
        try {
            access.store();
        } catch (EventStoreUnavailableException e) {
            LOG.warn("The event store is away at start, and is tried again: {}", e.getMessage());
        }
        writer.start();
    }

    /** Stops taking events. What is under way is answered, if the store answers within some seconds. */
    @Override
    public void close() {
        writer.close();
    }

    @Override
    protected void appendEvents(List<? extends EventMessage<?>> events, Serializer serializer) {
        if (events.isEmpty()) {
            return;
        }
        long began = System.nanoTime();
        AppendObserver.Outcome outcome = AppendObserver.Outcome.REFUSED;
        try {
            PendingUnit unit =
                    encode(events, serializer, began + settings.appendDeadline().toNanos());
            writer.submit(unit);
            await(unit);
            outcome = AppendObserver.Outcome.STORED;
        } catch (KeyTakenException e) {
            outcome = e.isIdentifier() ? AppendObserver.Outcome.DUPLICATE_IDENTIFIER : AppendObserver.Outcome.CONFLICT;
            if (e.isIdentifier()) {
                throw new DuplicateEventIdentifierException(e.event().getIdentifier());
            }
            handlePersistenceException(e, e.event());
        } catch (EventStoreUnavailableException e) {
            outcome = AppendObserver.Outcome.UNAVAILABLE;
            throw e;
        } catch (AppendOutcomeUnknownException e) {
            outcome = AppendObserver.Outcome.UNKNOWN;
            throw e;
        } finally {
            observer.unitAnswered(outcome, events, Duration.ofNanos(System.nanoTime() - began));
        }
    }

    private PendingUnit encode(List<? extends EventMessage<?>> events, Serializer serializer, long deadline) {
        if (events.size() > MAX_EVENTS) {
            throw new EventStoreException(
                    "A unit of work has " + events.size() + " events, but at most " + MAX_EVENTS + " fit");
        }
        PendingUnit unit = new PendingUnit(events, serializer, deadline);
        EventMessage<?> duplicate = unit.duplicateWithin();
        if (duplicate != null) {
            throw KeyTakenException.within(duplicate);
        }
        if (unit.bytes > settings.maxUnitBytes()) {
            throw new EventStoreException("A unit of work of " + events.size() + " events has " + unit.bytes
                    + " bytes, but at most " + settings.maxUnitBytes() + " fit");
        }
        return unit;
    }

    private void await(PendingUnit unit) {
        try {
            long patience = unit.deadline - System.nanoTime() + GRACE.toNanos();
            unit.answer.get(patience, TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw abandon(unit, "The store has not answered in time", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw abandon(unit, "Interrupted while waiting for the store", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException reason) {
                throw reason;
            }
            throw new EventStoreException("Appending failed", e);
        }
    }

    private static RuntimeException abandon(PendingUnit unit, String reason, Exception cause) {
        if (unit.state.compareAndSet(PendingUnit.State.WAITING, PendingUnit.State.ABANDONED)) {
            return new EventStoreUnavailableException(reason + "; nothing was stored", cause);
        }
        return new AppendOutcomeUnknownException(reason + "; the events may or may not be stored", cause);
    }

    @Override
    protected void storeSnapshot(DomainEventMessage<?> snapshot, Serializer serializer) {
        BsonDocument document = Layout.snapshot(snapshot, serializer);
        try {
            // An older one is replaced, none is added, and beside a newer one the addition fails on _id.
            access.store()
                    .snapshots()
                    .replaceOne(
                            Filters.and(
                                    Filters.eq(Layout.ID, snapshot.getAggregateIdentifier()),
                                    Filters.lt(Layout.SEQUENCE, snapshot.getSequenceNumber())),
                            document,
                            new ReplaceOptions().upsert(true));
        } catch (MongoWriteException e) {
            if (e.getError().getCode() != DUPLICATE_KEY) {
                throw new EventStoreException("A snapshot of " + snapshot.getAggregateIdentifier() + " was refused", e);
            }
            LOG.debug("A newer snapshot of {} is there", snapshot.getAggregateIdentifier());
        } catch (MongoException e) {
            throw new EventStoreUnavailableException("The store is away: " + e.getMessage(), e);
        }
    }

    @Override
    protected Stream<? extends DomainEventData<?>> readSnapshotData(String aggregateIdentifier) {
        MongoCollection<BsonDocument> snapshots = access.store().snapshots();
        try {
            BsonDocument found =
                    snapshots.find(Filters.eq(Layout.ID, aggregateIdentifier)).first();
            return found == null ? Stream.empty() : Stream.of(Layout.snapshotData(found));
        } catch (MongoException e) {
            throw new EventStoreUnavailableException("The store is away: " + e.getMessage(), e);
        }
    }

    @Override
    protected Stream<? extends DomainEventData<?>> readEventData(String identifier, long firstSequenceNumber) {
        return StreamSupport.stream(new StreamReader(access, identifier, firstSequenceNumber), false);
    }

    @Override
    protected Stream<? extends TrackedEventData<?>> readEventData(
            @Nullable TrackingToken trackingToken, boolean mayBlock) {
        TrackedReader reader = new TrackedReader(log, gaps, trackingToken);
        return StreamSupport.stream(mayBlock ? new PatientReader(reader, Position.of(trackingToken)) : reader, false);
    }

    @Override
    protected List<? extends TrackedEventData<?>> fetchTrackedEvents(@Nullable TrackingToken lastToken, int batchSize) {
        List<TrackedEventData<?>> events = new ArrayList<>(batchSize);
        StreamSupport.stream(new TrackedReader(log, gaps, lastToken), false)
                .limit(batchSize)
                .forEach(events::add);
        return events;
    }

    @Override
    protected List<? extends DomainEventData<?>> fetchDomainEvents(
            String aggregateIdentifier, long firstSequenceNumber, int batchSize) {
        return readEventData(aggregateIdentifier, firstSequenceNumber)
                .limit(batchSize)
                .toList();
    }

    @Override
    public Optional<Long> lastSequenceNumberFor(String aggregateIdentifier) {
        long last = log.ask(finder -> finder.lastSequence(aggregateIdentifier));
        return last < 0 ? Optional.empty() : Optional.of(last);
    }

    /** Null, which is before everything. */
    @Override
    public @Nullable TrackingToken createTailToken() {
        return null;
    }

    @Override
    public @Nullable TrackingToken createHeadToken() {
        return headToken();
    }

    @Override
    public @Nullable TrackingToken createTokenAt(Instant dateTime) {
        return tokenAt(log.before(dateTime));
    }

    /**
     * The position of the last event that is durable, on whichever node it was appended; null when there is none.
     * Whoever has processed it has processed everything that was acknowledged before this was called.
     *
     * @throws EventStoreUnavailableException when the store is away, so that it cannot be known
     */
    public @Nullable GlobalSequenceTrackingToken headToken() {
        return tokenAt(log.lastEvent());
    }

    /** The number within {@link #headToken()}; 0 when there is no event. */
    public long head() {
        GlobalSequenceTrackingToken token = headToken();
        return token == null ? 0 : token.getGlobalIndex();
    }

    private static @Nullable GlobalSequenceTrackingToken tokenAt(Position position) {
        return position.commit() == 0 ? null : position.token();
    }

    /**
     * The event without an aggregate that was stored under an identifier, with its position.
     *
     * @throws EventStoreUnavailableException when the store is away
     */
    public Optional<TrackedEventMessage<?>> findByEventIdentifier(String identifier) {
        List<BsonDocument> holders = log.ask(finder -> finder.holding(List.of(Keys.ofEvent(identifier))));
        List<TrackedEventData<?>> events = new ArrayList<>();
        holders.forEach(holder -> Layout.addTracked(holder, 0, events));
        return EventUtils.upcastAndDeserializeTrackedEvents(
                        events.stream()
                                .filter(event -> !(event instanceof DomainEventData<?>)
                                        && event.getEventIdentifier().equals(identifier)),
                        getEventSerializer(),
                        upcasterChain)
                .findFirst();
    }

    /** Whether the store has been reached and has shown what it promises, and the writer runs. */
    boolean isRunning() {
        return access.isOpen() && writer.isAlive();
    }

    StoreAccess access() {
        return access;
    }

    /**
     * For the reader at the end, which asks again and again. While the store is away there is nothing to read, which is
     * said once and not with every attempt; and an event that the reader cannot take is not thrust upon it without
     * pause.
     */
    private final class PatientReader extends Spliterators.AbstractSpliterator<TrackedEventData<?>> {

        private final TrackedReader reader;
        private final Position from;
        private boolean first = true;

        PatientReader(TrackedReader reader, Position from) {
            super(Long.MAX_VALUE, NONNULL | ORDERED | DISTINCT);
            this.reader = reader;
            this.from = from;
        }

        @Override
        public boolean tryAdvance(Consumer<? super TrackedEventData<?>> action) {
            try {
                boolean advanced = reader.tryAdvance(event -> {
                    pauseIfRepeated();
                    action.accept(event);
                });
                if (tailFailing) {
                    tailFailing = false;
                    LOG.info("The store is back; reading goes on");
                }
                return advanced;
            } catch (EventStoreUnavailableException e) {
                if (!tailFailing) {
                    tailFailing = true;
                    LOG.warn("The store is away; readers wait: {}", e.getMessage());
                }
                pause();
                return false;
            }
        }

        private void pauseIfRepeated() {
            if (first) {
                first = false;
                if (from.equals(tailReadFrom)) {
                    pause();
                }
                tailReadFrom = from;
            }
        }

        private void pause() {
            try {
                TimeUnit.MILLISECONDS.sleep(AWAY_PAUSE_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Makes an engine. */
    public static final class Builder extends BatchingEventStorageEngine.Builder {

        private @Nullable MongoDatabase database;
        private EventStoreSettings settings = EventStoreSettings.defaults();
        private AppendObserver observer = AppendObserver.NONE;
        private boolean eventSerializerGiven;
        private boolean snapshotSerializerGiven;

        private Builder() {
            persistenceExceptionResolver(KeyTakenException.class::isInstance);
        }

        /** Where the events are kept, with a client whose timeouts are short; mandatory. */
        public Builder database(MongoDatabase value) {
            this.database = value;
            return this;
        }

        public Builder settings(EventStoreSettings value) {
            this.settings = value;
            return this;
        }

        public Builder observer(AppendObserver value) {
            this.observer = value;
            return this;
        }

        /** Both serializers at once. */
        public Builder serializer(Serializer value) {
            return eventSerializer(value).snapshotSerializer(value);
        }

        @Override
        public Builder eventSerializer(Serializer value) {
            super.eventSerializer(value);
            eventSerializerGiven = true;
            return this;
        }

        @Override
        public Builder snapshotSerializer(Serializer value) {
            super.snapshotSerializer(value);
            snapshotSerializerGiven = true;
            return this;
        }

        @Override
        public Builder upcasterChain(EventUpcaster value) {
            super.upcasterChain(value);
            return this;
        }

        @Override
        public Builder snapshotFilter(SnapshotFilter value) {
            super.snapshotFilter(value);
            return this;
        }

        @Override
        public Builder persistenceExceptionResolver(PersistenceExceptionResolver value) {
            super.persistenceExceptionResolver(value);
            return this;
        }

        private MongoDatabase database() {
            return Objects.requireNonNull(database);
        }

        @Override
        protected void validate() {
            if (database == null || !eventSerializerGiven || !snapshotSerializerGiven) {
                throw new AxonConfigurationException(
                        "An event store needs a database, a serializer for events and one for snapshots");
            }
            super.validate();
        }

        public MongoEventStorageEngine build() {
            return new MongoEventStorageEngine(this);
        }
    }
}
