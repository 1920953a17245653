package uk.smartenergy.incident.api.incident;

/** Where an Incident stands in its life. */
public enum IncidentState {
    RAISED,
    ASSIGNED,
    IN_PROGRESS,
    /** Waits for its raiser's information; the target clocks stand still. */
    PENDING,
    RESOLVED,
    CLOSED;

    /** An Incident is open until it is resolved; closing comes after and does not change that. */
    public boolean isOpen() {
        return this != RESOLVED && this != CLOSED;
    }
}
