package uk.smartenergy.incident.platform.eventstore;

import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStoreTest;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.utils.EventStoreTestUtils;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;

/** Axon's own contract suite for an event store on top of a storage engine, every case of it. */
abstract class EventStoreContract extends EmbeddedEventStoreTest {
    private StoreFixture store;

    abstract EventStoreSettings settings();

    /** Some cases allow 100 ms, which on a busy machine goes by while classes are loaded. */
    @BeforeAll
    static void loadClasses() throws Exception {
        try (StoreFixture warm = new StoreFixture()) {
            EmbeddedEventStore events = EmbeddedEventStore.builder()
                    .storageEngine(warm.engine(EventStoreSettings.embedded()))
                    .build();
            TrackingEventStream stream = events.openStream(null);
            for (int i = 0; i < 200; i++) {
                events.publish(EventStoreTestUtils.createEvent(i));
                stream.nextAvailable().getPayload();
            }
            stream.close();
            events.shutDown();
        }
    }

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
