package uk.smartenergy.incident.platform.eventstore;

import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.jspecify.annotations.Nullable;

/**
 * The store went away after it may have taken the events: they are stored as a whole or not at all, and nobody can say
 * which yet. Whoever sends the command again must make it harmless, for example by an event with a chosen identifier.
 */
public class AppendOutcomeUnknownException extends EventStoreException {

    private static final long serialVersionUID = 1L;

    public AppendOutcomeUnknownException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
