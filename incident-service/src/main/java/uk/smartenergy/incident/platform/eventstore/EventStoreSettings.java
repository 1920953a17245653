package uk.smartenergy.incident.platform.eventstore;

import java.time.Duration;

/**
 * What can be set of the event store. Start from {@link #defaults()}.
 *
 * @param lookup how documents are looked up; {@link Lookup#AUTO} by default
 * @param soleWriter whether no other process writes to the store, so that this one knows the head without asking; false
 *     by default
 * @param appendDeadline how long an append may try before it says that the store is away, or that the outcome is
 *     unknown; 10 s by default
 * @param gapAge how long a missing position may stay missing before it is filled by a tombstone; 10 s by default
 * @param maxUnitBytes the largest unit of work, encoded; 12 MB by default, since a document may have 16 MB
 * @param maxBatchUnits how many units of work go to the server in one command; 500 by default
 * @param maxBatchBytes how many bytes go to the server in one command, unless a single unit has more; 8 MB by default
 */
public record EventStoreSettings(
        Lookup lookup,
        boolean soleWriter,
        Duration appendDeadline,
        Duration gapAge,
        int maxUnitBytes,
        int maxBatchUnits,
        int maxBatchBytes) {

    private static final int MEGABYTE = 1024 * 1024;

    /** For a server that others may write to as well. */
    public static EventStoreSettings defaults() {
        return new EventStoreSettings(
                Lookup.AUTO, false, Duration.ofSeconds(10), Duration.ofSeconds(10), 12 * MEGABYTE, 500, 8 * MEGABYTE);
    }

    /** For the embedded server, which nobody else reaches. */
    public static EventStoreSettings embedded() {
        return defaults().withLookup(Lookup.PROBE).withSoleWriter(true);
    }

    public EventStoreSettings withLookup(Lookup value) {
        return new EventStoreSettings(
                value, soleWriter, appendDeadline, gapAge, maxUnitBytes, maxBatchUnits, maxBatchBytes);
    }

    public EventStoreSettings withSoleWriter(boolean value) {
        return new EventStoreSettings(
                lookup, value, appendDeadline, gapAge, maxUnitBytes, maxBatchUnits, maxBatchBytes);
    }

    public EventStoreSettings withAppendDeadline(Duration value) {
        return new EventStoreSettings(lookup, soleWriter, value, gapAge, maxUnitBytes, maxBatchUnits, maxBatchBytes);
    }

    public EventStoreSettings withGapAge(Duration value) {
        return new EventStoreSettings(
                lookup, soleWriter, appendDeadline, value, maxUnitBytes, maxBatchUnits, maxBatchBytes);
    }

    public EventStoreSettings withMaxUnitBytes(int value) {
        return new EventStoreSettings(lookup, soleWriter, appendDeadline, gapAge, value, maxBatchUnits, maxBatchBytes);
    }
}
