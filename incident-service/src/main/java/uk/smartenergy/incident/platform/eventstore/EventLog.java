package uk.smartenergy.incident.platform.eventstore;

import com.mongodb.MongoException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.bson.BsonDocument;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is known and can be asked of the order of all events: where it ends, and what stands where. */
final class EventLog {

    private static final Logger LOG = LoggerFactory.getLogger(EventLog.class);

    private static final String RESTORED =
            "The store ends before commit %d, which this process has seen: it is catching up, or an older copy of it"
                    + " has been put in its place, in which case this process must be restarted";

    private final StoreAccess access;
    private final AtomicLong seen = new AtomicLong();

    /** Where the store ends, as long as this process is the only one to write and knows it. */
    private volatile @Nullable Position ownEnd;

    EventLog(StoreAccess access) {
        this.access = access;
    }

    StoreAccess access() {
        return access;
    }

    /** Takes note that a commit is durable. */
    void saw(long commit) {
        seen.accumulateAndGet(commit, Math::max);
    }

    long seen() {
        return seen.get();
    }

    /** Takes note where this process, the only writer, has got to; or that it does not know any more. */
    void ownEnd(@Nullable Position end) {
        ownEnd = end;
    }

    /** Whether it is known, without asking, that a commit does not exist. */
    boolean isSurelyEmptyAt(long commit) {
        Position end = ownEnd;
        return end != null && commit > end.commit();
    }

    /** Asks the store, and says that it is away if it does not answer. */
    <T extends @Nullable Object> T ask(Function<Finder, T> question) {
        Store store = access.store();
        try {
            return question.apply(Finder.of(store));
        } catch (MongoException e) {
            access.suspect();
            throw new EventStoreUnavailableException("The store is away: " + e.getMessage(), e);
        }
    }

    /** The end of the store, asked afresh. */
    Head head() {
        BsonDocument last = lastHeader();
        return last == null ? Head.EMPTY : Layout.head(last);
    }

    private @Nullable BsonDocument lastHeader() {
        long known = seen.get();
        BsonDocument last = ask(finder -> finder.lastHeader(known));
        if (last == null && known > 0) {
            String message = String.format(RESTORED, known);
            LOG.error(message);
            throw new EventStoreUnavailableException(message, null);
        }
        if (last != null) {
            saw(Layout.id(last));
        }
        return last;
    }

    /** The position of the last event; {@link Position#START} for an empty store. */
    Position lastEvent() {
        Position own = ownEnd;
        if (own != null) {
            return own;
        }
        BsonDocument last = lastHeader();
        while (last != null && Layout.isTombstone(last)) {
            long before = Layout.id(last) - 1;
            last = ask(finder -> finder.header(before));
        }
        return last == null ? Position.START : Position.endOf(Layout.id(last));
    }

    /** The position before the first event that is not older than a time, or {@link #lastEvent()}. */
    Position before(Instant time) {
        Position end = lastEvent();
        String wanted = Layout.time(time);
        long low = 1;
        long high = end.commit() + 1;
        while (low < high) {
            long middle = (low + high) >>> 1;
            BsonDocument header = ask(finder -> finder.header(middle));
            if (header != null && Layout.head(header).latest().compareTo(wanted) >= 0) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        if (low > end.commit()) {
            return end;
        }
        long found = low;
        BsonDocument commit = ask(finder -> finder.commit(found));
        List<org.bson.BsonValue> events = commit == null ? List.of() : Layout.events(commit);
        int index = 0;
        while (index < events.size()
                && Layout.timestamp(events.get(index).asDocument()).isBefore(time)) {
            index++;
        }
        return index == 0 ? Position.endOf(found - 1) : new Position(found, index - 1);
    }

    /** Refuses a position beyond the end, which only a store put in the place of a newer one can bring about. */
    void refuseBeyondEnd(long commit, @Nullable TrackingToken token) {
        if (commit <= seen.get() || ask(finder -> finder.header(commit)) != null) {
            saw(commit);
            return;
        }
        long end = head().commit();
        if (commit > end) {
            throw new EventStoreException("The token " + token + " lies beyond the end of the store, commit " + end
                    + ": has an older copy of the store been put in its place?");
        }
    }
}
