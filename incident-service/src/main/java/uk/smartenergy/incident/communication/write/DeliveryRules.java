package uk.smartenergy.incident.communication.write;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.communication.DeliveryCommand;
import uk.smartenergy.incident.api.communication.DeliveryCommand.RecordOutcome;
import uk.smartenergy.incident.api.communication.DeliveryCommand.ReplayDelivery;
import uk.smartenergy.incident.api.communication.DeliveryCommand.TakeAttempt;
import uk.smartenergy.incident.api.communication.DeliveryEvent;
import uk.smartenergy.incident.api.communication.DeliveryEvent.AttemptFailed;
import uk.smartenergy.incident.api.communication.DeliveryEvent.AttemptSucceeded;
import uk.smartenergy.incident.api.communication.DeliveryEvent.AttemptTaken;
import uk.smartenergy.incident.api.communication.DeliveryEvent.ReplayRequested;
import uk.smartenergy.incident.api.communication.DeliveryLife;
import uk.smartenergy.incident.api.communication.DeliveryOutcome;
import uk.smartenergy.incident.api.communication.DeliveryState;

/**
 * What a command on a delivery leads to; empty if it changes nothing.
 *
 * <ul>
 *   <li>An attempt is taken once, and only when it is due.
 *   <li>After a failure the next is due a while later, each time longer, until it is given up.
 *   <li>An attempt of which nothing is heard counts as failed after a while. If its success is told later all the same, it is believed, unless
 *       another was taken meanwhile.
 *   <li>What is due anyway, or under way, is not replayed.
 * </ul>
 */
final class DeliveryRules {
    private final List<Duration> pauses;
    private final Duration lostAfter;

    /**
     * @param pauses before the second attempt, the third, and so on; there are no more
     * @param lostAfter how long who took an attempt may take to tell of it
     */
    DeliveryRules(List<Duration> pauses, Duration lostAfter) {
        this.pauses = List.copyOf(pauses);
        this.lostAfter = lostAfter;
    }

    Optional<DeliveryEvent> decide(DeliveryLife life, DeliveryCommand command, Instant now) {
        return Optional.ofNullable(
                switch (command) {
                    case TakeAttempt take -> take(life, take, now);
                    case RecordOutcome told -> told(life, told, now);
                    case ReplayDelivery replay ->
                        life.isOver() || life.state() == DeliveryState.RETRYING
                                ? new ReplayRequested(replay.deliveryId())
                                : null;
                });
    }

    private @Nullable DeliveryEvent take(DeliveryLife life, TakeAttempt take, Instant now) {
        return take.attempt() == life.attempts() + 1 && life.mayBeTaken(now)
                ? new AttemptTaken(
                        take.deliveryId(),
                        take.subscriptionId(),
                        take.incidentId(),
                        take.communication(),
                        take.attempt(),
                        now.plus(lostAfter))
                : null;
    }

    private @Nullable DeliveryEvent told(DeliveryLife life, RecordOutcome told, Instant now) {
        if (told.attempt() != life.attempts() || life.tries() == 0 || life.state() == DeliveryState.DELIVERED) {
            return null;
        }
        if (told.outcome() == DeliveryOutcome.DELIVERED) {
            return new AttemptSucceeded(told.deliveryId(), told.attempt(), told.status(), told.milliseconds());
        }
        boolean awaited =
                told.outcome() == DeliveryOutcome.LOST ? life.isLost(now) : life.state() == DeliveryState.SENDING;
        boolean more = !told.outcome().isLast() && life.tries() <= pauses.size();
        return awaited
                ? new AttemptFailed(
                        told.deliveryId(),
                        told.attempt(),
                        told.outcome(),
                        told.status(),
                        told.milliseconds(),
                        more ? now.plus(pauses.get(life.tries() - 1)) : null)
                : null;
    }
}
