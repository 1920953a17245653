package uk.smartenergy.incident.platform.eventstore;

import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.EventStoreException;

/**
 * The keys that the unique index holds, one for each event: {@code aggregate#0000000005}, {@code !event} for an event
 * without an aggregate, {@code ~4711} for a tombstone.
 */
final class Keys {

    private static final int DIGITS = 10;
    private static final long MAX_SEQUENCE = 9_999_999_999L;
    private static final int MAX_IDENTIFIER = 400;

    private Keys() {}

    static String of(EventMessage<?> event) {
        if (event instanceof DomainEventMessage<?> domain && domain.getAggregateIdentifier() != null) {
            String aggregate = checked(domain.getAggregateIdentifier());
            if (aggregate.charAt(0) == '!' || aggregate.charAt(0) == '~') {
                throw new EventStoreException("The aggregate [" + aggregate + "] starts with a reserved character");
            }
            return of(aggregate, domain.getSequenceNumber());
        }
        return ofEvent(checked(event.getIdentifier()));
    }

    static String of(String aggregate, long sequence) {
        if (sequence < 0 || sequence > MAX_SEQUENCE) {
            throw new EventStoreException(
                    "The sequence number " + sequence + " of [" + aggregate + "] is out of range");
        }
        String digits = Long.toString(sequence);
        return aggregate + '#' + "0".repeat(DIGITS - digits.length()) + digits;
    }

    static String ofEvent(String eventIdentifier) {
        return '!' + eventIdentifier;
    }

    static boolean isOfEvent(String key) {
        return key.charAt(0) == '!';
    }

    static String ofTombstone(long commit) {
        return "~" + commit;
    }

    static String last(String aggregate) {
        return of(aggregate, MAX_SEQUENCE);
    }

    static List<String> window(String aggregate, long first, int size) {
        List<String> keys = new ArrayList<>(size);
        for (long sequence = first; sequence < first + size && sequence <= MAX_SEQUENCE; sequence++) {
            keys.add(of(aggregate, sequence));
        }
        return keys;
    }

    private static String checked(String identifier) {
        if (identifier.isEmpty() || identifier.length() > MAX_IDENTIFIER) {
            throw new EventStoreException(
                    "An identifier has 1 to " + MAX_IDENTIFIER + " characters, not " + identifier.length());
        }
        return identifier;
    }
}
