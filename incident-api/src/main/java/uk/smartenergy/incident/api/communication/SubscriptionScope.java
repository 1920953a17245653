package uk.smartenergy.incident.api.communication;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.categorisation.Category;
import uk.smartenergy.incident.api.incident.IncidentId;
import uk.smartenergy.incident.api.incident.IncidentType;

/**
 * Of which Incidents a subscriber wants to hear. All that is given must hold; an empty list or {@code null} asks for nothing.
 *
 * @param categories as they stand when the update is recorded
 * @param services any one of them
 */
public record SubscriptionScope(
        List<Category> categories,
        List<String> services,
        List<String> regions,
        List<IncidentType> types,
        @Nullable IncidentId incident) {
    public SubscriptionScope {
        categories = List.copyOf(categories);
        services = List.copyOf(services);
        regions = List.copyOf(regions);
        types = List.copyOf(types);
    }

    public boolean holds(
            IncidentId id, Category category, List<String> affected, @Nullable String region, IncidentType type) {
        return (incident == null || incident.equals(id))
                && (categories.isEmpty() || categories.contains(category))
                && (services.isEmpty() || affected.stream().anyMatch(services::contains))
                && (regions.isEmpty() || (region != null && regions.contains(region)))
                && (types.isEmpty() || types.contains(type));
    }
}
