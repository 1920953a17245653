package uk.smartenergy.incident.platform.projection;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.jspecify.annotations.Nullable;

/**
 * The stored events, for views that are made from a few of them when asked: one stream, or a page of known positions. Not for following
 * the events: that is a {@link Projection}.
 */
public final class EventLog {
    /** The lower half of a position is the place within a unit of work. */
    private static final int BITS_WITHIN_UNIT = 16;
    /** Reading on across so many units of work is cheaper than to begin anew. */
    private static final long READ_ON = 64;

    private final Supplier<EventStorageEngine> engine;

    public EventLog(Supplier<EventStorageEngine> engine) {
        this.engine = engine;
    }

    /** The position of the last event there is; {@link ProjectionProgress#NOTHING} if there is none. */
    public long head() {
        TrackingToken token = engine.get().createHeadToken();
        return token == null ? ProjectionProgress.NOTHING : token.position().orElse(ProjectionProgress.NOTHING);
    }

    /** How many units of work begin or go on between two positions. */
    private static long unitsBetween(long from, long to) {
        long units = (to >> BITS_WITHIN_UNIT) - (Math.max(from, 0) >> BITS_WITHIN_UNIT);
        return to <= from ? 0 : Math.max(1, units);
    }

    /** How many events there are after a position, counted up to a limit. */
    long countAfter(long position, int most) {
        TrackingToken token = position < 0 ? null : new GlobalSequenceTrackingToken(position);
        try (Stream<? extends TrackedEventMessage<?>> events = engine.get().readEvents(token, false)) {
            return events.limit(most).count();
        }
    }

    /** All events of one stream, in order; empty if there is no such stream. */
    public List<RecordedEvent> stream(String aggregateId) {
        DomainEventStream stream = engine.get().readEvents(aggregateId, 0);
        List<RecordedEvent> events = new ArrayList<>();
        while (stream.hasNext()) {
            DomainEventMessage<?> event = stream.next();
            events.add(RecordedEvent.of(event));
        }
        return events;
    }

    /**
     * The events at these positions.
     *
     * @param positions rising
     * @throws IllegalStateException if there is no event at one of them
     */
    public List<RecordedEvent> at(long... positions) {
        List<RecordedEvent> found = new ArrayList<>(positions.length);
        while (found.size() < positions.length) {
            int before = found.size();
            try (Stream<? extends TrackedEventMessage<?>> events =
                    engine.get().readEvents(beforeUnitOf(positions[before]), false)) {
                collect(events.iterator(), positions, found);
            }
            if (found.size() == before) {
                throw new IllegalStateException("No event at position " + positions[before]);
            }
        }
        return found;
    }

    /** Reads on as long as the next wanted position is near. */
    private static void collect(
            Iterator<? extends TrackedEventMessage<?>> events, long[] positions, List<RecordedEvent> found) {
        long reached = positions[found.size()];
        while (found.size() < positions.length
                && unitsBetween(reached, positions[found.size()]) <= READ_ON
                && events.hasNext()) {
            RecordedEvent event = RecordedEvent.of(events.next());
            if (event.position() > positions[found.size()]) {
                return;
            }
            if (event.position() == positions[found.size()]) {
                found.add(event);
                reached = event.position();
            }
        }
    }

    private static @Nullable TrackingToken beforeUnitOf(long position) {
        long unit = position >> BITS_WITHIN_UNIT;
        return unit == 0 ? null : new GlobalSequenceTrackingToken((unit << BITS_WITHIN_UNIT) - 1);
    }
}
