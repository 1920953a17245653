package uk.smartenergy.incident.platform.eventstore;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedMetaData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.bson.BsonArray;
import org.bson.BsonBinary;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.BsonValue;

/**
 * The stored form. Payloads and metadata are JSON text, so that numbers stay exact and keys are free; times are text
 * with nine decimals, so that they are exact and sort.
 */
final class Layout {

    static final String ID = "_id";
    /** UUID of the commit: whose it is, when the outcome of an append was unknown. */
    static final String COMMIT = "c";
    /** Number of events in the store, this commit's included. */
    static final String EVENTS_SO_FAR = "p";
    /** The latest timestamp of any event so far. */
    static final String LATEST = "h";

    static final String KEYS = "k";
    static final String EVENTS = "e";
    /** Present, and true, where a commit was lost and its number was filled. */
    static final String TOMBSTONE = "x";

    static final String AGGREGATE = "a";
    static final String SEQUENCE = "s";
    private static final String EVENT_ID = "i";
    private static final String TIMESTAMP = "ts";
    private static final String AGGREGATE_TYPE = "t";
    private static final String PAYLOAD_NAME = "pt";
    private static final String PAYLOAD_REVISION = "pr";
    private static final String PAYLOAD = "p";
    private static final String META_DATA = "m";

    private static final int OVERHEAD = 300;

    private static final DateTimeFormatter TIME =
            new DateTimeFormatterBuilder().appendInstant(9).toFormatter();

    private Layout() {}

    static String time(Instant instant) {
        return TIME.format(instant);
    }

    static BsonDocument event(EventMessage<?> message, Serializer serializer) {
        BsonDocument event = new BsonDocument(EVENT_ID, new BsonString(message.getIdentifier()))
                .append(TIMESTAMP, new BsonString(time(message.getTimestamp())));
        if (message instanceof DomainEventMessage<?> domain && domain.getAggregateIdentifier() != null) {
            event.append(AGGREGATE, new BsonString(domain.getAggregateIdentifier()))
                    .append(SEQUENCE, new BsonInt64(domain.getSequenceNumber()));
            if (domain.getType() != null) {
                event.append(AGGREGATE_TYPE, new BsonString(domain.getType()));
            }
        }
        SerializedObject<String> payload = message.serializePayload(serializer, String.class);
        event.append(PAYLOAD_NAME, new BsonString(payload.getType().getName()));
        if (payload.getType().getRevision() != null) {
            event.append(PAYLOAD_REVISION, new BsonString(payload.getType().getRevision()));
        }
        event.append(PAYLOAD, new BsonString(payload.getData()));
        String metaData = serializer
                .serialize(MetaData.from(textual(message.getMetaData())), String.class)
                .getData();
        return event.append(META_DATA, new BsonString(metaData));
    }

    /** Metadata is text; simple values become text, and anything else is refused rather than stored under its class. */
    private static Map<String, ?> textual(MetaData metaData) {
        Map<String, Object> text = new TreeMap<>();
        metaData.forEach((key, value) -> {
            if (value instanceof CharSequence
                    || value instanceof Number
                    || value instanceof Boolean
                    || value instanceof Enum<?>
                    || value instanceof UUID
                    || value instanceof Instant) {
                text.put(key, value.toString());
            } else if (value != null) {
                throw new SerializationException("The metadata [" + key + "] is a "
                        + value.getClass().getName() + ", but only text and simple values are stored");
            }
        });
        return text;
    }

    static BsonDocument snapshot(DomainEventMessage<?> message, Serializer serializer) {
        BsonDocument snapshot = new BsonDocument(ID, new BsonString(message.getAggregateIdentifier()));
        snapshot.putAll(event(message, serializer));
        snapshot.remove(AGGREGATE);
        return snapshot;
    }

    static BsonDocument commit(
            Head head, UUID commit, List<String> keys, List<? extends BsonDocument> events, boolean tombstone) {
        BsonArray keyArray = new BsonArray(new ArrayList<>(keys.size()));
        keys.forEach(key -> keyArray.add(new BsonString(key)));
        BsonDocument document = new BsonDocument(ID, new BsonInt64(head.commit()))
                .append(COMMIT, new BsonBinary(commit))
                .append(EVENTS_SO_FAR, new BsonInt64(head.eventsSoFar()))
                .append(LATEST, new BsonString(head.latest()))
                .append(KEYS, keyArray)
                .append(EVENTS, new BsonArray(events));
        return tombstone ? document.append(TOMBSTONE, BsonBoolean.TRUE) : document;
    }

