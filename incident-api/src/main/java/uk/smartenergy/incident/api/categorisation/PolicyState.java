package uk.smartenergy.incident.api.categorisation;

/** Where a version of the categorisation policy stands in its life, on a day. */
public enum PolicyState {
    /** Written through the API, never activated; its content may still change. */
    DRAFT,
    /** From a file, never activated. */
    AVAILABLE,
    /** Activated from a later day. */
    SCHEDULED,
    /** In force. */
    ACTIVE,
    /** Activated, but another one is in force. */
    SUPERSEDED,
    /** In force no more, and never again. */
    RETIRED
}
