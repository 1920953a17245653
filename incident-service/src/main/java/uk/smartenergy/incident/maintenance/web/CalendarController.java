package uk.smartenergy.incident.maintenance.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import uk.smartenergy.incident.api.maintenance.ExceptionState;
import uk.smartenergy.incident.api.maintenance.Limit;
import uk.smartenergy.incident.api.maintenance.MaintenanceMonth;
import uk.smartenergy.incident.api.maintenance.MaintenanceQuery.FindWindows;
import uk.smartenergy.incident.api.maintenance.MaintenanceQuery.GetMaintenanceMonth;
import uk.smartenergy.incident.api.maintenance.Risk;
import uk.smartenergy.incident.api.maintenance.WindowId;
import uk.smartenergy.incident.api.maintenance.WindowState;
import uk.smartenergy.incident.api.maintenance.WindowView;
import uk.smartenergy.incident.api.shared.Classification;
import uk.smartenergy.incident.api.shared.Page;
import uk.smartenergy.incident.api.shared.RecordEntry;
import uk.smartenergy.incident.api.shared.RecordQuery.GetRecordTimeline;
import uk.smartenergy.incident.platform.messaging.Messages;
import uk.smartenergy.incident.platform.reference.ReferenceData;
import uk.smartenergy.incident.platform.web.Csv;
import uk.smartenergy.incident.platform.web.Filled;
import uk.smartenergy.incident.platform.web.Inquiry;
import uk.smartenergy.incident.platform.web.Pages;
import uk.smartenergy.incident.platform.web.RecordTimeline;

/** The one calendar of Planned Maintenance: the list, each window, and the month against its limits. */
@Tag(name = "Planned Maintenance")
@RestController
final class CalendarController {
    private static final String WINDOWS = "/api/v1/planned-maintenance";

    private final Messages messages;
    private final MaintenanceDesk desk;
    private final MaintenanceQueries queries;

    CalendarController(Messages messages, MaintenanceDesk desk, MaintenanceQueries queries) {
        this.messages = messages;
        this.desk = desk;
        this.queries = queries;
    }

    /** @param note that the limits are defaults */
    record WindowList(List<WindowView> items, @Nullable String nextCursor, long total, String note) {}

    /** A window as a row of a table. */
    record WindowRow(
            WindowId id,
            String provider,
            String activity,
            List<String> services,
            List<String> regions,
            Instant start,
            Instant end,
            long minutes,
            WindowState state,
            Risk risk,
            @Nullable String impact,
            @Nullable String changeReference,
            Classification classification,
            Instant noticeGivenAt,
            @Nullable Instant startedAt,
            @Nullable Instant endedAt,
            List<Limit> findings,
            List<Limit> excepted,
            int moves,
            List<ExceptionState> exceptionRequests,
            long version) {
        static WindowRow of(WindowView view) {
            WindowView.Actual actual = view.actual();
            return new WindowRow(
                    view.id(),
                    view.provider(),
                    view.activity(),
                    view.services(),
                    view.regions(),
                    view.start(),
                    view.end(),
                    view.minutes(),
                    view.state(),
                    view.risk(),
                    view.impact(),
                    view.changeReference(),
                    view.classification(),
                    view.noticeGivenAt(),
                    actual == null ? null : actual.startedAt(),
                    actual == null ? null : actual.endedAt(),
                    codes(view, false),
                    codes(view, true),
                    view.moves().size(),
                    view.exceptionRequests().stream().map(one -> one.state()).toList(),
                    view.version());
        }

        private static List<Limit> codes(WindowView view, boolean excepted) {
            return view.findings().stream()
                    .filter(one -> one.excepted() == excepted)
                    .map(one -> one.code())
                    .distinct()
                    .toList();
        }
    }

    @Operation(summary = "The calendar over all providers", description = "Windows with what is found about them.")
    @ApiResponse(
            responseCode = "200",
            content = {
                @Content(mediaType = "application/json", schema = @Schema(implementation = WindowList.class)),
                @Content(mediaType = Csv.TYPE_VALUE, schema = @Schema(type = "string"))
            })
    @GetMapping(
            path = WINDOWS,
            produces = {MediaType.APPLICATION_JSON_VALUE, Csv.TYPE_VALUE})
    ResponseEntity<?> findWindows(Inquiry inquiry) {
        Filled in = inquiry.as(queries.list);
        List<WindowView> all = messages.ask(new FindWindows(inquiry.viewer(), inquiry.moment(in), queries.filter(in)));
        if (in.or(MaintenanceQueries.SORT, false)) {
            all = all.reversed();
        }
        Page<WindowView> page = Pages.of(all, window -> window.id().value(), inquiry, in);
        return ResponseEntity.ok(
                inquiry.csv()
                        ? new Csv(
                                WindowRow.class,
                                page.items().stream().map(WindowRow::of).toList())
                        : new WindowList(page.items(), page.nextCursor(), page.total(), ReferenceData.NOTE));
    }

    @Operation(
            summary = "One window in full",
            description = "With its earlier times, what is found about it, requests and Incidents.")
    @GetMapping(WINDOWS + "/{id}")
    ResponseEntity<WindowBody> getWindow(@PathVariable String id, Inquiry inquiry) {
        return MaintenanceDesk.answer(desk.incidents(inquiry.viewer(), inquiry.moment(), id));
    }

    @Operation(summary = "Every event of a window", description = "Who, when it happened, and when it was recorded.")
    @GetMapping(WINDOWS + "/{id}/timeline")
    RecordTimeline getWindowTimeline(@PathVariable String id, Inquiry inquiry) {
        List<RecordEntry> entries = messages.ask(new GetRecordTimeline(
                        inquiry.viewer(),
                        inquiry.moment(),
                        MaintenanceDesk.existing(id).value()))
                .orElseThrow(() -> MaintenanceDesk.notFound(id));
        return RecordTimeline.of(entries);
    }

    @Operation(
            summary = "Planned Maintenance of a month against its limits",
            description =
                    "Hours used by groups of services and by providers, what was found, and the requests for exceptions.")
    @GetMapping("/api/v1/reports/planned-maintenance")
    MaintenanceMonth getMaintenanceMonth(Inquiry inquiry) {
        Filled in = inquiry.as(MaintenanceQueries.MONTHLY);
        return messages.ask(
                new GetMaintenanceMonth(inquiry.viewer(), inquiry.moment(in), in.need(MaintenanceQueries.REPORTED)));
    }
}
