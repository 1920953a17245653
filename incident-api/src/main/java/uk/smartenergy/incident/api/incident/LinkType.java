package uk.smartenergy.incident.api.incident;

/** How an Incident is related to another record. */
public enum LinkType {
    DUPLICATE_OF,
    RECURRENCE_OF,
    RELATED_TO,
    /** To a Problem, {@code PBI} and 12 digits. */
    PROBLEM,
    /** To a window of Planned Maintenance. */
    MAINTENANCE_WINDOW;

    /** Whether the other end is an Incident. */
    public boolean isToIncident() {
        return this == DUPLICATE_OF || this == RECURRENCE_OF || this == RELATED_TO;
    }
}
