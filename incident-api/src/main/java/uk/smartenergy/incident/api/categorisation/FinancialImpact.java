package uk.smartenergy.incident.api.categorisation;

/** Financial loss or disruption to Incident Parties, least first. */
public enum FinancialImpact {
    NONE,
    TRIVIAL,
    MORE_THAN_TRIVIAL,
    SIGNIFICANT
}
