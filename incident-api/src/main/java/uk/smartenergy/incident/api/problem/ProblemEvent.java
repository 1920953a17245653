package uk.smartenergy.incident.api.problem;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.incident.IncidentId;
import uk.smartenergy.incident.api.shared.Classification;
import uk.smartenergy.incident.api.shared.RecordEvent;

/** What happened to a Problem. What was known when it was opened follows the opening, each as an event of its own, in the same commit. */
public sealed interface ProblemEvent extends RecordEvent {
    ProblemId problemId();

    @Override
    default String record() {
        return problemId().value();
    }

    /** @param suggestion that it follows; {@code null}: none */
    @Revision("1")
    record ProblemOpened(
            ProblemId problemId,
            Instant occurredAt,
            String title,
            @Nullable String description,
            ProblemReason reason,
            List<String> services,
            List<String> regions,
            List<String> businessProcesses,
            ProblemPriority priority,
            @Nullable String symptoms,
            Classification classification,
            @Nullable SuggestionId suggestion)
            implements ProblemEvent {
        public ProblemOpened {
            services = List.copyOf(services);
            regions = List.copyOf(regions);
            businessProcesses = List.copyOf(businessProcesses);
        }

        @Override
        public Classification classifies() {
            return classification;
        }
    }

    @Revision("1")
    record IncidentLinkedToProblem(
            ProblemId problemId,
            Instant occurredAt,
            IncidentId incident,
            @Nullable String comment) implements ProblemEvent {
        @Override
        public Set<String> tellsOf() {
            return Set.of(incident.value());
        }
    }

    @Revision("1")
    record IncidentRemovedFromProblem(
            ProblemId problemId,
            Instant occurredAt,
            IncidentId incident,
            @Nullable String reason) implements ProblemEvent {
        @Override
        public Set<String> tellsOf() {
            return Set.of(incident.value());
        }
    }

    @Revision("1")
    record ProblemAssigned(
            ProblemId problemId,
            Instant occurredAt,
            String owner,
            @Nullable String reason) implements ProblemEvent {
        @Override
        public Set<String> concerns() {
            return Set.of(owner);
        }
    }

    @Revision("1")
    record RootCauseStated(ProblemId problemId, Instant occurredAt, String rootCause) implements ProblemEvent {}

    /** From now on it is a known error. */
    @Revision("1")
    record WorkaroundStated(ProblemId problemId, Instant occurredAt, String workaround) implements ProblemEvent {}

    @Revision("1")
    record ProblemPrioritised(
            ProblemId problemId,
            Instant occurredAt,
            ProblemPriority priority,
            @Nullable String reason) implements ProblemEvent {}

    /** @param targetDate {@code null}: there is no timescale any more */
    @Revision("1")
    record TargetDateSet(
            ProblemId problemId,
            Instant occurredAt,
            @Nullable LocalDate targetDate,
            @Nullable String reason) implements ProblemEvent {}

    @Revision("1")
    record FixPlanned(
            ProblemId problemId,
            Instant occurredAt,
            String fixReference,
            @Nullable LocalDate plannedFor) implements ProblemEvent {}

    @Revision("1")
    record ProblemNoted(ProblemId problemId, Instant occurredAt, String text) implements ProblemEvent {}

    /** @param reason {@code null}: its root cause is known */
    @Revision("1")
    record ProblemClosed(
            ProblemId problemId,
            Instant occurredAt,
            @Nullable String reason) implements ProblemEvent {}

    @Revision("1")
    record ProblemReopened(ProblemId problemId, Instant occurredAt, String reason) implements ProblemEvent {}
}
