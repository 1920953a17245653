package uk.smartenergy.incident.incident.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.Period;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import uk.smartenergy.incident.api.incident.AgeingReport;
import uk.smartenergy.incident.api.incident.CommunicationReport;
import uk.smartenergy.incident.api.incident.IncidentFilter;
import uk.smartenergy.incident.api.incident.IncidentQuery;
import uk.smartenergy.incident.api.incident.RdpIncidentReport;
import uk.smartenergy.incident.api.shared.Moment;
import uk.smartenergy.incident.platform.messaging.Messages;
import uk.smartenergy.incident.platform.web.Csv;
import uk.smartenergy.incident.platform.web.Filled;
import uk.smartenergy.incident.platform.web.Inquiry;
import uk.smartenergy.incident.platform.web.Problem;
import uk.smartenergy.incident.platform.web.Times;

/** The reports on Incidents; every number says where its Incidents are listed. */
@Tag(name = "Reports", description = "How many, how old, and which; as of and as known at any instant.")
@RestController
@RequestMapping(
        path = "/api/v1/reports",
        produces = {MediaType.APPLICATION_JSON_VALUE, Csv.TYPE_VALUE})
final class ReportsController {
    private static final int MOST_POINTS = 1_000;

    private final Messages messages;
    private final IncidentQueries queries;

    ReportsController(Messages messages, IncidentQueries queries) {
        this.messages = messages;
        this.queries = queries;
    }

    record AgeingRow(
            String group,
            long open,
            long openOverOneMonth,
            long upTo1Week,
            long upTo2Weeks,
            long upTo1Month,
            long upTo3Months,
            long over3Months) {}

    record Trend(Instant knownAt, String step, List<TrendPoint> points) {}

    /** @param incidents where the open ones are listed */
    record TrendPoint(
            Instant asOf,
            long open,
            long openOverOneMonth,
            long raised,
            long reopened,
            long resolved,
            String incidents,
            String incidentsOverOneMonth) {}

    @Operation(
            summary = "How long the open Incidents have been open",
            description = "Over one month: raised more than one calendar month before asOf, in Europe/London.")
    @ApiResponse(
            responseCode = "200",
            content = {
                @Content(mediaType = "application/json", schema = @Schema(implementation = AgeingReport.class)),
                @Content(mediaType = Csv.TYPE_VALUE, schema = @Schema(type = "string"))
            })
    @GetMapping("/ageing")
    ResponseEntity<?> getAgeing(Inquiry inquiry) {
        Filled in = inquiry.as(queries.ageing);
        IncidentFilter filter = queries.filter(in);
        AgeingReport.GroupBy groupBy = in.get(IncidentQueries.GROUP_BY);
        AgeingReport report = IncidentLinks.linked(
                messages.ask(new IncidentQuery.GetAgeing(inquiry.viewer(), inquiry.moment(in), filter, groupBy)),
                filter,
                groupBy);
        return ResponseEntity.ok(inquiry.csv() ? new Csv(AgeingRow.class, rows(report)) : report);
    }

    private static List<AgeingRow> rows(AgeingReport report) {
        return Stream.concat(
                        Stream.of(row("ALL", report.open(), report.openOverOneMonth(), report.bands())),
                        report.groups().stream()
                                .map(group ->
                                        row(group.group(), group.open(), group.openOverOneMonth(), group.bands())))
                .toList();
    }

    private static AgeingRow row(String group, long open, long overOneMonth, List<AgeingReport.Band> bands) {
        long[] counts = new long[AgeingReport.AgeBand.values().length];
        bands.forEach(band -> counts[band.band().ordinal()] = band.count());
        return new AgeingRow(group, open, overOneMonth, counts[0], counts[1], counts[2], counts[3], counts[4]);
    }

