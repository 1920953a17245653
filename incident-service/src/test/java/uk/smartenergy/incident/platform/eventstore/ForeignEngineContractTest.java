package uk.smartenergy.incident.platform.eventstore;

import java.util.function.UnaryOperator;
import org.axonframework.eventsourcing.eventstore.BatchingEventStorageEngineTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Axon's contract suite on a server that is not our own, with everything found out by the engine itself. */
class ForeignEngineContractTest
        extends BatchingEventStorageEngineTest<MongoEventStorageEngine, MongoEventStorageEngine.Builder> {
    private final OddServer server = new OddServer();
    private final StoreFixture store = new StoreFixture();

    @BeforeEach
    void openStore() {
        setTestSubject(createEngine());
    }

    @AfterEach
    void closeStore() throws Exception {
        store.close();
        server.close();
    }

    @Override
    protected MongoEventStorageEngine createEngine(UnaryOperator<MongoEventStorageEngine.Builder> customization) {
        return store.engine(store.database(server.uri()), EventStoreSettings.defaults(), customization);
    }
}
