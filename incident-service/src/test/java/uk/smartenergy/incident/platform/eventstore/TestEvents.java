package uk.smartenergy.incident.platform.eventstore;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;

final class TestEvents {
    private TestEvents() {}

    static DomainEventMessage<?> event(String aggregate, long sequence) {
        return new GenericDomainEventMessage<>("Test", aggregate, sequence, "event " + sequence);
    }

    static EventMessage<?> marker(String identifier, String answer) {
        return new GenericEventMessage<>(
                identifier, new StoreFixture.RequestDone(answer), Map.of(), Instant.parse("2026-01-01T00:00:00Z"));
    }

    static List<String> identifiers(EventStorageEngine engine) {
        return engine.readEvents(null, false)
                .map(event -> event.getIdentifier())
                .toList();
    }

    static List<Long> sequences(EventStorageEngine engine, String aggregate) {
        return engine.readEvents(aggregate)
                .asStream()
                .map(DomainEventMessage::getSequenceNumber)
                .<Long>map(sequence -> sequence)
                .toList();
    }
}
