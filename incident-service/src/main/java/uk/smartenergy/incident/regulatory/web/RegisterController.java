package uk.smartenergy.incident.regulatory.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import uk.smartenergy.incident.api.regulatory.ActionView;
import uk.smartenergy.incident.api.regulatory.ChallengeView.LeftOut;
import uk.smartenergy.incident.api.regulatory.RegisterRecord;
import uk.smartenergy.incident.api.regulatory.RegisterRow;
import uk.smartenergy.incident.api.regulatory.RegulatoryQuery.FindLeftOut;
import uk.smartenergy.incident.api.regulatory.RegulatoryQuery.GetRegister;
import uk.smartenergy.incident.api.regulatory.RegulatoryQuery.GetReport;
import uk.smartenergy.incident.api.regulatory.RegulatoryQuery.Register;
import uk.smartenergy.incident.api.regulatory.RegulatoryQuery.Report;
import uk.smartenergy.incident.api.regulatory.ReportDefinition;
import uk.smartenergy.incident.api.regulatory.ReportFrequency;
import uk.smartenergy.incident.api.regulatory.ReportPeriod;
import uk.smartenergy.incident.api.regulatory.ReportState;
import uk.smartenergy.incident.api.shared.Moment;
import uk.smartenergy.incident.api.shared.RecordEntry;
import uk.smartenergy.incident.api.shared.RecordQuery.GetRecordTimeline;
import uk.smartenergy.incident.platform.messaging.Messages;
import uk.smartenergy.incident.platform.reference.ReferenceData;
import uk.smartenergy.incident.platform.web.Csv;
import uk.smartenergy.incident.platform.web.Filled;
import uk.smartenergy.incident.platform.web.Inquiry;
import uk.smartenergy.incident.platform.web.Versions;
import uk.smartenergy.incident.regulatory.web.RegulatoryDesk.Place;

/** What is due when, and how each of the DCC's reports to the Panel stands. */
@Tag(
        name = "Report register",
        description =
                "The DCC's reports to the Panel: what is due when, what was received, what is challenged, and who does what about it.")
@RestController
@RequestMapping("/api/v1/regulatory-reports")
final class RegisterController {
    private final Messages messages;
    private final RegulatoryDesk desk;

    RegisterController(Messages messages, RegulatoryDesk desk) {
        this.messages = messages;
        this.desk = desk;
    }

    /**
     * @param items one for each report of the register, in its order; of one that is reviewed for two periods in the month, two
     * @param overdueFromBefore periods that were due before the month and had not been received when it began
     * @param actions that are not done, of whichever month
     */
    record RegisterBody(
            YearMonth month,
            Instant asOf,
            Instant knownAt,
            List<RegisterRow> items,
            @Nullable String nextCursor,
            long total,
            List<RegisterRow> overdueFromBefore,
            List<ActionView> actions,
            String note) {}

    /** A row of the register as a table has it. */
    record RegisterLine(
            boolean fromBefore,
            String code,
            String name,
            List<String> clauses,
            ReportFrequency frequency,
            String dueRule,
            @Nullable ReportPeriod period,
            @Nullable LocalDate dueOn,
            @Nullable LocalDate receivedOn,
            ReportState state,
            String timing,
            int workingDaysLate,
            int workingDaysOverdue,
            List<String> defects,
            int challenges,
            int actions) {
        static RegisterLine of(RegisterRow row, boolean fromBefore) {
            return new RegisterLine(
                    fromBefore,
                    row.code(),
                    row.name(),
                    row.clauses(),
                    row.frequency(),
                    row.dueRule(),
                    row.period(),
                    row.dueOn(),
                    row.receivedOn(),
                    row.state(),
                    row.timing(),
                    row.workingDaysLate(),
                    row.workingDaysOverdue(),
                    row.defects().stream().map(RegisterRow.Defect::sentence).toList(),
                    row.challenges().size(),
                    row.actions().size());
        }
    }

