package uk.smartenergy.incident.platform.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.bson.Document;
import org.bson.types.Binary;
import org.bson.types.Decimal128;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(90)
class EmbeddedMongoTest {
    @TempDir
    Path folder;

    private void with(Consumer<MongoCollection<Document>> use) {
        try (EmbeddedMongo server = EmbeddedMongo.open(folder);
                MongoClient client = MongoClients.create(server.connectionString())) {
            use.accept(client.getDatabase("test").getCollection("things"));
        }
    }

    @Test
    void whatWasStoredIsThereAfterARestartInEveryType() {
        List<Document> all = List.of(
                new Document("_id", 1).append("v", "text"),
                new Document("_id", 2L).append("v", List.of(1, 2.5, true)),
                new Document("_id", 3.5).append("v", new Document("nested", new Decimal128(7))),
                new Document("_id", "four").append("v", new Binary(new byte[] {1, 2})),
                new Document("_id", new ObjectId()).append("v", null),
                new Document("_id", new Document("a", 1).append("b", "x")).append("v", new java.util.Date(5)),
                new Document("_id", true).append("v", Integer.MAX_VALUE + 1L));
        with(things -> things.insertMany(all));
        with(things -> {
            assertThat(things.find()).containsExactlyInAnyOrderElementsOf(all);
            for (Document each : all) {
                assertThat(things.find(Filters.eq(each.get("_id")))).containsExactly(each);
            }
            assertThat(things.find(Filters.eq(1.0))).containsExactly(all.get(0));
            assertThat(things.find(Filters.eq(2))).containsExactly(all.get(1));
        });
    }

    @Test
    void aUniqueIndexHoldsAlsoAfterARestartAndAfterADeletion() {
        with(things -> {
            things.createIndex(Indexes.ascending("k"), new IndexOptions().unique(true));
            things.insertOne(new Document("_id", 1).append("k", List.of("a", "b")));
        });
        with(things -> {
            assertThatThrownBy(() -> things.insertOne(new Document("_id", 2).append("k", List.of("b", "c"))))
                    .isInstanceOf(MongoWriteException.class)
                    .hasMessageContaining("E11000");
            assertThatThrownBy(() -> things.insertOne(new Document("_id", 1L).append("k", "z")))
                    .hasMessageContaining("_id_");
            assertThat(things.find(Filters.in("k", "a", "b", "c"))).hasSize(1);
            things.deleteOne(Filters.eq(1));
            things.insertOne(new Document("_id", 2).append("k", List.of("b", "c")));
            assertThat(things.find(Filters.eq("k", "a"))).isEmpty();
            things.updateOne(Filters.eq(2), Updates.set("k", "a"));
            assertThat(things.find(Filters.eq("k", "a"))).hasSize(1);
            assertThat(things.find(Filters.eq("k", "b"))).isEmpty();
        });
    }

    @Test
    void aKeyWithAFurtherConditionMeansBoth() {
        with(things -> {
            things.insertMany(List.of(
                    new Document("_id", "a").append("s", 5).append("u", 1),
                    new Document("_id", "b").append("s", 6).append("u", 2)));
            assertThat(things.find(Filters.and(Filters.eq("_id", "a"), Filters.lt("s", 5))))
                    .isEmpty();
            assertThat(things.find(Filters.and(Filters.eq("_id", "a"), Filters.lte("s", 5))))
                    .hasSize(1);
            assertThat(things.find(Filters.and(Filters.in("_id", "a", "b", "c"), Filters.gt("s", 5))))
                    .hasSize(1);
            assertThat(things.find(Filters.or(Filters.eq("_id", "a"), Filters.eq("s", 6))))
                    .hasSize(2);
            assertThat(things.countDocuments(Filters.gt("s", 0))).isEqualTo(2);
            assertThat(things.find().sort(Sorts.descending("_id")).first()).containsEntry("_id", "b");
            assertThatThrownBy(() -> things.replaceOne(
                            Filters.and(Filters.eq("_id", "a"), Filters.lt("s", 5)),
                            new Document("_id", "a").append("s", 4),
                            new ReplaceOptions().upsert(true)))
                    .hasMessageContaining("E11000");
        });
    }

    @Test
    void aDroppedCollectionIsGoneForGood() {
        with(things -> {
            things.createIndex(Indexes.ascending("k"), new IndexOptions().unique(true));
            things.insertOne(new Document("_id", 1).append("k", 1));
            things.drop();
            things.insertOne(new Document("_id", 2).append("k", 1));
        });
        with(things -> assertThat(things.find()).hasSize(1));
    }

    @Test
    void aFolderThatIsInUseIsRefusedWithAWordOnWhatToDo() {
        with(things -> assertThatThrownBy(() -> EmbeddedMongo.open(folder))
                .isInstanceOf(DataFolderInUseException.class)
                .hasMessageContaining(folder.toString())
                .hasMessageContaining(String.valueOf(ProcessHandle.current().pid()))
                .hasMessageContaining("INCIDENT_DATA_DIR"));
        with(things -> assertThat(things.find()).isEmpty());
    }

    @Test
    void aFileThatIsNoStoreIsRefusedAndTheFolderGivenBack() throws IOException {
        Files.writeString(folder.resolve("store.mv"), "nonsense".repeat(2_000));
        assertThatThrownBy(() -> EmbeddedMongo.open(folder))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(folder.toString());
        Files.delete(folder.resolve("store.mv"));
        with(things -> assertThat(things.find()).isEmpty());
    }

    @Test
    void spaceIsUsedAgainWhileTheServerRuns() {
        try (EmbeddedMongo server = EmbeddedMongo.open(folder);
                MongoClient client = MongoClients.create(server.connectionString())) {
            MongoCollection<Document> things = client.getDatabase("test").getCollection("things");
            Document big = new Document("_id", 1).append("text", "x".repeat(20_000));
            things.insertOne(big);
            // 20 kB a write would make 30 MB without it.
            for (int i = 0; i < 1_500; i++) {
                things.updateOne(Filters.eq(1), Updates.set("n", i));
            }
            await().untilAsserted(() -> {
                things.updateOne(Filters.eq(1), Updates.inc("n", 1));
                assertThat(server.fileSize()).isLessThan(20_000_000);
            });
        }
    }

    @Test
    void itListensOnTheLoopbackInterfaceOnly() {
        try (EmbeddedMongo server = EmbeddedMongo.inMemory()) {
            assertThat(server.connectionString()).startsWith("mongodb://127.0.0.1:");
            assertThat(server.isUsable()).isTrue();
            assertThat(server.fileSize()).isZero();
        }
    }
}
