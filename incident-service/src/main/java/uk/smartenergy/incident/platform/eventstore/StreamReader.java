package uk.smartenergy.incident.platform.eventstore;

import com.mongodb.MongoException;
import com.mongodb.MongoInternalException;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Spliterators;
import java.util.function.Consumer;
import org.axonframework.eventhandling.DomainEventData;
import org.bson.BsonDocument;

/** Reads the stream of one aggregate in windows that double. */
final class StreamReader extends Spliterators.AbstractSpliterator<DomainEventData<String>> {

    static final int MAX_WINDOW = 512;
    private static final int FIRST_WINDOW = 16;

    private final StoreAccess access;
    private final String aggregate;
    private long next;
    private int window = FIRST_WINDOW;
    private boolean ended;
    private final Deque<BsonDocument> waiting = new ArrayDeque<>();

    StreamReader(StoreAccess access, String aggregate, long first) {
        super(Long.MAX_VALUE, NONNULL | ORDERED | DISTINCT);
        this.access = access;
        this.aggregate = aggregate;
        this.next = Math.max(first, 0);
    }

    @Override
    public boolean tryAdvance(Consumer<? super DomainEventData<String>> action) {
        if (waiting.isEmpty() && !ended) {
            fetch();
        }
        BsonDocument event = waiting.poll();
        if (event == null) {
            return false;
        }
        action.accept(Layout.domainEvent(event));
        return true;
    }

    /** A window of large commits may be more than one answer can hold, and is then read one by one. */
    private List<BsonDocument> inWindow(Store store) {
        try {
            return Finder.of(store).stream(aggregate, next, window);
        } catch (MongoInternalException e) {
            window = 1;
            return Finder.of(store).stream(aggregate, next, window);
        }
    }

    private void fetch() {
        Store store = access.store();
        List<BsonDocument> commits;
        try {
            commits = inWindow(store);
        } catch (MongoException e) {
            access.suspect();
            throw new EventStoreUnavailableException("The stream of " + aggregate + " cannot be read", e);
        }
        long first = next;
        List<BsonDocument> events = commits.stream()
                .flatMap(commit -> Layout.events(commit).stream())
                .map(event -> event.asDocument())
                .filter(event -> Layout.isOf(event, aggregate) && Layout.sequence(event) >= first)
                .sorted(Comparator.comparingLong(Layout::sequence))
                .toList();
        waiting.addAll(events);
        if (!events.isEmpty()) {
            next = Layout.sequence(events.get(events.size() - 1)) + 1;
        }
        ended = store.range() ? commits.size() < window : next < first + window;
        window = Math.min(window * 2, MAX_WINDOW);
    }
}
