package uk.smartenergy.incident.platform.messaging;

import org.axonframework.serialization.Revision;
import uk.smartenergy.incident.api.shared.Event;

/** A {@link Claim} was made. Stored without an aggregate, with the key as the event's identifier, which the store keeps unique. */
@Revision("1")
public record ClaimRecorded(String key, String value) implements Event {}
