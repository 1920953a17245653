package uk.smartenergy.incident.api.incident;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.shared.Classification;

/**
 * One event of an Incident, for a reader.
 *
 * @param sequence the event's place in the Incident's own stream, from 0
 * @param type the event's logical name, for example {@code IncidentRaised}
 * @param actor who recorded it
 * @param classification of the Incident, and so of the event: who may see it
 * @param data the event itself
 */
public record TimelineEntry(
        long sequence,
        String type,
        @Nullable String actor,
        @Nullable String actorParty,
        Instant occurredAt,
        Instant recordedAt,
        Classification classification,
        IncidentEvent data) {}
