package uk.smartenergy.incident.incident.read.record;

import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.incident.IncidentEvent;
import uk.smartenergy.incident.api.shared.Moment;

/**
 * Something that happened to an Incident, as the image keeps it.
 *
 * @param sequence its place in the Incident's stream
 * @param event what happened, without what no list or report needs; {@code null} if they need nothing of it but that it happened
 */
record Fact(
        int sequence,
        Instant occurredAt,
        Instant recordedAt,
        @Nullable IncidentEvent event) {
    /** The order in which facts happened; at the same instant, in which they were recorded. */
    static final Comparator<Fact> AS_HAPPENED =
            Comparator.comparing(Fact::occurredAt).thenComparingInt(Fact::sequence);

    boolean belongsTo(Moment moment) {
        return moment.includes(occurredAt, recordedAt);
    }
}
