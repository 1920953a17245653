package uk.smartenergy.incident.problem.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import uk.smartenergy.incident.api.problem.ProblemQuery.GetProblemReport;
import uk.smartenergy.incident.api.problem.ProblemReport;
import uk.smartenergy.incident.platform.messaging.Messages;
import uk.smartenergy.incident.platform.web.Csv;
import uk.smartenergy.incident.platform.web.Filled;
import uk.smartenergy.incident.platform.web.Inquiry;

/** The Quarterly Problem Report; every number says where its Problems are listed. */
@Tag(name = "Reports")
@RestController
final class ProblemReportController {
    private final Messages messages;

    ProblemReportController(Messages messages) {
        this.messages = messages;
    }

    @Operation(
            summary = "The Quarterly Problem Report",
            description =
                    "SEC Appendix AG 3.2; default, verify against the SEC in force. As of the end of the quarter, or asOf if that is earlier.")
    @ApiResponse(
            responseCode = "200",
            content = {
                @Content(mediaType = "application/json", schema = @Schema(implementation = ProblemReport.class)),
                @Content(mediaType = Csv.TYPE_VALUE, schema = @Schema(type = "string"))
            })
    @GetMapping(
            path = "/api/v1/reports/problems",
            produces = {MediaType.APPLICATION_JSON_VALUE, Csv.TYPE_VALUE})
    ResponseEntity<?> getProblemReport(Inquiry inquiry) {
        Filled in = inquiry.as(ProblemQueries.REPORT);
        Quarter quarter = in.need(ProblemQueries.PERIOD);
        ProblemReport report = ProblemLinks.linked(messages.ask(new GetProblemReport(
                inquiry.viewer(), inquiry.moment(in), quarter.toString(), quarter.from(), quarter.to())));
        return ResponseEntity.ok(
                inquiry.csv()
                        ? new Csv(
                                ProblemRow.class,
                                ProblemLinks.rows(report).stream()
                                        .map(ProblemRow::of)
                                        .toList())
                        : report);
    }

    /** @param group {@code ALL}, a region or a priority */
    record ProblemRow(
            String group,
            long opened,
            long closed,
            long openAtEnd,
            long knownErrors,
            long withoutRootCause,
            long withoutTimescale,
            long overdue,
            long slipped) {
        static ProblemRow of(ProblemReport.Figures figures) {
            return new ProblemRow(
                    figures.group(),
                    figures.opened(),
                    figures.closed(),
                    figures.openAtEnd(),
                    figures.knownErrors(),
                    figures.withoutRootCause(),
                    figures.withoutTimescale(),
                    figures.overdue(),
                    figures.slipped());
        }
    }
}
