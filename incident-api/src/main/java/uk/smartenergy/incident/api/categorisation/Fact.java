package uk.smartenergy.incident.api.categorisation;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** The facts that a policy may look at, by their names in the API. */
public enum Fact {
    LEVEL("level"),
    PARTIES_PREVENTED("partiesPrevented"),
    REDUCED_CAPACITY("reducedCapacity"),
    WORKAROUND_AVAILABLE("workaroundAvailable"),
    DATA_LOSS("dataLoss"),
    FINANCIAL_IMPACT("financialImpact"),
    BUSINESS_PROCESSES("businessProcesses");

    private final String apiName;

    Fact(String apiName) {
        this.apiName = apiName;
    }

    public String apiName() {
        return apiName;
    }

    /** Whether this fact, on its way from one value to another, comes past a third, ends included. */
    boolean isBetween(CategorisationFacts from, CategorisationFacts by, CategorisationFacts to) {
        if (this == BUSINESS_PROCESSES) {
            return changed(from, to).containsAll(changed(from, by));
        }
        int start = rankIn(from);
        int middle = rankIn(by);
        int end = rankIn(to);
        return Math.min(start, end) <= middle && middle <= Math.max(start, end);
    }

    /** The place of this fact's value among its values. Not for the Business Processes, which have no order. */
    private int rankIn(CategorisationFacts facts) {
        return switch (this) {
            case LEVEL -> facts.level().ordinal();
            case PARTIES_PREVENTED -> facts.partiesPrevented();
            case REDUCED_CAPACITY -> facts.reducedCapacity() ? 1 : 0;
            case WORKAROUND_AVAILABLE -> facts.workaroundAvailable() ? 1 : 0;
            case DATA_LOSS -> facts.dataLoss().ordinal();
            case FINANCIAL_IMPACT -> facts.financialImpact().ordinal();
            case BUSINESS_PROCESSES -> throw new IllegalStateException("Business Processes have no order");
        };
    }

    private static Set<String> changed(CategorisationFacts from, CategorisationFacts to) {
        Set<String> changed = new HashSet<>(from.businessProcesses());
        changed.addAll(to.businessProcesses());
        changed.removeIf(process -> from.businessProcesses().contains(process)
                && to.businessProcesses().contains(process));
        return changed;
    }

    /**
     * How far this fact is apart in two sets of facts; 0 also where the difference is none that a limb could see.
     *
     * @param thresholds of {@code partiesPrevented}
     */
    int stepsBetween(CategorisationFacts here, CategorisationFacts there, Collection<Integer> thresholds) {
        return switch (this) {
            case PARTIES_PREVENTED -> {
                int low = Math.min(here.partiesPrevented(), there.partiesPrevented());
                int high = Math.max(here.partiesPrevented(), there.partiesPrevented());
                yield (int) thresholds.stream()
                        .filter(threshold -> low < threshold && threshold <= high)
                        .count();
            }
            case BUSINESS_PROCESSES -> changed(here, there).size();
            default -> Math.abs(rankIn(here) - rankIn(there));
        };
    }

    boolean isSame(CategorisationFacts here, CategorisationFacts there) {
        return this == BUSINESS_PROCESSES ? changed(here, there).isEmpty() : rankIn(here) == rankIn(there);
    }

    /** What this fact is among those, in words. */
    public String valueIn(CategorisationFacts facts) {
        return switch (this) {
            case LEVEL -> facts.level().name();
            case PARTIES_PREVENTED -> Integer.toString(facts.partiesPrevented());
            case REDUCED_CAPACITY -> Boolean.toString(facts.reducedCapacity());
            case WORKAROUND_AVAILABLE -> Boolean.toString(facts.workaroundAvailable());
            case DATA_LOSS -> facts.dataLoss().name();
            case FINANCIAL_IMPACT -> facts.financialImpact().name();
            case BUSINESS_PROCESSES ->
                facts.businessProcesses().isEmpty() ? "none" : String.join(", ", facts.businessProcesses());
        };
    }
}
