package uk.smartenergy.incident.incident.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import uk.smartenergy.incident.api.categorisation.Category;
import uk.smartenergy.incident.api.incident.IncidentFilter.Outcome;
import uk.smartenergy.incident.api.incident.IncidentId;
import uk.smartenergy.incident.api.incident.IncidentQuery;
import uk.smartenergy.incident.api.incident.PerformanceReport;
import uk.smartenergy.incident.platform.messaging.Messages;
import uk.smartenergy.incident.platform.web.Csv;
import uk.smartenergy.incident.platform.web.Filled;
import uk.smartenergy.incident.platform.web.Form;
import uk.smartenergy.incident.platform.web.Inquiry;
import uk.smartenergy.incident.platform.web.Times;

/** The Code Performance Measures on Incidents; every number says where its Incidents are listed. */
@Tag(name = "Reports")
@RestController
@RequestMapping(
        path = "/api/v1/reports/performance",
        produces = {MediaType.APPLICATION_JSON_VALUE, Csv.TYPE_VALUE})
final class PerformanceController {
    static final Form QUERY = Form.of("PerformanceQuery", IncidentQueries.PERIOD, Inquiry.AS_OF, Inquiry.KNOWN_AT);

    private final Messages messages;

    PerformanceController(Messages messages) {
        this.messages = messages;
    }

    record Row(
            String code,
            String name,
            String clause,
            List<Category> categories,
            long met,
            long missed,
            long total,
            @Nullable BigDecimal percent,
            int target,
            int minimum,
            PerformanceReport.Standing standing,
            @Nullable String incidents) {}

    @Operation(
            summary = "The Code Performance Measures of a month",
            description =
                    "Of the Incidents last resolved in the month, how many were so in time; each miss with its explanation. Default, verify"
                            + " against the SEC in force.")
    @ApiResponse(
            responseCode = "200",
            content = {
                @Content(mediaType = "application/json", schema = @Schema(implementation = PerformanceReport.class)),
                @Content(mediaType = Csv.TYPE_VALUE, schema = @Schema(type = "string"))
            })
    @GetMapping
    ResponseEntity<?> getPerformance(Inquiry inquiry) {
        Filled in = inquiry.as(QUERY);
        YearMonth period = in.need(IncidentQueries.PERIOD);
        PerformanceReport report = linked(
                messages.ask(new IncidentQuery.GetPerformanceReport(inquiry.viewer(), inquiry.moment(in), period)),
                period);
        return ResponseEntity.ok(
                inquiry.csv()
                        ? new Csv(
                                Row.class,
                                report.measures().stream()
                                        .map(PerformanceController::row)
                                        .toList())
                        : report);
    }

    private static Row row(PerformanceReport.Measure measure) {
        return new Row(
                measure.code(),
                measure.name(),
                measure.clause(),
                measure.categories(),
                measure.met(),
                measure.missed(),
                measure.total(),
                measure.percent(),
                measure.target(),
                measure.minimum(),
                measure.standing(),
                measure.incidents());
    }

    private static PerformanceReport linked(PerformanceReport report, YearMonth period) {
        Instant end = Times.endOf(period.atEndOfMonth());
        return new PerformanceReport(
                report.period(),
                report.asOf(),
                report.knownAt(),
                report.note(),
                report.measures().stream()
                        .map(measure -> linked(measure, report, period, end))
                        .toList(),
                report.openBeyondTarget().stream()
                        .map(open -> linked(open, report))
                        .toList(),
                IncidentLinks.list(
                        new Outcome(null, null, Set.of(), null, true, end), true, report.asOf(), report.knownAt()));
    }

    private static PerformanceReport.Measure linked(
            PerformanceReport.Measure measure, PerformanceReport report, YearMonth period, Instant end) {
        Instant begin = period.atDay(1).atStartOfDay(Times.LONDON).toInstant();
        Set<Category> categories = new HashSet<>(measure.categories());
        Outcome all = new Outcome(begin, end, categories, null, null, null);
        Outcome met = new Outcome(begin, end, categories, null, false, null);
        Outcome missed = new Outcome(begin, end, categories, null, true, null);
        return new PerformanceReport.Measure(
                measure.code(),
                measure.name(),
                measure.clause(),
                measure.categories(),
                measure.met(),
                measure.missed(),
                measure.total(),
                measure.percent(),
                measure.target(),
                measure.minimum(),
                measure.standing(),
                IncidentLinks.list(all, null, report.asOf(), report.knownAt()),
                IncidentLinks.list(met, null, report.asOf(), report.knownAt()),
                IncidentLinks.list(missed, null, report.asOf(), report.knownAt()),
                measure.misses().stream().map(miss -> linked(miss, report)).toList());
    }

    private static PerformanceReport.Miss linked(PerformanceReport.Miss miss, PerformanceReport report) {
        return new PerformanceReport.Miss(
                miss.incidentId(),
                miss.summary(),
                miss.category(),
                miss.resolver(),
                miss.raisedAt(),
                miss.resolvedAt(),
                miss.dueAt(),
                miss.missedBy(),
                miss.explanation(),
                clock(miss.incidentId(), report));
    }

    private static PerformanceReport.OpenBeyondTarget linked(
            PerformanceReport.OpenBeyondTarget open, PerformanceReport report) {
        return new PerformanceReport.OpenBeyondTarget(
                open.incidentId(),
                open.summary(),
                open.category(),
                open.resolver(),
                open.raisedAt(),
                open.dueAt(),
                open.explanation(),
                clock(open.incidentId(), report));
    }

    private static String clock(IncidentId id, PerformanceReport report) {
        return "/api/v1/incidents/%s/target-clocks?asOf=%s&knownAt=%s".formatted(id, report.asOf(), report.knownAt());
    }
}
