package uk.smartenergy.incident.api.majorincident;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.incident.IncidentId;
import uk.smartenergy.incident.api.shared.Classification;
import uk.smartenergy.incident.api.shared.Command;

/** What can be asked of the two reports on a Major Incident. {@code occurredAt} is when it happened; {@code null}: at the moment of recording. */
public sealed interface MajorIncidentReportCommand extends Command {

    IncidentId incidentId();

    /** {@code null}: of both. */
    @Nullable
    ReportKind kind();

    @Nullable
    Instant occurredAt();

    @TargetAggregateIdentifier
    default String stream() {
        return MajorIncidentReportEvent.streamOf(incidentId());
    }

    /**
     * Write a version. It changes nothing if it says what the version before it said.
     *
     * @param parts texts by the names of the parts; those that are left out stay as in the version before
     * @param draft what stands for parts that are left out of the first version
     * @param redactions {@code null}: as in the version before
     * @param firstRedactions what stands for redactions that are left out of the first version
     */
    record WriteReportVersion(
            IncidentId incidentId,
            ReportKind kind,
            @Nullable Instant occurredAt,
            Map<String, String> parts,
            Map<String, String> draft,
            @Nullable List<Redaction> redactions,
            List<Redaction> firstRedactions,
            @Nullable String note,
            Classification classification)
            implements MajorIncidentReportCommand {
        public WriteReportVersion {
            parts = Map.copyOf(parts);
            draft = Map.copyOf(draft);
            firstRedactions = List.copyOf(firstRedactions);
        }
    }

    /** Add redactions to a version. @param version {@code null}: the last */
    record RedactReport(
            IncidentId incidentId,
            ReportKind kind,
            @Nullable Instant occurredAt,
            @Nullable Integer version,
            List<Redaction> redactions)
            implements MajorIncidentReportCommand {
        public RedactReport {
            redactions = List.copyOf(redactions);
        }
    }

    /**
     * Say that a version went to the Ops Group.
     *
     * @param version {@code null}: the last
     * @param owedSince submissions before it do not meet what is owed, so that the same version may be submitted again; {@code null}: all do
     */
    record SubmitReport(
            IncidentId incidentId,
            ReportKind kind,
            @Nullable Instant occurredAt,
            @Nullable Integer version,
            @Nullable Instant owedSince)
            implements MajorIncidentReportCommand {}

    /**
     * Comment on a passage of a submitted version.
     *
     * @param body in whose name
     * @param quote the passage; {@code null}: from and to say it
     * @param from the place of its first character, from 0
     * @param to the place after its last character
     */
    record GiveFeedback(
            IncidentId incidentId,
            ReportKind kind,
            @Nullable Instant occurredAt,
            @Nullable Integer version,
            String body,
            String part,
            @Nullable String quote,
            @Nullable Integer from,
            @Nullable Integer to,
            String comment)
            implements MajorIncidentReportCommand {}

    /** @param feedback numbers of the comments that it takes up */
    record RequestAmendment(
            IncidentId incidentId,
            ReportKind kind,
            @Nullable Instant occurredAt,
            String body,
            String text,
            @Nullable String part,
            List<Integer> feedback)
            implements MajorIncidentReportCommand {
        public RequestAmendment {
            feedback = List.copyOf(feedback);
        }
    }

    /** Say which version answers which amendment requests and comments. */
    record AmendReport(
            IncidentId incidentId,
            ReportKind kind,
            @Nullable Instant occurredAt,
            @Nullable Integer version,
            List<Integer> answers,
            List<Integer> feedback,
            String text)
            implements MajorIncidentReportCommand {
        public AmendReport {
            answers = List.copyOf(answers);
            feedback = List.copyOf(feedback);
        }
    }

    /** Agree the version that was submitted last. @param version {@code null}: that one; refused if it is another */
    record AgreeReport(
            IncidentId incidentId,
            ReportKind kind,
            @Nullable Instant occurredAt,
            @Nullable Integer version,
            String body,
            @Nullable String comment)
            implements MajorIncidentReportCommand {}

    /**
     * Publish both reports to all SEC Parties.
     *
     * @param kind of the report whose version the caller has seen; {@code null}: the record of both
     * @param classification WHITE or GREEN
     */
    record PublishReports(
            IncidentId incidentId,
            @Nullable ReportKind kind,
            @Nullable Instant occurredAt,
            Classification classification)
            implements MajorIncidentReportCommand {}
}
