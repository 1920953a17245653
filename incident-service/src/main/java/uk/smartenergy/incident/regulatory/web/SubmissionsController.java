package uk.smartenergy.incident.regulatory.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import uk.smartenergy.incident.api.regulatory.RegisterRecord;
import uk.smartenergy.incident.api.regulatory.RegisterRecord.Circle;
import uk.smartenergy.incident.api.regulatory.RegisterRow;
import uk.smartenergy.incident.api.regulatory.RegisterRow.SubmissionView;
import uk.smartenergy.incident.api.regulatory.RegulatoryCommand.ExplainMeasure;
import uk.smartenergy.incident.api.regulatory.RegulatoryCommand.SubmitReport;
import uk.smartenergy.incident.api.regulatory.RegulatoryQuery.About;
import uk.smartenergy.incident.api.regulatory.RegulatoryQuery.FindSubmissions;
import uk.smartenergy.incident.api.regulatory.Submission;
import uk.smartenergy.incident.api.shared.Page;
import uk.smartenergy.incident.platform.messaging.Messages;
import uk.smartenergy.incident.platform.web.Asker;
import uk.smartenergy.incident.platform.web.Body;
import uk.smartenergy.incident.platform.web.Creates;
import uk.smartenergy.incident.platform.web.Filled;
import uk.smartenergy.incident.platform.web.Inquiry;
import uk.smartenergy.incident.platform.web.Pages;
import uk.smartenergy.incident.platform.web.Problem;
import uk.smartenergy.incident.platform.web.Versions;
import uk.smartenergy.incident.regulatory.web.RegulatoryDesk.Place;

/** What was received of the DCC's reports, and what was explained later. */
@Tag(name = "Report register")
@RestController
@RequestMapping("/api/v1/regulatory-reports")
final class SubmissionsController {
    private final Messages messages;
    private final RegulatoryDesk desk;
    private final SubmissionForms forms;

    SubmissionsController(Messages messages, RegulatoryDesk desk, SubmissionForms forms) {
        this.messages = messages;
        this.desk = desk;
        this.forms = forms;
    }

    @Operation(
            summary = "Record that a report was received",
            description =
                    "By the DCC, or by SECAS. A second one for the same period is a correction: by the first it is on time or late, the figures are those of the last.")
    @Creates
    @PostMapping("/{code}/{period}/submissions")
    ResponseEntity<RegisterRow> submitReport(
            @PathVariable String code, @PathVariable String period, Asker asker, Body body) {
        Place place = desk.place(code, period);
        return submit(place, asker, body.as(forms.submission, forms::check));
    }

    @Operation(summary = "Record that a report was received, named in the body")
    @Creates
    @PostMapping("/submissions")
    ResponseEntity<RegisterRow> submitAnyReport(Asker asker, Body body) {
        Filled in = body.as(forms.anySubmission, forms::check);
        Place place = desk.place(
                in.need(SubmissionForms.REPORT), in.need(SubmissionForms.PERIOD).value());
        return submit(place, asker, in);
    }

    private ResponseEntity<RegisterRow> submit(Place place, Asker asker, Filled in) {
        Submission submission = forms.submission(in);
        RegulatoryDesk.mayClassify(asker.viewer(), submission.classification());
        desk.mayName(asker.viewer(), asker.now(), submission.incidents(), submission.classification());
        RegisterRecord record =
                new RegisterRecord(place.report().code(), place.period(), Circle.of(submission.classification()));
        desk.send(asker, new SubmitReport(record.id(), SubmissionForms.receivedAt(in), submission));
        RegisterRow row = desk.row(asker, place);
        return ResponseEntity.created(place.location())
                .eTag(Versions.tag(row.version()))
                .body(row);
    }

    @Operation(
            summary = "Explain a measure that is worse than its Target",
            description =
                    "Of the last submission; a later explanation of the same measure takes the place of the one before.")
    @PostMapping("/{code}/{period}/explanations")
    ResponseEntity<RegisterRow> explainMeasure(
            @PathVariable String code, @PathVariable String period, Asker asker, Body body) {
        Place place = desk.place(code, period);
        Filled in = body.as(forms.explanation);
        RegisterRecord record = RegulatoryDesk.recordOf(desk.row(asker, place))
                .orElseThrow(() -> Problem.of(
                        409,
                        "NOTHING_SUBMITTED",
                        "Nothing has been received of %s for %s yet.".formatted(code, period)));
        desk.send(
                asker,
                new ExplainMeasure(
                        record.id(),
                        in.get(RegulatoryForms.OCCURRED_AT),
                        forms.explained(in),
                        in.need(RegulatoryForms.EXPLANATION)));
        RegisterRow row = desk.row(asker, place);
        return ResponseEntity.ok().eTag(Versions.tag(row.version())).body(row);
    }

    record SubmissionList(
            List<SubmissionView> items, @Nullable String nextCursor, long total) {}

    @Operation(summary = "All submissions", description = "In the order in which they were received.")
    @GetMapping("/submissions")
    SubmissionList findSubmissions(Inquiry inquiry) {
        Filled in = inquiry.as(RegulatoryForms.SUBMISSIONS);
        About about = new About(in.get(RegulatoryForms.ABOUT_REPORT), in.get(RegulatoryForms.ABOUT_PERIOD));
        Page<SubmissionView> page = Pages.of(
                messages.ask(new FindSubmissions(inquiry.viewer(), inquiry.moment(in), about)),
                SubmissionView::id,
                inquiry,
                in);
        return new SubmissionList(page.items(), page.nextCursor(), page.total());
    }
}
