package uk.smartenergy.incident.api.problem;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.incident.IncidentId;

/**
 * A Problem with all that is known of it.
 *
 * @param links the linked Incidents that the viewer may see
 * @param closures with reason or root cause, and what became of them
 */
public record ProblemDetail(
        ProblemView overview,
        @Nullable String description,
        @Nullable String symptoms,
        @Nullable SuggestionId suggestion,
        List<Link> links,
        List<Assignment> assignments,
        List<Note> notes,
        List<Closure> closures) {

    public ProblemDetail {
        links = List.copyOf(links);
        assignments = List.copyOf(assignments);
        notes = List.copyOf(notes);
        closures = List.copyOf(closures);
    }

    /** @param fromIncident whether it was linked from the Incident's side, and not from the Problem's */
    public record Link(IncidentId incident, @Nullable String comment, Instant at, boolean fromIncident) {}

    public record Assignment(
            String owner, @Nullable String reason, @Nullable String by, Instant at) {}

    public record Note(String text, @Nullable String by, Instant at) {}

    /** @param reason why it was closed; {@code null}: the root cause is known */
    public record Closure(
            Instant at,
            @Nullable String reason,
            @Nullable String by,
            @Nullable Instant reopenedAt,
            @Nullable String reopenedBecause) {}
}
