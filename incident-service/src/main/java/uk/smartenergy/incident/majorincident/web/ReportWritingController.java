package uk.smartenergy.incident.majorincident.web;

import static uk.smartenergy.incident.majorincident.web.ReportForms.OCCURRED_AT;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import uk.smartenergy.incident.api.incident.IncidentId;
import uk.smartenergy.incident.api.majorincident.MajorIncidentReportCommand.*;
import uk.smartenergy.incident.api.majorincident.MajorIncidentReportDetail;
import uk.smartenergy.incident.api.majorincident.MajorIncidentReportQuery;
import uk.smartenergy.incident.api.majorincident.MajorIncidentReportView;
import uk.smartenergy.incident.api.majorincident.ReportDraft;
import uk.smartenergy.incident.api.majorincident.ReportKind;
import uk.smartenergy.incident.api.shared.Classification;
import uk.smartenergy.incident.api.shared.Moment;
import uk.smartenergy.incident.majorincident.web.ReportDesk.Named;
import uk.smartenergy.incident.platform.messaging.Messages;
import uk.smartenergy.incident.platform.web.Asker;
import uk.smartenergy.incident.platform.web.Body;
import uk.smartenergy.incident.platform.web.Creates;
import uk.smartenergy.incident.platform.web.Filled;
import uk.smartenergy.incident.platform.web.Problem;

/** What the DCC does with a Major Incident report: writes, redacts, submits, amends and publishes it. */
@Tag(name = "Major Incident reports")
@RestController
@RequestMapping("/api/v1/major-incident-reports/{id}")
final class ReportWritingController {
    private final ReportDesk desk;
    private final Messages messages;

    ReportWritingController(ReportDesk desk, Messages messages) {
        this.desk = desk;
        this.messages = messages;
    }

    @Operation(
            summary = "Write a version",
            description =
                    "Parts and redactions that are left out stay as in the version before; in the first version the draft stands for parts. The first one is written once the report is owed.")
    @Creates
    @PostMapping("/{kind}/versions")
    ResponseEntity<MajorIncidentReportDetail> writeMajorIncidentReport(
            @PathVariable String id, @PathVariable String kind, Asker asker, Body body) {
        Named report = ReportDesk.named(id, kind);
        Filled in =
                body.as(ReportForms.WRITING, (filled, faults) -> ReportForms.checkParts(report.kind(), filled, faults));
        boolean first = desk.written(asker, report, in.get(OCCURRED_AT)).isEmpty();
        Classification classification = classification(asker, report, in.get(ReportForms.CLASSIFICATION));
        Optional<ReportDraft> draft = first
                ? messages.ask(new MajorIncidentReportQuery.GetReportDraft(
                        asker.viewer(),
                        new Moment(in.get(OCCURRED_AT), null, asker.now()),
                        report.incident(),
                        report.kind()))
                : Optional.empty();
        Map<String, String> drafted = draft.map(ReportDraft::parts).orElse(List.of()).stream()
                .collect(Collectors.toMap(ReportDraft.Part::part, ReportDraft.Part::text));
        ResponseEntity<MajorIncidentReportDetail> written = desk.change(
                asker,
                report,
                new WriteReportVersion(
                        report.incident(),
                        report.kind(),
                        in.get(OCCURRED_AT),
                        ReportForms.parts(in),
                        drafted,
                        in.get(ReportForms.REDACTIONS),
                        draft.map(ReportDraft::redactions).orElse(List.of()),
                        in.get(ReportForms.NOTE),
                        classification));
        MajorIncidentReportDetail now = desk.get(asker, report);
        return ReportDesk.created(report.path() + "/versions/" + now.versions().size(), now);
    }

    /** What is RED is only about what is RED, and the other way round. */
    private Classification classification(Asker asker, Named report, @Nullable Classification given) {
        boolean red = desk.isRed(asker, report);
        Classification due = red ? Classification.RED : Classification.AMBER;
        if (given == Classification.RED && !asker.viewer().cleared()) {
            throw Problem.of(403, "CLEARANCE_NEEDED", "Only security-cleared users may make something RED");
        }
        if (given != null && given != due) {
            throw Problem.of(409, "CLASSIFIED_AS_INCIDENT", "A report on this Incident is " + due + ", not " + given);
        }
        return due;
    }

