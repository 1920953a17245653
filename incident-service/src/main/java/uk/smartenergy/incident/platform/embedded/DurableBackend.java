package uk.smartenergy.incident.platform.embedded;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractMongoBackend;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.exception.MongoServerException;
import io.netty.channel.Channel;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.h2.mvstore.FileStore;
import org.h2.mvstore.MVStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the server's data in an H2 MVStore and answers a command only when all it wrote, or read, is safe on disk.
 *
 * <p>Commands that write run side by side under the shared side of a gate and draw a ticket. Whoever needs a ticket to
 * be durable takes the exclusive side, so that no command is half done, commits everything drawn so far, forces the
 * file, and sets the {@link CommitMark}: one commit serves all who wait. The store never commits by itself, since that could catch a command
 * between a document and its index entry.
 */
final class DurableBackend extends AbstractMongoBackend {

    private static final Logger LOG = LoggerFactory.getLogger(DurableBackend.class);

    private static final Set<String> WRITES = Set.of(
            "insert",
            "update",
            "delete",
            "findandmodify",
            "create",
            "createindexes",
            "drop",
            "dropindexes",
            "dropdatabase",
            "renamecollection",
            "aggregate");
    private static final Set<String> READS = Set.of("find", "getmore", "count", "distinct");

    private static final int NOT_WRITABLE = 10107;
    private static final int CACHE_MEGABYTES = 64;
    private static final int RETENTION_MILLIS = 1_000;
    private static final int COMPACTION_PAUSE_MILLIS = 100;
    /** At most one part in so many of the time goes into compaction. */
    private static final int COMPACTION_SHARE = 8;

    private static final int COMPACTION_FILL_PERCENT = 60;
    private static final int COMPACTION_STEP_BYTES = 1024 * 1024;

    private final MVStore store;
    private final @Nullable CommitMark mark;
    private final boolean onDisk;
    private final ReentrantReadWriteLock gate = new ReentrantReadWriteLock();
    private final ReentrantLock committing = new ReentrantLock();
    private final AtomicLong drawn = new AtomicLong();
    private volatile long durable;
    private volatile @Nullable RuntimeException broken;
    private final @Nullable ScheduledExecutorService housekeeper;
    private long compactedAt;

    private DurableBackend(MVStore store, @Nullable CommitMark mark) {
        super(defaultClock());
        this.store = store;
        this.mark = mark;
        this.onDisk = store.getFileStore() != null;
        store.getMapNames().stream()
                .filter(name -> name.startsWith(StoredDatabase.DOCUMENTS))
                .map(name -> Utils.firstFragment(name.substring(StoredDatabase.DOCUMENTS.length())))
                .distinct()
                .forEach(this::resolveDatabase);
        this.housekeeper = onDisk ? startHousekeeper() : null;
    }

    static DurableBackend inMemory() {
        return new DurableBackend(MVStore.open(null), null);
    }

    /**
     * Opens a store, which is made where there is none.
     *
     * @param file path of the file, as H2 understands it
     */
    static DurableBackend onDisk(String file) {
        CommitMark mark = CommitMark.open(file);
        MVStore store = null;
        try {
            store = new MVStore.Builder()
                    .fileName(file)
                    .autoCommitDisabled()
                    .autoCommitBufferSize(0)
                    .cacheSize(CACHE_MEGABYTES)
                    .open();
            store.setRetentionTime(RETENTION_MILLIS);
            return new DurableBackend(store, mark);
        } catch (RuntimeException e) {
            mark.close();
            if (store != null) {
                store.closeImmediately();
            }
            throw e;
        }
    }

