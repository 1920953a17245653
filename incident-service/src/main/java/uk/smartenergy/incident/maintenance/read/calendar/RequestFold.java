package uk.smartenergy.incident.maintenance.read.calendar;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.maintenance.ExceptionRequestView;
import uk.smartenergy.incident.api.maintenance.ExceptionRequestView.Ruling;
import uk.smartenergy.incident.api.maintenance.ExceptionRequestView.View;
import uk.smartenergy.incident.api.maintenance.ExceptionRequestView.Withdrawal;
import uk.smartenergy.incident.api.maintenance.ExceptionState;
import uk.smartenergy.incident.api.maintenance.MaintenanceEvent.ExceptionDecided;
import uk.smartenergy.incident.api.maintenance.MaintenanceEvent.ExceptionRequested;
import uk.smartenergy.incident.api.maintenance.MaintenanceEvent.ExceptionViewGiven;
import uk.smartenergy.incident.api.maintenance.MaintenanceEvent.ExceptionWithdrawn;
import uk.smartenergy.incident.api.maintenance.WindowId;

/** How a request for an exception stands after what had happened to it. */
final class RequestFold {
    private final ExceptionRequested requested;
    private final @Nullable String by;
    private final List<View> views = new ArrayList<>();
    private @Nullable Ruling ruling;
    private TimeSet.@Nullable Piece ruledOn;
    private @Nullable Withdrawal withdrawal;

    RequestFold(ExceptionRequested requested, @Nullable String by) {
        this.requested = requested;
        this.by = by;
    }

    int number() {
        return requested.number();
    }

    void apply(ExceptionViewGiven given, @Nullable String actor) {
        views.add(new View(given.from(), given.view(), given.supports(), given.occurredAt(), actor));
    }

    /** @param start of the window as the Panel saw it */
    void apply(ExceptionDecided decided, @Nullable String actor, Instant start, Instant end) {
        ruling = new Ruling(decided.decision(), decided.reason(), decided.occurredAt(), actor);
        ruledOn = new TimeSet.Piece(start, end);
    }

    void apply(ExceptionWithdrawn withdrawn, @Nullable String actor) {
        withdrawal = new Withdrawal(withdrawn.reason(), withdrawn.occurredAt(), actor);
    }

    /** @param start of the window as it stands */
    ExceptionRequestView view(WindowId window, Instant start, Instant end) {
        TimeSet.Piece asked = ruledOn == null ? new TimeSet.Piece(start, end) : ruledOn;
        return new ExceptionRequestView(
                window,
                requested.number(),
                withdrawal != null
                        ? ExceptionState.WITHDRAWN
                        : ruling == null
                                ? ExceptionState.OPEN
                                : ruling.decision().state(),
                requested.limits(),
                requested.reason(),
                asked.from(),
                asked.to(),
                requested.occurredAt(),
                by,
                views,
                ruling,
                withdrawal,
                !start.isBefore(asked.from()) && !end.isAfter(asked.to()));
    }
}
