package uk.smartenergy.incident.platform.reference;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import uk.smartenergy.incident.api.categorisation.Category;

/**
 * A Code Performance Measure on Incidents: the share of those resolved in a month that were resolved in time, and how large it has to be.
 *
 * @param code for example {@code CPM4}
 * @param clause where the Code says so
 * @param categories whose Incidents it counts; never empty
 * @param target the percentage aimed at
 * @param minimum the percentage below which it must not fall; not above the target
 */
public record PerformanceMeasure(
        String code, String name, String clause, Set<Category> categories, int target, int minimum) {
    public PerformanceMeasure {
        if (categories.isEmpty() || minimum > target) {
            throw new IllegalArgumentException(
                    "A measure needs categories, and a minimum that is not above its target");
        }
        categories = Collections.unmodifiableSet(EnumSet.copyOf(categories));
    }
}
