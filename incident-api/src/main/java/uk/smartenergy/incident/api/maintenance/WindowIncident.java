package uk.smartenergy.incident.api.maintenance;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.categorisation.Category;
import uk.smartenergy.incident.api.incident.IncidentId;
import uk.smartenergy.incident.api.incident.IncidentState;

/**
 * An Incident that has to do with a window, or may have.
 *
 * @param linkedAt when it was linked; {@code null}: it is suggested only
 * @param comment of whoever linked it
 * @param why it is suggested, sentence by sentence; empty if it is not
 */
public record WindowIncident(
        IncidentId id,
        String summary,
        Category category,
        IncidentState state,
        Instant raisedAt,
        @Nullable String resolver,
        @Nullable Instant linkedAt,
        @Nullable String comment,
        List<String> why) {
    public WindowIncident {
        why = List.copyOf(why);
    }
}
