package uk.smartenergy.incident.communication.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import uk.smartenergy.incident.api.categorisation.Category;
import uk.smartenergy.incident.api.communication.Channel;
import uk.smartenergy.incident.api.communication.DeliveryCommand.ReplayDelivery;
import uk.smartenergy.incident.api.communication.DeliveryId;
import uk.smartenergy.incident.api.communication.DeliveryState;
import uk.smartenergy.incident.api.communication.DeliveryView;
import uk.smartenergy.incident.api.communication.SubscriptionCommand.Subscribe;
import uk.smartenergy.incident.api.communication.SubscriptionCommand.Unsubscribe;
import uk.smartenergy.incident.api.communication.SubscriptionId;
import uk.smartenergy.incident.api.communication.SubscriptionQuery.FindDeliveries;
import uk.smartenergy.incident.api.communication.SubscriptionQuery.FindSubscriptions;
import uk.smartenergy.incident.api.communication.SubscriptionQuery.GetDelivery;
import uk.smartenergy.incident.api.communication.SubscriptionQuery.GetSubscription;
import uk.smartenergy.incident.api.communication.SubscriptionView;
import uk.smartenergy.incident.api.incident.IncidentId;
import uk.smartenergy.incident.api.incident.IncidentQuery.GetIncidentAccess;
import uk.smartenergy.incident.api.incident.IncidentQuery.IncidentAccess;
import uk.smartenergy.incident.api.incident.IncidentType;
import uk.smartenergy.incident.api.shared.Page;
import uk.smartenergy.incident.api.shared.Viewer;
import uk.smartenergy.incident.platform.messaging.Messages;
import uk.smartenergy.incident.platform.web.Asker;
import uk.smartenergy.incident.platform.web.Body;
import uk.smartenergy.incident.platform.web.Creates;
import uk.smartenergy.incident.platform.web.Faults;
import uk.smartenergy.incident.platform.web.Filled;
import uk.smartenergy.incident.platform.web.Inquiry;
import uk.smartenergy.incident.platform.web.Problem;
import uk.smartenergy.incident.platform.web.Repeat;
import uk.smartenergy.incident.platform.web.Sender;
import uk.smartenergy.incident.platform.web.Versions;

/** Subscriptions to updates, and how their deliveries fare. */
@Tag(
        name = "Subscriptions",
        description =
                "Updates by e-mail or signed webhook. Each user has the own ones; the DCC's staff see all. RED Incidents are never delivered.")
@RestController
@RequestMapping("/api/v1/subscriptions")
final class SubscriptionsController {
    /** A subscription does not change: it is made, and ends. */
    private static final long VERSION = 1;

    private final Messages messages;
    private final Sender sender;
    private final SubscriptionForms forms;
    private final Receivers receivers;

    SubscriptionsController(Messages messages, Sender sender, SubscriptionForms forms, Receivers receivers) {
        this.messages = messages;
        this.sender = sender;
        this.forms = forms;
        this.receivers = receivers;
    }

    /** @param secret what requests are signed with; only in the answer to who subscribes */
    record SubscriptionBody(
            SubscriptionId id,
            String owner,
            Channel channel,
            @Nullable String address,
            @Nullable String url,
            List<Category> categories,
            List<String> services,
            List<String> regions,
            List<IncidentType> types,
            @Nullable IncidentId incident,
            Instant madeAt,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String secret) {
        static SubscriptionBody of(SubscriptionView view, @Nullable String secret) {
            return new SubscriptionBody(
                    view.id(),
                    view.owner(),
                    view.channel(),
                    view.channel() == Channel.EMAIL ? view.target() : null,
                    view.channel() == Channel.WEBHOOK ? view.target() : null,
                    view.scope().categories(),
                    view.scope().services(),
                    view.scope().regions(),
                    view.scope().types(),
                    view.scope().incident(),
                    view.madeAt(),
                    secret);
        }
    }

    record SubscriptionList(
            List<SubscriptionBody> items, @Nullable String nextCursor, long total) {}

