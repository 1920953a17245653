package uk.smartenergy.incident.paper.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.YearMonth;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import uk.smartenergy.incident.api.paper.PaperDifferences;
import uk.smartenergy.incident.api.paper.PaperQuery.GetIssuedPaper;
import uk.smartenergy.incident.api.paper.PaperQuery.GetPaper;
import uk.smartenergy.incident.api.paper.PaperQuery.GetPaperDifferences;
import uk.smartenergy.incident.api.paper.PaperView;
import uk.smartenergy.incident.api.shared.Classification;
import uk.smartenergy.incident.platform.document.web.DocumentAnswer;
import uk.smartenergy.incident.platform.document.web.DocumentFormat;
import uk.smartenergy.incident.platform.messaging.Messages;
import uk.smartenergy.incident.platform.web.Filled;
import uk.smartenergy.incident.platform.web.Inquiry;
import uk.smartenergy.incident.platform.web.Problem;
import uk.smartenergy.incident.platform.web.Times;
import uk.smartenergy.incident.platform.web.Versions;

/** The Ops Group's paper, to be read. */
@Tag(
        name = "Papers",
        description =
                "The paper for the Panel, which writes itself from the record; each figure leads to what it counts.")
@RestController
@RequestMapping("/api/v1/papers/ops-group")
final class PapersController {
    private static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private final Messages messages;

    PapersController(Messages messages) {
        this.messages = messages;
    }

    @Operation(
            summary = "The paper of a month",
            description =
                    "HTML, PDF, DOCX or JSON, by Accept or format. What is narrower than its classification is counted and not named.")
    @ApiResponse(
            responseCode = "200",
            content = {
                @Content(mediaType = "application/json", schema = @Schema(implementation = PaperView.class)),
                @Content(mediaType = "text/html", schema = @Schema(type = "string")),
                @Content(mediaType = "application/pdf", schema = @Schema(type = "string", format = "binary")),
                @Content(mediaType = DOCX, schema = @Schema(type = "string", format = "binary"))
            })
    @GetMapping
    ResponseEntity<?> getOpsGroupPaper(Inquiry inquiry) {
        Filled in = inquiry.as(PaperForms.PAPER);
        Classification classification = in.get(PaperForms.CLASSIFICATION);
        if (classification == Classification.RED && !inquiry.viewer().cleared()) {
            throw Problem.of(403, "CLEARANCE_NEEDED", "Only the security-cleared read a RED paper");
        }
        return answer(
                messages.ask(new GetPaper(
                        inquiry.viewer(),
                        inquiry.moment(in),
                        in.or(PaperForms.MONTH, lastMonth(inquiry.now())),
                        classification)),
                inquiry,
                in);
    }

    @Operation(
            summary = "The paper as it was issued",
            description = "With what was on record then; the same for everybody who may read it.")
    @GetMapping("/{month}/issues/{number}")
    ResponseEntity<?> getIssuedPaper(@PathVariable YearMonth month, @PathVariable int number, Inquiry inquiry) {
        Filled in = inquiry.as(PaperForms.ISSUED);
        PaperView paper = messages.ask(new GetIssuedPaper(inquiry.viewer(), inquiry.now(), month, number))
                .orElseThrow(() -> Problem.of(404, "NOT_FOUND", "There is no issue " + number + " of this paper"));
        return answer(paper, inquiry, in);
    }

    @Operation(
            summary = "Which figures of the paper changed, and what was recorded between",
            description = "Since the last issue, or between any two dates of knowledge.")
    @GetMapping("/differences")
    PaperDifferences getPaperDifferences(Inquiry inquiry) {
        Filled in = inquiry.as(PaperForms.DIFFERENCES);
        Instant b = in.or(PaperForms.KNOWN_AT_B, inquiry.now());
        Instant a = in.get(PaperForms.KNOWN_AT_A);
        if (a != null && a.isAfter(b)) {
            throw Problem.invalid("/knownAtA", "must not be later than knownAtB");
        }
        return messages.ask(new GetPaperDifferences(
                        inquiry.viewer(),
                        inquiry.now(),
                        in.or(PaperForms.MONTH, lastMonth(inquiry.now())),
                        in.get(Inquiry.AS_OF),
                        a,
                        b))
                .orElseThrow(() ->
                        Problem.invalid("/knownAtA", "is required, since the paper was not issued before knownAtB"));
    }

    private static ResponseEntity<?> answer(PaperView paper, Inquiry inquiry, Filled in) {
        return new DocumentAnswer(() -> paper, () -> PaperDocument.of(paper), Versions.tag(paper.version()))
                .to(inquiry, in, DocumentFormat.HTML);
    }

    private static YearMonth lastMonth(Instant now) {
        return YearMonth.from(now.atZone(Times.LONDON)).minusMonths(1);
    }
}
