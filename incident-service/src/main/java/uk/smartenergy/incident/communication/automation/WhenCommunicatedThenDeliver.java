package uk.smartenergy.incident.communication.automation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import uk.smartenergy.incident.api.communication.DeliveryCommand.RecordOutcome;
import uk.smartenergy.incident.api.communication.DeliveryCommand.TakeAttempt;
import uk.smartenergy.incident.api.communication.DeliveryOutcome;
import uk.smartenergy.incident.api.communication.Notice;
import uk.smartenergy.incident.api.communication.SubscriptionId;
import uk.smartenergy.incident.api.communication.SubscriptionQuery.DueDelivery;
import uk.smartenergy.incident.api.communication.SubscriptionQuery.FindDueDeliveries;
import uk.smartenergy.incident.api.incident.CommunicationContent;
import uk.smartenergy.incident.api.incident.IncidentDetail;
import uk.smartenergy.incident.api.incident.IncidentQuery.GetIncident;
import uk.smartenergy.incident.api.incident.IncidentView;
import uk.smartenergy.incident.api.shared.Classification;
import uk.smartenergy.incident.api.shared.Moment;
import uk.smartenergy.incident.api.shared.Refusal;
import uk.smartenergy.incident.api.shared.Viewer;
import uk.smartenergy.incident.platform.messaging.Caller;
import uk.smartenergy.incident.platform.messaging.ChangedConcurrently;
import uk.smartenergy.incident.platform.messaging.Messages;
import uk.smartenergy.incident.platform.messaging.OutcomeUnknown;
import uk.smartenergy.incident.platform.messaging.StoreAway;
import uk.smartenergy.incident.platform.messaging.StreamExists;
import uk.smartenergy.incident.platform.reference.CommunicationTexts;

/**
 * Delivers updates to those who subscribed to them. It remembers only what it is doing now; what is due is asked for anew each time. An attempt is
 * first taken, in the event store, then made, then told of: so of many nodes one makes it, and if that node stops between, another makes the next.
 * While the store cannot be told, the outcome is kept here: what has reached its receiver is not sent again because of that.
 */
class WhenCommunicatedThenDeliver {
    private static final Logger LOG = LoggerFactory.getLogger(WhenCommunicatedThenDeliver.class);

    private static final Caller SERVICE = Caller.of(Viewer.service());

    private final Messages messages;
    private final Subscribers subscribers;
    private final Channels channels;
    private final CommunicationTexts texts;
    private final Clock clock;
    private final Executor executor;
    private final int abreast;
    private final int abreastAtOnePlace;
    private final Set<SubscriptionId> busy = new HashSet<>();
    private final Map<String, Integer> busyPlaces = new HashMap<>();
    private final Map<SubscriptionId, RecordOutcome> untold = new LinkedHashMap<>();
    private boolean failing;

    /**
     * @param abreast how many are delivered at a time
     * @param abreastAtOnePlace of these, how many to one place
     */
    WhenCommunicatedThenDeliver(
            Messages messages,
            Subscribers subscribers,
            Channels channels,
            CommunicationTexts texts,
            Clock clock,
            Executor executor,
            int abreast,
            int abreastAtOnePlace) {
        this.messages = messages;
        this.subscribers = subscribers;
        this.channels = channels;
        this.texts = texts;
        this.clock = clock;
        this.executor = executor;
        this.abreast = abreast;
        this.abreastAtOnePlace = abreastAtOnePlace;
    }

    /** Never throws, and waits for no receiver: what cannot be delivered now is found again next time. */
    void deliverThoseDue() {
        try {
            tellWhatIsUntold();
            Set<SubscriptionId> left;
            Map<String, Integer> places;
            synchronized (this) {
                if (busy.size() >= abreast) {
                    return;
                }
                left = Set.copyOf(busy);
                places = Map.copyOf(busyPlaces);
            }
            List<DueDelivery> due = messages.ask(
                    new FindDueDeliveries(Viewer.service(), clock.instant(), left, places, abreast, abreastAtOnePlace));
            due.forEach(this::begin);
            failing = false;
        } catch (RuntimeException | Error failure) {
            if (!failing) {
                LOG.warn("Updates cannot be delivered at present: {}", failure.toString());
            }
            failing = true;
        }
    }

    /** Throws if the store still cannot be told. */
    private void tellWhatIsUntold() {
        Map<SubscriptionId, RecordOutcome> left;
        synchronized (this) {
            left = new LinkedHashMap<>(untold);
        }
        left.forEach((subscription, outcome) -> {
            if (isTold(outcome)) {
                synchronized (this) {
                    if (untold.remove(subscription, outcome)) {
                        busy.remove(subscription);
                    }
                }
            } else {
                throw new StillAway();
            }
        });
    }

