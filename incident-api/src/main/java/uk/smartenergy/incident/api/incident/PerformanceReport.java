package uk.smartenergy.incident.api.incident;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.categorisation.Category;

/**
 * The Code Performance Measures on Incidents for a month. An Incident counts in the month in which it was last resolved, in Europe/London, by the
 * category whose Target Resolution it had then. The links to the lists are for the edge to fill in.
 *
 * @param period the month, for example {@code 2018-07}
 * @param note where the measures come from
 * @param openBeyondTarget still open although their Target Resolution ended within the month or before; they are in no percentage yet
 * @param openBeyondTargetIncidents where these are listed
 */
public record PerformanceReport(
        String period,
        Instant asOf,
        Instant knownAt,
        String note,
        List<Measure> measures,
        List<OpenBeyondTarget> openBeyondTarget,
        @Nullable String openBeyondTargetIncidents) {
    public PerformanceReport {
        measures = List.copyOf(measures);
        openBeyondTarget = List.copyOf(openBeyondTarget);
    }

    /**
     * @param code for example {@code CPM4}
     * @param clause where the Code says so
     * @param met resolved in time
     * @param percent of all that were resolved, to two decimals; {@code null} if none was
     * @param incidents where all that were resolved are listed; likewise those in time and those that missed
     */
    public record Measure(
            String code,
            String name,
            String clause,
            List<Category> categories,
            long met,
            long missed,
            long total,
            @Nullable BigDecimal percent,
            int target,
            int minimum,
            Standing standing,
            @Nullable String incidents,
            @Nullable String incidentsMet,
            @Nullable String incidentsMissed,
            List<Miss> misses) {
        public Measure {
            categories = List.copyOf(categories);
            misses = List.copyOf(misses);
        }
    }

    /** How a measure stands, by what was counted and not by the rounded percentage. */
    public enum Standing {
        AT_OR_ABOVE_TARGET,
        BELOW_TARGET,
        BELOW_MINIMUM,
        NOTHING_MEASURED
    }

    /**
     * An Incident that was resolved too late.
     *
     * @param category whose Target Resolution counted
     * @param missedBy from when it was due until it was resolved
     * @param explanation in words, with the times that were used and paused and how the category changed
     * @param clock where its clock is explained
     */
    public record Miss(
            IncidentId incidentId,
            String summary,
            Category category,
            @Nullable String resolver,
            Instant raisedAt,
            Instant resolvedAt,
            Instant dueAt,
            Duration missedBy,
            String explanation,
            @Nullable String clock) {}

    /** An Incident that is open beyond its Target Resolution. */
    public record OpenBeyondTarget(
            IncidentId incidentId,
            String summary,
            Category category,
            @Nullable String resolver,
            Instant raisedAt,
            Instant dueAt,
            String explanation,
            @Nullable String clock) {}
}
