package uk.smartenergy.incident.platform.eventstore;

import org.axonframework.eventsourcing.eventstore.EmbeddedEventStoreTest;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.junit.jupiter.api.AfterEach;

/** Axon's own contract suite for an event store on top of a storage engine, every case of it. */
abstract class EventStoreContract extends EmbeddedEventStoreTest {
    private StoreFixture store;

    abstract EventStoreSettings settings();

    @Override
    public EventStorageEngine createStorageEngine() {
        store = new StoreFixture();
        return store.engine(settings());
    }

    @AfterEach
    void closeStore() throws Exception {
        store.close();
    }
}
