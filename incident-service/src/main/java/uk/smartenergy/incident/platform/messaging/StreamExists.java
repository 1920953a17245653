package uk.smartenergy.incident.platform.messaging;

/** The reference for a new thing is taken, for instance by another node at the same time: take the next. */
public class StreamExists extends RuntimeException {
    public StreamExists() {
        super("The reference is taken", null, false, false);
    }
}
