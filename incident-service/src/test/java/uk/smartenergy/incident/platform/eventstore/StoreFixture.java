package uk.smartenergy.incident.platform.eventstore;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import uk.smartenergy.incident.platform.embedded.EmbeddedMongo;

/** A server in memory, and engines on it that are closed with it. */
final class StoreFixture implements AutoCloseable {
    static final EventNames NAMES = EventNames.of(
            new EventNames.Entry("test.Text", "1", String.class),
            new EventNames.Entry("test.Happened", "1", Happened.class),
            new EventNames.Entry("test.Done", "2", RequestDone.class));

    record Happened(String what, int number) {}

    record RequestDone(String answer) {}

    final EmbeddedMongo server = EmbeddedMongo.inMemory();
    private final List<AutoCloseable> open = new ArrayList<>();

    MongoDatabase database() {
        return database(server.connectionString());
    }

    MongoDatabase database(String uri) {
        MongoClient client = StoreClients.connect(uri);
        open.add(0, client);
        return client.getDatabase("incident");
    }

    MongoEventStorageEngine engine(EventStoreSettings settings) {
        return engine(database(), settings, builder -> builder);
    }

    MongoEventStorageEngine engine(
            MongoDatabase database,
            EventStoreSettings settings,
            UnaryOperator<MongoEventStorageEngine.Builder> customization) {
        MongoEventStorageEngine engine = customization
                .apply(MongoEventStorageEngine.builder()
                        .database(database)
                        .settings(settings)
                        .serializer(new EventSerializer(NAMES)))
                .build();
        open.add(0, engine);
        engine.start();
        return engine;
    }

    @Override
    public void close() throws Exception {
        for (AutoCloseable each : open) {
            each.close();
        }
        server.close();
    }
}
