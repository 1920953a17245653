package uk.smartenergy.incident.incident.web;

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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import uk.smartenergy.incident.api.incident.CategoryExplanation;
import uk.smartenergy.incident.api.incident.IncidentQuery;
import uk.smartenergy.incident.api.incident.IncidentView;
import uk.smartenergy.incident.api.incident.TimelineEntry;
import uk.smartenergy.incident.api.shared.Moment;
import uk.smartenergy.incident.api.shared.Page;
import uk.smartenergy.incident.platform.messaging.Messages;
import uk.smartenergy.incident.platform.web.Csv;
import uk.smartenergy.incident.platform.web.Filled;
import uk.smartenergy.incident.platform.web.Inquiry;

/** Reads Incidents: lists, one in full, its timeline, and why it has its category. */
@Tag(name = "Incidents")
@RestController
@RequestMapping("/api/v1/incidents")
final class IncidentsController {
    private final IncidentDesk desk;
    private final Messages messages;
    private final IncidentQueries queries;

    IncidentsController(IncidentDesk desk, Messages messages, IncidentQueries queries) {
        this.desk = desk;
        this.messages = messages;
        this.queries = queries;
    }

    record IncidentPage(List<IncidentView> items, @Nullable String nextCursor, long total) {}

    record Timeline(List<TimelineEntry> items, @Nullable String nextCursor, long total) {}

    record TimelineRow(
            long sequence,
            String type,
            @Nullable String actor,
            @Nullable String actorParty,
            Instant occurredAt,
            Instant recordedAt) {}

    @Operation(
            summary = "Find Incidents",
            description =
                    "All filters that are given must hold; several values of one, repeated or parted by commas, are alternatives.")
    @ApiResponse(
            responseCode = "200",
            content = {
                @Content(mediaType = "application/json", schema = @Schema(implementation = IncidentPage.class)),
                @Content(mediaType = Csv.TYPE_VALUE, schema = @Schema(type = "string"))
            })
    @GetMapping(produces = {MediaType.APPLICATION_JSON_VALUE, Csv.TYPE_VALUE})
    ResponseEntity<?> findIncidents(Inquiry inquiry) {
        Filled in = inquiry.as(queries.list);
        IncidentQueries.Sort sort = in.or(IncidentQueries.SORT, IncidentQueries.Sort.NEWEST_FIRST);
        Page<IncidentView> page = messages.ask(new IncidentQuery.FindIncidents(
                inquiry.viewer(),
                inquiry.moment(in),
                queries.filter(in),
                sort.by(),
                sort.descending(),
                in.get(IncidentQueries.CURSOR),
                inquiry.limit(in, IncidentQueries.LIMIT)));
        return ResponseEntity.ok(
                inquiry.csv()
                        ? new Csv(IncidentView.class, page.items())
                        : new IncidentPage(page.items(), page.nextCursor(), page.total()));
    }

    @Operation(summary = "One Incident in full")
    @GetMapping("/{id}")
    ResponseEntity<IncidentBody> getIncident(@PathVariable String id, Inquiry inquiry) {
        Moment moment = inquiry.moment();
        return desk.answer(inquiry.viewer(), moment, desk.get(inquiry.viewer(), moment, id));
    }

    @Operation(summary = "Every event of an Incident", description = "Who, when it happened, and when it was recorded.")
    @ApiResponse(
            responseCode = "200",
            content = {
                @Content(mediaType = "application/json", schema = @Schema(implementation = Timeline.class)),
                @Content(mediaType = Csv.TYPE_VALUE, schema = @Schema(type = "string"))
            })
    @GetMapping(
            path = "/{id}/timeline",
            produces = {MediaType.APPLICATION_JSON_VALUE, Csv.TYPE_VALUE})
    ResponseEntity<?> getTimeline(@PathVariable String id, Inquiry inquiry) {
        List<TimelineEntry> entries = messages.ask(
                        new IncidentQuery.GetTimeline(inquiry.viewer(), inquiry.moment(), IncidentDesk.existing(id)))
                .orElseThrow(() -> IncidentDesk.notFound(id));
        return ResponseEntity.ok(
                inquiry.csv()
                        ? new Csv(
                                TimelineRow.class,
                                entries.stream().map(IncidentsController::row).toList())
                        : new Timeline(entries, null, entries.size()));
    }

    private static TimelineRow row(TimelineEntry entry) {
        return new TimelineRow(
                entry.sequence(),
                entry.type(),
                entry.actor(),
                entry.actorParty(),
                entry.occurredAt(),
                entry.recordedAt());
    }

    @Operation(
            summary = "Why an Incident has its category",
            description =
                    "Each limb of the policy with the facts behind it, and the least changes of facts that would alter the outcome.")
    @GetMapping("/{id}/category-explanation")
    CategoryExplanation getCategoryExplanation(@PathVariable String id, Inquiry inquiry) {
        return messages.ask(new IncidentQuery.GetCategoryExplanation(
                        inquiry.viewer(), inquiry.moment(), IncidentDesk.existing(id)))
                .orElseThrow(() -> IncidentDesk.notFound(id));
    }
}
