package uk.smartenergy.incident.api.categorisation;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * All that a policy may look at.
 *
 * @param businessProcesses the Business Processes that are impacted, by their names in the reference data
 */
public record CategorisationFacts(
        ImpactLevel level,
        int partiesPrevented,
        boolean reducedCapacity,
        boolean workaroundAvailable,
        DataLoss dataLoss,
        FinancialImpact financialImpact,
        List<String> businessProcesses) {
    public CategorisationFacts {
        businessProcesses = List.copyOf(businessProcesses);
    }

    /** Whether they are the same to any policy: in whichever order the Business Processes stand. */
    public boolean isLike(CategorisationFacts other) {
        return level == other.level
                && partiesPrevented == other.partiesPrevented
                && reducedCapacity == other.reducedCapacity
                && workaroundAvailable == other.workaroundAvailable
                && dataLoss == other.dataLoss
                && financialImpact == other.financialImpact
                && Set.copyOf(businessProcesses).equals(Set.copyOf(other.businessProcesses));
    }

    public static CategorisationFacts of(Impact impact, List<String> businessProcesses) {
        return new CategorisationFacts(
                impact.level(),
                impact.partiesPrevented(),
                impact.reducedCapacity(),
                impact.workaroundAvailable(),
                impact.dataLoss(),
                impact.financialImpact(),
                businessProcesses);
    }

    /** All of them, for a person. */
    public String inWords() {
        return Arrays.stream(Fact.values())
                .map(fact -> fact.apiName() + " " + fact.valueIn(this))
                .collect(joining(", "));
    }
}
