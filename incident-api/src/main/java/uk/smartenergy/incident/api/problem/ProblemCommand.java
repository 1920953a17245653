package uk.smartenergy.incident.api.problem;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.incident.IncidentId;
import uk.smartenergy.incident.api.shared.Classification;
import uk.smartenergy.incident.api.shared.RecordCommand;

/** What can be asked of a Problem. {@code occurredAt} is when it happened; {@code null}: now. */
public sealed interface ProblemCommand extends RecordCommand {
    ProblemId problemId();

    @Nullable
    Instant occurredAt();

    @Override
    default String record() {
        return problemId().value();
    }

    /** @param suggestion that it follows; {@code null}: none */
    record OpenProblem(
            @TargetAggregateIdentifier ProblemId problemId,
            @Nullable Instant occurredAt,
            String title,
            @Nullable String description,
            ProblemReason reason,
            List<String> services,
            List<String> regions,
            List<String> businessProcesses,
            ProblemPriority priority,
            @Nullable String symptoms,
            Classification classification,
            @Nullable SuggestionId suggestion,
            Beginnings beginnings)
            implements ProblemCommand {
        public OpenProblem {
            services = List.copyOf(services);
            regions = List.copyOf(regions);
            businessProcesses = List.copyOf(businessProcesses);
        }
    }

    /** What may be known of a Problem when it is opened already; each becomes an event of its own. */
    record Beginnings(
            List<IncidentId> incidents,
            @Nullable String owner,
            @Nullable String rootCause,
            @Nullable String workaround,
            @Nullable LocalDate targetDate,
            @Nullable String fixReference) {
        public Beginnings {
            incidents = List.copyOf(incidents);
        }
    }

    record LinkIncidentToProblem(
            @TargetAggregateIdentifier ProblemId problemId,
            @Nullable Instant occurredAt,
            IncidentId incident,
            @Nullable String comment)
            implements ProblemCommand {}

    record RemoveIncidentFromProblem(
            @TargetAggregateIdentifier ProblemId problemId,
            @Nullable Instant occurredAt,
            IncidentId incident,
            @Nullable String reason)
            implements ProblemCommand {}

    record AssignProblem(
            @TargetAggregateIdentifier ProblemId problemId,
            @Nullable Instant occurredAt,
            String owner,
            @Nullable String reason)
            implements ProblemCommand {}

    record StateRootCause(
            @TargetAggregateIdentifier ProblemId problemId,
            @Nullable Instant occurredAt,
            String rootCause) implements ProblemCommand {}

    record StateWorkaround(
            @TargetAggregateIdentifier ProblemId problemId,
            @Nullable Instant occurredAt,
            String workaround) implements ProblemCommand {}

    record PrioritiseProblem(
            @TargetAggregateIdentifier ProblemId problemId,
            @Nullable Instant occurredAt,
            ProblemPriority priority,
            @Nullable String reason)
            implements ProblemCommand {}

    /** @param targetDate {@code null}: there is no timescale any more */
    record SetTargetDate(
            @TargetAggregateIdentifier ProblemId problemId,
            @Nullable Instant occurredAt,
            @Nullable LocalDate targetDate,
            @Nullable String reason)
            implements ProblemCommand {}

    record PlanFix(
            @TargetAggregateIdentifier ProblemId problemId,
            @Nullable Instant occurredAt,
            String fixReference,
            @Nullable LocalDate plannedFor)
            implements ProblemCommand {}

    record NoteOnProblem(
            @TargetAggregateIdentifier ProblemId problemId,
            @Nullable Instant occurredAt,
            String text) implements ProblemCommand {}

    /** @param reason why it is closed; needed where no root cause is known */
    record CloseProblem(
            @TargetAggregateIdentifier ProblemId problemId,
            @Nullable Instant occurredAt,
            @Nullable String rootCause,
            @Nullable String reason,
            @Nullable String fixReference)
            implements ProblemCommand {}

    record ReopenProblem(
            @TargetAggregateIdentifier ProblemId problemId,
            @Nullable Instant occurredAt,
            String reason) implements ProblemCommand {}
}
