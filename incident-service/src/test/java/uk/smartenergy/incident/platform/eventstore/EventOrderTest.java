package uk.smartenergy.incident.platform.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.messaging.MetaData;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(60)
class EventOrderTest {
    private final StoreFixture store = new StoreFixture();
    private final MongoDatabase database = store.database();

    @AfterEach
    void close() throws Exception {
        store.close();
    }

    private MongoEventStorageEngine engine(Lookup lookup) {
        return store.engine(
                database,
                EventStoreSettings.defaults().withLookup(lookup).withGapAge(Duration.ofMillis(300)),
                builder -> builder);
    }

    private void lose(long commit) {
        database.getCollection("events").deleteOne(Filters.eq("_id", commit));
    }

    private static List<Object> payloads(MongoEventStorageEngine engine, TrackingToken from) {
        return engine.readEvents(from, false)
                .<Object>map(EventMessage::getPayload)
                .toList();
    }

    @ParameterizedTest
    @EnumSource(
            value = Lookup.class,
            names = {"RANGE", "PROBE"})
    void nobodyReadsPastAMissingCommitUntilATombstoneStandsThere(Lookup lookup) {
        MongoEventStorageEngine writer = engine(lookup);
        for (int i = 0; i < 5; i++) {
            writer.appendEvents(TestEvents.event("a", i));
        }
        lose(3);
        MongoEventStorageEngine reader = engine(lookup);

        assertThat(payloads(reader, null)).containsExactly("event 0", "event 1");
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() ->
                        assertThat(payloads(reader, null)).containsExactly("event 0", "event 1", "event 3", "event 4"));
        var tombstone =
                database.getCollection("events").find(Filters.eq("_id", 3L)).first();
        assertThat(tombstone).containsEntry("x", true).containsEntry("p", 2L);
        writer.appendEvents(TestEvents.event("a", 5));
        assertThat(payloads(reader, null)).hasSize(5);
    }

    @ParameterizedTest
    @EnumSource(
            value = Lookup.class,
            names = {"RANGE", "PROBE"})
    void theHeadIsTheLastEventAndNotATombstoneBehindIt(Lookup lookup) {
        MongoEventStorageEngine writer = engine(lookup);
        for (int i = 0; i < 4; i++) {
            writer.appendEvents(TestEvents.event("a", i));
        }
        lose(3);
        await().atMost(Duration.ofSeconds(10))
                .until(() -> payloads(writer, null).size() == 3);
        lose(4);
        MongoEventStorageEngine reader = engine(lookup);

        assertThat(reader.head()).isEqualTo(Position.endOf(2).number());
        assertThat(payloads(reader, reader.headToken())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Lookup.class,
            names = {"RANGE", "PROBE"})
    void aTokenBeyondTheEndIsAnErrorAndNotSilence(Lookup lookup) {
        MongoEventStorageEngine engine = engine(lookup);
        engine.appendEvents(TestEvents.event("a", 0));
        TrackingToken beyond = Position.endOf(7).token();

        assertThatThrownBy(() -> payloads(engine, beyond))
                .isInstanceOf(EventStoreException.class)
                .hasMessageContaining("beyond the end");
        assertThat(payloads(engine, engine.headToken())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Lookup.class,
            names = {"RANGE", "PROBE"})
    void theEndIsFoundHoweverFarItIs(Lookup lookup) {
        MongoEventStorageEngine writer = engine(lookup);
        assertThat(engine(lookup).headToken()).isNull();
        assertThat(engine(lookup).head()).isZero();
        for (int commit = 1; commit <= 300; commit++) {
            writer.appendEvents(TestEvents.event("a", commit - 1));
            if (commit < 40 || commit % 37 == 0) {
                assertThat(engine(lookup).head())
                        .isEqualTo(Position.endOf(commit).number());
            }
        }
        assertThat(TestEvents.sequences(engine(lookup), "a")).hasSize(300);
        assertThat(engine(lookup).lastSequenceNumberFor("a")).contains(299L);
        assertThat(engine(lookup).lastSequenceNumberFor("b")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Lookup.class,
            names = {"RANGE", "PROBE"})
    void aTimeIsFoundAmongManyCommits(Lookup lookup) {
        MongoEventStorageEngine engine = engine(lookup);
        Instant start = Instant.parse("2026-01-01T00:00:00Z");
        for (int i = 0; i < 50; i++) {
            Instant first = start.plusSeconds(10L * i).plusNanos(1);
            engine.appendEvents(at(2 * i, first), at(2 * i + 1, first.plusSeconds(5)));
        }
        assertThat(payloads(engine, engine.createTokenAt(start))).hasSize(100);
        assertThat(payloads(engine, engine.createTokenAt(start.plusSeconds(200).plusNanos(1))))
                .hasSize(60);
        assertThat(payloads(engine, engine.createTokenAt(start.plusSeconds(200).plusNanos(2))))
                .hasSize(59);
        assertThat(payloads(engine, engine.createTokenAt(start.plusSeconds(10_000))))
                .isEmpty();
    }

    private static EventMessage<?> at(int number, Instant time) {
        return new GenericDomainEventMessage<>(
                "Test",
                "timed",
                number,
                new GenericEventMessage<>("id-" + number, "event " + number, MetaData.emptyInstance(), time),
                () -> time);
    }

    @Test
    void aPositionSpeaksOfItsNeighboursByArithmetic() {
        assertThat(Position.of(4711, 0, 1)).isEqualTo(Position.endOf(4711));
        assertThat(Position.of(4711, 0, 2).number()).isEqualTo(4711L << 16);
        assertThat(Position.of(new GlobalSequenceTrackingToken(4711L << 16 | 3)))
                .isEqualTo(new Position(4711, 3));
        assertThat(new Position(4711, 3).nextCommit()).isEqualTo(4711);
        assertThat(new Position(4711, 3).nextIndex()).isEqualTo(4);
        assertThat(Position.endOf(4711).nextCommit()).isEqualTo(4712);
        assertThat(Position.of((TrackingToken) null)).isEqualTo(Position.START);
    }
}
