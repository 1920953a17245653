package uk.smartenergy.incident.platform.eventstore;

import java.util.function.UnaryOperator;
import org.axonframework.eventsourcing.eventstore.BatchingEventStorageEngineTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Axon's own contract suite for storage engines, every case of it. */
abstract class EngineContract
        extends BatchingEventStorageEngineTest<MongoEventStorageEngine, MongoEventStorageEngine.Builder> {
    private StoreFixture store;

    abstract EventStoreSettings settings();

    @BeforeEach
    void openStore() {
        store = new StoreFixture();
        setTestSubject(createEngine());
    }

    @AfterEach
    void closeStore() throws Exception {
        store.close();
    }

    @Override
    protected MongoEventStorageEngine createEngine(UnaryOperator<MongoEventStorageEngine.Builder> customization) {
        return store.engine(store.database(), settings(), customization);
    }
}
