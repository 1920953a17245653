package uk.smartenergy.incident.api.majorincident;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.incident.IncidentId;

/**
 * Which Major Incident reports. All that is given must hold; an empty set or {@code null} asks for nothing.
 *
 * @param late whether submitted late or overdue, or neither
 * @param owed whether owed, or there although it is owed no more
 * @param dueFrom due on that day or later
 * @param dueTo due on that day or earlier
 */
public record ReportFilter(
        Set<MajorIncidentReportState> states,
        Set<ReportKind> kinds,
        Set<IncidentId> incidents,
        @Nullable Boolean late,
        @Nullable Boolean owed,
        @Nullable LocalDate dueFrom,
        @Nullable LocalDate dueTo) {
    public ReportFilter {
        states = Set.copyOf(states);
        kinds = Set.copyOf(kinds);
        incidents = Set.copyOf(incidents);
    }

    /** Every report. */
    public static ReportFilter all() {
        return new ReportFilter(Set.of(), Set.of(), Set.of(), null, null, null, null);
    }

    /** Both reports on this Incident. */
    public static ReportFilter of(IncidentId incident) {
        return new ReportFilter(Set.of(), Set.of(), Set.of(incident), null, null, null, null);
    }

    public boolean admits(MajorIncidentReportView view) {
        LocalDate due = view.dueOn();
        return (states.isEmpty() || states.contains(view.state()))
                && (kinds.isEmpty() || kinds.contains(view.kind()))
                && (incidents.isEmpty() || incidents.contains(view.incident()))
                && (late == null || late == view.late())
                && (owed == null || owed == view.owed())
                && (dueFrom == null || (due != null && !due.isBefore(dueFrom)))
                && (dueTo == null || (due != null && !due.isAfter(dueTo)));
    }
}
