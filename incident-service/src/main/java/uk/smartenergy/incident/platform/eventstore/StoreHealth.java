package uk.smartenergy.incident.platform.eventstore;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says whether commands are taken: it writes to the store, as an append would, and does not wait for long. It is cheap
 * enough for a probe every few seconds; answers are shared for a second.
 */
public final class StoreHealth implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(StoreHealth.class);

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final long FRESH_NANOS = Duration.ofSeconds(1).toNanos();

    private final MongoEventStorageEngine engine;
    private final String mark = "health " + UUID.randomUUID();
    private final ExecutorService executor = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "event-store-health");
        thread.setDaemon(true);
        return thread;
    });
    private @Nullable CompletableFuture<State> asked;
    private long askedAt;
    private long count;

    /**
     * Whether commands are taken.
     *
     * @param takesCommands whether the store took a write just now
     * @param detail why not; empty if so
     */
    public record State(boolean takesCommands, String detail) {}

    public StoreHealth(MongoEventStorageEngine engine) {
        this.engine = engine;
    }

    /** Tries the store; answers within 2 s, also when the store does not. */
    public State check() {
        try {
            return ask().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return new State(false, "The store does not answer");
        } catch (ExecutionException e) {
            return new State(false, String.valueOf(e.getCause()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new State(false, "Interrupted");
        }
    }

    private synchronized CompletableFuture<State> ask() {
        CompletableFuture<State> last = asked;
        boolean fresh = last != null && (!last.isDone() || System.nanoTime() - askedAt < FRESH_NANOS);
        if (last == null || !fresh) {
            last = CompletableFuture.supplyAsync(this::tryWrite, executor);
            asked = last;
            askedAt = System.nanoTime();
        }
        return last;
    }

    private void forget() {
        if (count > 0) {
            engine.access().store().checks().deleteOne(Filters.eq(Layout.ID, mark));
        }
    }

    private State tryWrite() {
        try {
            MongoCollection<BsonDocument> checks = engine.access().store().checks();
            count++;
            checks.replaceOne(
                    Filters.eq(Layout.ID, mark),
                    new BsonDocument(Layout.ID, new BsonString(mark))
                            .append(Layout.KEYS, new BsonArray(List.of(new BsonString(mark))))
                            .append("n", new BsonInt64(count)),
                    new ReplaceOptions().upsert(true));
            engine.headToken();
            return engine.isRunning() ? new State(true, "") : new State(false, "The writer does not run");
        } catch (RuntimeException e) {
            return new State(false, String.valueOf(e.getMessage()));
        }
    }

    /** Leaves no trace in the store, if it is there. */
    @Override
    public void close() {
        try {
            executor.submit(this::forget).get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            LOG.debug("The mark of the health check stays behind", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        executor.shutdownNow();
    }
}
