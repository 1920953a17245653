package uk.smartenergy.incident.api.communication;

/** What came of an attempt to deliver an update. */
public enum DeliveryOutcome {
    DELIVERED(false),
    /** The receiver, or its mail server, answered that it does not take it. */
    REFUSED(false),
    TIMED_OUT(false),
    UNREACHABLE(false),
    /** Nobody knows: who attempted it has not told. */
    LOST(false),
    /** No mail server is configured. */
    NOT_CONFIGURED(false),
    /** The receiver answered 410: it is gone for good. */
    GONE(true),
    /** An operator does not allow this receiver. */
    NOT_ALLOWED(true),
    /** The subscriber is there no more, or may not see the Incident. */
    NOT_ENTITLED(true);

    private final boolean last;

    DeliveryOutcome(boolean last) {
        this.last = last;
    }

    /** Whether another attempt would be of no use. */
    public boolean isLast() {
        return last;
    }
}
