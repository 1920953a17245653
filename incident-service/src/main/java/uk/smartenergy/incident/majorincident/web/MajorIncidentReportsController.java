package uk.smartenergy.incident.majorincident.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import uk.smartenergy.incident.api.incident.IncidentId;
import uk.smartenergy.incident.api.majorincident.MajorIncidentReportDetail;
import uk.smartenergy.incident.api.majorincident.MajorIncidentReportEvent;
import uk.smartenergy.incident.api.majorincident.MajorIncidentReportQuery;
import uk.smartenergy.incident.api.majorincident.MajorIncidentReportView;
import uk.smartenergy.incident.api.majorincident.ReportDifferences;
import uk.smartenergy.incident.api.majorincident.ReportDraft;
import uk.smartenergy.incident.api.majorincident.ReportKind;
import uk.smartenergy.incident.api.majorincident.ReportText;
import uk.smartenergy.incident.api.shared.Classification;
import uk.smartenergy.incident.api.shared.Moment;
import uk.smartenergy.incident.api.shared.Page;
import uk.smartenergy.incident.api.shared.RecordEntry;
import uk.smartenergy.incident.api.shared.RecordQuery;
import uk.smartenergy.incident.platform.document.Document;
import uk.smartenergy.incident.platform.document.web.DocumentAnswer;
import uk.smartenergy.incident.platform.document.web.DocumentFormat;
import uk.smartenergy.incident.platform.messaging.Messages;
import uk.smartenergy.incident.platform.web.Csv;
import uk.smartenergy.incident.platform.web.Filled;
import uk.smartenergy.incident.platform.web.Inquiry;
import uk.smartenergy.incident.platform.web.Pages;
import uk.smartenergy.incident.platform.web.Problem;
import uk.smartenergy.incident.platform.web.RecordTimeline;
import uk.smartenergy.incident.platform.web.Versions;

/** Reads Major Incident reports: what is owed, what is written, and what one version says otherwise than another. */
@Tag(
        name = "Major Incident reports",
        description =
                "The Summary and Review Reports that a resolved Category 1 Incident owes: versions, the Ops Group's comments and agreement, publication of both together. Until then AMBER; what is published is redacted.")
@RestController
@RequestMapping("/api/v1/major-incident-reports")
final class MajorIncidentReportsController {
    private static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private final ReportDesk desk;
    private final Messages messages;

    MajorIncidentReportsController(ReportDesk desk, Messages messages) {
        this.desk = desk;
        this.messages = messages;
    }

    record ReportList(
            List<MajorIncidentReportView> items, @Nullable String nextCursor, long total) {}

    record BothReports(IncidentId incident, List<MajorIncidentReportDetail> items) {}

    record ReportVersions(
            List<MajorIncidentReportDetail.Version> items,
            @Nullable String nextCursor,
            long total) {}

    @Operation(
            summary = "The reports that are owed or written",
            description =
                    "What is owed follows from the Incidents: a Category 1 Incident that is resolved owes both reports, in Working Days after its last resolution.")
    @GetMapping(produces = {MediaType.APPLICATION_JSON_VALUE, Csv.TYPE_VALUE})
    ResponseEntity<?> findMajorIncidentReports(Inquiry inquiry) {
        Filled in = inquiry.as(ReportForms.LIST);
        List<MajorIncidentReportView> all = messages
                .ask(new MajorIncidentReportQuery.FindMajorIncidentReports(
                        inquiry.viewer(), inquiry.moment(in), ReportForms.filter(in)))
                .stream()
                .sorted(in.or(ReportForms.SORT, ReportForms.Sort.BY_DUE_DAY).order)
                .toList();
        Page<MajorIncidentReportView> page = Pages.of(all, MajorIncidentReportsController::key, inquiry, in);
        return ResponseEntity.ok(
                inquiry.csv()
                        ? new Csv(MajorIncidentReportView.class, page.items())
                        : new ReportList(page.items(), page.nextCursor(), page.total()));
    }

    private static String key(MajorIncidentReportView view) {
        return view.incident() + "-" + view.kind();
    }

    @Operation(summary = "Both reports on an Incident")
    @GetMapping("/{id}")
    ResponseEntity<BothReports> getMajorIncidentReports(@PathVariable String id, Inquiry inquiry) {
        Filled in = inquiry.as(ReportForms.READING);
        IncidentId incident = ReportDesk.incident(id);
        List<MajorIncidentReportDetail> both = Stream.of(ReportKind.values())
                .flatMap(kind -> desk
                        .find(
                                inquiry.viewer(),
                                inquiry.moment(in),
                                new ReportDesk.Named(incident, kind),
                                isRedacted(in))
                        .stream())
                .toList();
        if (both.isEmpty()) {
            throw ReportDesk.notFound(id);
        }
        long version = both.stream()
                .mapToLong(report -> report.overview().version())
                .max()
                .orElse(-1);
        return tagged(version).body(new BothReports(incident, both));
    }

    private static ResponseEntity.BodyBuilder tagged(long version) {
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok();
        return version < 0 ? answer : answer.eTag(Versions.tag(version));
    }

    private static boolean isRedacted(Filled in) {
        return in.or(ReportForms.VARIANT, Classification.AMBER) != Classification.AMBER;
    }

