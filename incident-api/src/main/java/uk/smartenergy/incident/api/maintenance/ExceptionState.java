package uk.smartenergy.incident.api.maintenance;

/** Where a request for an exception stands. */
public enum ExceptionState {
    OPEN,
    GRANTED,
    REFUSED,
    WITHDRAWN
}
