package uk.smartenergy.incident.api.communication;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A delivery at one moment, folded over its events. Both the side that decides and the side that answers questions use it.
 *
 * @param attempts how many were taken
 * @param tries how many of these since it was last asked for
 * @param at when the next step is due: another attempt while {@code RETRYING}, being lost while {@code SENDING}; else {@code null}
 */
public record DeliveryLife(
        DeliveryState state,
        int attempts,
        int tries,
        @Nullable Instant at) {
    public static final DeliveryLife NEW = new DeliveryLife(DeliveryState.DUE, 0, 0, null);

    public DeliveryLife after(DeliveryEvent event) {
        return switch (event) {
            case DeliveryEvent.AttemptTaken taken ->
                new DeliveryLife(DeliveryState.SENDING, taken.attempt(), tries + 1, taken.lostAt());
            case DeliveryEvent.AttemptSucceeded done ->
                new DeliveryLife(DeliveryState.DELIVERED, attempts, tries, null);
            case DeliveryEvent.AttemptFailed failed ->
                new DeliveryLife(
                        failed.nextAt() == null ? DeliveryState.FAILED : DeliveryState.RETRYING,
                        attempts,
                        tries,
                        failed.nextAt());
            case DeliveryEvent.ReplayRequested again -> new DeliveryLife(DeliveryState.DUE, attempts, 0, null);
        };
    }

    /** Whether somebody may take the next attempt. */
    public boolean mayBeTaken(Instant now) {
        return state == DeliveryState.DUE || (state == DeliveryState.RETRYING && isOver(now));
    }

    /** Whether an attempt was taken so long ago that nobody expects to hear of it. */
    public boolean isLost(Instant now) {
        return state == DeliveryState.SENDING && isOver(now);
    }

    private boolean isOver(Instant now) {
        return at != null && !now.isBefore(at);
    }

    /** Whether nothing more happens to it by itself. */
    public boolean isOver() {
        return state == DeliveryState.DELIVERED || state == DeliveryState.FAILED;
    }
}
