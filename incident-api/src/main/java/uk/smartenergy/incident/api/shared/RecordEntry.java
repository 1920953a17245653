package uk.smartenergy.incident.api.shared;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One event of a record, for a reader: an element of its timeline.
 *
 * @param record the reference of the record, such as {@code PBI000000000001}
 * @param sequence the event's place in the record's own stream, from 0
 * @param id the event's own identifier
 * @param type the event's logical name, for example {@code ProblemOpened}
 * @param actor who recorded it
 * @param classification of the record when this had happened
 * @param data the event itself
 */
public record RecordEntry(
        String record,
        long sequence,
        String id,
        String type,
        @Nullable String actor,
        @Nullable String actorParty,
        Instant occurredAt,
        Instant recordedAt,
        Classification classification,
        RecordEvent data) {}
