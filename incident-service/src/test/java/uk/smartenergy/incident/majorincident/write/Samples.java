package uk.smartenergy.incident.majorincident.write;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.incident.IncidentId;
import uk.smartenergy.incident.api.majorincident.MajorIncidentReportCommand.*;
import uk.smartenergy.incident.api.majorincident.MajorIncidentReportEvent.*;
import uk.smartenergy.incident.api.majorincident.Redaction;
import uk.smartenergy.incident.api.majorincident.ReportKind;
import uk.smartenergy.incident.api.majorincident.ReportPart;
import uk.smartenergy.incident.api.shared.Classification;

/** Commands and events of the reports on one Major Incident. */
final class Samples {
    private Samples() {}

    static final IncidentId INCIDENT = new IncidentId("INC000000294975");
    static final Instant WRITTEN = Instant.parse("2018-08-01T09:00:00Z");
    static final Instant SUBMITTED = Instant.parse("2018-08-02T09:00:00Z");
    static final Instant REVIEWED = Instant.parse("2018-08-03T09:00:00Z");
    static final Instant REWRITTEN = Instant.parse("2018-08-06T09:00:00Z");
    static final Instant RESUBMITTED = Instant.parse("2018-08-07T09:00:00Z");
    static final Instant AGREED = Instant.parse("2018-08-08T09:00:00Z");
    static final Instant NOW = Instant.parse("2018-08-09T09:00:00Z");
    static final Redaction REDACTION = new Redaction("cause", "Northwick Energy", "Names a party");

    /** Every part says that it is version n. */
    static Map<String, String> parts(ReportKind kind, int version) {
        Map<String, String> parts = new HashMap<>();
        kind.parts().forEach(part -> parts.put(part.apiName(), text(part, version)));
        return parts;
    }

    static String text(ReportPart part, int version) {
        return part.title() + " of Northwick Energy, version " + version;
    }

    static ReportVersionWritten written(ReportKind kind, int version) {
        return new ReportVersionWritten(
                INCIDENT,
                kind,
                version == 1 ? WRITTEN : REWRITTEN,
                version,
                ordered(kind, version),
                List.of(),
                null,
                Classification.AMBER);
    }

    private static Map<String, String> ordered(ReportKind kind, int version) {
        Map<String, String> parts = new LinkedHashMap<>();
        kind.parts().forEach(part -> parts.put(part.apiName(), text(part, version)));
        return parts;
    }

    static ReportSubmitted submitted(ReportKind kind, int version) {
        return new ReportSubmitted(INCIDENT, kind, version == 1 ? SUBMITTED : RESUBMITTED, version);
    }

    static FeedbackGiven commented(int number) {
        return new FeedbackGiven(
                INCIDENT, ReportKind.SUMMARY, REVIEWED, number, 1, "Operations Group", "cause", "Northwick", "Who?");
    }

    static AmendmentRequested requested(int number, Integer... feedback) {
        return new AmendmentRequested(
                INCIDENT,
                ReportKind.SUMMARY,
                REVIEWED,
                number,
                1,
                "Operations Group",
                "Say who",
                "cause",
                List.of(feedback));
    }

    static ReportAmended amended(int number, int version, Integer... answers) {
        return new ReportAmended(
                INCIDENT, ReportKind.SUMMARY, REWRITTEN, number, version, List.of(answers), List.of(), "Said");
    }

    static ReportAgreed agreed(ReportKind kind, int version) {
        return new ReportAgreed(INCIDENT, kind, AGREED, version, "Operations Group", null);
    }

    static WriteReportVersion write(ReportKind kind, Map<String, String> parts, @Nullable List<Redaction> redactions) {
        return new WriteReportVersion(
                INCIDENT, kind, WRITTEN, parts, parts(kind, 1), redactions, List.of(), null, Classification.AMBER);
    }

    static SubmitReport submit(ReportKind kind, @Nullable Instant at, @Nullable Integer version) {
        return new SubmitReport(INCIDENT, kind, at, version, null);
    }

    static AgreeReport agree(@Nullable Instant at) {
        return new AgreeReport(INCIDENT, ReportKind.SUMMARY, at, null, "Operations Group", null);
    }

    static PublishReports publish(@Nullable Instant at) {
        return new PublishReports(INCIDENT, null, at, Classification.WHITE);
    }
}
