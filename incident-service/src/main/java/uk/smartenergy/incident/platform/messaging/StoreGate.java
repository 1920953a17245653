package uk.smartenergy.incident.platform.messaging;

import java.time.Duration;
import java.util.Optional;

/** What the door must know of the store and the projections; they know nothing of it. */
public interface StoreGate {

    /**
     * The position of the last event that any node has stored.
     *
     * @throws StoreAway if the store cannot be reached
     */
    long head();

    /** Waits until every projection on this node has seen that position; whether they did in time. */
    boolean awaitProjected(long position, Duration atMost);

    /** Waits until that projection on this node has seen that position; whether it did in time. */
    boolean awaitProjected(String projection, long position, Duration atMost);

    /**
     * Whether any node has stored events in that stream after the one of that sequence number.
     *
     * @param sequence -1: any at all
     * @throws StoreAway if the store cannot be reached
     */
    boolean hasMore(String stream, long sequence);

    /** The value of a claim. @throws StoreAway if the store cannot be reached */
    Optional<String> claimed(String key);

    /** What a failure of the store means to whoever sent the command; the failure itself where it means nothing special. */
    RuntimeException translated(RuntimeException failure);
}
