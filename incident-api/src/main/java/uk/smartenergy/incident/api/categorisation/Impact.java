package uk.smartenergy.incident.api.categorisation;

import org.jspecify.annotations.Nullable;

/**
 * What an Incident does to Incident Parties, as assessed.
 *
 * @param partiesPrevented how many Incident Parties cannot use live services; not negative
 * @param reducedCapacity whether the service runs at reduced capacity
 * @param workaroundAvailable whether a workaround reduces the impact to moderate
 * @param businessImpact in words; it decides nothing
 */
public record Impact(
        ImpactLevel level,
        int partiesPrevented,
        boolean reducedCapacity,
        boolean workaroundAvailable,
        DataLoss dataLoss,
        FinancialImpact financialImpact,
        @Nullable String businessImpact) {
    public Impact {
        if (partiesPrevented < 0) {
            throw new IllegalArgumentException("partiesPrevented must not be negative");
        }
    }
}
