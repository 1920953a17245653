package uk.smartenergy.incident.platform.eventstore;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoConnectionPoolClearedException;
import com.mongodb.MongoException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoOperationTimeoutException;
import com.mongodb.MongoSecurityException;
import com.mongodb.MongoServerException;
import com.mongodb.MongoServerUnavailableException;
import com.mongodb.MongoSocketOpenException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.client.model.InsertManyOptions;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.bson.BsonDocument;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread of this process that appends. It takes what waits, numbers it from the end of the store, and sends it
 * as one ordered insertion; the unique indexes of the server decide between this writer and those of other processes.
 *
 * <p>A batch whose outcome is unknown is sent again with the same numbers until its deadlines: what the server has of
 * it already refuses the copy, and the commit's own UUID tells it apart from somebody else's.
 */
final class AppendWriter implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(AppendWriter.class);

    private static final int CAPACITY = 20_000;
    private static final int DUPLICATE_KEY = 11000;
    private static final Set<Integer> REFUSED_FOR_GOOD = Set.of(13, 18, 8000);
    private static final Set<Integer> WORTH_ANOTHER_TRY = Set.of(
            6, 7, 43, 50, 63, 64, 89, 91, 100, 112, 133, 189, 262, 317, 358, 384, 9001, 10058, 10107, 11600, 11602,
            13435, 13436);
    private static final long CROWDED_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final long IDLE_MILLIS = 100;
    private static final long CLOSING_MILLIS = 6_000;
    private static final int CHAIN_STEP = 32;

    private final EventLog log;
    private final EventStoreSettings settings;
    private final LinkedBlockingQueue<PendingUnit> queue = new LinkedBlockingQueue<>(CAPACITY);
    private final Deque<PendingUnit> setAside = new ArrayDeque<>();
    private final Thread thread;
    private volatile boolean closed;
    private @Nullable Head head;
    private boolean troubled;
    private int openings;
    private boolean crowded;
    private long crowdedSince;

    AppendWriter(EventLog log, EventStoreSettings settings) {
        this.log = log;
        this.settings = settings;
        this.thread = new Thread(this::run, "event-append");
        this.thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    boolean isAlive() {
        return thread.isAlive() && !closed;
    }

    /** Hands a unit over; its answer comes through the unit. */
    void submit(PendingUnit unit) {
        if (closed || !queue.offer(unit)) {
            unit.failed(new EventStoreUnavailableException(
                    closed ? "The event store is closed" : "Too many units of work wait for the store", null));
        } else if (closed) {
            refuseWaiting();
        }
    }

    private void run() {
        try {
            knowHeadEarly();
            while (!closed) {
                List<PendingUnit> batch = nextBatch();
                if (!batch.isEmpty()) {
                    try {
                        write(batch);
                    } catch (RuntimeException e) {
                        LOG.error("Appending failed in an unexpected way", e);
                        giveUp(batch, e);
                    }
                }
            }
        } catch (InterruptedException e) {
            LOG.debug("The append thread was interrupted", e);
        } finally {
            closed = true;
            refuseWaiting();
        }
    }

    private void knowHeadEarly() {
        if (settings.soleWriter()) {
            try {
                head = loadHead();
            } catch (RuntimeException e) {
                LOG.debug("The end of the store is not known yet", e);
            }
        }
    }

    private Head loadHead() {
        Head loaded = log.head();
        if (settings.soleWriter()) {
            log.ownEnd(log.lastEvent());
        }
        return loaded;
    }

    private void forgetHead() {
        head = null;
        log.ownEnd(null);
    }

    /** What waits, up to the size of one command; units that would clash among themselves go one after the other. */
    private List<PendingUnit> nextBatch() throws InterruptedException {
        List<PendingUnit> batch = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        long bytes = 0;
        Deque<PendingUnit> again = new ArrayDeque<>();
        boolean room = true;
        while (room) {
            PendingUnit unit = setAside.poll();
            if (unit == null) {
                unit = batch.isEmpty() && again.isEmpty()
                        ? queue.poll(IDLE_MILLIS, TimeUnit.MILLISECONDS)
                        : queue.poll();
            }
            if (unit == null) {
                break;
            }
            if (unit.isDone()) {
                continue;
            }
            boolean fits = batch.isEmpty() || bytes + unit.bytes <= settings.maxBatchBytes();
            if (!fits || unit.keys.stream().anyMatch(keys::contains)) {
                again.add(unit);
                room = fits;
                continue;
            }
            batch.add(unit);
            keys.addAll(unit.keys);
            bytes += unit.bytes;
            room = batch.size() < settings.maxBatchUnits();
        }
        while (!again.isEmpty()) {
            setAside.addFirst(again.removeLast());
        }
        return batch;
    }

    private void write(List<PendingUnit> batch) throws InterruptedException {
        List<PendingUnit> rest = new ArrayList<>(batch);
        int failures = 0;
        while (!rest.isEmpty()) {
            Head from;
            try {
                from = knownHead();
            } catch (EventStoreUnavailableException e) {
                if (closed) {
                    giveUp(rest, e);
                }
                giveUpLate(rest, e);
                rest.removeIf(PendingUnit::isDone);
                pause(failures++);
                continue;
            } catch (EventStoreException e) {
                giveUp(rest, e);
                return;
            }
            giveUpLate(rest, null);
            rest.removeIf(PendingUnit::isDone);
            if (rest.isEmpty()) {
                return;
            }
            pauseWhenCrowded();
            Attempt attempt = new Attempt(from, rest);
            rest = attempt.send();
            failures = attempt.failed ? failures + 1 : 0;
            if (attempt.failed) {
                pause(failures);
            }
        }
    }

    private Head knownHead() {
        Head known = head;
        if (known == null) {
            known = loadHead();
            head = known;
        }
        return known;
    }

    /** One numbering of the units that are left, which stays the same while the outcome is unknown. */
    private final class Attempt {

        private final Head from;
        private final List<PendingUnit> units;
        private final List<BsonDocument> documents = new ArrayList<>();
        private final List<Head> heads = new ArrayList<>();
        private boolean failed;

        Attempt(Head from, List<PendingUnit> units) {
            this.from = from;
            this.units = new ArrayList<>(units);
            Head last = from;
            for (PendingUnit unit : units) {
                last = last.next(unit.events.size(), unit.latest);
                heads.add(last);
                documents.add(unit.document(last));
            }
        }

        /** Sends until the outcome is known, or nobody waits for it any more. Answers what must be numbered anew. */
        List<PendingUnit> send() throws InterruptedException {
            boolean maybeStored = units.stream().anyMatch(unit -> unit.state.get() == PendingUnit.State.SENT);
            for (int failures = 0; ; failures++) {
                if (!anybodyWaits()) {
                    forgetHead();
                    return List.of();
                }
                if (!maybeStored && !markSent()) {
                    return left();
                }
                try {
                    reachStore();
                    log.access().store().events().insertMany(documents, new InsertManyOptions().ordered(true));
                    troubled = false;
                    storedBefore(units.size());
                    return List.of();
                } catch (MongoBulkWriteException e) {
                    if (e.getWriteConcernError() == null && !e.getWriteErrors().isEmpty()) {
                        troubled = false;
                        return afterError(e.getWriteErrors().get(0));
                    }
                    maybeStored = true;
                    troubled(e);
                } catch (MongoException e) {
                    troubled(e);
                    maybeStored = maybeStored || !isCertainlyNotStored(e);
                    if (isFinal(e)) {
                        if (!maybeStored) {
                            markWaiting();
                        }
                        giveUp(units, e);
                        return List.of();
                    }
                } catch (EventStoreUnavailableException e) {
                    LOG.debug("The store is not reached", e);
                }
                if (!maybeStored) {
                    markWaiting();
                }
                if (closed) {
                    giveUp(units, null);
                }
                giveUpLate(units, null);
                pause(failures);
            }
        }

        private boolean anybodyWaits() {
            return units.stream().anyMatch(unit -> !unit.isDone());
        }

        /** Whether all callers still wait; else the rest must be numbered anew, without those that went away. */
        private boolean markSent() {
            boolean all = true;
            for (PendingUnit unit : units) {
                all &= unit.state.compareAndSet(PendingUnit.State.WAITING, PendingUnit.State.SENT) && !unit.isDone();
            }
            if (!all) {
                markWaiting();
            }
            return all;
        }

        private void markWaiting() {
            units.forEach(unit -> unit.state.compareAndSet(PendingUnit.State.SENT, PendingUnit.State.WAITING));
        }

        private List<PendingUnit> left() {
            List<PendingUnit> left = new ArrayList<>(units);
            left.removeIf(PendingUnit::isDone);
            return left;
        }

        private void storedBefore(int count) {
            if (count > 0) {
                reachedEnd(heads.get(count - 1));
                units.subList(0, count).forEach(PendingUnit::stored);
            }
        }

        /** An ordered insertion has stored all before the error, and nothing after it. */
        private List<PendingUnit> afterError(BulkWriteError error) throws InterruptedException {
            int at = error.getIndex();
            storedBefore(at);
            PendingUnit unit = units.get(at);
            List<PendingUnit> left = new ArrayList<>(units.subList(at, units.size()));
            if (error.getCode() != DUPLICATE_KEY) {
                left.remove(0);
                unit.failed(new EventStoreException(
                        "The store refused the events: " + error.getMessage() + " (" + error.getCode() + ")"));
                return numberAnew(left);
            }
            try {
                Boolean numberTaken = indexOf(error.getMessage());
                if (!Boolean.FALSE.equals(numberTaken)
                        && followChain(heads.get(at).commit(), left)) {
                    lostPosition();
                    return numberAnew(left);
                }
                if (!Boolean.TRUE.equals(numberTaken) && conflictDecided(unit)) {
                    left.remove(0);
                    return numberAnew(left);
                }
            } catch (EventStoreUnavailableException e) {
                LOG.debug("Who holds the key is not known yet", e);
                giveUpLate(left, e);
            }
            failed = true;
            return numberAnew(left);
        }

        /** Those behind the error were certainly not stored by this attempt, nor are they by an earlier one. */
        private List<PendingUnit> numberAnew(List<PendingUnit> left) {
            left.removeIf(PendingUnit::isDone);
            return left;
        }
    }

    /** True for the number's index, false for the keys' index, nothing if the message does not tell. */
    static @Nullable Boolean indexOf(String message) {
        int at = message.indexOf("index: ");
        if (at < 0) {
            return null;
        }
        String rest = message.substring(at + "index: ".length());
        String name = rest.split("[\\s,]", 2)[0];
        if (name.contains("$")) {
            name = name.substring(name.lastIndexOf('$') + 1);
        }
        if (name.equals("_id_")) {
            return Boolean.TRUE;
        }
        return name.equals(ServerPromises.KEY_INDEX) ? Boolean.FALSE : null;
    }

    /**
     * Moves the head to the end of the chain that starts at a number which somebody holds. Those whose own commits are
     * found on the way are stored: an earlier attempt came through.
     *
     * @return false when nobody holds the number after all, or not durably yet
     */
    private boolean followChain(long number, List<PendingUnit> units) {
        List<BsonDocument> chain = log.ask(finder -> finder.headers(number, CHAIN_STEP));
        if (chain.isEmpty() || Layout.id(chain.get(0)) != number) {
            return false;
        }
        Head reached = Layout.head(chain.get(0));
        while (!chain.isEmpty()) {
            chain.forEach(header -> answerOwner(header, units));
            reached = Layout.head(chain.get(chain.size() - 1));
            long next = reached.commit() + 1;
            chain = chain.size() < CHAIN_STEP ? List.of() : log.ask(finder -> finder.headers(next, CHAIN_STEP));
        }
        reachedEnd(reached);
        return true;
    }

    private void reachedEnd(Head end) {
        head = end;
        log.saw(end.commit());
        if (settings.soleWriter()) {
            log.ownEnd(Position.endOf(end.commit()));
        }
    }

    private static void answerOwner(BsonDocument header, List<PendingUnit> units) {
        for (PendingUnit unit : units) {
            if (unit.commit.equals(Layout.commitId(header))) {
                unit.stored();
            }
        }
    }

    /** Looks who holds a unit's keys, and answers the unit. False when nobody does, or not durably yet. */
    private boolean conflictDecided(PendingUnit unit) {
        List<BsonDocument> holders = log.ask(finder -> finder.holding(unit.keys));
        if (holders.isEmpty()) {
            return false;
        }
        for (BsonDocument holder : holders) {
            log.saw(Layout.id(holder));
            if (Layout.commitId(holder).equals(unit.commit)) {
                unit.stored();
                return true;
            }
        }
        Set<String> held = new HashSet<>();
        for (BsonDocument holder : holders) {
            holder.getArray(Layout.KEYS).forEach(key -> held.add(key.asString().getValue()));
        }
        unit.failed(KeyTakenException.among(unit, held));
        return true;
    }

    /**
     * Looks first whether the store is there, when the last attempt failed, and whether it is still the same, when it was
     * away: nothing can be stored unknowingly meanwhile.
     */
    private void reachStore() {
        log.access().store();
        if (troubled || openings != log.access().openings()) {
            log.head();
            openings = log.access().openings();
        }
    }

    private void troubled(MongoException e) {
        if (!troubled) {
            LOG.warn("The store does not take events: {}", e.toString());
        }
        troubled = true;
        log.access().suspect();
    }

    private void lostPosition() {
        crowded = true;
        crowdedSince = System.nanoTime();
    }

    /** Leaves room for another writer; without it the one that is nearer to the server takes nearly all positions. */
    private void pauseWhenCrowded() {
        if (crowded) {
            crowded = System.nanoTime() - crowdedSince < CROWDED_NANOS;
            LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(200_000, 1_500_000));
        }
    }

    private static void pause(int failures) throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(Math.min(250, 1L << Math.min(failures, 8)));
    }

    /** Whether the command certainly never got as far as storing anything. */
    private static boolean isCertainlyNotStored(MongoException e) {
        // One that watches the whole operation (timeoutMS) may end when the command was long sent.
        return (e instanceof MongoTimeoutException && !(e instanceof MongoOperationTimeoutException))
                || e instanceof MongoSocketOpenException
                || e instanceof MongoConnectionPoolClearedException
                || e instanceof MongoServerUnavailableException
                || e instanceof MongoSecurityException
                || e instanceof MongoNotPrimaryException
                || (e instanceof MongoCommandException && REFUSED_FOR_GOOD.contains(e.getCode()));
    }

    /** Whether another try is pointless: the server has answered, and what it said will not change by itself. */
    private static boolean isFinal(MongoException e) {
        return e instanceof MongoServerException
                && !(e instanceof MongoNotPrimaryException)
                && e instanceof MongoCommandException
                && !WORTH_ANOTHER_TRY.contains(e.getCode())
                && !e.hasErrorLabel(MongoException.TRANSIENT_TRANSACTION_ERROR_LABEL)
                && !e.hasErrorLabel("RetryableWriteError");
    }

    private void giveUp(List<PendingUnit> units, @Nullable RuntimeException reason) {
        units.forEach(unit -> giveUp(unit, reason));
        forgetHead();
    }

    private static void giveUp(PendingUnit unit, @Nullable RuntimeException reason) {
        if (unit.state.get() == PendingUnit.State.SENT) {
            unit.failed(new AppendOutcomeUnknownException(
                    "The store went away while it took events; they may or may not be stored", reason));
        } else if (reason instanceof EventStoreException) {
            unit.failed(reason);
        } else {
            unit.failed(new EventStoreUnavailableException("The store is away; nothing was stored", reason));
        }
    }

    private static void giveUpLate(List<PendingUnit> units, @Nullable RuntimeException reason) {
        long now = System.nanoTime();
        for (PendingUnit unit : units) {
            if (!unit.isDone() && now - unit.deadline >= 0) {
                giveUp(unit, reason);
            }
        }
    }

    private void refuseWaiting() {
        List<PendingUnit> waiting = new ArrayList<>(setAside);
        queue.drainTo(waiting);
        waiting.forEach(unit -> giveUp(unit, null));
    }

    /** Stops taking units, gives what is being sent a moment to be answered, and ends the thread. */
    @Override
    public void close() {
        closed = true;
        try {
            thread.join(CLOSING_MILLIS);
            thread.interrupt();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
