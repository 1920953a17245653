package uk.smartenergy.incident.api.maintenance;

import java.util.List;
import java.util.Set;

/** Which windows a subscriber wants in the calendar. All that is given must hold; an empty list asks for nothing. */
public record SubscriberScope(List<String> providers, List<String> services, List<String> regions) {
    public SubscriberScope {
        providers = List.copyOf(providers);
        services = List.copyOf(services);
        regions = List.copyOf(regions);
    }

    public WindowFilter filter() {
        return WindowFilter.of(Set.copyOf(providers), Set.copyOf(services), Set.copyOf(regions));
    }
}
