package uk.smartenergy.incident.maintenance.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import uk.smartenergy.incident.api.maintenance.MaintenanceQuery.FindWindows;
import uk.smartenergy.incident.api.maintenance.SubscriberView;
import uk.smartenergy.incident.api.maintenance.WindowFilter;
import uk.smartenergy.incident.api.maintenance.WindowView;
import uk.smartenergy.incident.api.shared.Moment;
import uk.smartenergy.incident.platform.ical.CalendarFile;
import uk.smartenergy.incident.platform.messaging.Messages;
import uk.smartenergy.incident.platform.web.FileTokens;
import uk.smartenergy.incident.platform.web.Filled;
import uk.smartenergy.incident.platform.web.Inquiry;
import uk.smartenergy.incident.platform.web.Problems;

/** The calendar as a file, for calendar programs. */
@Tag(name = "Planned Maintenance")
@RestController
final class CalendarFileController {
    private static final String NAME = "Planned Maintenance";
    private static final Duration REFRESH = Duration.ofHours(1);
    private static final String TYPE = "text/calendar";

    private final Messages messages;
    private final MaintenanceQueries queries;
    private final CalendarTokens tokens;

    CalendarFileController(Messages messages, MaintenanceQueries queries, CalendarTokens tokens) {
        this.messages = messages;
        this.queries = queries;
        this.tokens = tokens;
    }

    @Operation(
            summary = "The calendar for calendar programs",
            description =
                    "iCalendar (RFC 5545). With HTTP Basic and the filters of the list; or with a subscriber's token and nothing else, "
                            + "which shows what the subscriber asked for and its owner may see now, but never what is RED. "
                            + "Unchanged if If-None-Match names its ETag.")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = TYPE, schema = @Schema(type = "string")))
    @GetMapping(path = CalendarTokens.PATH, produces = TYPE)
    ResponseEntity<byte[]> getCalendarFile(Inquiry inquiry) {
        List<WindowView> windows =
                messages.ask(new FindWindows(inquiry.viewer(), Moment.present(inquiry.now()), filter(inquiry)));
        byte[] file = CalendarFile.of(
                NAME, REFRESH, windows.stream().map(CalendarWords::entry).toList());
        return ResponseEntity.ok()
                .eTag("\"" + CalendarToken.hash(file).substring(0, 32) + "\"")
                .cacheControl(CacheControl.noCache().cachePrivate())
                .contentType(new MediaType(MediaType.valueOf(TYPE), StandardCharsets.UTF_8))
                .body(file);
    }

    private WindowFilter filter(Inquiry inquiry) {
        if (inquiry.request().getParameter(FileTokens.PARAMETER) == null) {
            return queries.filter(inquiry.as(queries.file));
        }
        Filled in = inquiry.as(MaintenanceQueries.BY_TOKEN);
        return tokens.subscriber(in.need(MaintenanceQueries.TOKEN))
                .map(SubscriberView::scope)
                .orElseThrow(() -> Problems.ofStatus(401, null))
                .filter();
    }
}
