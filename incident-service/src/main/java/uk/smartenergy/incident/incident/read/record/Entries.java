package uk.smartenergy.incident.incident.read.record;

import uk.smartenergy.incident.api.incident.IncidentEvent;
import uk.smartenergy.incident.api.incident.TimelineEntry;
import uk.smartenergy.incident.api.shared.Classification;
import uk.smartenergy.incident.api.shared.MetaKeys;
import uk.smartenergy.incident.platform.projection.RecordedEvent;

/** Events of an Incident as readers see them. */
public final class Entries {
    private Entries() {}

    /** @param classification of the Incident */
    public static TimelineEntry of(RecordedEvent recorded, Classification classification) {
        IncidentEvent event = recorded.payload(IncidentEvent.class);
        return new TimelineEntry(
                recorded.sequence(),
                event.getClass().getSimpleName(),
                recorded.metadata(MetaKeys.ACTOR),
                recorded.metadata(MetaKeys.ACTOR_PARTY),
                event.occurredAt(),
                recorded.recordedAt(),
                classification,
                event);
    }
}
