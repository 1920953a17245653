package uk.smartenergy.incident.platform.eventstore;

import org.axonframework.eventsourcing.eventstore.EventStoreException;

/**
 * An event without an aggregate was to be stored under an identifier that is taken. Nothing of its unit of work has
 * been stored; what stands there is found by {@link MongoEventStorageEngine#findByEventIdentifier(String)}.
 */
public class DuplicateEventIdentifierException extends EventStoreException {

    private static final long serialVersionUID = 1L;

    private final String eventIdentifier;

    public DuplicateEventIdentifierException(String eventIdentifier) {
        super("An event with the identifier [" + eventIdentifier + "] is stored already");
        this.eventIdentifier = eventIdentifier;
    }

    /** The identifier that is taken. */
    public String eventIdentifier() {
        return eventIdentifier;
    }
}