    @Operation(
            summary = "What is due when",
            description =
                    "The review of a month: every report of the register with the period that falls due in it, whether it was received in time, its figures and what is wrong with them. Default, verify against the SEC in force.")
    @ApiResponse(
            responseCode = "200",
            content = {
                @Content(mediaType = "application/json", schema = @Schema(implementation = RegisterBody.class)),
                @Content(mediaType = Csv.TYPE_VALUE, schema = @Schema(type = "string"))
            })
    @GetMapping(produces = {MediaType.APPLICATION_JSON_VALUE, Csv.TYPE_VALUE})
    ResponseEntity<?> getRegister(Inquiry inquiry) {
        Filled in = inquiry.as(RegulatoryForms.REGISTER);
        Moment moment = inquiry.moment(in);
        YearMonth month = in.or(RegulatoryForms.MONTH, YearMonth.from(RegulatoryDesk.dayOf(moment.asOfOrNow())));
        Register register = messages.ask(new GetRegister(inquiry.viewer(), moment, month));
        return ResponseEntity.ok(inquiry.csv() ? new Csv(RegisterLine.class, lines(register)) : body(register, moment));
    }

    private static List<RegisterLine> lines(Register register) {
        return Stream.concat(
                        register.rows().stream().map(row -> RegisterLine.of(row, false)),
                        register.overdueFromBefore().stream().map(row -> RegisterLine.of(row, true)))
                .toList();
    }

    private static RegisterBody body(Register register, Moment moment) {
        return new RegisterBody(
                register.month(),
                moment.asOfOrNow(),
                moment.knownAtOrNow(),
                register.rows(),
                null,
                register.rows().size(),
                register.overdueFromBefore(),
                register.openActions(),
                ReferenceData.NOTE);
    }

    /** @param items its periods on record, the last first; without what the service's own records say */
    record ReportBody(
            ReportDefinition definition,
            List<RegisterRow> items,
            @Nullable String nextCursor,
            long total,
            String note) {}

    @Operation(summary = "One report of the register, and its periods on record")
    @GetMapping("/{code}")
    ReportBody getRegulatoryReport(@PathVariable String code, Inquiry inquiry) {
        String known = desk.report(code).code();
        Report report = messages.ask(new GetReport(inquiry.viewer(), inquiry.moment(), known))
                .orElseThrow(() -> new IllegalStateException("No report " + known));
        return new ReportBody(
                report.definition(), report.periods(), null, report.periods().size(), ReferenceData.NOTE);
    }

    @Operation(
            summary = "One report for one period",
            description =
                    "Whether or not anything was received: its due date, every submission, its defects, challenges and actions, and what the service's own records say.")
    @GetMapping("/{code}/{period}")
    ResponseEntity<RegisterRow> getReportForPeriod(
            @PathVariable String code, @PathVariable String period, Inquiry inquiry) {
        RegisterRow row = desk.row(inquiry.viewer(), inquiry.moment(), desk.place(code, period));
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok();
        return (row.version() < 0 ? answer : answer.eTag(Versions.tag(row.version()))).body(row);
    }

    record TimelineList(List<RecordEntry> items, @Nullable String nextCursor, long total) {}

    @Operation(summary = "What happened to a report for a period, in the order in which it happened")
    @GetMapping("/{code}/{period}/timeline")
    TimelineList getReportTimeline(@PathVariable String code, @PathVariable String period, Inquiry inquiry) {
        Place place = desk.place(code, period);
        Moment moment = inquiry.moment();
        List<RecordEntry> entries = Stream.of(RegisterRecord.Circle.values())
                .map(circle -> new RegisterRecord(code, place.period(), circle).id())
                .flatMap(record -> messages.ask(new GetRecordTimeline(inquiry.viewer(), moment, record)).stream()
                        .flatMap(List::stream))
                .sorted(Comparator.comparing(RecordEntry::occurredAt).thenComparing(RecordEntry::recordedAt))
                .toList();
        return new TimelineList(entries, null, entries.size());
    }

    /** @param submitted whether anything was submitted, without which nothing is left out */
    record LeftOutList(
            boolean submitted,
            List<LeftOut> items,
            @Nullable String nextCursor,
            long total) {}

    @Operation(
            summary = "Incidents that a report leaves out",
            description =
                    "Raised in the period, of a category that counts as an outage as it stands, and named by the last submission neither by our reference nor by their external one.")
    @GetMapping("/{code}/{period}/left-out-incidents")
    LeftOutList findLeftOutIncidents(@PathVariable String code, @PathVariable String period, Inquiry inquiry) {
        Place place = desk.place(code, period);
        return messages.ask(new FindLeftOut(inquiry.viewer(), inquiry.moment(), code, place.period()))
                .map(found -> new LeftOutList(true, found, null, found.size()))
                .orElse(new LeftOutList(false, List.of(), null, 0));
    }
}
