package uk.smartenergy.incident.communication.read.deliveries;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.communication.DeliveryEvent;
import uk.smartenergy.incident.api.communication.DeliveryId;
import uk.smartenergy.incident.api.communication.SubscriptionEvent;
import uk.smartenergy.incident.api.communication.SubscriptionEvent.SubscriptionEnded;
import uk.smartenergy.incident.api.communication.SubscriptionEvent.SubscriptionMade;
import uk.smartenergy.incident.api.communication.SubscriptionId;
import uk.smartenergy.incident.api.communication.SubscriptionView;
import uk.smartenergy.incident.api.incident.IncidentEvent;
import uk.smartenergy.incident.api.incident.IncidentEvent.IncidentCommunicated;
import uk.smartenergy.incident.api.incident.IncidentEvent.IncidentRaised;
import uk.smartenergy.incident.api.incident.IncidentId;
import uk.smartenergy.incident.api.shared.Classification;
import uk.smartenergy.incident.platform.projection.RecordedEvent;

/**
 * The image of subscriptions and deliveries. A delivery is owed for each update that is recorded after a subscription was made and falls within
 * its scope then, except of RED Incidents, and of updates that are history. Of those that are over the latest of each subscription are kept.
 */
public final class DeliveryRecords {
    /** What happened longer before it was recorded is history, such as an import, and no news to anybody. */
    static final Duration NEWS = Duration.ofDays(1);

    /** How many of a subscription's deliveries that are over are kept. */
    static final int KEPT = 1_000;

    private final Map<IncidentId, Subject> subjects = new HashMap<>();
    private final Map<SubscriptionId, Subscribed> subscriptions = new LinkedHashMap<>();
    private final Map<DeliveryId, Sending> deliveries = new HashMap<>();
    private long owed;

    /**
     * @param all in the order in which they fell due
     * @param open those of them for which something may have to be done
     * @param over the others, in the order in which they ended
     */
    record Subscribed(
            SubscriptionView view, Map<DeliveryId, Sending> all, Map<DeliveryId, Sending> open, Set<DeliveryId> over) {
        Subscribed(SubscriptionView view) {
            this(view, new LinkedHashMap<>(), new LinkedHashMap<>(), new LinkedHashSet<>());
        }
    }

    /** Takes a reader to the image while it stands still. */
    synchronized <T> T read(Function<Collection<Subscribed>, T> reader) {
        return reader.apply(subscriptions.values());
    }

    synchronized <T> T read(SubscriptionId id, Function<@Nullable Subscribed, T> reader) {
        return reader.apply(subscriptions.get(id));
    }

    synchronized Optional<Sending> find(DeliveryId id) {
        return Optional.ofNullable(deliveries.get(id));
    }

    synchronized void take(List<RecordedEvent> events) {
        events.forEach(this::take);
    }

    synchronized void clear() {
        subjects.clear();
        subscriptions.clear();
        deliveries.clear();
        owed = 0;
    }

    private void take(RecordedEvent recorded) {
        if (recorded.is(IncidentEvent.class)) {
            take(recorded.payload(IncidentEvent.class), recorded.recordedAt());
        } else if (recorded.is(SubscriptionEvent.class)) {
            take(recorded.payload(SubscriptionEvent.class), recorded.recordedAt());
        } else {
            take(recorded.payload(DeliveryEvent.class), recorded.recordedAt());
        }
    }

    private void take(IncidentEvent event, Instant recordedAt) {
        if (event instanceof IncidentRaised raised && raised.classification() != Classification.RED) {
            subjects.put(raised.incidentId(), new Subject(raised));
        }
        Subject subject = subjects.get(event.incidentId());
        if (subject == null) {
            return;
        }
        subject.take(event);
        if (event instanceof IncidentCommunicated communicated
                && !communicated.occurredAt().isBefore(recordedAt.minus(NEWS))) {
            subscriptions.values().stream()
                    .filter(subscribed -> subject.isWithin(subscribed.view().scope()))
                    .forEach(subscribed -> owe(subscribed, subject, communicated.number(), recordedAt));
        }
    }

    private void owe(Subscribed subscribed, Subject subject, int number, Instant recordedAt) {
        DeliveryId id = DeliveryId.of(subscribed.view().id(), subject.id(), number);
        Sending sending = new Sending(id, subscribed, subject, number, owed++, recordedAt);
        deliveries.put(id, sending);
        subscribed.all().put(id, sending);
        subscribed.open().put(id, sending);
    }

    private void take(SubscriptionEvent event, Instant recordedAt) {
        switch (event) {
            case SubscriptionMade made ->
                subscriptions.put(
                        made.subscriptionId(),
                        new Subscribed(new SubscriptionView(
                                made.subscriptionId(),
                                made.owner(),
                                made.ownerId(),
                                made.channel(),
                                made.target(),
                                made.scope(),
                                recordedAt)));
            case SubscriptionEnded ended -> {
                Subscribed gone = subscriptions.remove(ended.subscriptionId());
                if (gone != null) {
                    new ArrayList<>(gone.all().keySet()).forEach(deliveries::remove);
                }
            }
        }
    }

    private void take(DeliveryEvent event, Instant recordedAt) {
        Sending sending = deliveries.get(event.deliveryId());
        if (sending == null) {
            return;
        }
        sending.take(event, recordedAt);
        Subscribed subscribed = sending.subscribed();
        if (sending.life().isOver()) {
            subscribed.open().remove(sending.id());
            subscribed.over().add(sending.id());
            forgetTheFirstThatEnded(subscribed);
        } else {
            subscribed.over().remove(sending.id());
            subscribed.open().put(sending.id(), sending);
        }
    }

    private void forgetTheFirstThatEnded(Subscribed subscribed) {
        if (subscribed.over().size() > KEPT) {
            DeliveryId first = subscribed.over().iterator().next();
            subscribed.over().remove(first);
            subscribed.all().remove(first);
            deliveries.remove(first);
        }
    }
}