    /** Ends a look at what is due: nothing can be done about it. */
    private static final class StillAway extends RuntimeException {
        StillAway() {
            super("the store cannot be told what became of those under way", null, false, false);
        }
    }

    /** @return whether there is no use in telling it again */
    private boolean isTold(RecordOutcome outcome) {
        try {
            messages.<Boolean>send(outcome, SERVICE);
            return true;
        } catch (StoreAway | OutcomeUnknown | ChangedConcurrently later) {
            return false;
        } catch (RuntimeException never) {
            LOG.warn("{}: what became of attempt {} cannot be told", outcome.deliveryId(), outcome.attempt(), never);
            return true;
        }
    }

    private void begin(DueDelivery due) {
        String place = due.subscription().place();
        synchronized (this) {
            if (busy.size() >= abreast
                    || busyPlaces.getOrDefault(place, 0) >= abreastAtOnePlace
                    || !busy.add(due.subscription().id())) {
                return;
            }
            busyPlaces.merge(place, 1, Integer::sum);
        }
        try {
            executor.execute(() -> {
                boolean moved = false;
                try {
                    moved = deliver(due);
                } catch (RuntimeException | Error failure) {
                    LOG.info("{} is not delivered now: {}", due.deliveryId(), failure.toString());
                } finally {
                    ended(due, place);
                }
                if (moved) {
                    deliverThoseDue();
                }
            });
        } catch (RejectedExecutionException stopping) {
            ended(due, place);
        }
    }

    private synchronized void ended(DueDelivery due, String place) {
        if (!untold.containsKey(due.subscription().id())) {
            busy.remove(due.subscription().id());
        }
        busyPlaces.computeIfPresent(place, (any, count) -> count == 1 ? null : count - 1);
    }

    /** @return whether this node did something, so that it is worthwhile to look for more */
    private boolean deliver(DueDelivery due) {
        if (due.lost()) {
            return messages.<Boolean>send(
                    new RecordOutcome(due.deliveryId(), due.attempt(), DeliveryOutcome.LOST, null, 0), SERVICE);
        }
        Optional<Notice> notice = subscribers
                .find(due.subscription().owner())
                .filter(due.subscription()::isOf)
                .flatMap(viewer -> notice(due, viewer));
        if (!isTaken(due)) {
            return false;
        }
        Instant begun = clock.instant();
        Channels.Result result = notice.map(one -> channels.send(due, one))
                .orElse(new Channels.Result(DeliveryOutcome.NOT_ENTITLED, null));
        RecordOutcome outcome = new RecordOutcome(
                due.deliveryId(),
                due.attempt(),
                result.outcome(),
                result.status(),
                Duration.between(begun, clock.instant()).toMillis());
        boolean told = isTold(outcome);
        if (!told) {
            synchronized (this) {
                untold.put(due.subscription().id(), outcome);
            }
        }
        return told;
    }

    private boolean isTaken(DueDelivery due) {
        try {
            return messages.<Boolean>send(
                    new TakeAttempt(
                            due.deliveryId(),
                            due.subscription().id(),
                            due.incidentId(),
                            due.communication(),
                            due.attempt()),
                    SERVICE);
        } catch (StreamExists | Refusal another) {
            return false;
        }
    }

    /** What the subscriber may read of it; empty if nothing. */
    private Optional<Notice> notice(DueDelivery due, Viewer viewer) {
        Instant now = clock.instant();
        return messages.ask(new GetIncident(viewer, Moment.present(now), due.incidentId()))
                .filter(incident -> incident.overview().classification() != Classification.RED)
                .flatMap(incident -> incident.communications().stream()
                        .filter(communication -> communication.number() == due.communication())
                        .findFirst()
                        .map(communication -> notice(incident, communication)));
    }

    private Notice notice(IncidentDetail incident, IncidentDetail.Communication update) {
        IncidentView view = incident.overview();
        CommunicationContent content = texts.filled(update.content(), incident, update.at());
        CommunicationTexts.Written written = texts.written(
                texts.template(
                        update.standard() == null ? null : update.standard().template(), view.category()),
                update.content(),
                update.number(),
                update.at(),
                incident);
        return new Notice(
                view.id(),
                view.summary(),
                view.category(),
                view.state(),
                view.services(),
                view.region(),
                update.number(),
                update.at(),
                written.subject(),
                content.text(),
                written.text(),
                content.affected(),
                content.whoIsAffected(),
                content.since(),
                content.workaround(),
                content.nextUpdateDue(),
                content.expectedFix());
    }
}