    @Operation(
            summary = "The ageing report over time",
            description = "open = open at the point before + raised + reopened - resolved.")
    @ApiResponse(
            responseCode = "200",
            content = {
                @Content(mediaType = "application/json", schema = @Schema(implementation = Trend.class)),
                @Content(mediaType = Csv.TYPE_VALUE, schema = @Schema(type = "string"))
            })
    @GetMapping("/ageing/trend")
    ResponseEntity<?> getAgeingTrend(Inquiry inquiry) {
        Filled in = inquiry.as(queries.trend);
        Moment moment = inquiry.moment(in);
        Period step = in.or(IncidentQueries.STEP, Period.ofDays(1));
        ZonedDateTime to = in.or(IncidentQueries.TO, moment.asOfOrNow()).atZone(Times.LONDON);
        Instant given = in.get(IncidentQueries.FROM);
        ZonedDateTime from = given == null ? to.minusMonths(1) : given.atZone(Times.LONDON);
        IncidentFilter filter = queries.filter(in);
        AgeingReport.Trend trend = messages.ask(new IncidentQuery.GetAgeingTrend(
                inquiry.viewer(), moment, filter, from.minus(step).toInstant(), points(from, to, step), step));
        List<TrendPoint> points = trend.points().stream()
                .map(point -> linked(point, filter, trend.knownAt()))
                .toList();
        return ResponseEntity.ok(
                inquiry.csv() ? new Csv(TrendPoint.class, points) : new Trend(trend.knownAt(), trend.step(), points));
    }

    private static List<Instant> points(ZonedDateTime from, ZonedDateTime to, Period step) {
        if (to.isBefore(from)) {
            throw Problem.invalid("/to", "must not be before from");
        }
        if (step.isZero()) {
            throw Problem.invalid("/step", "must be longer than nothing");
        }
        List<Instant> points = new ArrayList<>();
        ZonedDateTime point = from;
        while (!point.isAfter(to)) {
            if (points.size() == MOST_POINTS) {
                throw Problem.invalid("/step", "makes more than %,d points".formatted(MOST_POINTS));
            }
            points.add(point.toInstant());
            point = from.plus(step.multipliedBy(points.size()));
        }
        return points;
    }

    private static TrendPoint linked(AgeingReport.Point point, IncidentFilter filter, Instant knownAt) {
        IncidentLinks links = new IncidentLinks(filter, point.asOf(), knownAt);
        return new TrendPoint(
                point.asOf(),
                point.open(),
                point.openOverOneMonth(),
                point.raised(),
                point.reopened(),
                point.resolved(),
                links.open(),
                links.openOverOneMonth());
    }

    @Operation(
            summary = "The RDP Incident Report of a month",
            description =
                    "SEC Appendix AG 2.5.10; default, verify against the SEC in force. Each Incident says where it counts.")
    @ApiResponse(
            responseCode = "200",
            content = {
                @Content(mediaType = "application/json", schema = @Schema(implementation = RdpIncidentReport.class)),
                @Content(mediaType = Csv.TYPE_VALUE, schema = @Schema(type = "string"))
            })
    @GetMapping("/rdp-incidents")
    ResponseEntity<?> getRdpIncidents(Inquiry inquiry) {
        Filled in = inquiry.as(IncidentQueries.RDP_INCIDENTS);
        RdpIncidentReport report = messages.ask(new IncidentQuery.GetRdpIncidentReport(
                inquiry.viewer(), inquiry.moment(in), in.need(IncidentQueries.PERIOD)));
        return ResponseEntity.ok(inquiry.csv() ? new Csv(RdpIncidentReport.Line.class, report.incidents()) : report);
    }

    @Operation(
            summary = "How well Interested Parties were told in a month, for each service provider",
            description =
                    "Updates sent and whether they said what was required, those that fell due and did not come, and what readers thought. "
                            + CommunicationReport.FORMULA)
    @ApiResponse(
            responseCode = "200",
            content = {
                @Content(mediaType = "application/json", schema = @Schema(implementation = CommunicationReport.class)),
                @Content(mediaType = Csv.TYPE_VALUE, schema = @Schema(type = "string"))
            })
    @GetMapping("/communications")
    ResponseEntity<?> getCommunicationReport(Inquiry inquiry) {
        Filled in = inquiry.as(IncidentQueries.COMMUNICATIONS);
        CommunicationReport report = messages.ask(new IncidentQuery.GetCommunicationReport(
                inquiry.viewer(), inquiry.moment(in), in.need(IncidentQueries.PERIOD)));
        CommunicationReport linked = new CommunicationReport(
                report.period(),
                report.asOf(),
                report.knownAt(),
                report.formula(),
                report.totals().at(IncidentLinks.updates(report.period(), Set.of(), report.asOf(), report.knownAt())),
                report.byProvider().stream()
                        .map(one -> one.at(IncidentLinks.updates(
                                report.period(), Set.of(one.provider()), report.asOf(), report.knownAt())))
                        .toList());
        List<CommunicationReport.Figures> rows = new ArrayList<>(linked.byProvider());
        rows.add(linked.totals());
        return ResponseEntity.ok(inquiry.csv() ? new Csv(CommunicationReport.Figures.class, rows) : linked);
    }
}
