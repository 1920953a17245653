package uk.smartenergy.incident.api.categorisation;

/** How bad the adverse impact is, gravest first. */
public enum ImpactLevel {
    CRITICAL,
    NON_CRITICAL,
    MODERATE,
    MINOR,
    MINIMAL
}
