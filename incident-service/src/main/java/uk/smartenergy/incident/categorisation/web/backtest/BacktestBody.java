package uk.smartenergy.incident.categorisation.web.backtest;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.backtest.BacktestId;
import uk.smartenergy.incident.api.backtest.BacktestState;
import uk.smartenergy.incident.api.categorisation.CategorisationFacts;
import uk.smartenergy.incident.api.categorisation.Category;
import uk.smartenergy.incident.api.categorisation.CategoryDecision;
import uk.smartenergy.incident.api.categorisation.LeastChange;
import uk.smartenergy.incident.api.incident.IncidentId;
import uk.smartenergy.incident.platform.reference.PolicyDocument;

/**
 * A backtest as it is shown.
 *
 * @param incidents how many were replayed so far, those included that could not be
 * @param notReplayable of these, how many were decided elsewhere when no facts were known: their category stays
 * @param counts the combinations that occur; they add up to {@code incidents}
 * @param changes the first of those that change; the others are at {@code changesAt}
 */
record BacktestBody(
        BacktestId id,
        BacktestState state,
        Progress progress,
        Policy policy,
        @Nullable Policy baseline,
        Instant from,
        Instant to,
        Instant asOf,
        Instant knownAt,
        String requestedBy,
        Instant requestedAt,
        @Nullable Instant startedAt,
        @Nullable Instant completedAt,
        @Nullable String took,
        @Nullable String failure,
        long incidents,
        long changed,
        long unchanged,
        long notReplayable,
        List<IncidentId> notReplayableIncidents,
        List<Count> counts,
        List<Targets> targets,
        Reports majorIncidentReports,
        List<Told> told,
        List<Change> changes,
        @Nullable String nextCursor,
        String changesAt,
        String note) {

    record Progress(int done, int total) {}

    /** @param document the whole policy, if it is none on record */
    record Policy(
            String version,
            String name,
            boolean onRecord,
            @Nullable PolicyDocument document) {}

    record Count(Category old, @JsonProperty("new") Category now, long count) {}

    /** A Code Performance Measure over the Incidents of the backtest. */
    record Targets(
            String measure,
            String name,
            List<Category> categories,
            Measured old,
            @JsonProperty("new") Measured now) {}

    /**
     * @param met resolved in time
     * @param missed resolved too late
     * @param percent of the resolved; {@code null} if there are none
     * @param open not resolved, and in no percentage
     * @param openMissed of these, those whose time is over
     */
    record Measured(
            long met, long missed, @Nullable BigDecimal percent, int target, int minimum, long open, long openMissed) {}

    record Reports(ReportsOwed old, @JsonProperty("new") ReportsOwed now) {}

    /** @param incidents how many are Category 1 and resolved. @param reports a Summary and a Review report for each */
    record ReportsOwed(long incidents, long reports) {}

    /** @param who for example {@code Panel}. @param old of how many Incidents they were, or should have been, told */
    record Told(String who, long old, @JsonProperty("new") long now) {}

    /** An Incident whose category differs. Met is {@code null} where a target is neither met nor missed yet. */
    record Change(
            IncidentId incidentId,
            String summary,
            @Nullable String externalReference,
            Instant raisedAt,
            @Nullable Instant respondedAt,
            @Nullable Instant resolvedAt,
            Category oldCategory,
            Category newCategory,
            boolean ruled,
            Explanation oldExplanation,
            Explanation newExplanation,
            @Nullable Boolean oldResponseMet,
            @Nullable Boolean newResponseMet,
            Instant oldResponseDueAt,
            Instant newResponseDueAt,
            @Nullable Boolean oldResolutionMet,
            @Nullable Boolean newResolutionMet,
            Instant oldDueAt,
            Instant newDueAt,
            OldAndNew reportsOwed,
            Audience told) {}

    record OldAndNew(int old, @JsonProperty("new") int now) {}

    record Audience(
            List<String> old,
            @JsonProperty("new") List<String> now,
            List<String> additionally,
            List<String> noLonger) {}

    record Explanation(
            @Nullable String policyVersion,
            Category category,
            CategoryDecision.Basis basis,
            @Nullable CategorisationFacts facts,
            List<CategoryDecision.LimbFinding> limbs,
            List<LeastChange> leastChanges) {}

    record ChangePage(List<Change> items, @Nullable String nextCursor, long total) {}

    /** A backtest in a list. */
    record Overview(
            BacktestId id,
            BacktestState state,
            Progress progress,
            Policy policy,
            @Nullable Policy baseline,
            Instant from,
            Instant to,
            Instant asOf,
            Instant knownAt,
            String requestedBy,
            Instant requestedAt,
            @Nullable Instant completedAt,
            long incidents,
            long changed,
            long notReplayable) {}

    record OverviewPage(List<Overview> items, @Nullable String nextCursor, long total) {}

    /** A change as a line of a table. @param oldLimbs those that were met */
    record ChangeRow(
            IncidentId incidentId,
            String summary,
            @Nullable String externalReference,
            Instant raisedAt,
            @Nullable Instant resolvedAt,
            Category oldCategory,
            Category newCategory,
            boolean ruled,
            @Nullable String oldPolicyVersion,
            @Nullable String newPolicyVersion,
            List<String> oldLimbs,
            List<String> newLimbs,
            @Nullable Boolean oldResponseMet,
            @Nullable Boolean newResponseMet,
            @Nullable Boolean oldResolutionMet,
            @Nullable Boolean newResolutionMet,
            Instant oldDueAt,
            Instant newDueAt,
            int oldReportsOwed,
            int newReportsOwed,
            List<String> additionallyTold,
            List<String> noLongerTold) {
        static ChangeRow of(Change change) {
            return new ChangeRow(
                    change.incidentId(),
                    change.summary(),
                    change.externalReference(),
                    change.raisedAt(),
                    change.resolvedAt(),
                    change.oldCategory(),
                    change.newCategory(),
                    change.ruled(),
                    change.oldExplanation().policyVersion(),
                    change.newExplanation().policyVersion(),
                    met(change.oldExplanation()),
                    met(change.newExplanation()),
                    change.oldResponseMet(),
                    change.newResponseMet(),
                    change.oldResolutionMet(),
                    change.newResolutionMet(),
                    change.oldDueAt(),
                    change.newDueAt(),
                    change.reportsOwed().old(),
                    change.reportsOwed().now(),
                    change.told().additionally(),
                    change.told().noLonger());
        }

        private static List<String> met(Explanation explanation) {
            return explanation.limbs().stream()
                    .filter(CategoryDecision.LimbFinding::met)
                    .map(CategoryDecision.LimbFinding::limb)
                    .toList();
        }
    }
}
