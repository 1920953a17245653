package uk.smartenergy.incident.platform.messaging;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import uk.smartenergy.incident.api.shared.MetaKeys;

/**
 * The time at which events are recorded: for all events of one command the same, namely when the command came in. So nobody can ask what was
 * known between two events that are one change, and what happened "now" was recorded at the very instant at which it happened.
 */
final class RecordingClock extends Clock {
    private final Clock clock;

    RecordingClock(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Instant instant() {
        if (CurrentUnitOfWork.isStarted()
                && CurrentUnitOfWork.get().getMessage() != null
                && CurrentUnitOfWork.get().getMessage().getMetaData().get(MetaKeys.NOW) instanceof String now) {
            return Instant.parse(now);
        }
        return clock.instant();
    }

    @Override
    public ZoneId getZone() {
        return clock.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new RecordingClock(clock.withZone(zone));
    }
}
