package uk.smartenergy.incident.api.problem;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.incident.IncidentId;
import uk.smartenergy.incident.api.shared.Classification;

/**
 * Incidents behind which there may be one Problem.
 *
 * @param why in a sentence, such as {@code 3 Incidents in 41 days on WAN in North, sharing the words install, commission, hub}
 * @param title that the Problem would have
 * @param reason that the Problem would have
 * @param words that all of them share
 * @param classification the narrowest of the Incidents
 * @param from when the first was raised
 * @param to when the last was raised
 */
public record Suggestion(
        SuggestionId id,
        String why,
        String title,
        ProblemReason reason,
        List<String> services,
        @Nullable String region,
        List<String> businessProcesses,
        List<String> words,
        List<IncidentId> incidents,
        Classification classification,
        Instant from,
        Instant to) {
    public Suggestion {
        services = List.copyOf(services);
        businessProcesses = List.copyOf(businessProcesses);
        words = List.copyOf(words);
        incidents = List.copyOf(incidents);
    }
}
