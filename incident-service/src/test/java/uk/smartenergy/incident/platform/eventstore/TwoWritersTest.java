package uk.smartenergy.incident.platform.eventstore;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.bson.BsonDocument;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Two processes append to one store; each has an engine and a client of its own. */
@Timeout(60)
class TwoWritersTest {
    private final StoreFixture store = new StoreFixture();
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void close() throws Exception {
        threads.shutdownNow();
        store.close();
    }

    @ParameterizedTest
    @EnumSource(
            value = Lookup.class,
            names = {"RANGE", "PROBE"})
    void oneStreamHasExactlyOneWinnerForEachSequenceNumber(Lookup lookup) throws Exception {
        List<MongoEventStorageEngine> nodes = twoNodes(lookup);
        int last = 150;
        ConcurrentLinkedQueue<Long> won = new ConcurrentLinkedQueue<>();
        AtomicInteger conflicts = new AtomicInteger();
        inParallel(nodes, 4, (node, number) -> {
            long next = 0;
            while (next <= last) {
                try {
                    node.appendEvents(TestEvents.event("contested", next));
                    won.add(next);
                } catch (ConcurrencyException | AggregateStreamCreationException e) {
                    conflicts.incrementAndGet();
                }
                next = node.lastSequenceNumberFor("contested").orElseThrow() + 1;
            }
        });

        assertThat(won)
                .containsExactlyInAnyOrderElementsOf(
                        LongStream.rangeClosed(0, last).boxed().toList());
        assertThat(conflicts).hasPositiveValue();
        for (MongoEventStorageEngine node : nodes) {
            assertThat(TestEvents.sequences(node, "contested"))
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(0, last).boxed().toList());
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Lookup.class,
            names = {"RANGE", "PROBE"})
    void theGlobalOrderIsDenseAndLosesNothingAndRepeatsNothing(Lookup lookup) throws Exception {
        List<MongoEventStorageEngine> nodes = twoNodes(lookup);
        int each = 200;
        ConcurrentLinkedQueue<String> stored = new ConcurrentLinkedQueue<>();
        inParallel(nodes, 4, (node, number) -> {
            for (int i = 0; i < each; i++) {
                var event = TestEvents.event("of-" + number, i);
                node.appendEvents(event);
                stored.add(event.getIdentifier());
            }
        });

        assertThat(stored).hasSize(8 * each);
        assertThat(commitNumbers())
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, 8L * each).boxed().toList());
        for (MongoEventStorageEngine node : nodes) {
            assertThat(TestEvents.identifiers(node)).containsExactlyInAnyOrderElementsOf(stored);
            assertThat(node.head()).isEqualTo(Position.endOf(8L * each).number());
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Lookup.class,
            names = {"RANGE", "PROBE"})
    void whoeverFollowsWhileTwoWriteSeesEveryEventOnceAndInOrder(Lookup lookup) throws Exception {
        List<MongoEventStorageEngine> nodes = twoNodes(lookup);
        int each = 150;
        MongoEventStorageEngine follower =
                store.engine(EventStoreSettings.defaults().withLookup(lookup));
        Future<List<TrackedEventMessage<?>>> followed = threads.submit(() -> {
            List<TrackedEventMessage<?>> seen = new ArrayList<>();
            TrackingToken token = null;
            while (seen.size() < 8 * each) {
                for (TrackedEventMessage<?> event :
                        follower.readEvents(token, false).toList()) {
                    seen.add(event);
                    token = event.trackingToken();
                }
            }
            return seen;
        });
        inParallel(nodes, 4, (node, number) -> {
            for (int i = 0; i < each; i++) {
                node.appendEvents(TestEvents.event("of-" + number, i));
            }
        });

        List<TrackedEventMessage<?>> seen = followed.get(30, TimeUnit.SECONDS);
        Set<String> distinct = new HashSet<>();
        long before = 0;
        for (TrackedEventMessage<?> event : seen) {
            long position = ((GlobalSequenceTrackingToken) event.trackingToken()).getGlobalIndex();
            assertThat(position).isGreaterThan(before);
            before = position;
            distinct.add(event.getIdentifier());
        }
        assertThat(distinct).hasSize(8 * each);
    }

    @ParameterizedTest
    @EnumSource(
            value = Lookup.class,
            names = {"RANGE", "PROBE"})
    void aRequestThatComesToBothNodesIsCarriedOutOnce(Lookup lookup) throws Exception {
        List<MongoEventStorageEngine> nodes = twoNodes(lookup);
        int requests = 60;
        ConcurrentLinkedQueue<Integer> carriedOut = new ConcurrentLinkedQueue<>();
        ConcurrentLinkedQueue<Integer> repeats = new ConcurrentLinkedQueue<>();
        inParallel(nodes, 3, (node, number) -> {
            for (int request = 0; request < requests; request++) {
                try {
                    node.appendEvents(
                            TestEvents.event("made-by-" + request + "-" + number, 0),
                            TestEvents.marker("request-" + request, "answer of " + number));
                    carriedOut.add(request);
                } catch (DuplicateEventIdentifierException e) {
                    assertThat(e.eventIdentifier()).isEqualTo("request-" + request);
                    assertThat(node.findByEventIdentifier("request-" + request)).isPresent();
                    repeats.add(request);
                }
            }
        });

        Map<Integer, Long> times = carriedOut.stream().collect(groupingBy(request -> request, counting()));
        assertThat(times)
                .hasSize(requests)
                .allSatisfy((request, count) -> assertThat(count).isEqualTo(1));
        assertThat(repeats).hasSize(5 * requests);
        assertThat(TestEvents.identifiers(nodes.get(0))).hasSize(2 * requests);
    }

    private List<MongoEventStorageEngine> twoNodes(Lookup lookup) {
        EventStoreSettings settings = EventStoreSettings.defaults().withLookup(lookup);
        return List.of(store.engine(settings), store.engine(settings));
    }

    private List<Long> commitNumbers() {
        MongoDatabase database = store.database();
        return database.getCollection("events", BsonDocument.class)
                .find()
                .map(Layout::id)
                .into(new ArrayList<>());
    }

    private interface Work {
        void of(MongoEventStorageEngine node, int number) throws Exception;
    }

    private void inParallel(List<MongoEventStorageEngine> nodes, int threadsEach, Work work) throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        List<Future<?>> all = new ArrayList<>();
        for (int i = 0; i < nodes.size() * threadsEach; i++) {
            int number = i;
            all.add(threads.submit((Callable<Void>) () -> {
                start.await();
                work.of(nodes.get(number % nodes.size()), number);
                return null;
            }));
        }
        start.countDown();
        for (Future<?> each : all) {
            each.get(40, TimeUnit.SECONDS);
        }
    }
}
