package uk.smartenergy.incident.platform.eventstore;

import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * The questions that are asked of the events. There are two ways to ask them, with one meaning; see {@link Lookup}.
 * Whatever is answered is in the order of the commits, each of them once.
 */
abstract class Finder {

    private static final Bson HEADER =
            Projections.include(Layout.COMMIT, Layout.EVENTS_SO_FAR, Layout.LATEST, Layout.TOMBSTONE);

    final MongoCollection<BsonDocument> events;

    private Finder(MongoCollection<BsonDocument> events) {
        this.events = events;
    }

    static Finder of(Store store) {
        return store.range() ? new Range(store.events()) : new Probe(store.events());
    }

    /** Commits from a number on, at most so many; none may be missing at the start, but some in between. */
    final List<BsonDocument> commits(long from, int atMost) {
        return sorted(from(from, atMost));
    }

    /** As {@link #commits}, without the events. */
    final List<BsonDocument> headers(long from, int atMost) {
        return sorted(from(from, atMost).projection(HEADER));
    }

    final @Nullable BsonDocument header(long commit) {
        return events.find(Filters.eq(Layout.ID, commit)).projection(HEADER).first();
    }

    final @Nullable BsonDocument commit(long commit) {
        return events.find(Filters.eq(Layout.ID, commit)).first();
    }

    final List<BsonDocument> holding(Collection<String> keys) {
        return sorted(events.find(
                keys.size() == 1 ? Filters.eq(Layout.KEYS, keys.iterator().next()) : Filters.in(Layout.KEYS, keys)));
    }

    /**
     * The header of the last commit.
     *
     * @param known number of a commit that is known to be there, or 0
     * @return nothing when the store is empty, or when it ends before the known commit
     */
    abstract @Nullable BsonDocument lastHeader(long known);

    /** A part of a stream, from a sequence number on; see {@link StreamReader}. */
    abstract List<BsonDocument> stream(String aggregate, long fromSequence, int window);

    /** The last sequence number of a stream, or -1. */
    abstract long lastSequence(String aggregate);

    abstract FindIterable<BsonDocument> from(long from, int atMost);

    static List<BsonDocument> sorted(FindIterable<BsonDocument> found) {
        List<BsonDocument> documents = found.into(new ArrayList<>());
        documents.sort(Comparator.comparingLong(Layout::id));
        for (int i = documents.size() - 1; i > 0; i--) {
            if (Layout.id(documents.get(i)) == Layout.id(documents.get(i - 1))) {
                documents.remove(i);
            }
        }
        return documents;
    }

    static long lastSequenceIn(List<BsonDocument> commits, String aggregate) {
        long last = -1;
        for (BsonDocument commit : commits) {
            for (var event : Layout.events(commit)) {
                if (Layout.isOf(event.asDocument(), aggregate)) {
                    last = Math.max(last, Layout.sequence(event.asDocument()));
                }
            }
        }
        return last;
    }

    private static final class Range extends Finder {

        Range(MongoCollection<BsonDocument> events) {
            super(events);
        }

        @Override
        FindIterable<BsonDocument> from(long from, int atMost) {
            return events.find(Filters.gte(Layout.ID, from))
                    .sort(Sorts.ascending(Layout.ID))
                    .limit(atMost);
        }

        @Override
        @Nullable
        BsonDocument lastHeader(long known) {
            BsonDocument last = events.find()
                    .sort(Sorts.descending(Layout.ID))
                    .limit(1)
                    .projection(HEADER)
                    .first();
            return last == null || Layout.id(last) < known ? null : last;
        }

        @Override
        List<BsonDocument> stream(String aggregate, long fromSequence, int window) {
            return sorted(events.find(keysBetween(Keys.of(aggregate, fromSequence), Keys.last(aggregate)))
                    .sort(Sorts.ascending(Layout.ID))
                    .limit(window));
        }

        @Override
        long lastSequence(String aggregate) {
            List<BsonDocument> all = sorted(events.find(keysBetween(Keys.of(aggregate, 0), Keys.last(aggregate)))
                    .projection(Projections.include(
                            Layout.EVENTS + '.' + Layout.AGGREGATE, Layout.EVENTS + '.' + Layout.SEQUENCE)));
            return lastSequenceIn(all, aggregate);
        }

        /** One key must satisfy both bounds, which only $elemMatch says of an array. */
        private static Bson keysBetween(String first, String last) {
            return Filters.elemMatch(Layout.KEYS, new org.bson.Document("$gte", first).append("$lte", last));
        }
    }

    private static final class Probe extends Finder {

        private static final int STEP = 16;

        Probe(MongoCollection<BsonDocument> events) {
            super(events);
        }

        @Override
        FindIterable<BsonDocument> from(long from, int atMost) {
            return atMost == 1
                    ? events.find(Filters.eq(Layout.ID, from))
                    : events.find(Filters.in(Layout.ID, numbers(from, atMost)));
        }

        private static List<Long> numbers(long from, int count) {
            List<Long> numbers = new ArrayList<>(count);
            for (long number = from; number < from + count; number++) {
                numbers.add(number);
            }
            return numbers;
        }

        /** Strides ahead in growing steps until nothing answers, then looks between the last two. */
        @Override
        @Nullable
        BsonDocument lastHeader(long known) {
            List<BsonDocument> near = headers(Math.max(known, 1), STEP);
            if (near.isEmpty()) {
                return null;
            }
            if (known > 0 && Layout.id(near.get(0)) != known) {
                return null;
            }
            BsonDocument last = near.get(near.size() - 1);
            while (Layout.id(last) >= Math.max(known, 1) + STEP - 1) {
                BsonDocument further = further(last);
                if (further == null) {
                    break;
                }
                last = further;
            }
            return last;
        }

        private @Nullable BsonDocument further(BsonDocument last) {
            long start = Layout.id(last);
            List<Long> strides = new ArrayList<>();
            for (long stride = 1; stride <= STEP; stride++) {
                strides.add(start + stride);
            }
            for (long stride = 2L * STEP; stride < Long.MAX_VALUE / 4 && strides.size() < 3 * STEP; stride *= 2) {
                strides.add(start + stride);
            }
            List<BsonDocument> found =
                    sorted(events.find(Filters.in(Layout.ID, strides)).projection(HEADER));
            return found.isEmpty() ? null : found.get(found.size() - 1);
        }

        @Override
        List<BsonDocument> stream(String aggregate, long fromSequence, int window) {
            return holding(Keys.window(aggregate, fromSequence, window));
        }

        @Override
        long lastSequence(String aggregate) {
            long last = -1;
            for (int window = STEP; ; window = Math.min(window * 2, StreamReader.MAX_WINDOW)) {
                long inWindow = lastSequenceIn(stream(aggregate, last + 1, window), aggregate);
                if (inWindow <= last) {
                    return last;
                }
                boolean full = inWindow >= last + window;
                last = inWindow;
                if (!full) {
                    return last;
                }
            }
        }
    }
}
