package uk.smartenergy.incident.api.communication;

/** Where a delivery stands. */
public enum DeliveryState {
    /** No attempt has been made, or it was asked for again. */
    DUE,
    /** An attempt is under way. */
    SENDING,
    DELIVERED,
    /** The last attempt failed and another follows. */
    RETRYING,
    /** It was given up. */
    FAILED
}
