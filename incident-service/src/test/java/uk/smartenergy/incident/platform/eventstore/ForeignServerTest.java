package uk.smartenergy.incident.platform.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.bwaldvogel.mongo.bson.Document;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Servers of the same protocol that keep other habits. */
@Timeout(60)
class ForeignServerTest {
    private final StoreFixture store = new StoreFixture();
    private final OddServer server = new OddServer();
    private final EventStoreSettings settings = EventStoreSettings.defaults().withAppendDeadline(Duration.ofSeconds(5));

    @AfterEach
    void close() throws Exception {
        store.close();
        server.close();
    }

    private MongoEventStorageEngine engine() {
        return store.engine(store.database(server.uri()), settings, builder -> builder);
    }

    @Test
    void aServerWithoutUniqueIndexesIsRefusedAtStart() {
        server.habit.set(
                (command, query, asUsual) -> command.equals("createIndexes") ? new Document("ok", 1) : asUsual.get());
        assertThatThrownBy(this::engine)
                .isInstanceOf(EventStoreException.class)
                .hasMessageContaining("a unique index on an array holds across documents");
    }

    @Test
    void aServerThatGoesOnAfterAnErrorIsRefusedAtStart() {
        server.habit.set((command, query, asUsual) -> {
            if (command.equals("insert")) {
                query.put("ordered", false);
            }
            return asUsual.get();
        });
        assertThatThrownBy(this::engine)
                .isInstanceOf(EventStoreException.class)
                .hasMessageContaining("an ordered insertion stops at the first error");
    }

    @Test
    void aServerThatDoesNotKnowAWriteConcernGetsTheNextBest() {
        server.habit.set((command, query, asUsual) -> {
            Document concern = (Document) query.get("writeConcern");
            if (command.equals("insert") && concern != null && "majority".equals(concern.get("w"))) {
                throw OddServer.error(79, "UnknownReplWriteConcern", "unknown write concern majority");
            }
            return asUsual.get();
        });
        MongoEventStorageEngine engine = engine();
        engine.appendEvents(TestEvents.event("a", 0));
        assertThat(TestEvents.sequences(engine, "a")).containsExactly(0L);
    }

    @Test
    void aServerThatCannotMeetTheWriteConcernNowIsAwayAndNotDowngraded() {
        server.habit.set((command, query, asUsual) -> {
            if (command.equals("insert")) {
                throw OddServer.error(100, "UnsatisfiableWriteConcern", "not enough members for the write concern");
            }
            return asUsual.get();
        });
        MongoEventStorageEngine engine = engine();
        assertThatThrownBy(() -> engine.appendEvents(TestEvents.event("a", 0)))
                .isInstanceOf(EventStoreUnavailableException.class);
        server.habit.set(OddServer.NONE);
        engine.appendEvents(TestEvents.event("a", 0));
        assertThat(TestEvents.sequences(engine, "a")).containsExactly(0L);
    }

    @Test
    void aServerThatStepsDownIsTriedAgain() {
        MongoEventStorageEngine engine = engine();
        AtomicInteger refusals = new AtomicInteger();
        server.habit.set((command, query, asUsual) -> {
            if (OddServer.isAppend(command, query) && refusals.incrementAndGet() <= 2) {
                throw OddServer.error(10107, "NotWritablePrimary", "not primary");
            }
            return asUsual.get();
        });
        engine.appendEvents(TestEvents.event("a", 0));
        assertThat(refusals).hasValueGreaterThan(2);
        assertThat(engine.readEvents(null, false)).hasSize(1);
    }

    @Test
    void aServerThatStoresAndThenSaysThatItIsShuttingDownHasStoredOnce() {
        MongoEventStorageEngine engine = engine();
        AtomicInteger appends = new AtomicInteger();
        server.habit.set((command, query, asUsual) -> {
            Document answer = asUsual.get();
            if (OddServer.isAppend(command, query) && appends.incrementAndGet() == 1) {
                throw OddServer.error(91, "ShutdownInProgress", "shutting down");
            }
            return answer;
        });
        engine.appendEvents(TestEvents.event("a", 0), TestEvents.event("a", 1));
        assertThat(engine.readEvents(null, false)).hasSize(2);
    }