    @Operation(
            summary = "Subscribe to updates",
            description =
                    "From now on, of the Incidents that you may see; all that is given must hold. A webhook gets POST requests with the headers "
                            + "webhook-id, webhook-timestamp and webhook-signature of Standard Webhooks; the answer shows its secret, once.")
    @Creates
    @PostMapping
    ResponseEntity<SubscriptionBody> subscribe(Asker asker, Body body) {
        Filled in = body.as(forms.subscription, (filled, faults) -> {
            forms.check(filled, faults);
            isThere(asker.viewer(), filled.get(SubscriptionForms.INCIDENT), faults);
        });
        Channel channel = in.need(SubscriptionForms.CHANNEL);
        if (channel == Channel.EMAIL && !receivers.takeMail()) {
            throw Problem.of(
                    409, "EMAIL_NOT_CONFIGURED", "This service has no mail server, so updates cannot come by e-mail");
        }
        SubscriptionId drawn =
                new SubscriptionId("SUB" + UUID.randomUUID().toString().replace("-", ""));
        String given = in.get(SubscriptionForms.SECRET);
        // The secret first: a subscription without one could not be served.
        String kept = channel == Channel.WEBHOOK ? receivers.keepSecret(drawn, given) : null;
        SubscriptionId id = new SubscriptionId(sender.<Boolean>send(
                        new Subscribe(
                                drawn,
                                asker.viewer().name(),
                                asker.viewer().id(),
                                channel,
                                in.need(channel == Channel.EMAIL ? SubscriptionForms.ADDRESS : SubscriptionForms.URL),
                                forms.scope(in)),
                        asker,
                        drawn.value())
                .about());
        if (!id.equals(drawn) && kept != null) {
            receivers.forgetSecret(drawn);
        }
        SubscriptionView view = get(asker.viewer(), id.value());
        if (!id.equals(drawn) && kept != null) {
            kept = receivers.keepSecret(id, given);
        }
        Repeat repeat = asker.repeat();
        if (repeat != null && kept != null) {
            repeat.answerShowsSecretOf(id.value());
        }
        return ResponseEntity.created(URI.create("/api/v1/subscriptions/" + id))
                .eTag(Versions.tag(VERSION))
                .body(SubscriptionBody.of(view, kept));
    }

    /** A RED Incident is never delivered; to who may not see it, it is not there. */
    private void isThere(Viewer viewer, @Nullable IncidentId incident, Faults faults) {
        if (incident == null) {
            return;
        }
        Optional<IncidentAccess> access = messages.ask(new GetIncidentAccess(viewer, incident));
        if (access.isEmpty()) {
            faults.add("/incident", "is not the reference of an Incident that is there");
        } else if (access.get().red()) {
            faults.add("/incident", "is RED, and what is RED leaves by no channel");
        }
    }

    @Operation(summary = "The subscriptions", description = "The own ones; for the DCC's staff, all.")
    @GetMapping
    SubscriptionList findSubscriptions(Inquiry inquiry) {
        Filled in = inquiry.as(SubscriptionForms.SUBSCRIPTIONS);
        List<SubscriptionView> all = messages.ask(new FindSubscriptions(inquiry.viewer()));
        SubscriptionId after = in.get(SubscriptionForms.SUBSCRIPTIONS_CURSOR);
        int from = after == null
                ? 0
                : 1 + all.stream().map(SubscriptionView::id).toList().indexOf(after);
        if (after != null && from == 0) {
            throw Problem.invalid("/cursor", "is of a subscription that has ended; begin anew");
        }
        int to = from + Math.min(all.size() - from, inquiry.limit(in, SubscriptionForms.LIMIT));
        return new SubscriptionList(
                all.subList(from, to).stream()
                        .map(view -> SubscriptionBody.of(view, null))
                        .toList(),
                to < all.size() ? all.get(to - 1).id().value() : null,
                all.size());
    }

    @Operation(summary = "One subscription")
    @GetMapping("/{id}")
    ResponseEntity<SubscriptionBody> getSubscription(@PathVariable String id, Inquiry inquiry) {
        inquiry.as(SubscriptionForms.NOTHING);
        return ResponseEntity.ok()
                .eTag(Versions.tag(VERSION))
                .body(SubscriptionBody.of(get(inquiry.viewer(), id), null));
    }

