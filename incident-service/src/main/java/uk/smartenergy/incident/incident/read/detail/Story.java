package uk.smartenergy.incident.incident.read.detail;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.incident.IncidentEvent;
import uk.smartenergy.incident.api.shared.MetaKeys;
import uk.smartenergy.incident.incident.read.record.IncidentFold;
import uk.smartenergy.incident.platform.projection.RecordedEvent;

/**
 * All of one Incident's events of a moment.
 *
 * @param steps in the order in which they happened; of the same instant, in which they were recorded
 * @param stream all of its events that there are, in the order in which they were recorded
 */
record Story(IncidentFold fold, List<Step> steps, List<Step> stream) {

    record Step(RecordedEvent recorded, IncidentEvent event) {
        /** The order in which things happened. */
        static final Comparator<Step> AS_HAPPENED = Comparator.<Step, Instant>comparing(
                        step -> step.event().occurredAt())
                .thenComparingLong(step -> step.recorded().sequence());

        @Nullable
        String actor() {
            return recorded.metadata(MetaKeys.ACTOR);
        }

        @Nullable
        String actorParty() {
            return recorded.metadata(MetaKeys.ACTOR_PARTY);
        }
    }
}
