package uk.smartenergy.incident.platform.eventstore;

/** How documents are looked up. All ways mean the same; they differ in what the server must be good at. */
public enum Lookup {
    /** {@link #RANGE} on a server that says of itself that it is MongoDB, {@link #PROBE} on any other. */
    AUTO,
    /** By ranges over sorted indexes: best on MongoDB. */
    RANGE,
    /** By lists of keys: for servers whose indexes serve only equality. */
    PROBE
}
