package uk.smartenergy.incident.api.regulatory;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.shared.Classification;
import uk.smartenergy.incident.api.shared.RecordCommand;
import uk.smartenergy.incident.api.shared.Required;

/** What can be asked of a report for a period. Answered with {@link uk.smartenergy.incident.api.shared.RecordAccepted}. */
public sealed interface RegulatoryCommand extends RecordCommand {
    @Override
    @TargetAggregateIdentifier
    String record();

    @Override
    default boolean isRed() {
        return RegisterRecord.parse(record())
                .filter(about -> about.circle() == RegisterRecord.Circle.RED)
                .isPresent();
    }

    /** When it happened; {@code null}: now. */
    @Nullable
    Instant occurredAt();

    /** Say that the report was received, and what it says. */
    record SubmitReport(String record, @Nullable Instant occurredAt, Submission submission)
            implements RegulatoryCommand {}

    /** Say why a measure of the last submission is worse than its Target. */
    record ExplainMeasure(
            String record, @Nullable Instant occurredAt, Submission.MeasureKey measure, String explanation)
            implements RegulatoryCommand {
        public ExplainMeasure {
            Required.text(explanation, "explanation");
        }
    }

    /** Who is to do what until when. */
    record ActionTerms(String text, String owner, LocalDate dueOn) {
        public ActionTerms {
            Required.text(text, "text");
            Required.text(owner, "owner");
        }
    }

    /** Challenge a report, which makes an action of it. @param raisedBy in whose name */
    record ChallengeReport(
            String record,
            @Nullable Instant occurredAt,
            ChallengeKind kind,
            String text,
            String raisedBy,
            List<String> incidents,
            ActionTerms action,
            Classification classification)
            implements RegulatoryCommand {
        public ChallengeReport {
            Required.text(text, "text");
            Required.text(raisedBy, "raisedBy");
            incidents = List.copyOf(incidents);
        }
    }

    /** Raise an action that comes of no challenge. */
    record RaiseAction(String record, @Nullable Instant occurredAt, ActionTerms action, Classification classification)
            implements RegulatoryCommand {}

    /** A command on an action. */
    sealed interface OnAction extends RegulatoryCommand {
        int action();
    }

    record ReportOnAction(String record, @Nullable Instant occurredAt, int action, String text) implements OnAction {
        public ReportOnAction {
            Required.text(text, "text");
        }
    }

    record MoveDueDate(String record, @Nullable Instant occurredAt, int action, LocalDate dueOn, String reason)
            implements OnAction {
        public MoveDueDate {
            Required.text(reason, "reason");
        }
    }

    record AssignAction(String record, @Nullable Instant occurredAt, int action, String owner) implements OnAction {
        public AssignAction {
            Required.text(owner, "owner");
        }
    }

    record CompleteAction(String record, @Nullable Instant occurredAt, int action, String answer) implements OnAction {
        public CompleteAction {
            Required.text(answer, "answer");
        }
    }
}
