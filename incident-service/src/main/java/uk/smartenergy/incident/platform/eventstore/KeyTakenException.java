package uk.smartenergy.incident.platform.eventstore;

import java.util.Set;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.EventStoreException;

/** Within this room: a key of an event is held by another commit, or twice by the same. */
final class KeyTakenException extends EventStoreException {

    private static final long serialVersionUID = 1L;

    private final transient EventMessage<?> event;
    private final boolean identifier;

    private KeyTakenException(EventMessage<?> event, String key, boolean identifier) {
        super("The key [" + key + "] is taken");
        this.event = event;
        this.identifier = identifier;
    }

    /** An identifier that is taken tells more than a sequence number that is: the request was carried out before. */
    static KeyTakenException among(PendingUnit unit, Set<String> held) {
        int first = -1;
        for (int i = 0; i < unit.keys.size(); i++) {
            String key = unit.keys.get(i);
            if (held.contains(key)) {
                if (Keys.isOfEvent(key)) {
                    return new KeyTakenException(unit.messages.get(i), key, true);
                }
                first = first < 0 ? i : first;
            }
        }
        int taken = Math.max(first, 0);
        return new KeyTakenException(unit.messages.get(taken), unit.keys.get(taken), false);
    }

    static KeyTakenException within(EventMessage<?> event) {
        String key = Keys.of(event);
        return new KeyTakenException(event, key, Keys.isOfEvent(key));
    }

    EventMessage<?> event() {
        return event;
    }

    boolean isIdentifier() {
        return identifier;
    }
}
