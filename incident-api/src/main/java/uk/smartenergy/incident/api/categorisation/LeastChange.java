package uk.smartenergy.incident.api.categorisation;

import java.util.List;

/**
 * A set of facts that, if they had been different, would have led to another category under the same policy, and none with fewer facts would.
 *
 * @param category what it would have been
 * @param changes each fact once
 */
public record LeastChange(Category category, List<FactChange> changes) {
    public LeastChange {
        changes = List.copyOf(changes);
    }

    /** @param fact the fact's name as in the API */
    public record FactChange(String fact, String from, String to) {}
}