    @Operation(
            summary = "Add redactions to a version",
            description =
                    "The published variant of it has the quotes nowhere from then on, also where it was published before.")
    @Creates
    @PostMapping("/{kind}/redactions")
    ResponseEntity<MajorIncidentReportDetail> redactMajorIncidentReport(
            @PathVariable String id, @PathVariable String kind, Asker asker, Body body) {
        Named report = ReportDesk.named(id, kind);
        Filled in = body.as(ReportForms.REDACTING);
        desk.get(asker, report);
        return desk.change(
                asker,
                report,
                new RedactReport(
                        report.incident(),
                        report.kind(),
                        in.get(OCCURRED_AT),
                        in.get(ReportForms.VERSION),
                        in.all(ReportForms.MORE_REDACTIONS)));
    }

    @Operation(
            summary = "Submit a version to the Ops Group",
            description = "The first submission for a resolution decides whether the report was in time.")
    @Creates
    @PostMapping("/{kind}/submissions")
    ResponseEntity<MajorIncidentReportDetail> submitMajorIncidentReport(
            @PathVariable String id, @PathVariable String kind, Asker asker, Body body) {
        Named report = ReportDesk.named(id, kind);
        Filled in = body.as(ReportForms.SUBMISSION);
        MajorIncidentReportView standing = desk.get(asker, report).overview();
        return desk.change(
                asker,
                report,
                new SubmitReport(
                        report.incident(),
                        report.kind(),
                        in.get(OCCURRED_AT),
                        in.get(ReportForms.VERSION),
                        standing.submittedAt() == null ? standing.incidentResolvedAt() : null));
    }

    @Operation(
            summary = "Answer amendment requests and comments",
            description = "Names the newer version that has what was asked for; each request is answered once.")
    @Creates
    @PostMapping("/{kind}/amendments")
    ResponseEntity<MajorIncidentReportDetail> amendMajorIncidentReport(
            @PathVariable String id, @PathVariable String kind, Asker asker, Body body) {
        Named report = ReportDesk.named(id, kind);
        Filled in = body.as(ReportForms.AMENDMENT, ReportForms::checkAmendment);
        desk.get(asker, report);
        return desk.change(
                asker,
                report,
                new AmendReport(
                        report.incident(),
                        report.kind(),
                        in.get(OCCURRED_AT),
                        in.need(ReportForms.NEW_VERSION),
                        in.all(ReportForms.ANSWERS),
                        in.all(ReportForms.ANSWERED_FEEDBACK),
                        in.need(ReportForms.AMENDMENT_TEXT)));
    }

    @Operation(
            summary = "Publish both reports",
            description =
                    "To all SEC Parties, together, each in the version that was submitted last; refused unless both are agreed in it. Everybody reads the redacted text.")
    @Creates
    @PostMapping("/{kind}/publication")
    ResponseEntity<MajorIncidentReportDetail> publishMajorIncidentReports(
            @PathVariable String id, @PathVariable String kind, Asker asker, Body body) {
        return publish(asker, ReportDesk.named(id, kind), true, body);
    }

    @Operation(summary = "Publish both reports", description = "The same; answers with the Review Report.")
    @Creates
    @PostMapping("/publication")
    ResponseEntity<MajorIncidentReportDetail> publishBothMajorIncidentReports(
            @PathVariable String id, Asker asker, Body body) {
        return publish(asker, new Named(ReportDesk.incident(id), ReportKind.REVIEW), false, body);
    }

    private ResponseEntity<MajorIncidentReportDetail> publish(Asker asker, Named report, boolean ofOne, Body body) {
        Filled in = body.as(ReportForms.PUBLICATION);
        IncidentId incident = desk.get(asker, report).overview().incident();
        return desk.change(
                asker,
                report,
                new PublishReports(
                        incident,
                        ofOne ? report.kind() : null,
                        in.get(OCCURRED_AT),
                        in.or(ReportForms.PUBLISHED_AS, Classification.WHITE)));
    }
}
