package uk.smartenergy.incident.api.shared;

/** The metadata that goes with commands and is copied to the events they lead to. All values are strings. */
public final class MetaKeys {
    private MetaKeys() {}

    /** The user who acted. */
    public static final String ACTOR = "actor";
    /** The party that the user belongs to; absent if none. */
    public static final String ACTOR_PARTY = "actorParty";
    /** The recording time that a decision works with, ISO-8601; set where a command enters. */
    public static final String NOW = "now";
    /** The version that the caller has seen, as a decimal number; absent if the caller does not care. */
    public static final String EXPECTED_VERSION = "expectedVersion";
    /** Whether it is from a history that was taken over from elsewhere, and not from what happens here: {@code "true"} or absent. */
    public static final String IMPORTED = "imported";
    /** Whether the caller is security-cleared: {@code "true"} or absent. Not copied to events. */
    public static final String CLEARED = "cleared";
    /**
     * Keys, one a line, that must never have been used before; they are kept in the same commit as the events. This is how a repeated
     * request, an imported line and an external reference are recognised, also after a crash and on another node.
     */
    public static final String CLAIMS = "claims";
}
