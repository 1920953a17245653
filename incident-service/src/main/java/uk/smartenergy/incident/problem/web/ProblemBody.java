package uk.smartenergy.incident.problem.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.incident.IncidentId;
import uk.smartenergy.incident.api.problem.ProblemDetail;
import uk.smartenergy.incident.api.problem.ProblemId;
import uk.smartenergy.incident.api.problem.ProblemPriority;
import uk.smartenergy.incident.api.problem.ProblemReason;
import uk.smartenergy.incident.api.problem.ProblemState;
import uk.smartenergy.incident.api.problem.ProblemView;
import uk.smartenergy.incident.api.problem.SuggestionId;
import uk.smartenergy.incident.api.shared.Classification;

/** A Problem as the API shows it: the members of the list's view, and the rest of what is known, side by side. */
record ProblemBody(
        @JsonUnwrapped ProblemView overview,
        @Nullable String description,
        @Nullable String symptoms,
        @Nullable SuggestionId suggestion,
        List<ProblemDetail.Link> links,
        List<ProblemDetail.Assignment> assignments,
        List<ProblemDetail.Note> notes,
        List<ProblemDetail.Closure> closures) {

    static ProblemBody of(ProblemDetail detail) {
        return new ProblemBody(
                detail.overview(),
                detail.description(),
                detail.symptoms(),
                detail.suggestion(),
                detail.links(),
                detail.assignments(),
                detail.notes(),
                detail.closures());
    }

    /** A Problem in a table. @param slips how often its target date was put off or given up */
    record Row(
            ProblemId id,
            String title,
            ProblemState state,
            ProblemReason reason,
            ProblemPriority priority,
            @Nullable String owner,
            List<String> services,
            List<String> regions,
            List<String> businessProcesses,
            List<IncidentId> incidents,
            @Nullable String rootCause,
            @Nullable String workaround,
            @Nullable String fixReference,
            @Nullable LocalDate fixPlannedFor,
            Classification classification,
            Instant openedAt,
            Instant recordedAt,
            @Nullable LocalDate targetDate,
            int slips,
            @Nullable Instant closedAt,
            boolean overdue) {

        static Row of(ProblemView view) {
            return new Row(
                    view.id(),
                    view.title(),
                    view.state(),
                    view.reason(),
                    view.priority(),
                    view.owner(),
                    view.services(),
                    view.regions(),
                    view.businessProcesses(),
                    view.incidents(),
                    view.rootCause(),
                    view.workaround(),
                    view.fixReference(),
                    view.fixPlannedFor(),
                    view.classification(),
                    view.openedAt(),
                    view.recordedAt(),
                    view.targetDate(),
                    view.slips().size(),
                    view.closedAt(),
                    view.overdue());
        }
    }
}
