package uk.smartenergy.incident.api.incident;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.shared.Classification;

/**
 * One event in the feed.
 *
 * @param position its place in the feed as this reader sees it: rising, without gaps that would tell of what the reader may not see
 * @param id the event's own identifier
 * @param classification of the Incident, and so of the event: who may see it
 */
public record FeedEntry(
        long position,
        String id,
        String type,
        IncidentId incidentId,
        long sequence,
        @Nullable String actor,
        Instant occurredAt,
        Instant recordedAt,
        Classification classification,
        IncidentEvent data) {}
