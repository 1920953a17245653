package uk.smartenergy.incident.api.incident;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Why the figures of a report changed between two dates of knowledge: which Incidents came to be counted and which no longer are, and what was
 * recorded of them between. The report is the same both times but for what was known.
 *
 * @param asOf as of which instant the report is taken, both times
 * @param figures those only that changed
 * @param unchanged how many other figures there are
 * @param incidentsMoved how many Incidents entered or left a figure
 * @param incidents of these, the first
 */
public record DifferencesReport(
        String report,
        String period,
        Instant asOf,
        Instant knownAtA,
        Instant knownAtB,
        List<FigureChange> figures,
        long unchanged,
        long incidentsMoved,
        List<MovedIncident> incidents) {

    public DifferencesReport {
        figures = List.copyOf(figures);
        incidents = List.copyOf(incidents);
    }

    /** What made a figure change. */
    public enum Cause {
        /** Events of the Incidents that were recorded between. */
        EVENTS,
        /** No event: a calendar, policy, or other reference data was corrected, and is known otherwise. */
        REFERENCE_DATA
    }

    /**
     * @param figure its name in the report
     * @param a as known at the first date; {@code null} if it had no value
     * @param b as known at the second
     * @param change {@code b - a}; {@code null} if one of them has no value. It may be 0 where as many entered as left
     */
    public record FigureChange(
            String figure,
            @Nullable BigDecimal a,
            @Nullable BigDecimal b,
            @Nullable BigDecimal change,
            List<IncidentId> entered,
            List<IncidentId> left,
            Set<Cause> causes) {
        public FigureChange {
            entered = List.copyOf(entered);
            left = List.copyOf(left);
            causes = Set.copyOf(causes);
        }
    }

    /**
     * @param explanation in words, where no event explains it
     * @param events what was recorded of it after A and by B, and had happened by {@code asOf}, in the order of recording
     */
    public record MovedIncident(
            IncidentId id,
            List<String> figuresEntered,
            List<String> figuresLeft,
            Cause cause,
            @Nullable String explanation,
            List<TimelineEntry> events) {
        public MovedIncident {
            figuresEntered = List.copyOf(figuresEntered);
            figuresLeft = List.copyOf(figuresLeft);
            events = List.copyOf(events);
        }
    }
}
