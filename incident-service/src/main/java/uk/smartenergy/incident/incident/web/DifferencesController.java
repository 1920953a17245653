package uk.smartenergy.incident.incident.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.YearMonth;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import uk.smartenergy.incident.api.incident.DifferencesReport;
import uk.smartenergy.incident.api.incident.IncidentQuery;
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
    @GetMapping
    DifferencesReport getDifferences(Inquiry inquiry) {
        Filled in = inquiry.as(ReportForms.DIFFERENCES);
        Instant a = in.need(ReportForms.KNOWN_AT_A);
        Instant b = in.or(ReportForms.KNOWN_AT_B, inquiry.now());
        if (a.isAfter(b)) {
            throw Problem.invalid("/knownAtA", "must not be later than knownAtB");
        }
        YearMonth lastMonth = YearMonth.from(inquiry.now().atZone(Times.LONDON)).minusMonths(1);
        return messages.ask(new IncidentQuery.GetDifferences(
                        inquiry.viewer(),
                        inquiry.now(),
                        in.need(ReportForms.REPORT),
                        in.or(ReportForms.PERIOD, lastMonth),
                        in.get(Inquiry.AS_OF),
                        a,
                        b))
                .orElseThrow(() -> Problem.invalid("/report", "is not one that can be compared"));
    }
}
