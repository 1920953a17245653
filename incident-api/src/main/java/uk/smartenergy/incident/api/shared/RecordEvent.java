package uk.smartenergy.incident.api.shared;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What happened to a record that is none of the Incidents, such as a Problem. Who recorded it, and when, is metadata.
 *
 * <p>The methods without parameters are no components of the stored JSON, but for those that a record declares.
 */
public interface RecordEvent extends Event {
    /** The reference of the record, such as {@code PBI000000000001}; also the name of its stream. */
    String record();

    /** When it happened, which may be long before it was recorded. */
    Instant occurredAt();

    /** Who may see the record from this event on; {@code null}: as before. */
    default @Nullable Classification classifies() {
        return null;
    }

    /** Parties that are concerned by the record since this event, beside those of before; they see it if it is AMBER. */
    default Set<String> concerns() {
        return Set.of();
    }

    /** References of the Incidents of which this event says something: it is no news for whoever may not know that one of them exists. */
    default Set<String> tellsOf() {
        return Set.of();
    }
}
