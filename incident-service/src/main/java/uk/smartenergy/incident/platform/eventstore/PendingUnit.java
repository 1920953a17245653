package uk.smartenergy.incident.platform.eventstore;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.serialization.Serializer;
import org.bson.BsonDocument;
import org.bson.RawBsonDocument;
import org.bson.codecs.BsonDocumentCodec;
import org.jspecify.annotations.Nullable;

/** A unit of work on its way into the store, encoded by the thread that brings it. */
final class PendingUnit {

    private static final BsonDocumentCodec CODEC = new BsonDocumentCodec();
    private static final int OVERHEAD_BYTES = 200;
    private static final int OVERHEAD_BYTES_PER_EVENT = 20;

    enum State {
        /** No server can have it. */
        WAITING,
        /** A server may have it, or may get it at any moment. */
        SENT,
        /** Its caller has gone away; it must not be sent any more. */
        ABANDONED
    }

    final UUID commit = UUID.randomUUID();
    final List<EventMessage<?>> messages;
    final List<String> keys;
    final List<RawBsonDocument> events;
    final String latest;
    final long bytes;
    final long deadline;
    final CompletableFuture<@Nullable Void> answer = new CompletableFuture<>();
    final AtomicReference<State> state = new AtomicReference<>(State.WAITING);

    PendingUnit(List<? extends EventMessage<?>> messages, Serializer serializer, long deadline) {
        this.messages = List.copyOf(messages);
        this.deadline = deadline;
        this.keys = new ArrayList<>(messages.size());
        this.events = new ArrayList<>(messages.size());
        long size = OVERHEAD_BYTES;
        String newest = "";
        for (EventMessage<?> message : messages) {
            String key = Keys.of(message);
            RawBsonDocument event = new RawBsonDocument(Layout.event(message, serializer), CODEC);
            String time = Layout.time(message.getTimestamp());
            newest = time.compareTo(newest) > 0 ? time : newest;
            size += event.getByteBuffer().remaining() + key.length() * 3L + OVERHEAD_BYTES_PER_EVENT;
            keys.add(key);
            events.add(event);
        }
        this.latest = newest;
        this.bytes = size;
    }

    /** The first event whose key, or identifier, occurs before it in this same unit; an index does not notice. */
    @Nullable
    EventMessage<?> duplicateWithin() {
        Set<String> seenKeys = new HashSet<>();
        Set<String> seenIdentifiers = new HashSet<>();
        for (int i = 0; i < messages.size(); i++) {
            boolean newKey = seenKeys.add(keys.get(i));
            boolean newIdentifier = seenIdentifiers.add(messages.get(i).getIdentifier());
            if (!newKey || !newIdentifier) {
                return messages.get(i);
            }
        }
        return null;
    }

    BsonDocument document(Head head) {
        return Layout.commit(head, commit, keys, events, false);
    }

    boolean isDone() {
        return answer.isDone() || state.get() == State.ABANDONED;
    }

    void stored() {
        answer.complete(null);
    }

    void failed(RuntimeException reason) {
        answer.completeExceptionally(reason);
    }
}
