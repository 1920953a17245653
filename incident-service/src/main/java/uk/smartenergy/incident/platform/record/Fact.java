package uk.smartenergy.incident.platform.record;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A recorded event of a record, with what a view needs to know of its recording.
 *
 * @param sequence its place in the record's own stream, from 0
 * @param id the event's own identifier
 * @param actor who recorded it
 */
public record Fact<E>(
        E event,
        long sequence,
        String id,
        Instant recordedAt,
        @Nullable String actor,
        @Nullable String actorParty) {}
