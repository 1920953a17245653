package uk.smartenergy.incident.paper.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import uk.smartenergy.incident.api.paper.PaperCommand;
import uk.smartenergy.incident.api.paper.PaperCommand.GiveDetails;
import uk.smartenergy.incident.api.paper.PaperCommand.IssuePaper;
import uk.smartenergy.incident.api.paper.PaperCommand.WriteText;
import uk.smartenergy.incident.api.paper.PaperEvent.FrozenFigure;
import uk.smartenergy.incident.api.paper.PaperId;
import uk.smartenergy.incident.api.paper.PaperIssueView;
import uk.smartenergy.incident.api.paper.PaperQuery.FindIssues;
import uk.smartenergy.incident.api.paper.PaperQuery.GetPaper;
import uk.smartenergy.incident.api.paper.PaperQuery.GetPaperTexts;
import uk.smartenergy.incident.api.paper.PaperSection;
import uk.smartenergy.incident.api.paper.PaperTexts;
import uk.smartenergy.incident.api.paper.PaperView;
import uk.smartenergy.incident.api.shared.Classification;
import uk.smartenergy.incident.api.shared.Moment;
import uk.smartenergy.incident.api.shared.RecordQuery.GetRecordTimeline;
import uk.smartenergy.incident.api.shared.Viewer;
import uk.smartenergy.incident.platform.messaging.Messages;
import uk.smartenergy.incident.platform.web.Asker;
import uk.smartenergy.incident.platform.web.Body;
import uk.smartenergy.incident.platform.web.Creates;
import uk.smartenergy.incident.platform.web.Filled;
import uk.smartenergy.incident.platform.web.Inquiry;
import uk.smartenergy.incident.platform.web.Problem;
import uk.smartenergy.incident.platform.web.RecordTimeline;
import uk.smartenergy.incident.platform.web.Sender;
import uk.smartenergy.incident.platform.web.Versions;

/** What the writers of the paper add to what the record says, and its issue. */
@Tag(name = "Papers")
@RestController
@RequestMapping("/api/v1/papers/ops-group/{month}")
final class PaperWritersController {
    private final Messages messages;
    private final Sender sender;

    PaperWritersController(Messages messages, Sender sender) {
        this.messages = messages;
        this.sender = sender;
    }

    record IssueList(List<PaperIssueView> items, @Nullable String nextCursor, long total) {}

    @Operation(
            summary = "What the writers said, with every earlier version",
            description = "Texts of sections, and the reference, author and purpose of the paper.")
    @GetMapping("/texts")
    ResponseEntity<PaperTexts> findPaperTexts(@PathVariable YearMonth month, Inquiry inquiry) {
        return tagged(messages.ask(new GetPaperTexts(inquiry.viewer(), inquiry.moment(), month)));
    }

    @Operation(
            summary = "Write the text of a section",
            description =
                    "It stands apart from the figures, and marked as the writer's, in papers of its classification or a narrower one. Without a text, what stood is withdrawn.")
    @PutMapping("/texts/{section}")
    ResponseEntity<PaperTexts> writePaperText(
            @PathVariable YearMonth month, @PathVariable String section, Asker asker, Body body) {
        PaperSection of = PaperSection.find(section)
                .orElseThrow(() -> Problem.of(404, "NOT_FOUND", "The paper has no such section"));
        Filled in = body.as(PaperForms.WRITING);
        return written(
                asker,
                month,
                new WriteText(
                        PaperId.of(month),
                        in.get(PaperForms.OCCURRED_AT),
                        of,
                        in.get(PaperForms.TEXT),
                        in.or(PaperForms.TEXT_CLASSIFICATION, Classification.WHITE)));
    }

    @Operation(
            summary = "Say the paper's reference, author and purpose",
            description = "All of them as they shall be from now on; what is left out is as if it had never been said.")
    @PutMapping("/details")
    ResponseEntity<PaperTexts> givePaperDetails(@PathVariable YearMonth month, Asker asker, Body body) {
        Filled in = body.as(PaperForms.DETAILS);
        return written(
                asker,
                month,
                new GiveDetails(
                        PaperId.of(month),
                        in.get(PaperForms.OCCURRED_AT),
                        in.get(PaperForms.REFERENCE),
                        in.get(PaperForms.AUTHOR),
                        in.get(PaperForms.PURPOSE)));
    }

    @Operation(summary = "When the paper was issued", description = "With its figures as they stood.")
    @GetMapping("/issues")
    IssueList findPaperIssues(@PathVariable YearMonth month, Inquiry inquiry) {
        List<PaperIssueView> issues = messages.ask(new FindIssues(inquiry.viewer(), inquiry.moment(), month));
        return new IssueList(issues, null, issues.size());
    }

    @Operation(
            summary = "Record that the paper was issued",
            description =
                    "As of a day, as known now; its figures are kept as they stand. Issuing the same again changes nothing. RED is not issued.")
    @Creates
    @PostMapping("/issues")
    ResponseEntity<PaperIssueView> issuePaper(@PathVariable YearMonth month, Asker asker, Body body) {
        Filled in = body.as(PaperForms.ISSUE);
        Instant asOf = in.or(PaperForms.AS_OF, asker.now());
        Classification classification = in.or(PaperForms.ISSUED_CLASSIFICATION, Classification.WHITE);
        // As everybody will read it: nothing of what only this writer sees.
        PaperView paper = messages.ask(
                new GetPaper(Viewer.service(), new Moment(asOf, asker.now(), asker.now()), month, classification));
        sender.send(
                new IssuePaper(
                        PaperId.of(month),
                        in.get(PaperForms.OCCURRED_AT),
                        asOf,
                        asker.now(),
                        in.or(PaperForms.ISSUE_REFERENCE, paper.reference()),
                        classification,
                        paper.figures().stream()
                                .map(one -> new FrozenFigure(one.name(), one.value(), one.text()))
                                .toList()),
                asker,
                month.toString());
        PaperIssueView issue = messages.ask(new FindIssues(asker.viewer(), Moment.present(asker.now()), month))
                .getLast();
        PaperTexts texts = messages.ask(new GetPaperTexts(asker.viewer(), Moment.present(asker.now()), month));
        return ResponseEntity.created(URI.create("/api/v1/papers/ops-group/" + month + "/issues/" + issue.number()))
                .eTag(Versions.tag(texts.version()))
                .body(issue);
    }

    @Operation(summary = "Everything that was written into the paper, and every issue")
    @GetMapping("/timeline")
    RecordTimeline getPaperTimeline(@PathVariable YearMonth month, Inquiry inquiry) {
        return messages.ask(new GetRecordTimeline(
                        inquiry.viewer(), inquiry.moment(), PaperId.of(month).value()))
                .map(RecordTimeline::of)
                .orElseThrow(() -> Problem.of(404, "NOT_FOUND", "Nothing was written into this paper"));
    }

    private ResponseEntity<PaperTexts> written(Asker asker, YearMonth month, PaperCommand command) {
        sender.send(command, asker, month.toString());
        return tagged(messages.ask(new GetPaperTexts(asker.viewer(), Moment.present(asker.now()), month)));
    }

    private static ResponseEntity<PaperTexts> tagged(PaperTexts texts) {
        return ResponseEntity.ok().eTag(Versions.tag(texts.version())).body(texts);
    }
}
