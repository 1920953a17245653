package uk.smartenergy.incident.api.incident;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.categorisation.Category;
import uk.smartenergy.incident.api.categorisation.CategoryDecision;
import uk.smartenergy.incident.api.categorisation.LeastChange;

/**
 * Why an Incident has its category.
 *
 * @param decidedAt since when the decision holds
 * @param decision with policy version, and each limb with the facts behind it
 * @param leastChanges the smallest sets of facts that, if different, would have led to another category under the same policy; empty if the
 *     category was decided elsewhere
 * @param ruling who ruled so and why, if the category was ruled; the limbs and least changes are then those of the frozen policy version
 * @param note where reference data comes from
 */
public record CategoryExplanation(
        IncidentId incidentId,
        Category category,
        Category firstCategory,
        Instant decidedAt,
        Instant recordedAt,
        @Nullable String decidedBy,
        CategoryDecision decision,
        List<LeastChange> leastChanges,
        @Nullable Ruling ruling,
        String note) {
    public CategoryExplanation {
        leastChanges = List.copyOf(leastChanges);
    }

    /**
     * A ruling that the category stands by.
     *
     * @param party who had disputed
     * @param effectiveFrom since when the ruled category holds
     * @param policyCategory what the frozen policy version makes of the frozen facts; {@code null} if no policy decided
     */
    public record Ruling(
            int dispute,
            @Nullable String party,
            String reason,
            @Nullable String by,
            Instant at,
            Instant effectiveFrom,
            @Nullable Category policyCategory) {}
}
