package uk.smartenergy.incident.api.communication;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.categorisation.Category;
import uk.smartenergy.incident.api.incident.IncidentId;
import uk.smartenergy.incident.api.incident.IncidentState;

/**
 * An update as it is delivered. Never one on a RED Incident.
 *
 * @param number the update's
 * @param subject a line
 * @param text what its writer wrote
 * @param message the whole of it, in the words of its template
 * @param affected this and the following as given, or else as the service knows it
 */
public record Notice(
        IncidentId incident,
        String summary,
        Category category,
        IncidentState state,
        List<String> services,
        @Nullable String region,
        int number,
        Instant at,
        String subject,
        String text,
        String message,
        @Nullable String affected,
        @Nullable String whoIsAffected,
        @Nullable Instant since,
        @Nullable String workaround,
        @Nullable Instant nextUpdateDue,
        @Nullable Instant expectedFix) {
    public Notice {
        services = List.copyOf(services);
    }
}
