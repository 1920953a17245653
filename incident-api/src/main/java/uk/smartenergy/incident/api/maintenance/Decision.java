package uk.smartenergy.incident.api.maintenance;

/** What the Panel decided on a request for an exception. */
public enum Decision {
    GRANTED,
    REFUSED;

    public ExceptionState state() {
        return this == GRANTED ? ExceptionState.GRANTED : ExceptionState.REFUSED;
    }
}