    @Operation(
            summary = "What happened to the reports on an Incident",
            description = "Not for those who read only what is published.")
    @GetMapping("/{id}/timeline")
    RecordTimeline getMajorIncidentReportTimeline(@PathVariable String id, Inquiry inquiry) {
        Moment moment = inquiry.moment();
        List<RecordEntry> entries = messages.ask(new RecordQuery.GetRecordTimeline(
                        inquiry.viewer(), moment, MajorIncidentReportEvent.streamOf(ReportDesk.incident(id))))
                .orElseThrow(() -> ReportDesk.notFound(id));
        return RecordTimeline.of(entries);
    }

    @Operation(
            summary = "One report, with all that became of it",
            description =
                    "Those who may read only what is published get that: the redacted text, and nothing of what was said before.")
    @GetMapping(
            path = "/{id}/{kind}",
            produces = {
                MediaType.APPLICATION_JSON_VALUE,
                MediaType.TEXT_HTML_VALUE,
                MediaType.APPLICATION_PDF_VALUE,
                DOCX
            })
    ResponseEntity<?> getMajorIncidentReport(@PathVariable String id, @PathVariable String kind, Inquiry inquiry) {
        Filled in = inquiry.as(ReportForms.READING_AS);
        MajorIncidentReportDetail report =
                desk.get(inquiry.viewer(), inquiry.moment(in), ReportDesk.named(id, kind), isRedacted(in));
        long version = report.overview().version();
        return new DocumentAnswer(
                        () -> report, () -> paper(report.text(), report), version < 0 ? null : Versions.tag(version))
                .to(inquiry, in, DocumentFormat.JSON);
    }

    private static Document paper(@Nullable ReportText text, MajorIncidentReportDetail report) {
        if (text == null) {
            throw Problem.of(409, "REPORT_NOT_WRITTEN", "No version of this report is written");
        }
        return ReportPaper.of(text, report);
    }

    @Operation(
            summary = "A first draft",
            description =
                    "From the Incident's own events, each sentence with those that it comes from; a Review Report goes on from the Summary Report. What no event says is named as a gap.")
    @GetMapping("/{id}/{kind}/draft")
    ReportDraft getReportDraft(@PathVariable String id, @PathVariable String kind, Inquiry inquiry) {
        ReportDesk.Named report = ReportDesk.named(id, kind);
        return messages.ask(new MajorIncidentReportQuery.GetReportDraft(
                        inquiry.viewer(), inquiry.moment(), report.incident(), report.kind()))
                .orElseThrow(() -> ReportDesk.notFound(id));
    }

    @Operation(summary = "The versions of a report")
    @GetMapping("/{id}/{kind}/versions")
    ReportVersions findReportVersions(@PathVariable String id, @PathVariable String kind, Inquiry inquiry) {
        Filled in = inquiry.as(ReportForms.READING);
        List<MajorIncidentReportDetail.Version> versions = desk.get(
                        inquiry.viewer(), inquiry.moment(in), ReportDesk.named(id, kind), isRedacted(in))
                .versions();
        return new ReportVersions(versions, null, versions.size());
    }

    @Operation(summary = "The text of one version")
    @GetMapping(
            path = "/{id}/{kind}/versions/{number}",
            produces = {
                MediaType.APPLICATION_JSON_VALUE,
                MediaType.TEXT_HTML_VALUE,
                MediaType.APPLICATION_PDF_VALUE,
                DOCX
            })
    ResponseEntity<?> getReportVersion(
            @PathVariable String id, @PathVariable String kind, @PathVariable String number, Inquiry inquiry) {
        Filled in = inquiry.as(ReportForms.READING_AS);
        ReportDesk.Named report = ReportDesk.named(id, kind);
        ReportText text = messages.ask(new MajorIncidentReportQuery.GetReportText(
                        inquiry.viewer(),
                        inquiry.moment(in),
                        report.incident(),
                        report.kind(),
                        number(id, number),
                        isRedacted(in)))
                .orElseThrow(() -> ReportDesk.notFound(id));
        return new DocumentAnswer(
                        () -> text,
                        () -> paper(text, desk.get(inquiry.viewer(), inquiry.moment(in), report, isRedacted(in))),
                        null)
                .to(inquiry, in, DocumentFormat.JSON);
    }

    @Operation(
            summary = "What one version says otherwise than another",
            description = "Part by part and word by word; of the redacted texts, where only those may be read.")
    @GetMapping("/{id}/{kind}/versions/{number}/differences/{other}")
    ReportDifferences getReportDifferences(
            @PathVariable String id,
            @PathVariable String kind,
            @PathVariable String number,
            @PathVariable String other,
            Inquiry inquiry) {
        Filled in = inquiry.as(ReportForms.READING);
        ReportDesk.Named report = ReportDesk.named(id, kind);
        return messages.ask(new MajorIncidentReportQuery.GetReportDifferences(
                        inquiry.viewer(),
                        inquiry.moment(in),
                        report.incident(),
                        report.kind(),
                        number(id, number),
                        number(id, other),
                        isRedacted(in)))
                .orElseThrow(() -> ReportDesk.notFound(id));
    }

    private static int number(String id, String number) {
        if (!number.matches("[1-9]\\d{0,8}")) {
            throw ReportDesk.notFound(id);
        }
        return Integer.parseInt(number);
    }
}
