package uk.smartenergy.incident.maintenance.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import uk.smartenergy.incident.api.maintenance.MaintenanceQuery.FindSubscribers;
import uk.smartenergy.incident.api.maintenance.SubscriberCommand.SubscribeToCalendar;
import uk.smartenergy.incident.api.maintenance.SubscriberCommand.WithdrawSubscriber;
import uk.smartenergy.incident.api.maintenance.SubscriberId;
import uk.smartenergy.incident.api.maintenance.SubscriberView;
import uk.smartenergy.incident.api.shared.Viewer;
import uk.smartenergy.incident.platform.messaging.Messages;
import uk.smartenergy.incident.platform.web.Asker;
import uk.smartenergy.incident.platform.web.Body;
import uk.smartenergy.incident.platform.web.Creates;
import uk.smartenergy.incident.platform.web.FileTokens;
import uk.smartenergy.incident.platform.web.Filled;
import uk.smartenergy.incident.platform.web.Inquiry;
import uk.smartenergy.incident.platform.web.Problem;
import uk.smartenergy.incident.platform.web.Repeat;
import uk.smartenergy.incident.platform.web.Sender;
import uk.smartenergy.incident.platform.web.Versions;

/** Subscribers of the calendar: each has an address with a token, for calendar programs that cannot sign in. */
@Tag(name = "Planned Maintenance")
@RestController
@RequestMapping("/api/v1/planned-maintenance/subscribers")
final class SubscribersController {
    /** A subscriber does not change: it is made, and withdrawn. */
    private static final long VERSION = 1;

    private final Messages messages;
    private final Sender sender;
    private final MaintenanceQueries queries;

    SubscribersController(Messages messages, Sender sender, MaintenanceQueries queries) {
        this.messages = messages;
        this.sender = sender;
        this.queries = queries;
    }

    /** @param url the address of the calendar, with the token; only in the answer to who subscribes. @param token likewise */
    record SubscriberBody(
            SubscriberId id,
            String owner,
            String name,
            List<String> providers,
            List<String> services,
            List<String> regions,
            Instant madeAt,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String url,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String token) {
        static SubscriberBody of(SubscriberView view, @Nullable String url, @Nullable String token) {
            return new SubscriberBody(
                    view.id(),
                    view.owner(),
                    view.name(),
                    view.scope().providers(),
                    view.scope().services(),
                    view.scope().regions(),
                    view.madeAt(),
                    url,
                    token);
        }
    }

    record SubscriberList(
            List<SubscriberBody> items, @Nullable String nextCursor, long total) {}

    @Operation(
            summary = "Subscribe to the calendar",
            description =
                    "The answer shows the calendar's address with its token, once: nobody can show it again, also not to who repeats the request. "
                            + "Whoever has the address reads what you may see, never what is RED.")
    @Creates
    @PostMapping
    ResponseEntity<SubscriberBody> subscribeToCalendar(Asker asker, Body body) {
        Filled in = body.as(queries.subscriber);
        if (asker.expectedVersion() != null) {
            throw Problem.of(412, "STALE_VERSION", "What is yet to be made has no version that If-Match could name");
        }
        SubscriberId drawn =
                new SubscriberId("PMS" + UUID.randomUUID().toString().replace("-", ""));
        CalendarToken token = CalendarToken.drawn();
        SubscriberId id = new SubscriberId(sender.<Boolean>send(
                        new SubscribeToCalendar(
                                drawn,
                                asker.viewer().name(),
                                asker.viewer().id(),
                                in.need(MaintenanceQueries.NAME),
                                queries.scope(in),
                                token.hash()),
                        asker,
                        drawn.value())
                .about());
        Repeat repeat = asker.repeat();
        if (repeat != null) {
            repeat.answerIsShownOnce();
        }
        boolean first = id.equals(drawn);
        return ResponseEntity.created(URI.create("/api/v1/planned-maintenance/subscribers/" + id))
                .eTag(Versions.tag(VERSION))
                .body(SubscriberBody.of(
                        find(asker.viewer(), id.value()), first ? url(token) : null, first ? token.text() : null));
    }

    private static String url(CalendarToken token) {
        return ServletUriComponentsBuilder.fromCurrentContextPath()
                .path(CalendarTokens.PATH)
                .queryParam(FileTokens.PARAMETER, token.text())
                .toUriString();
    }

    @Operation(summary = "The subscribers of the calendar", description = "The own ones; for the DCC's staff, all.")
    @GetMapping
    SubscriberList findSubscribers(Inquiry inquiry) {
        inquiry.as(MaintenanceQueries.NOTHING);
        List<SubscriberBody> all = messages.ask(new FindSubscribers(inquiry.viewer())).stream()
                .map(view -> SubscriberBody.of(view, null, null))
                .toList();
        return new SubscriberList(all, null, all.size());
    }

    @Operation(summary = "Withdraw a subscriber", description = "Its address leads nowhere from then on.")
    @DeleteMapping("/{id}")
    ResponseEntity<Void> withdrawSubscriber(@PathVariable String id, Asker asker) {
        SubscriberView view = find(asker.viewer(), id);
        sender.<Boolean>send(new WithdrawSubscriber(view.id()), asker, view.id().value());
        return ResponseEntity.noContent().build();
    }

    private SubscriberView find(Viewer viewer, String id) {
        return messages.ask(new FindSubscribers(viewer)).stream()
                .filter(one -> one.id().value().equals(id))
                .findFirst()
                .orElseThrow(() -> Problem.of(404, "SUBSCRIBER_NOT_FOUND", "There is no such subscriber"));
    }
}