    @Operation(summary = "End a subscription", description = "What is not delivered yet is not delivered any more.")
    @DeleteMapping("/{id}")
    ResponseEntity<Void> unsubscribe(@PathVariable String id, Asker asker) {
        SubscriptionView view = get(asker.viewer(), id);
        unchanged(asker, VERSION);
        sender.<Boolean>send(new Unsubscribe(view.id()), asker, view.id().value());
        receivers.forgetSecret(view.id());
        return ResponseEntity.noContent().build();
    }

    @Operation(
            summary = "The deliveries of a subscription",
            description =
                    "The latest first, each with its attempts. Of those that are over, the latest thousand are kept.")
    @GetMapping("/{id}/deliveries")
    Page<DeliveryView> findDeliveries(@PathVariable String id, Inquiry inquiry) {
        Filled in = inquiry.as(SubscriptionForms.DELIVERIES);
        return messages.ask(new FindDeliveries(
                        inquiry.viewer(),
                        idOf(id),
                        in.set(SubscriptionForms.STATE),
                        in.get(SubscriptionForms.CURSOR),
                        inquiry.limit(in, SubscriptionForms.LIMIT)))
                .orElseThrow(SubscriptionsController::notFound);
    }

    @Operation(summary = "One delivery, with its attempts")
    @GetMapping("/{id}/deliveries/{deliveryId}")
    ResponseEntity<DeliveryView> getDelivery(
            @PathVariable String id, @PathVariable String deliveryId, Inquiry inquiry) {
        inquiry.as(SubscriptionForms.NOTHING);
        DeliveryView found = delivery(inquiry.viewer(), id, deliveryId);
        return ResponseEntity.ok().eTag(Versions.tag(found.version())).body(found);
    }

    @Operation(
            summary = "Deliver an update again",
            description =
                    "It goes out again soon, under the same webhook-id. What is due anyway, or under way, stays as it is.")
    @Creates
    @PostMapping("/{id}/deliveries/{deliveryId}/replays")
    ResponseEntity<DeliveryView> replayDelivery(
            @PathVariable String id, @PathVariable String deliveryId, Asker asker, Body body) {
        body.as(SubscriptionForms.REPLAY);
        DeliveryView before = delivery(asker.viewer(), id, deliveryId);
        unchanged(asker, before.version());
        if (before.state() != DeliveryState.DUE) {
            sender.<Boolean>send(
                    new ReplayDelivery(before.id()), asker, before.id().value());
        }
        URI location = URI.create("/api/v1/subscriptions/" + id + "/deliveries/" + before.id());
        DeliveryView after = delivery(asker.viewer(), id, deliveryId);
        return ResponseEntity.created(location)
                .eTag(Versions.tag(after.version()))
                .body(after);
    }

    private static void unchanged(Asker asker, long version) {
        Long expected = asker.expectedVersion();
        if (expected != null && expected != version) {
            throw Problem.of(412, "STALE_VERSION", "It has changed since you looked");
        }
    }

    private SubscriptionView get(Viewer viewer, String id) {
        return messages.ask(new GetSubscription(viewer, idOf(id))).orElseThrow(SubscriptionsController::notFound);
    }

    private DeliveryView delivery(Viewer viewer, String id, String deliveryId) {
        SubscriptionView subscription = get(viewer, id);
        return Optional.of(deliveryId)
                .filter(DeliveryId::isValid)
                .flatMap(known -> messages.ask(new GetDelivery(viewer, subscription.id(), new DeliveryId(known))))
                .orElseThrow(() -> Problem.of(404, "DELIVERY_NOT_FOUND", "There is no such delivery"));
    }

    private static SubscriptionId idOf(String text) {
        if (!SubscriptionId.isValid(text)) {
            throw notFound();
        }
        return new SubscriptionId(text);
    }

    private static Problem notFound() {
        return Problem.of(404, "SUBSCRIPTION_NOT_FOUND", "There is no such subscription");
    }
}
