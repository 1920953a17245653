package uk.smartenergy.incident.api.maintenance;

/** How likely it is that Planned Maintenance harms more than was planned. */
public enum Risk {
    LOW,
    MEDIUM,
    HIGH
}