    private ScheduledExecutorService startHousekeeper() {
        ScheduledExecutorService service = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "embedded-compaction");
            thread.setDaemon(true);
            return thread;
        });
        service.schedule(() -> compactAgain(service), COMPACTION_PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        return service;
    }

    @Override
    protected MongoDatabase openOrCreateDatabase(String databaseName) {
        return new StoredDatabase(databaseName, store, getCursorRegistry());
    }

    @Override
    public Document handleCommand(Channel channel, String databaseName, String command, Document query) {
        String name = command.toLowerCase(Locale.ROOT);
        if (!onDisk) {
            return super.handleCommand(channel, databaseName, command, query);
        }
        if (WRITES.contains(name)) {
            return write(channel, databaseName, command, query);
        }
        Document answer = super.handleCommand(channel, databaseName, command, query);
        if (READS.contains(name)) {
            awaitDurable(drawn.get());
        }
        return answer;
    }

    private Document write(Channel channel, String databaseName, String command, Document query) {
        refuseWhenBroken();
        Document answer;
        long ticket;
        gate.readLock().lock();
        try {
            ticket = drawn.incrementAndGet();
            answer = super.handleCommand(channel, databaseName, command, query);
        } finally {
            gate.readLock().unlock();
        }
        awaitDurable(ticket);
        return answer;
    }

    private void awaitDurable(long ticket) {
        if (durable >= ticket) {
            return;
        }
        committing.lock();
        try {
            if (durable < ticket) {
                refuseWhenBroken();
                commit();
            }
        } catch (RuntimeException e) {
            throw new MongoServerException("The data file cannot be written: " + e.getMessage(), e);
        } finally {
            committing.unlock();
        }
    }

    private void commit() {
        try {
            long upTo;
            long version;
            gate.writeLock().lock();
            try {
                upTo = drawn.get();
                version = store.commit();
            } finally {
                gate.writeLock().unlock();
            }
            if (version >= 0) {
                store.sync();
                markWhole(version);
            }
            durable = upTo;
        } catch (RuntimeException e) {
            broken = e;
            LOG.error("The data file cannot be written; nothing more is taken until a restart", e);
            throw e;
        }
    }

    private void markWhole(long version) {
        if (mark != null) {
            mark.set(version);
        }
    }

    private void refuseWhenBroken() {
        RuntimeException cause = broken;
        if (cause != null) {
            // A code by which every client knows that nothing was written.
            throw new MongoServerError(
                    NOT_WRITABLE, "NotWritablePrimary", "The data file could not be written: " + cause.getMessage());
        }
    }

    private void compactAgain(ScheduledExecutorService service) {
        long began = System.nanoTime();
        compactOneStep();
        long pause = Math.max(
                TimeUnit.MILLISECONDS.toNanos(COMPACTION_PAUSE_MILLIS),
                (System.nanoTime() - began) * (COMPACTION_SHARE - 1));
        try {
            service.schedule(() -> compactAgain(service), pause, TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException e) {
            LOG.debug("No more compaction: the store is being closed");
        }
    }

    /** Rewrites a bounded share of half-empty blocks, so that their space can be used again, and only after writes. */
    void compactOneStep() {
        if (broken != null || durable == compactedAt) {
            return;
        }
        committing.lock();
        try {
            long upTo = durable;
            gate.writeLock().lock();
            boolean rewritten;
            try {
                FileStore<?> file = store.getFileStore();
                rewritten = file != null && file.compact(COMPACTION_FILL_PERCENT, COMPACTION_STEP_BYTES);
            } finally {
                gate.writeLock().unlock();
            }
            if (rewritten) {
                commit();
            } else {
                compactedAt = upTo;
            }
        } catch (RuntimeException e) {
            LOG.warn("A compaction step failed", e);
        } finally {
            committing.unlock();
        }
    }

    boolean isUsable() {
        return broken == null && !store.isClosed();
    }

    long fileSize() {
        FileStore<?> file = store.getFileStore();
        return file == null || store.isClosed() ? 0 : file.size();
    }

    @Override
    public void close() {
        if (housekeeper != null) {
            housekeeper.shutdownNow();
        }
        super.close();
        committing.lock();
        try {
            if (broken == null && onDisk) {
                commit();
                store.close();
            } else {
                store.closeImmediately();
            }
        } finally {
            if (mark != null) {
                mark.close();
            }
            committing.unlock();
        }
    }
}
