package uk.smartenergy.incident.majorincident.web;

import static uk.smartenergy.incident.majorincident.web.ReportForms.OCCURRED_AT;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import uk.smartenergy.incident.api.majorincident.MajorIncidentReportCommand.*;
import uk.smartenergy.incident.api.majorincident.MajorIncidentReportDetail;
import uk.smartenergy.incident.api.majorincident.ReportPart;
import uk.smartenergy.incident.majorincident.web.ReportDesk.Named;
import uk.smartenergy.incident.platform.web.Asker;
import uk.smartenergy.incident.platform.web.Body;
import uk.smartenergy.incident.platform.web.Creates;
import uk.smartenergy.incident.platform.web.Filled;

/** What the Ops Group and SECAS do with a Major Incident report: comment on it, ask for amendments, agree it. */
@Tag(name = "Major Incident reports")
@RestController
@RequestMapping("/api/v1/major-incident-reports/{id}/{kind}")
final class ReportReviewController {
    private final ReportDesk desk;

    ReportReviewController(ReportDesk desk) {
        this.desk = desk;
    }

    @Operation(
            summary = "Comment on a passage",
            description = "Of a submitted version; the quote must stand in that part of it.")
    @Creates
    @PostMapping("/feedback")
    ResponseEntity<MajorIncidentReportDetail> commentOnMajorIncidentReport(
            @PathVariable String id, @PathVariable String kind, Asker asker, Body body) {
        Named report = ReportDesk.named(id, kind);
        Filled in = body.as(ReportForms.COMMENTING, ReportForms::checkPassage);
        Filled passage = in.need(ReportForms.PASSAGE);
        desk.get(asker, report);
        return desk.change(
                asker,
                report,
                new GiveFeedback(
                        report.incident(),
                        report.kind(),
                        in.get(OCCURRED_AT),
                        in.get(ReportForms.SUBMITTED_VERSION),
                        ReportDesk.body(asker.viewer()),
                        passage.need(ReportForms.ITS_PART).apiName(),
                        passage.get(ReportForms.QUOTE),
                        passage.get(ReportForms.FROM),
                        passage.get(ReportForms.TO),
                        in.need(ReportForms.COMMENT)));
    }

    @Operation(
            summary = "Ask for an amendment",
            description =
                    "Of the version that was submitted last; it may take up comments. Agreement waits for its answer.")
    @Creates
    @PostMapping("/amendment-requests")
    ResponseEntity<MajorIncidentReportDetail> requestReportAmendment(
            @PathVariable String id, @PathVariable String kind, Asker asker, Body body) {
        Named report = ReportDesk.named(id, kind);
        Filled in = body.as(ReportForms.REQUEST);
        ReportPart part = in.get(ReportForms.PART);
        desk.get(asker, report);
        return desk.change(
                asker,
                report,
                new RequestAmendment(
                        report.incident(),
                        report.kind(),
                        in.get(OCCURRED_AT),
                        ReportDesk.body(asker.viewer()),
                        in.need(ReportForms.REQUEST_TEXT),
                        part == null ? null : part.apiName(),
                        in.all(ReportForms.FEEDBACK)));
    }

    @Operation(
            summary = "Agree a report",
            description = "In the version that was submitted last; a later version needs an agreement of its own.")
    @Creates
    @PostMapping("/agreements")
    ResponseEntity<MajorIncidentReportDetail> agreeMajorIncidentReport(
            @PathVariable String id, @PathVariable String kind, Asker asker, Body body) {
        Named report = ReportDesk.named(id, kind);
        Filled in = body.as(ReportForms.AGREEMENT);
        desk.get(asker, report);
        return desk.change(
                asker,
                report,
                new AgreeReport(
                        report.incident(),
                        report.kind(),
                        in.get(OCCURRED_AT),
                        in.get(ReportForms.SUBMITTED_VERSION),
                        ReportDesk.body(asker.viewer()),
                        in.get(ReportForms.AGREEMENT_COMMENT)));
    }
}
