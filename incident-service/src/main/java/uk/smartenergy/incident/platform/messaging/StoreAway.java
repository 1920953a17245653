package uk.smartenergy.incident.platform.messaging;

/** The store cannot be reached; what was asked did not happen. It is worth trying again soon. */
public class StoreAway extends RuntimeException {
    public StoreAway(String message, Throwable cause) {
        super(message, cause);
    }
}
