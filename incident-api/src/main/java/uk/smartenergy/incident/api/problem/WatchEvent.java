package uk.smartenergy.incident.api.problem;

import java.time.Instant;
import org.axonframework.serialization.Revision;
import uk.smartenergy.incident.api.shared.Event;

/** What happened to the watch that the service keeps over Major Incidents. */
public sealed interface WatchEvent extends Event {

    /** What was recorded before is not opened by itself: the service did not know Problems yet. */
    @Revision("1")
    record WatchBegun(String watch, Instant occurredAt) implements WatchEvent {}
}
