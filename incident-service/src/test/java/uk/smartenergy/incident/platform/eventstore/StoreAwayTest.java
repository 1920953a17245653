package uk.smartenergy.incident.platform.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The store goes away and comes back; replies get lost after the server has stored what they speak of. */
@Timeout(90)
class StoreAwayTest {
    private final StoreFixture store = new StoreFixture();
    private FaultyWire wire;
    private MongoClient client;
    private final EventStoreSettings settings =
            EventStoreSettings.defaults().withLookup(Lookup.PROBE).withAppendDeadline(Duration.ofSeconds(4));

    @BeforeEach
    void layWire() throws Exception {
        wire = new FaultyWire(store.server.connectionString());
        client = MongoClients.create(MongoClientSettings.builder(StoreClients.settings(wire.uri()))
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(400, TimeUnit.MILLISECONDS))
                .applyToSocketSettings(socket ->
                        socket.connectTimeout(300, TimeUnit.MILLISECONDS).readTimeout(600, TimeUnit.MILLISECONDS))
                .applyToServerSettings(server -> server.heartbeatFrequency(500, TimeUnit.MILLISECONDS)
                        .minHeartbeatFrequency(50, TimeUnit.MILLISECONDS))
                .build());
    }

    @AfterEach
    void close() throws Exception {
        wire.mode(FaultyWire.Mode.WHOLE);
        store.close();
        client.close();
        wire.close();
    }

    private MongoEventStorageEngine engine(EventStoreSettings some) {
        return store.engine(client.getDatabase("incident"), some, builder -> builder);
    }

    @ParameterizedTest
    @EnumSource(
            value = FaultyWire.Mode.class,
            names = {"REPLIES_CUT", "REPLIES_SILENT"})
    void anAppendWhoseReplyIsLostIsAcknowledgedAndStoredOnce(FaultyWire.Mode mode) {
        MongoEventStorageEngine engine = engine(settings);
        engine.appendEvents(TestEvents.event("a", 0));
        wire.loseReplies(mode, number -> number == 1);

        engine.appendEvents(TestEvents.event("a", 1), TestEvents.event("a", 2));

        assertThat(wire.lostReplies()).isEqualTo(1);
        assertThat(TestEvents.sequences(engine, "a")).containsExactly(0L, 1L, 2L);
        assertThat(engine.readEvents(null, false)).hasSize(3);
    }

    @Test
    void underLoadLostRepliesNeitherRepeatNorLoseNorInventAConflict() throws Exception {
        MongoEventStorageEngine engine = engine(settings);
        MongoEventStorageEngine other = store.engine(settings);
        wire.loseReplies(FaultyWire.Mode.REPLIES_CUT, number -> number % 7 == 3);
        ConcurrentLinkedQueue<String> acknowledged = new ConcurrentLinkedQueue<>();
        ConcurrentLinkedQueue<Exception> failures = new ConcurrentLinkedQueue<>();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            int number = i;
            MongoEventStorageEngine node = i < 4 ? engine : other;
            threads.add(Thread.ofPlatform().start(() -> {
                for (int sequence = 0; sequence < 40; sequence++) {
                    var event = TestEvents.event("of-" + number, sequence);
                    try {
                        node.appendEvents(event);
                        acknowledged.add(event.getIdentifier());
                    } catch (RuntimeException e) {
                        failures.add(e);
                        return;
                    }
                }
            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(failures).isEmpty();
        assertThat(wire.lostReplies()).isPositive();
        assertThat(TestEvents.identifiers(other)).containsExactlyInAnyOrderElementsOf(acknowledged);
    }

    @Test
    void aReplyThatStaysAwayMakesTheOutcomeUnknownAndNeverAConflict() {
        MongoEventStorageEngine engine = engine(settings.withAppendDeadline(Duration.ofSeconds(2)));
        engine.appendEvents(TestEvents.event("a", 0));
        wire.mode(FaultyWire.Mode.REPLIES_SILENT);
        AtomicBoolean away = new AtomicBoolean();
        wire.loseReplies(FaultyWire.Mode.REPLIES_SILENT, number -> {
            away.set(true);
            wire.mode(FaultyWire.Mode.SILENT);
            return true;
        });

        assertThatThrownBy(() -> engine.appendEvents(TestEvents.event("a", 1)))
                .isInstanceOf(AppendOutcomeUnknownException.class);
        assertThat(away).isTrue();

        wire.mode(FaultyWire.Mode.CUT);
        wire.mode(FaultyWire.Mode.WHOLE);
        await().atMost(Duration.ofSeconds(20))
                .ignoreExceptions()
                .untilAsserted(() -> assertThatThrownBy(() -> engine.appendEvents(TestEvents.event("a", 0)))
                        .isInstanceOf(AggregateStreamCreationException.class));
        engine.lastSequenceNumberFor("a").ifPresent(last -> {
            if (last == 1) {
                assertThatThrownBy(() -> engine.appendEvents(TestEvents.event("a", 1)))
                        .isInstanceOf(ConcurrencyException.class);
            }
        });
        engine.appendEvents(
                TestEvents.event("a", engine.lastSequenceNumberFor("a").orElseThrow() + 1));
        assertThat(TestEvents.sequences(engine, "a")).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource(
            value = FaultyWire.Mode.class,
            names = {"CUT", "SILENT"})
    void whileTheStoreIsAwayNothingIsStoredAndAfterwardsItGoesOn(FaultyWire.Mode mode) {
        MongoEventStorageEngine engine = engine(settings.withAppendDeadline(Duration.ofSeconds(2)));
        StoreHealth health = new StoreHealth(engine);
        engine.appendEvents(TestEvents.event("a", 0));
        assertThat(health.check().takesCommands()).isTrue();

        wire.mode(mode);
        // The first may have been under way when the wire was cut.
        assertThatThrownBy(() -> engine.appendEvents(TestEvents.event("first", 0)))
                .isInstanceOfAny(EventStoreUnavailableException.class, AppendOutcomeUnknownException.class);
        long began = System.nanoTime();
        assertThatThrownBy(() -> engine.appendEvents(TestEvents.event("b", 0)))
                .isInstanceOf(EventStoreUnavailableException.class);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(4));
        await().untilAsserted(() -> assertThat(health.check().takesCommands()).isFalse());
        assertThatThrownBy(engine::headToken).isInstanceOf(EventStoreUnavailableException.class);
        assertThatThrownBy(() -> TestEvents.sequences(engine, "a")).isInstanceOf(EventStoreUnavailableException.class);

        wire.mode(FaultyWire.Mode.CUT);
        wire.mode(FaultyWire.Mode.WHOLE);
        await().atMost(Duration.ofSeconds(20)).ignoreExceptions().until(() -> {
            engine.appendEvents(TestEvents.event("c", 0));
            return true;
        });
        await().untilAsserted(() -> assertThat(health.check().takesCommands()).isTrue());
        assertThat(TestEvents.sequences(engine, "b")).isEmpty();
        assertThat(TestEvents.sequences(engine, "c")).containsExactly(0L);
        health.close();
    }

    @Test
    void anEngineStartsWhileTheStoreIsAwayAndWorksOnceItIsThere() {
        wire.mode(FaultyWire.Mode.CUT);
        MongoEventStorageEngine engine = engine(settings.withAppendDeadline(Duration.ofSeconds(1)));
        StoreHealth health = new StoreHealth(engine);
        assertThat(health.check().takesCommands()).isFalse();
        assertThatThrownBy(() -> engine.appendEvents(TestEvents.event("a", 0)))
                .isInstanceOf(EventStoreUnavailableException.class);

        wire.mode(FaultyWire.Mode.WHOLE);
        await().atMost(Duration.ofSeconds(20)).ignoreExceptions().until(() -> {
            engine.appendEvents(TestEvents.event("b", 0));
            return true;
        });
        assertThat(TestEvents.sequences(engine, "a")).isEmpty();
        health.close();
    }

    @Test
    void aReaderAtTheEndOutlivesAnOutage() throws Exception {
        MongoEventStorageEngine engine = engine(settings);
        EmbeddedEventStore events = EmbeddedEventStore.builder()
                .storageEngine(engine)
                .fetchDelay(50)
                .build();
        TrackingEventStream stream = events.openStream(null);
        engine.appendEvents(TestEvents.event("a", 0));
        assertThat(stream.hasNextAvailable(5, TimeUnit.SECONDS)).isTrue();
        TrackedEventMessage<?> first = stream.nextAvailable();
        assertThat(stream.hasNextAvailable(100, TimeUnit.MILLISECONDS)).isFalse();

        wire.mode(FaultyWire.Mode.CUT);
        assertThatThrownBy(engine::head).isInstanceOf(EventStoreUnavailableException.class);
        wire.mode(FaultyWire.Mode.WHOLE);
        store.engine(settings).appendEvents(TestEvents.event("a", 1));

        assertThat(stream.hasNextAvailable(20, TimeUnit.SECONDS)).isTrue();
        assertThat(stream.nextAvailable().getIdentifier()).isNotEqualTo(first.getIdentifier());
        stream.close();
        events.shutDown();
    }
}
