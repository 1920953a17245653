package uk.smartenergy.incident.api.majorincident;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.incident.IncidentId;
import uk.smartenergy.incident.api.shared.Classification;
import uk.smartenergy.incident.api.shared.RecordEvent;

/** What happened to the two reports on a Major Incident. Both have one stream, since they are published together. */
public sealed interface MajorIncidentReportEvent extends RecordEvent {

    IncidentId incidentId();

    @Override
    default String record() {
        return streamOf(incidentId());
    }

    /** The reference of the record of an Incident's reports. */
    static String streamOf(IncidentId incident) {
        return "MIR-" + incident;
    }

    /** What happened to one of the two. */
    sealed interface OfOneReport extends MajorIncidentReportEvent {
        ReportKind kind();
    }

    /**
     * @param version 1 for the first version of this report, and so on
     * @param parts texts by the names of the parts, complete
     * @param redactions of this version, complete
     */
    @Revision("1")
    record ReportVersionWritten(
            IncidentId incidentId,
            ReportKind kind,
            Instant occurredAt,
            int version,
            Map<String, String> parts,
            List<Redaction> redactions,
            @Nullable String note,
            Classification classification)
            implements OfOneReport {
        public ReportVersionWritten {
            parts = Collections.unmodifiableMap(new LinkedHashMap<>(parts));
            redactions = List.copyOf(redactions);
        }

        @Override
        public Classification classifies() {
            return classification;
        }
    }

    /** @param redactions those that are added to the version */
    @Revision("1")
    record ReportRedacted(
            IncidentId incidentId, ReportKind kind, Instant occurredAt, int version, List<Redaction> redactions)
            implements OfOneReport {
        public ReportRedacted {
            redactions = List.copyOf(redactions);
        }
    }

    /** A version went to the Ops Group. */
    @Revision("1")
    record ReportSubmitted(IncidentId incidentId, ReportKind kind, Instant occurredAt, int version)
            implements OfOneReport {}

    /**
     * A comment on a passage.
     *
     * @param number 1 for the first comment on this report, and so on
     * @param body in whose name, such as {@code Operations Group}
     * @param quote the passage; it is in that part of that version
     */
    @Revision("1")
    record FeedbackGiven(
            IncidentId incidentId,
            ReportKind kind,
            Instant occurredAt,
            int number,
            int version,
            String body,
            String part,
            String quote,
            String comment)
            implements OfOneReport {}

    /**
     * @param number 1 for the first request about this report, and so on
     * @param version the submitted one that it is about
     * @param feedback numbers of the comments that it takes up
     */
    @Revision("1")
    record AmendmentRequested(
            IncidentId incidentId,
            ReportKind kind,
            Instant occurredAt,
            int number,
            int version,
            String body,
            String text,
            @Nullable String part,
            List<Integer> feedback)
            implements OfOneReport {
        public AmendmentRequested {
            feedback = List.copyOf(feedback);
        }
    }

    /**
     * @param number 1 for the first amendment of this report, and so on
     * @param version the one that has what was asked for
     * @param answers numbers of the amendment requests that it answers
     * @param feedback numbers of the comments that it answers, whether or not a request had taken them up
     */
    @Revision("1")
    record ReportAmended(
            IncidentId incidentId,
            ReportKind kind,
            Instant occurredAt,
            int number,
            int version,
            List<Integer> answers,
            List<Integer> feedback,
            String text)
            implements OfOneReport {
        public ReportAmended {
            answers = List.copyOf(answers);
            feedback = List.copyOf(feedback);
        }
    }

    /** @param body in whose name, such as {@code Operations Group} */
    @Revision("1")
    record ReportAgreed(
            IncidentId incidentId,
            ReportKind kind,
            Instant occurredAt,
            int version,
            String body,
            @Nullable String comment)
            implements OfOneReport {}

    /** Both reports were published together. @param classification who may have the published text: WHITE or GREEN */
    @Revision("1")
    record ReportsPublished(
            IncidentId incidentId,
            Instant occurredAt,
            int summaryVersion,
            int reviewVersion,
            Classification classification)
            implements MajorIncidentReportEvent {
        /** The version of this report that was published. */
        public int version(ReportKind kind) {
            return kind == ReportKind.SUMMARY ? summaryVersion : reviewVersion;
        }
    }
}
