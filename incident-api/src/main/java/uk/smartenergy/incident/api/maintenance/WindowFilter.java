package uk.smartenergy.incident.api.maintenance;

import java.time.Instant;
import java.time.YearMonth;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which windows. All that is given must hold; an empty set or {@code null} asks for nothing.
 *
 * @param services any one of them is affected
 * @param regions any one of them is affected; what is GB-wide is everywhere
 * @param findings any one of them was found
 * @param from in part after
 * @param to in part before
 * @param month in part within, in Europe/London
 * @param overlapping whether another lies at the same time, or none does
 * @param overlappingWith at the same time as that one
 */
public record WindowFilter(
        Set<String> providers,
        Set<String> services,
        Set<String> regions,
        Set<WindowState> states,
        Set<Limit> findings,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable YearMonth month,
        @Nullable Boolean overlapping,
        @Nullable WindowId overlappingWith) {
    public WindowFilter {
        providers = Set.copyOf(providers);
        services = Set.copyOf(services);
        regions = Set.copyOf(regions);
        states = Set.copyOf(states);
        findings = Set.copyOf(findings);
    }

    /** Every window. */
    public static WindowFilter all() {
        return of(Set.of(), Set.of(), Set.of());
    }

    public static WindowFilter of(Set<String> providers, Set<String> services, Set<String> regions) {
        return new WindowFilter(providers, services, regions, Set.of(), Set.of(), null, null, null, null, null);
    }

    public static WindowFilter in(YearMonth month) {
        return new WindowFilter(Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), null, null, month, null, null);
    }
}
