package uk.smartenergy.incident.api.incident;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.categorisation.Category;
import uk.smartenergy.incident.api.shared.Classification;
import uk.smartenergy.incident.api.shared.Moment;
import uk.smartenergy.incident.api.shared.Page;
import uk.smartenergy.incident.api.shared.Query;
import uk.smartenergy.incident.api.shared.Viewer;

/** What can be asked about Incidents. What the viewer may not see is as if it did not exist. */
public sealed interface IncidentQuery<R> extends Query<R> {

    /** What a list may be sorted by. */
    enum SortBy {
        RAISED_AT,
        RECORDED_AT,
        CATEGORY,
        STATE,
        ID,
        RESOLVED_AT,
        RESOLUTION_DUE_AT
    }

    /**
     * @param cursor from an earlier page of the same list; {@code null}: the beginning
     * @param limit how many at most; {@link Integer#MAX_VALUE}: all
     * @throws InvalidCursor (as the query's failure) if the cursor is not one that a list gave out
     */
    record FindIncidents(
            Viewer viewer,
            Moment moment,
            IncidentFilter filter,
            SortBy sortBy,
            boolean descending,
            @Nullable String cursor,
            int limit)
            implements IncidentQuery<Page<IncidentView>> {}

    record GetIncident(Viewer viewer, Moment moment, IncidentId incidentId)
            implements IncidentQuery<Optional<IncidentDetail>> {}

    /** Whether the viewer may know that this Incident exists, and who is concerned by it; cheap, for guarding commands. */
    record GetIncidentAccess(Viewer viewer, IncidentId incidentId) implements IncidentQuery<Optional<IncidentAccess>> {}

    /** In the order in which they happened; facts of the same instant in the order in which they were recorded. */
    record GetTimeline(Viewer viewer, Moment moment, IncidentId incidentId)
            implements IncidentQuery<Optional<List<TimelineEntry>>> {}

    record GetCategoryExplanation(Viewer viewer, Moment moment, IncidentId incidentId)
            implements IncidentQuery<Optional<CategoryExplanation>> {}

    /** Both clocks of an Incident, segment by segment. */
    record GetTargetClocks(Viewer viewer, Moment moment, IncidentId incidentId)
            implements IncidentQuery<Optional<TargetClocks>> {}

    record GetAgeing(Viewer viewer, Moment moment, IncidentFilter filter, AgeingReport.@Nullable GroupBy groupBy)
            implements IncidentQuery<AgeingReport> {}

    /** @param points the instants to report on, rising. @param since the instant from which the first point's movements count */
    record GetAgeingTrend(
            Viewer viewer, Moment moment, IncidentFilter filter, Instant since, List<Instant> points, Period step)
            implements IncidentQuery<AgeingReport.Trend> {}

    record GetRdpIncidentReport(Viewer viewer, Moment moment, YearMonth period)
            implements IncidentQuery<RdpIncidentReport> {}

    /** The updates of a month to Interested Parties. */
    record GetCommunicationReport(Viewer viewer, Moment moment, YearMonth period)
            implements IncidentQuery<CommunicationReport> {}

    /** Code Performance Measures on Incidents for a month. */
    record GetPerformanceReport(Viewer viewer, Moment moment, YearMonth period)
            implements IncidentQuery<PerformanceReport> {}

    /** Earlier rulings on like facts. @param dispute its number. @param limit how many at most */
    record GetPrecedents(Viewer viewer, Moment moment, IncidentId incidentId, int dispute, int limit)
            implements IncidentQuery<Optional<Precedents>> {}

    /** @param from the first day on which an Incident was raised that counts, in Europe/London. @param to the last */
    record GetCategorisation(
            Viewer viewer, Moment moment, LocalDate from, LocalDate to, CategorisationReport.@Nullable GroupBy groupBy)
            implements IncidentQuery<CategorisationReport> {}

    /**
     * Why a report's figures changed. Empty if there is no such report.
     *
     * @param report its name as in its path
     * @param asOf {@code null}: the report's own default for that period
     * @param knownAtB not before {@code knownAtA}
     */
    record GetDifferences(
            Viewer viewer,
            Instant now,
            String report,
            YearMonth period,
            @Nullable Instant asOf,
            Instant knownAtA,
            Instant knownAtB)
            implements IncidentQuery<Optional<DifferencesReport>> {}

    /** @param after the last position already seen; 0: from the beginning. */
    record GetFeed(Viewer viewer, long after, int limit) implements IncidentQuery<FeedPage> {}

    /** @param nextPosition what to ask with next; it may have moved on although there are no items, past what the viewer may not see */
    record FeedPage(List<FeedEntry> items, long nextPosition) {}

    /** The open Incidents in counts, for gauges: never with RED ones, since gauges have no viewer. */
    record GetOpenCounts(Viewer viewer, Moment moment) implements IncidentQuery<OpenCounts> {}

    /**
     * @param counts by category, type and kind of Resolver
     * @param disputed those whose category is in dispute
     * @param updateOverdue those of which Interested Parties are owed an update that is overdue
     * @param updatesMissed not Incidents, but the updates that fell due in their lives and did not come
     */
    record OpenCounts(
            Map<OpenKey, Long> counts,
            Map<OpenKey, Long> overOneMonth,
            Map<Category, Long> responseTargetsMissed,
            Map<Category, Long> resolutionTargetsMissed,
            Map<Category, Long> disputed,
            Map<Category, Long> updateOverdue,
            Map<Category, Long> updatesMissed) {}

    record OpenKey(Category category, IncidentType type, ResolverKind resolver) {}

    /** The narrowest classification among the Incidents that the viewer may see: what a report over them carries. WHITE if there are none. */
    record GetNarrowestClassification(Viewer viewer) implements IncidentQuery<Classification> {}

    /** The highest number among the references that are given in order (below 500000000000); 0 if there is none. */
    record GetHighestNumber(Viewer viewer) implements IncidentQuery<Long> {}

    /**
     * Resolved Incidents, RED included, that close without objection by then; for the automation only.
     *
     * @param untouchedSince only those of which nothing was recorded after that
     */
    record FindDueToClose(Viewer viewer, Instant now, Instant untouchedSince, int limit)
            implements IncidentQuery<List<DueToClose>> {}

    /** @param resolvedAt the resolution to which nobody objected. @param dueAt when the time for objections was over */
    record DueToClose(IncidentId incidentId, Instant resolvedAt, Instant dueAt) {}

    /**
     * Open Incidents, RED included, that escalate by themselves by now; for the automation only.
     *
     * @param untouchedSince only those of which nothing was recorded after that
     */
    record FindDueToEscalate(Viewer viewer, Instant now, Instant untouchedSince, int limit)
            implements IncidentQuery<List<DueToEscalate>> {}

    /** @param version of the Incident, with which this was found. @param crossings in the order in which they came; never empty */
    record DueToEscalate(
            IncidentId incidentId, long version, List<IncidentCommand.EscalateByItself.Crossing> crossings) {
        public DueToEscalate {
            crossings = List.copyOf(crossings);
        }
    }

    /**
     * @param concerned the raiser's party and whoever is or was Resolver
     * @param resolver as it stands
     */
    record IncidentAccess(
            IncidentId incidentId,
            String raisedBy,
            @Nullable String resolver,
            Set<String> concerned,
            boolean red) {}

    /** The cursor is not one that a list gave out. */
    class InvalidCursor extends RuntimeException {
        public InvalidCursor() {
            super("The cursor is not one that this list gave out", null, false, false);
        }
    }
}
