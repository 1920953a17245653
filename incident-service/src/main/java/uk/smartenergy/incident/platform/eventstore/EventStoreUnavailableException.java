package uk.smartenergy.incident.platform.eventstore;

import org.axonframework.common.AxonTransientException;
import org.jspecify.annotations.Nullable;

/**
 * The store is away, or does not take events at present. What was to be stored is definitely not stored, so the same
 * command may be sent again later.
 */
public class EventStoreUnavailableException extends AxonTransientException {

    private static final long serialVersionUID = 1L;

    public EventStoreUnavailableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
