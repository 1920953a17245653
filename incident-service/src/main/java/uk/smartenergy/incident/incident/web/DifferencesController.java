package uk.smartenergy.incident.incident.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import uk.smartenergy.incident.api.incident.DifferencesReport;
import uk.smartenergy.incident.api.incident.IncidentQuery;
import uk.smartenergy.incident.api.paper.PaperDifferences;
import uk.smartenergy.incident.api.paper.PaperQuery;
import uk.smartenergy.incident.platform.messaging.Messages;
import uk.smartenergy.incident.platform.web.Filled;
import uk.smartenergy.incident.platform.web.Inquiry;
import uk.smartenergy.incident.platform.web.Problem;
import uk.smartenergy.incident.platform.web.Times;

/** Why a report's figures changed between two dates of knowledge. */
@Tag(name = "Reports")
@RestController
@RequestMapping("/api/v1/reports/differences")
final class DifferencesController {
    private final Messages messages;

    DifferencesController(Messages messages) {
        this.messages = messages;
    }

    @Operation(
            summary = "Why the figures of a report changed between two dates of knowledge",
            description =
                    "Which Incidents entered or left each figure, and what was recorded of them between. Both answers are as of the same instant: asOf; by default the end of the month for ageing, else now.")
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(oneOf = {DifferencesReport.class, PaperDifferences.class})))
    @GetMapping
    Object getDifferences(Inquiry inquiry) {
        Filled in = inquiry.as(ReportForms.DIFFERENCES);
        Instant a = in.need(ReportForms.KNOWN_AT_A);
        Instant b = in.or(ReportForms.KNOWN_AT_B, inquiry.now());
        if (a.isAfter(b)) {
            throw Problem.invalid("/knownAtA", "must not be later than knownAtB");
        }
        YearMonth lastMonth = YearMonth.from(inquiry.now().atZone(Times.LONDON)).minusMonths(1);
        YearMonth period = in.or(ReportForms.PERIOD, lastMonth);
        String report = in.need(ReportForms.REPORT);
        return messages.ask(new IncidentQuery.GetDifferences(
                        inquiry.viewer(), inquiry.now(), report, period, in.get(Inquiry.AS_OF), a, b))
                .<Object>map(found -> found)
                .or(() -> ofPaper(inquiry, report, period, in.get(Inquiry.AS_OF), a, b))
                .orElseThrow(() -> Problem.invalid("/report", "is not one that can be compared"));
    }

    /** What counts more than Incidents is compared by its own slice. */
    private Optional<PaperDifferences> ofPaper(
            Inquiry inquiry, String report, YearMonth month, @Nullable Instant asOf, Instant a, Instant b) {
        return report.equals(PaperQuery.REPORT)
                ? messages.ask(new PaperQuery.GetPaperDifferences(inquiry.viewer(), inquiry.now(), month, asOf, a, b))
                : Optional.empty();
    }
}