    @Test
    void aServerThatDoesNotNameTheIndexOfADuplicateIsAskedWhoHoldsTheKey() {
        MongoEventStorageEngine engine = engine();
        MongoEventStorageEngine other = engine();
        server.habit.set((command, query, asUsual) -> {
            Document answer = asUsual.get();
            if (answer.get("writeErrors") instanceof List<?> errors) {
                errors.forEach(error -> ((Document) error).put("errmsg", "duplicate key"));
            }
            return answer;
        });
        engine.appendEvents(TestEvents.event("a", 0));
        other.appendEvents(TestEvents.event("b", 0));
        engine.appendEvents(TestEvents.event("a", 1));
        assertThatThrownBy(() -> other.appendEvents(TestEvents.event("a", 1)))
                .isInstanceOf(org.axonframework.modelling.command.ConcurrencyException.class);
        assertThat(TestEvents.identifiers(other)).hasSize(3);
    }

    @Test
    void aDuplicateIsToldApartByTheNameOfItsIndex() {
        Map<String, Boolean> messages = Map.of(
                "E11000 duplicate key error collection: incident.events index: _id_ dup key: { _id: 7 }", true,
                "E11000 duplicate key error collection: x.events index: k_unique dup key: { k: \"index: _id_ \" }",
                        false,
                "E11000 duplicate key error index: incident.events.$_id_ dup key: { : 7 }", true);
        messages.forEach((message, number) ->
                assertThat(AppendWriter.indexOf(message)).as(message).isEqualTo(number));
        assertThat(AppendWriter.indexOf("duplicate key")).isNull();
    }

    @Test
    void whatTheServerRefusesForGoodFailsAtOnceAndAlone() {
        MongoEventStorageEngine engine = engine();
        server.habit.set((command, query, asUsual) -> {
            if (OddServer.isAppend(command, query)) {
                throw OddServer.error(13, "Unauthorized", "not authorized");
            }
            return asUsual.get();
        });
        assertThatThrownBy(() -> engine.appendEvents(TestEvents.event("a", 0)))
                .isInstanceOf(EventStoreUnavailableException.class);
        server.habit.set(OddServer.NONE);
        engine.appendEvents(TestEvents.event("a", 0));
    }

    @Test
    void anOlderCopyInThePlaceOfTheStoreIsNotTakenForTheStore() {
        var database = store.database(server.uri());
        MongoEventStorageEngine engine = store.engine(database, settings, builder -> builder);
        engine.appendEvents(TestEvents.event("a", 0));
        engine.appendEvents(TestEvents.event("a", 1));
        database.getCollection("events").deleteOne(new org.bson.Document("_id", 2L));

        assertThatThrownBy(engine::headToken)
                .isInstanceOf(EventStoreUnavailableException.class)
                .hasMessageContaining("restarted");
        try (StoreHealth health = new StoreHealth(engine)) {
            assertThat(health.check().takesCommands()).isFalse();
        }
    }

    @Test
    void aServerThatComesBackWithoutItsIndexesIsGivenThemBeforeItIsUsed() {
        var database = store.database(server.uri());
        MongoEventStorageEngine engine = store.engine(database, settings, builder -> builder);
        engine.appendEvents(TestEvents.event("a", 0));
        database.getCollection("events").dropIndex(ServerPromises.KEY_INDEX);
        failOneAppend();

        assertThatThrownBy(() -> engine.appendEvents(TestEvents.event("a", 0)))
                .isInstanceOf(AggregateStreamCreationException.class);
    }

    @Test
    void aServerThatComesBackEmptyIsNotWrittenTo() {
        var database = store.database(server.uri());
        MongoEventStorageEngine engine =
                store.engine(database, settings.withAppendDeadline(Duration.ofSeconds(1)), builder -> builder);
        engine.appendEvents(TestEvents.event("a", 0));
        database.drop();
        failOneAppend();

        assertThatThrownBy(() -> engine.appendEvents(TestEvents.event("a", 1)))
                .isInstanceOf(EventStoreUnavailableException.class);
        assertThat(database.getCollection("events").countDocuments()).isZero();
    }

    private void failOneAppend() {
        AtomicInteger appends = new AtomicInteger();
        server.habit.set((command, query, asUsual) -> {
            if (OddServer.isAppend(command, query) && appends.incrementAndGet() == 1) {
                throw OddServer.error(10107, "NotWritablePrimary", "not primary");
            }
            return asUsual.get();
        });
    }
}
