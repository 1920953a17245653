package uk.smartenergy.incident.platform.messaging;

/** The store went away while it took events, and they may or may not have been kept. */
public class OutcomeUnknown extends RuntimeException {
    public OutcomeUnknown(Throwable cause) {
        super("The store did not say whether it kept the change", cause);
    }
}
