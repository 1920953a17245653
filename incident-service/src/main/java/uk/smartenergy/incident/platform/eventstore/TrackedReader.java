package uk.smartenergy.incident.platform.eventstore;

import com.mongodb.MongoInternalException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Spliterators;
import java.util.function.Consumer;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackingToken;
import org.bson.BsonDocument;
import org.jspecify.annotations.Nullable;

/**
 * Reads all events in their order. It stops where a number is missing and never goes past it; asked again, it looks
 * again.
 */
final class TrackedReader extends Spliterators.AbstractSpliterator<TrackedEventData<?>> {

    private static final int FIRST_WINDOW = 16;
    private static final int MAX_WINDOW = 512;
    private static final int MAX_BYTES = 4 * 1024 * 1024;

    private final EventLog log;
    private final Gaps gaps;
    private final @Nullable TrackingToken start;
    private long commit;
    private int index;
    private boolean verified;
    private int window = FIRST_WINDOW;
    private final Deque<TrackedEventData<?>> waiting = new ArrayDeque<>();

    TrackedReader(EventLog log, Gaps gaps, @Nullable TrackingToken start) {
        super(Long.MAX_VALUE, NONNULL | ORDERED | DISTINCT);
        this.log = log;
        this.gaps = gaps;
        this.start = start;
        Position position = Position.of(start);
        this.commit = position.nextCommit();
        this.index = position.nextIndex();
        this.verified = position.equals(Position.START);
    }

    @Override
    public boolean tryAdvance(Consumer<? super TrackedEventData<?>> action) {
        while (waiting.isEmpty()) {
            if (!fetch()) {
                return false;
            }
        }
        action.accept(waiting.poll());
        return true;
    }

    /** A window of large commits may be more than one answer can hold, and is then read one by one. */
    private List<BsonDocument> fromCommit() {
        try {
            return log.ask(finder -> finder.commits(commit, window));
        } catch (EventStoreUnavailableException e) {
            if (window == 1 || !(e.getCause() instanceof MongoInternalException)) {
                throw e;
            }
            window = 1;
            return log.ask(finder -> finder.commits(commit, window));
        }
    }

    /** Whether anything was found, be it a tombstone. */
    private boolean fetch() {
        if (!verified) {
            log.refuseBeyondEnd(index > 0 ? commit : commit - 1, start);
            verified = true;
        }
        if (log.isSurelyEmptyAt(commit)) {
            return false;
        }
        List<BsonDocument> found = fromCommit();
        List<TrackedEventData<?>> events = new ArrayList<>();
        long expected = commit;
        long bytes = 0;
        for (BsonDocument document : found) {
            if (Layout.id(document) != expected) {
                break;
            }
            Layout.addTracked(document, expected == commit ? index : 0, events);
            bytes += Layout.size(document);
            expected++;
        }
        if (expected == commit) {
            window = FIRST_WINDOW;
            return !found.isEmpty() && gaps.foundAt(commit);
        }
        log.saw(expected - 1);
        long read = expected - commit;
        commit = expected;
        index = 0;
        waiting.addAll(events);
        window = (int) Math.max(1, Math.min(Math.min(window * 2L, MAX_WINDOW), MAX_BYTES / Math.max(1, bytes / read)));
        return true;
    }
}
