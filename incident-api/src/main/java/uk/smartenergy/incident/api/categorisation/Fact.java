package uk.smartenergy.incident.api.categorisation;

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
