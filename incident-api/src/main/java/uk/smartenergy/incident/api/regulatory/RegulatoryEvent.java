package uk.smartenergy.incident.api.regulatory;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.shared.Classification;
import uk.smartenergy.incident.api.shared.RecordEvent;

/** What happened to one of the DCC's reports to the Panel, for one period. */
public sealed interface RegulatoryEvent extends RecordEvent {

    /**
     * The report was received; if not for the first time, it is a correction.
     *
     * @param occurredAt when it was received
     * @param number of the submission within the record, from 1
     */
    @Revision("1")
    record ReportSubmitted(String record, Instant occurredAt, int number, Submission submission)
            implements RegulatoryEvent {
        @Override
        public Classification classifies() {
            return submission.classification();
        }
    }

    /** Why a measure of a submission is worse than its Target became known later. @param submission its number */
    @Revision("1")
    record MeasureExplained(
            String record, Instant occurredAt, int submission, Submission.MeasureKey measure, String explanation)
            implements RegulatoryEvent {}

    /**
     * @param number within the record, from 1
     * @param raisedBy the party or body in whose name
     * @param incidents references that the challenge names
     * @param action the number of the action that it became
     */
    @Revision("1")
    record ReportChallenged(
            String record,
            Instant occurredAt,
            int number,
            ChallengeKind kind,
            String text,
            String raisedBy,
            List<String> incidents,
            int action,
            Classification classification)
            implements RegulatoryEvent {
        public ReportChallenged {
            incidents = List.copyOf(incidents);
        }

        @Override
        public Classification classifies() {
            return classification;
        }
    }

    /** @param number within the record, from 1. @param challenge the number of the challenge that it came of; {@code null}: of none */
    @Revision("1")
    record ActionRaised(
            String record,
            Instant occurredAt,
            int number,
            @Nullable Integer challenge,
            String text,
            String owner,
            LocalDate dueOn,
            Classification classification)
            implements RegulatoryEvent {
        @Override
        public Classification classifies() {
            return classification;
        }
    }

    /** What its owner reported back. */
    @Revision("1")
    record ActionReported(String record, Instant occurredAt, int action, String text) implements RegulatoryEvent {}

    @Revision("1")
    record ActionDueDateMoved(String record, Instant occurredAt, int action, LocalDate dueOn, String reason)
            implements RegulatoryEvent {}

    @Revision("1")
    record ActionAssigned(String record, Instant occurredAt, int action, String owner) implements RegulatoryEvent {}

    @Revision("1")
    record ActionCompleted(String record, Instant occurredAt, int action, String answer) implements RegulatoryEvent {}
}
