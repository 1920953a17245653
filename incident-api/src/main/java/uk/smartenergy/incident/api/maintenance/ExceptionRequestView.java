package uk.smartenergy.incident.api.maintenance;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request that the Panel except a window from limits.
 *
 * @param number from 1, within the window
 * @param by the user who recorded it
 * @param start of the time that is asked for, or was when the Panel decided
 * @param covers whether the window lies within that time; {@code false}: it was moved out of it since
 */
public record ExceptionRequestView(
        WindowId window,
        int number,
        ExceptionState state,
        List<Limit> limits,
        String reason,
        Instant start,
        Instant end,
        Instant requestedAt,
        @Nullable String by,
        List<View> views,
        @Nullable Ruling decision,
        @Nullable Withdrawal withdrawal,
        boolean covers) {
    public ExceptionRequestView {
        limits = List.copyOf(limits);
        views = List.copyOf(views);
    }

    public boolean granted() {
        return state == ExceptionState.GRANTED;
    }

    /** @param from whose view it is. @param supports whether it is for granting; {@code null}: it does not say */
    public record View(
            String from,
            String view,
            @Nullable Boolean supports,
            Instant at,
            @Nullable String by) {}

    /** @param by the user who recorded the Panel's decision */
    public record Ruling(
            Decision decision,
            String reason,
            Instant at,
            @Nullable String by) {}

    public record Withdrawal(
            String reason, Instant at, @Nullable String by) {}
}
