package uk.smartenergy.incident.platform.messaging;

/**
 * An image by which commands on other things are decided: see {@link uk.smartenergy.incident.api.shared.DecidesByPolicy}. What any node has
 * acknowledged of its stream must be in it before such a command is decided.
 */
public interface DecidingImage {
    /** The stream it is made from. */
    String stream();

    /** The projection that makes it. */
    String projection();

    /** The sequence number of the last event of the stream that is in it; -1: none. */
    long lastSequence();

    /** Whether it may be decided by at all. */
    boolean isKnown();
}
