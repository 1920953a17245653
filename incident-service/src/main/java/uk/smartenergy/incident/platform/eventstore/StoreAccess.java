package uk.smartenergy.incident.platform.eventstore;

import com.mongodb.MongoException;
import com.mongodb.client.MongoDatabase;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way to the store, opened when it is first needed and it is there. A server that does not keep what the engine
 * builds upon is refused, and is refused again whenever it is asked for.
 */
final class StoreAccess {

    private static final Logger LOG = LoggerFactory.getLogger(StoreAccess.class);

    private static final long RETRY_NANOS = TimeUnit.MILLISECONDS.toNanos(250);
    private static final long PATIENCE_SECONDS = 5;

    private final MongoDatabase database;
    private final Lookup lookup;
    private final ReentrantLock opening = new ReentrantLock();
    private volatile @Nullable Store store;
    private volatile boolean suspect;
    /** Changes under the lock only. */
    private volatile int openings;

    private @Nullable RuntimeException failure;
    private long failedAt;

    StoreAccess(MongoDatabase database, Lookup lookup) {
        this.database = database;
        this.lookup = lookup;
    }

    boolean isOpen() {
        return store != null && !suspect;
    }

    /**
     * The store.
     *
     * @throws EventStoreUnavailableException while it is away
     * @throws EventStoreException when it does not keep what it must
     */
    Store store() {
        Store known = store;
        return known == null || suspect ? open() : known;
    }

    /**
     * Takes note that the store did not answer as it should. Before it is used again it must show what it promises once
     * more: it may have come back as another one, without its indexes.
     */
    void suspect() {
        suspect = true;
    }

    /** How often the store was opened; what was known of it before the last time must be looked at anew. */
    int openings() {
        return openings;
    }

    private Store open() {
        boolean mine;
        try {
            mine = opening.tryLock(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EventStoreUnavailableException("Interrupted while waiting for the store", e);
        }
        if (!mine) {
            throw new EventStoreUnavailableException("The store is being opened", null);
        }
        try {
            Store known = store;
            if (known != null && !suspect) {
                return known;
            }
            if (failure != null && System.nanoTime() - failedAt < RETRY_NANOS) {
                throw failure;
            }
            suspect = false;
            Store opened = ServerPromises.open(database, lookup);
            LOG.info(
                    "The event store in database {} is open, looked up by {}",
                    database.getName(),
                    opened.range() ? Lookup.RANGE : Lookup.PROBE);
            store = opened;
            openings = openings + 1;
            failure = null;
            return opened;
        } catch (MongoException e) {
            throw remember(new EventStoreUnavailableException("The store is away: " + e.getMessage(), e));
        } catch (EventStoreException e) {
            throw remember(e);
        } finally {
            opening.unlock();
        }
    }

    private RuntimeException remember(RuntimeException e) {
        suspect = true;
        failure = e;
        failedAt = System.nanoTime();
        return e;
    }
}
