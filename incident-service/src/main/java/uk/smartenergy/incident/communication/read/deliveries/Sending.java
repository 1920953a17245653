package uk.smartenergy.incident.communication.read.deliveries;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.communication.DeliveryEvent;
import uk.smartenergy.incident.api.communication.DeliveryEvent.AttemptFailed;
import uk.smartenergy.incident.api.communication.DeliveryEvent.AttemptSucceeded;
import uk.smartenergy.incident.api.communication.DeliveryEvent.AttemptTaken;
import uk.smartenergy.incident.api.communication.DeliveryId;
import uk.smartenergy.incident.api.communication.DeliveryLife;
import uk.smartenergy.incident.api.communication.DeliveryOutcome;
import uk.smartenergy.incident.api.communication.DeliveryState;
import uk.smartenergy.incident.api.communication.DeliveryView;
import uk.smartenergy.incident.api.communication.DeliveryView.Attempt;
import uk.smartenergy.incident.api.communication.SubscriptionQuery.DueDelivery;

/** The delivery of one update to one subscriber, as far as it got. */
final class Sending {
    private final DeliveryId id;
    private final DeliveryRecords.Subscribed subscribed;
    private final Subject subject;
    private final int number;
    private final long place;
    private final Instant dueAt;
    private final List<Attempt> attempts = new ArrayList<>(1);
    private DeliveryLife life = DeliveryLife.NEW;
    private long version;

    /** @param place which one it is of all that ever fell due */
    Sending(
            DeliveryId id,
            DeliveryRecords.Subscribed subscribed,
            Subject subject,
            int number,
            long place,
            Instant dueAt) {
        this.id = id;
        this.subscribed = subscribed;
        this.subject = subject;
        this.number = number;
        this.place = place;
        this.dueAt = dueAt;
    }

    DeliveryId id() {
        return id;
    }

    long place() {
        return place;
    }

    DeliveryRecords.Subscribed subscribed() {
        return subscribed;
    }

    Subject subject() {
        return subject;
    }

    DeliveryLife life() {
        return life;
    }

    void take(DeliveryEvent event, Instant recordedAt) {
        life = life.after(event);
        version++;
        switch (event) {
            case AttemptTaken taken -> attempts.add(new Attempt(taken.attempt(), recordedAt, null, null, null));
            case AttemptSucceeded done ->
                told(done.attempt(), DeliveryOutcome.DELIVERED, done.status(), done.milliseconds());
            case AttemptFailed failed ->
                told(failed.attempt(), failed.outcome(), failed.status(), failed.milliseconds());
            case DeliveryEvent.ReplayRequested again -> {}
        }
    }

    private void told(int attempt, DeliveryOutcome outcome, @Nullable Integer status, long milliseconds) {
        attempts.replaceAll(
                one -> one.number() == attempt ? new Attempt(attempt, one.at(), outcome, status, milliseconds) : one);
    }

    boolean needsSomething(Instant now) {
        return life.mayBeTaken(now) || life.isLost(now);
    }

    DueDelivery due(Instant now) {
        boolean lost = life.isLost(now);
        return new DueDelivery(
                id, subscribed.view(), subject.id(), number, lost ? life.attempts() : life.attempts() + 1, lost);
    }

    DeliveryView view() {
        return new DeliveryView(
                id,
                subscribed.view().id(),
                subject.id(),
                number,
                life.state(),
                dueAt,
                attempts,
                life.state() == DeliveryState.RETRYING ? life.at() : null,
                version);
    }
}