    static long id(BsonDocument commit) {
        return commit.getNumber(ID).longValue();
    }

    static UUID commitId(BsonDocument commit) {
        return commit.getBinary(COMMIT).asUuid();
    }

    static Head head(BsonDocument commit) {
        return new Head(
                id(commit),
                commit.getNumber(EVENTS_SO_FAR).longValue(),
                commit.getString(LATEST).getValue());
    }

    static boolean isTombstone(BsonDocument commit) {
        return commit.containsKey(TOMBSTONE);
    }

    static List<BsonValue> events(BsonDocument commit) {
        return commit.getArray(EVENTS).getValues();
    }

    static Instant timestamp(BsonDocument event) {
        return Instant.parse(event.getString(TIMESTAMP).getValue());
    }

    static boolean isOf(BsonDocument event, String aggregate) {
        BsonValue stored = event.get(AGGREGATE);
        return stored != null && stored.asString().getValue().equals(aggregate);
    }

    static long sequence(BsonDocument event) {
        return event.getNumber(SEQUENCE).longValue();
    }

    static String eventId(BsonDocument event) {
        return event.getString(EVENT_ID).getValue();
    }

    /** Roughly the bytes of a commit. */
    static long size(BsonDocument commit) {
        long size = 0;
        for (BsonValue event : events(commit)) {
            size += event.asDocument().getString(PAYLOAD).getValue().length() + OVERHEAD;
        }
        return size;
    }

    /** The events of a commit from an index on, each with its token. */
    static void addTracked(BsonDocument commit, int fromIndex, List<? super TrackedEventData<?>> target) {
        List<BsonValue> events = events(commit);
        long number = id(commit);
        for (int index = fromIndex; index < events.size(); index++) {
            BsonDocument event = events.get(index).asDocument();
            TrackingToken token = Position.of(number, index, events.size()).token();
            target.add(
                    event.containsKey(AGGREGATE)
                            ? new TrackedDomainEvent(event, token)
                            : new TrackedEvent(event, token));
        }
    }

    static DomainEventData<String> domainEvent(BsonDocument event) {
        return new StoredDomainEvent(event, event.getString(AGGREGATE).getValue());
    }

    static DomainEventData<String> snapshotData(BsonDocument snapshot) {
        return new StoredDomainEvent(snapshot, snapshot.getString(ID).getValue());
    }

    private abstract static class StoredEvent {

        final BsonDocument event;

        StoredEvent(BsonDocument event) {
            this.event = event;
        }

        public String getEventIdentifier() {
            return eventId(event);
        }

        public Instant getTimestamp() {
            return timestamp(event);
        }

        public SerializedObject<String> getMetaData() {
            return new SerializedMetaData<>(event.getString(META_DATA).getValue(), String.class);
        }

        public SerializedObject<String> getPayload() {
            BsonValue revision = event.get(PAYLOAD_REVISION);
            return new SimpleSerializedObject<>(
                    event.getString(PAYLOAD).getValue(),
                    String.class,
                    event.getString(PAYLOAD_NAME).getValue(),
                    revision == null ? null : revision.asString().getValue());
        }
    }

    private static final class TrackedEvent extends StoredEvent implements TrackedEventData<String> {

        private final TrackingToken token;

        TrackedEvent(BsonDocument event, TrackingToken token) {
            super(event);
            this.token = token;
        }

        @Override
        public TrackingToken trackingToken() {
            return token;
        }
    }

    private static class StoredDomainEvent extends StoredEvent implements DomainEventData<String> {

        private final String aggregate;

        StoredDomainEvent(BsonDocument event, String aggregate) {
            super(event);
            this.aggregate = aggregate;
        }

        @Override
        public String getType() {
            BsonValue type = event.get(AGGREGATE_TYPE);
            return type == null ? "" : type.asString().getValue();
        }

        @Override
        public String getAggregateIdentifier() {
            return aggregate;
        }

        @Override
        public long getSequenceNumber() {
            return sequence(event);
        }
    }

    private static final class TrackedDomainEvent extends StoredDomainEvent implements TrackedEventData<String> {

        private final TrackingToken token;

        TrackedDomainEvent(BsonDocument event, TrackingToken token) {
            super(event, event.getString(AGGREGATE).getValue());
            this.token = token;
        }

        @Override
        public TrackingToken trackingToken() {
            return token;
        }
    }
}
