package uk.smartenergy.incident.api.maintenance;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import uk.smartenergy.incident.api.incident.IncidentId;
import uk.smartenergy.incident.api.shared.Moment;
import uk.smartenergy.incident.api.shared.Query;
import uk.smartenergy.incident.api.shared.Viewer;

/** What can be asked about Planned Maintenance. What the viewer may not see counts in no figure, and overlaps with nothing. */
public sealed interface MaintenanceQuery<R> extends Query<R> {

    /** In the order in which they begin. */
    record FindWindows(Viewer viewer, Moment moment, WindowFilter filter)
            implements MaintenanceQuery<List<WindowView>> {}

    record GetWindow(Viewer viewer, Moment moment, WindowId windowId)
            implements MaintenanceQuery<Optional<WindowView>> {}

    /** As it stands, whenever notice of it was given. */
    record GetWindowAccess(Viewer viewer, WindowId windowId) implements MaintenanceQuery<Optional<WindowAccess>> {}

    /** @param version as in the {@code ETag} */
    record WindowAccess(WindowId windowId, long version, String provider, boolean red) {}

    /** The latest first. @param states empty: any */
    record FindExceptionRequests(Viewer viewer, Moment moment, Set<ExceptionState> states)
            implements MaintenanceQuery<List<ExceptionRequestView>> {
        public FindExceptionRequests {
            states = Set.copyOf(states);
        }
    }

    record GetMaintenanceMonth(Viewer viewer, Moment moment, YearMonth month)
            implements MaintenanceQuery<MaintenanceMonth> {}

    /** The Incidents that are linked with a window, those that are suggested, and those that were dismissed. */
    record GetWindowIncidents(Viewer viewer, Moment moment, WindowId windowId)
            implements MaintenanceQuery<Optional<WindowIncidents>> {}

    record WindowIncidents(
            WindowView window, List<WindowIncident> linked, List<WindowIncident> suggested, List<Dismissed> dismissed) {
        public WindowIncidents {
            linked = List.copyOf(linked);
            suggested = List.copyOf(suggested);
            dismissed = List.copyOf(dismissed);
        }
    }

    record Dismissed(IncidentId incident, String reason) {}

    /** The highest number among the references that are given in order; 0 if there is none. */
    record GetHighestWindowNumber(Viewer viewer) implements MaintenanceQuery<Long> {}

    /** For gauges only. */
    record CountMaintenance(Viewer viewer, Moment moment) implements MaintenanceQuery<MaintenanceCounts> {}

    /** @param findings of the windows of the present month that are not excepted */
    record MaintenanceCounts(long upcoming, Map<Limit, Long> findings, long exceptionRequestsOpen) {
        public MaintenanceCounts {
            findings = Map.copyOf(findings);
        }
    }

    /** The own ones; those of all for the DCC's staff. In the order in which they were made. */
    record FindSubscribers(Viewer viewer) implements MaintenanceQuery<List<SubscriberView>> {}

    /** Whose token it is; empty if nobody's any more. @param tokenHash of the token */
    record FindSubscriberByToken(Viewer viewer, String tokenHash)
            implements MaintenanceQuery<Optional<SubscriberView>> {}

    /** Everybody's; for gauges only. */
    record CountSubscribers(Viewer viewer) implements MaintenanceQuery<Long> {}
}
