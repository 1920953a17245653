package uk.smartenergy.incident.api.problem;

/** Where a Problem stands. */
public enum ProblemState {
    OPEN,
    /** Open, and there is a workaround, which is offered where a like Incident is raised. */
    KNOWN_ERROR,
    CLOSED;

    public boolean isOpen() {
        return this != CLOSED;
    }
}
