package uk.smartenergy.incident.api.incident;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One event of an Incident, for a reader.
 *
 * @param sequence the event's place in the Incident's own stream, from 0
 * @param type the event's logical name, for example {@code IncidentRaised}
 * @param actor who recorded it
 * @param data the event itself
 */
public record TimelineEntry(
        long sequence,
        String type,
        @Nullable String actor,
        @Nullable String actorParty,
        Instant occurredAt,
        Instant recordedAt,
        IncidentEvent data) {}
