package uk.smartenergy.incident.platform.projection;

import java.time.Instant;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.jspecify.annotations.Nullable;

/** One stored event with all that surrounds it. The payload is read only when asked for. Not for events on their way to the store. */
public final class RecordedEvent {
    /** The position of an event that was read from its own stream, and so without its place in the whole. */
    public static final long NO_POSITION = -1;

    private final EventMessage<?> message;
    private final long position;

    private RecordedEvent(EventMessage<?> message, long position) {
        this.message = message;
        this.position = position;
    }

    public static RecordedEvent of(EventMessage<?> message) {
        long position = message instanceof TrackedEventMessage<?> tracked
                ? tracked.trackingToken().position().orElse(NO_POSITION)
                : NO_POSITION;
        return new RecordedEvent(message, position);
    }

    /** Its place among all events; rises, but not by one. */
    public long position() {
        return position;
    }

    public String eventId() {
        return message.getIdentifier();
    }

    /** The stream that it belongs to, if any. */
    public @Nullable String aggregateId() {
        return message instanceof DomainEventMessage<?> event ? event.getAggregateIdentifier() : null;
    }

    /** Its place in its own stream, from 0; -1 if it belongs to none. */
    public long sequence() {
        return message instanceof DomainEventMessage<?> event ? event.getSequenceNumber() : -1;
    }

    public Instant recordedAt() {
        return message.getTimestamp();
    }

    public boolean is(Class<?> type) {
        return type.isAssignableFrom(message.getPayloadType());
    }

    public <T> T payload(Class<T> type) {
        return type.cast(message.getPayload());
    }

    public @Nullable String metadata(String key) {
        return message.getMetaData().get(key) instanceof String value ? value : null;
    }
}
