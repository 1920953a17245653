package uk.smartenergy.incident.api.maintenance;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.incident.IncidentId;
import uk.smartenergy.incident.api.shared.Classification;
import uk.smartenergy.incident.api.shared.RecordEvent;
import uk.smartenergy.incident.api.shared.Required;

/** What happened to a window of Planned Maintenance. */
public sealed interface MaintenanceEvent extends RecordEvent {
    WindowId windowId();

    @Override
    default String record() {
        return windowId().value();
    }

    /** Notice of it was given. */
    @Revision("1")
    record WindowScheduled(WindowId windowId, Instant occurredAt, WindowContent content, Instant start, Instant end)
            implements MaintenanceEvent {
        @Override
        public Classification classifies() {
            return content.classification();
        }

        @Override
        public Set<String> concerns() {
            return Set.of(content.provider());
        }
    }

    /** Notice of another time was given. */
    @Revision("1")
    record WindowMoved(WindowId windowId, Instant occurredAt, Instant start, Instant end, String reason)
            implements MaintenanceEvent {
        public WindowMoved {
            Required.text(reason, "reason");
        }
    }

    /** @param content all of it as it stands from then on */
    @Revision("1")
    record WindowAmended(
            WindowId windowId,
            Instant occurredAt,
            WindowContent content,
            @Nullable String reason) implements MaintenanceEvent {
        @Override
        public Classification classifies() {
            return content.classification();
        }

        @Override
        public Set<String> concerns() {
            return Set.of(content.provider());
        }
    }

    @Revision("1")
    record WindowCancelled(WindowId windowId, Instant occurredAt, String reason) implements MaintenanceEvent {}

    /** Its actual hours became known. */
    @Revision("1")
    record WindowCompleted(
            WindowId windowId,
            Instant occurredAt,
            Instant startedAt,
            Instant endedAt,
            @Nullable String comment) implements MaintenanceEvent {}

    /** @param number from 1, within the window. @param limits from which the Panel is asked to except it */
    @Revision("1")
    record ExceptionRequested(WindowId windowId, Instant occurredAt, int number, List<Limit> limits, String reason)
            implements MaintenanceEvent {
        public ExceptionRequested {
            limits = List.copyOf(limits);
        }
    }

    /** @param from whose view it is. @param supports whether it is for granting; {@code null}: it does not say */
    @Revision("1")
    record ExceptionViewGiven(
            WindowId windowId,
            Instant occurredAt,
            int number,
            String from,
            String view,
            @Nullable Boolean supports) implements MaintenanceEvent {}

    /** The Panel's decision. */
    @Revision("1")
    record ExceptionDecided(WindowId windowId, Instant occurredAt, int number, Decision decision, String reason)
            implements MaintenanceEvent {}

    @Revision("1")
    record ExceptionWithdrawn(WindowId windowId, Instant occurredAt, int number, String reason)
            implements MaintenanceEvent {}

    /** Somebody judged that an Incident has nothing to do with the window. */
    @Revision("1")
    record SuggestionDismissed(WindowId windowId, Instant occurredAt, IncidentId incident, String reason)
            implements MaintenanceEvent {
        @Override
        public Set<String> tellsOf() {
            return Set.of(incident.value());
        }
    }
}
