package uk.smartenergy.incident.platform.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.axonframework.serialization.upcasting.event.SingleEventUpcaster;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class StoredFormTest {
    record Paid(BigDecimal amount, Instant at) {}

    record Renamed(String text) {}

    private final StoreFixture store = new StoreFixture();
    private final MongoDatabase database = store.database();

    @AfterEach
    void close() throws Exception {
        store.close();
    }

    private MongoEventStorageEngine engine(EventNames names) {
        return store.engine(
                database, EventStoreSettings.embedded(), builder -> builder.serializer(new EventSerializer(names)));
    }

    private MongoEventStorageEngine engine() {
        return engine(StoreFixture.NAMES);
    }

    private List<Document> stored(String collection) {
        return database.getCollection(collection).find().into(new ArrayList<>());
    }

    @Test
    void aUnitOfWorkIsOneDocumentWithKeysNamesRevisionsAndPlainJson() {
        Instant time = Instant.parse("2026-02-03T04:05:06.000000007Z");
        EventMessage<?> happened = new GenericDomainEventMessage<>(
                "Incident",
                "INC1",
                0,
                new GenericEventMessage<>(
                        "e1", new StoreFixture.Happened("flood", 3), Map.of("actor", "ann", "cleared", true), time),
                () -> time);
        engine().appendEvents(happened, TestEvents.marker("request-1", "INC1"));

        Document commit = stored("events").get(0);
        assertThat(commit.keySet()).containsExactly("_id", "c", "p", "h", "k", "e");
        assertThat(commit)
                .containsEntry("_id", 1L)
                .containsEntry("p", 2L)
                .containsEntry("h", "2026-02-03T04:05:06.000000007Z")
                .containsEntry("k", List.of("INC1#0000000000", "!request-1"));
        assertThat(commit.getList("e", Document.class).get(0))
                .isEqualTo(new Document("i", "e1")
                        .append("ts", "2026-02-03T04:05:06.000000007Z")
                        .append("a", "INC1")
                        .append("s", 0L)
                        .append("t", "Incident")
                        .append("pt", "test.Happened")
                        .append("pr", "1")
                        .append("p", "{\"what\":\"flood\",\"number\":3}")
                        .append("m", "{\"actor\":\"ann\",\"cleared\":\"true\"}"));
        assertThat(commit.getList("e", Document.class).get(1))
                .containsEntry("i", "request-1")
                .containsEntry("pt", "test.Done")
                .containsEntry("pr", "2")
                .doesNotContainKeys("a", "s", "t");
    }

    @Test
    void noNameOfAClassIsStoredAnywhere() {
        MongoEventStorageEngine engine = engine();
        engine.appendEvents(
                new GenericDomainEventMessage<>("Test", "a", 0, new StoreFixture.Happened("x", 1)),
                TestEvents.marker("m", "x"));
        engine.storeSnapshot(new GenericDomainEventMessage<>("Test", "a", 0, new StoreFixture.Happened("x", 1)));
        for (String collection : database.listCollectionNames()) {
            assertThat(stored(collection).toString())
                    .doesNotContain("uk.smartenergy", "java.", "org.axonframework", "@class", "StoreFixture");
        }
    }

    @Test
    void numbersAndTimesComeBackAsTheyWere() {
        EventNames names = EventNames.of(new EventNames.Entry("test.Paid", "1", Paid.class));
        MongoEventStorageEngine engine = engine(names);
        Paid paid = new Paid(new BigDecimal("0.10000000000000000001"), Instant.parse("2026-01-01T00:00:00.123456789Z"));
        engine.appendEvents(new GenericDomainEventMessage<>("Test", "a", 0, paid));
        assertThat(engine.readEvents("a").next().getPayload()).isEqualTo(paid);
    }

    @Test
    void aClassWithoutANameCannotBeStored() {
        assertThatThrownBy(() -> engine().appendEvents(new GenericEventMessage<>(new Renamed("x"))))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("No logical name is registered for " + Renamed.class.getName());
        assertThat(stored("events")).isEmpty();
    }

    @Test
    void aNameOrRevisionThatThisReleaseDoesNotKnowIsAnErrorThatNamesIt() {
        engine().appendEvents(new GenericDomainEventMessage<>("Test", "a", 0, new StoreFixture.Happened("x", 1)));

        assertThatThrownBy(() -> engine(EventNames.of()).readEvents("a").next())
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("[test.Happened], revision [1]");
        EventNames newer = EventNames.of(new EventNames.Entry("test.Happened", "2", StoreFixture.Happened.class));
        assertThatThrownBy(() -> engine(newer).readEvents("a").next())
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("revision [1]")
                .hasMessageContaining("no upcaster");
    }

    @Test
    void anUpcasterLiftsAnOlderRevisionAlsoToAnotherName() {
        engine().appendEvents(new GenericDomainEventMessage<>("Test", "a", 0, new StoreFixture.Happened("fog", 1)));
        EventNames newer = EventNames.of(new EventNames.Entry("test.Renamed", "2", Renamed.class));
        EventUpcaster upcaster = new SingleEventUpcaster() {
            @Override
            protected boolean canUpcast(IntermediateEventRepresentation event) {
                return event.getType().equals(new SimpleSerializedType("test.Happened", "1"));
            }

            @Override
            protected IntermediateEventRepresentation doUpcast(IntermediateEventRepresentation event) {
                return event.upcastPayload(new SimpleSerializedType("test.Renamed", "2"), JsonNode.class, json -> {
                    ((ObjectNode) json).set("text", json.get("what"));
                    return json;
                });
            }
        };
        MongoEventStorageEngine engine = store.engine(
                database,
                EventStoreSettings.embedded(),
                builder -> builder.serializer(new EventSerializer(newer)).upcasterChain(upcaster));
        assertThat(engine.readEvents("a").next().getPayload()).isEqualTo(new Renamed("fog"));
        assertThat(engine.readEvents(null, false).map(event -> (Object) event.getPayload()))
                .containsExactly(new Renamed("fog"));
    }

    @Test
    void metadataThatIsNotSimpleIsRefusedByName() {
        EventMessage<?> event = new GenericEventMessage<>("text", Map.of("list", List.of("a")));
        assertThatThrownBy(() -> engine().appendEvents(event))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("[list]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"IncidentRaised", "", "incident.", "uk.smartenergy.incident.platform.eventstore.X Y"})
    void aNameIsAtLeastTwoWords(String name) {
        assertThatThrownBy(() -> new EventNames.Entry(name, "1", String.class))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aNameOrClassThatOccursTwiceIsRefused() {
        assertThatThrownBy(() -> EventNames.of(
                        new EventNames.Entry("a.B", "1", String.class), new EventNames.Entry("a.B", "1", Long.class)))
                .hasMessageContaining("given twice");
        assertThatThrownBy(() -> EventNames.of(new EventNames.Entry("a.B", "1", String.class))
                        .and(EventNames.of(new EventNames.Entry("a.C", "1", String.class))))
                .hasMessageContaining("two names");
        assertThatThrownBy(() -> EventNames.Entry.of("a.B", String.class)).hasMessageContaining("@Revision");
        assertThatThrownBy(() -> new EventNames.Entry("java.lang.String", "1", String.class))
                .hasMessageContaining("no logical name");
    }

    @Test
    void anEventWithoutAnAggregateIsFoundByItsIdentifierAndNobodyElseCanTakeIt() {
        MongoEventStorageEngine engine = engine();
        engine.appendEvents(TestEvents.event("a", 0), TestEvents.marker("r1", "first"));

        var found = engine.findByEventIdentifier("r1").orElseThrow();
        assertThat(found.getPayload()).isEqualTo(new StoreFixture.RequestDone("first"));
        assertThat(found.trackingToken()).isEqualTo(engine.headToken());
        assertThat(engine.findByEventIdentifier("r2")).isEmpty();
        assertThatThrownBy(() -> engine.appendEvents(TestEvents.event("a", 0), TestEvents.marker("r1", "second")))
                .isInstanceOfSatisfying(
                        DuplicateEventIdentifierException.class,
                        e -> assertThat(e.eventIdentifier()).isEqualTo("r1"));
        assertThatThrownBy(() -> engine.appendEvents(TestEvents.marker("r3", "x"), TestEvents.marker("r3", "y")))
                .isInstanceOf(DuplicateEventIdentifierException.class);
        assertThat(stored("events")).hasSize(1);
    }

    @Test
    void ofARefusedUnitNothingIsStored() {
        MongoEventStorageEngine engine = engine();
        engine.appendEvents(TestEvents.event("a", 0), TestEvents.event("a", 1));
        assertThatThrownBy(() -> engine.appendEvents(TestEvents.event("b", 0), TestEvents.event("a", 1)))
                .isInstanceOf(ConcurrencyException.class);
        assertThatThrownBy(() -> engine.appendEvents(TestEvents.event("b", 1), TestEvents.event("a", 0)))
                .isInstanceOf(AggregateStreamCreationException.class);
        assertThat(TestEvents.sequences(engine, "b")).isEmpty();
        assertThat(engine.readEvents(null, false)).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource(
            value = Lookup.class,
            names = {"RANGE", "PROBE"})
    void aStreamIsReadFromCommitsThatHoldOthersToo(Lookup lookup) {
        MongoEventStorageEngine engine =
                store.engine(database, EventStoreSettings.defaults().withLookup(lookup), builder -> builder);
        List<EventMessage<?>> many = new ArrayList<>();
        for (int i = 0; i < 700; i++) {
            many.add(TestEvents.event("a", i));
            many.add(TestEvents.event("a#1", i));
        }
        engine.appendEvents(many.subList(0, 1_300));
        engine.appendEvents(many.subList(1_300, 1_400));
        engine.appendEvents(TestEvents.event("a1", 0), TestEvents.event("a", 700));

        assertThat(TestEvents.sequences(engine, "a"))
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(0, 700).mapToLong(i -> i).boxed().toList());
        assertThat(TestEvents.sequences(engine, "a#1")).hasSize(700);
        assertThat(engine.readEvents("a", 695).asStream()).hasSize(6);
        assertThat(engine.lastSequenceNumberFor("a")).contains(700L);
        assertThat(engine.lastSequenceNumberFor("a#1")).contains(699L);
        assertThat(engine.readEvents(null, false)).hasSize(1_402);
    }

    @Test
    void whatCannotFitIsRefusedBeforeItIsSent() {
        MongoEventStorageEngine engine =
                store.engine(database, EventStoreSettings.embedded().withMaxUnitBytes(10_000), builder -> builder);
        assertThatThrownBy(() -> engine.appendEvents(new GenericEventMessage<>("x".repeat(10_000))))
                .isInstanceOf(EventStoreException.class)
                .hasMessageContaining("10000");
        List<EventMessage<?>> tooMany = Stream.<EventMessage<?>>generate(() -> TestEvents.event("a", 0))
                .limit(65_536)
                .toList();
        assertThatThrownBy(() -> engine.appendEvents(tooMany)).hasMessageContaining("65535");
        engine.appendEvents(TestEvents.event("a", 0));
        assertThat(engine.readEvents(null, false)).hasSize(1);
    }

    @Test
    void commitsThatTogetherAreMoreThanOneAnswerHoldsAreReadAllTheSame() {
        MongoEventStorageEngine engine = engine();
        String large = "x".repeat(10_000_000);
        for (int i = 0; i < 5; i++) {
            engine.appendEvents(new GenericDomainEventMessage<>("Test", "a", i, large));
        }
        assertThat(engine.readEvents(null, false)).hasSize(5);
        assertThat(TestEvents.sequences(engine, "a")).hasSize(5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "!a", "~a"})
    void anIdentifierThatCouldBeTakenForAnotherKeyIsRefused(String aggregate) {
        assertThatThrownBy(() -> engine().appendEvents(TestEvents.event(aggregate, 0)))
                .isInstanceOf(EventStoreException.class);
    }

    @Test
    void anOlderSnapshotNeverTakesThePlaceOfANewerOne() {
        MongoEventStorageEngine engine = engine();
        engine.storeSnapshot(TestEvents.event("a", 5));
        engine.storeSnapshot(TestEvents.event("a", 3));
        assertThat(engine.readSnapshot("a").orElseThrow().getSequenceNumber()).isEqualTo(5);
        engine.storeSnapshot(TestEvents.event("a", 9));
        assertThat(engine.readSnapshot("a").orElseThrow().getSequenceNumber()).isEqualTo(9);
        assertThat(database.getCollection("snapshots").find(Filters.eq("_id", "a")))
                .hasSize(1);
    }
}
