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
        String note) {
    public CategoryExplanation {
        leastChanges = List.copyOf(leastChanges);
    }
}
