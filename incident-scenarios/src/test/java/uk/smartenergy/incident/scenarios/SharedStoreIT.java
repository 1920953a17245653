package uk.smartenergy.incident.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Two nodes on one foreign server, and a network to it that is cut. */
class SharedStoreIT {

    /** Within a few seconds somebody who asks must be told that the store is away. */
    private static final Duration TOLD = Duration.ofSeconds(12);

    @TempDir
    private static Path folder;

    private static final MongoServer MONGO = new MongoServer(new MemoryBackend());
    private static final ExecutorService THREADS = Executors.newCachedThreadPool();
    private static CuttableProxy network;
    private static String uri;
    private static RunningService one;
    private static RunningService two;

    @BeforeAll
    static void start() {
        network = new CuttableProxy(MONGO.bind().getPort());
        uri = "mongodb://127.0.0.1:" + network.port() + "/incidents";
        one = node("one").begin();
        two = node("two").begin();
        one.awaitReady();
        two.awaitReady();
    }

    @AfterAll
    static void stop() {
        THREADS.shutdownNow();
        if (two != null) {
            two.close();
        }
        if (one != null) {
            one.close();
        }
        network.close();
        MONGO.shutdownNow();
    }

    private static RunningService.Launch node(String name) {
        return RunningService.Launch.on(folder.resolve(name)).withMongodb(uri);
    }

    @Test
    void whoeverRaisesOnEitherNodeGetsAReferenceOfTheirOwn() throws Exception {
        int before = total(one.admin());
        Set<String> ids = ConcurrentHashMap.newKeySet();
        atOnce(8, thread -> {
            for (int i = 0; i < 15; i++) {
                ids.add(node(thread)
                        .post("/incidents", null, Load.raising(i))
                        .orFail("Raising")
                        .id());
            }
            return null;
        });
        assertThat(ids).hasSize(120);
        assertThat(total(one.admin())).isEqualTo(before + 120);
        assertThat(total(two.admin())).isEqualTo(before + 120);
        List<Long> numbers =
                ids.stream().map(id -> Long.parseLong(id.substring(3))).sorted().toList();
        assertThat(numbers.getLast() - numbers.getFirst()).as("without gaps").isEqualTo(119);
    }

    @Test
    void ofThoseWhoSawTheSameVersionOneWins() throws Exception {
        for (int round = 0; round < 10; round++) {
            Answer raised =
                    one.admin().post("/incidents", null, Load.raising(round)).orFail("Raising");
            long seen = raised.version();
            List<Answer> answers = atOnce(
                    4,
                    thread -> node(thread)
                            .post(
                                    "/incidents/" + raised.id() + "/assignments",
                                    null,
                                    seen,
                                    "application/json",
                                    "{\"resolver\":\"Resolver %d\",\"reason\":\"Race\"}".formatted(thread)));
            assertThat(answers)
                    .as(answers.toString())
                    .filteredOn(Answer::isSuccess)
                    .hasSize(1);
            assertThat(answers)
                    .filteredOn(answer -> !answer.isSuccess())
                    .allMatch(answer -> answer.status() == 412, "412, but " + answers);
        }
    }

    @Test
    void whoeverSaysNothingOfVersionsIsNotRefusedBecauseOfTheOtherNode() throws Exception {
        Answer raised = one.admin().post("/incidents", null, Load.raising(0)).orFail("Raising");
        List<Answer> answers = atOnce(6, thread -> {
            Answer last = raised;
            for (int i = 0; i < 10; i++) {
                last = node(thread)
                        .post(
                                "/incidents/" + raised.id() + "/communications",
                                null,
                                Map.of("text", "Update " + thread + "/" + i + "!"))
                        .orFail("Communicating");
            }
            return last;
        });
        assertThat(answers).hasSize(6);
        for (RunningService node : List.of(one, two)) {
            JsonNode timeline = timeline(node.admin(), raised.id());
            for (int thread = 0; thread < 6; thread++) {
                for (int i = 0; i < 10; i++) {
                    String text = "Update " + thread + "/" + i + "!";
                    assertThat(timeline.valueStream()
                                    .filter(event -> event.toString().contains(text)))
                            .as(text)
                            .hasSize(1);
                }
            }
            assertThat(timeline.valueStream()
                            .mapToLong(event -> event.path("sequence").asLong()))
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void whatOneNodeAcknowledgedTheOtherShowsAtOnce() throws Exception {
        for (int i = 0; i < 40; i++) {
            ServiceClient here = node(i);
            ServiceClient there = node(i + 1);
            Answer raised = here.post("/incidents", null, Load.raising(i)).orFail("Raising");
            String path = "/incidents/" + raised.id();
            assertThat(there.get(path).orFail("Reading on the other node").version())
                    .isEqualTo(raised.version());
            Answer assigned = there.post(path + "/assignments", null, Map.of("resolver", "DSP", "reason", "Yes"))
                    .orFail("Assigning on the other node");
            assertThat(here.get(path).version()).isEqualTo(assigned.version());
            assertThat(here.get("/incidents?resolver=DSP&limit=1").json().path("total"))
                    .isEqualTo(
                            there.get("/incidents?resolver=DSP&limit=1").json().path("total"));
        }
    }

    @Test
    void whatOneNodeActivatedTheOtherDecidesBy() throws Exception {
        Map<String, Object> raising = new HashMap<>(Load.raising(1));
        raising.put("businessProcesses", List.of("Install & Commission"));
        raising.put("impact", Map.of("level", "MODERATE"));
        for (int round = 0; round < 20; round++) {
            boolean supplier = round % 2 == 0;
            String version = supplier ? "supplier-reading" : "dcc-reading";
            node(round)
                    .post(
                            "/categorisation-policies/" + version + "/activation",
                            null,
                            Map.of("reason", "Round " + round))
                    .orFail("Activating");
            assertThat(node(round + 1)
                            .post("/incidents", null, raising)
                            .orFail("Raising on the other node")
                            .json()
                            .path("category")
                            .asInt())
                    .as("round " + round)
                    .isEqualTo(supplier ? 1 : 3);
        }
    }

    @Test
    void bothNodesTogetherHavePutTheirPoliciesOnRecordOnce() throws Exception {
        for (RunningService node : List.of(one, two)) {
            JsonNode policies = node.admin().get("/categorisation-policies").json();
            assertThat(policies.path("items").valueStream())
                    .hasSize(2)
                    .allMatch(policy -> policy.path("revision").asInt() == 1);
        }
    }

    @Test
    void theSameKeyOnBothNodesHasOneEffectAndOneAnswer() throws Exception {
        int before = total(one.admin());
        for (int round = 0; round < 10; round++) {
            String key = "on-both-" + round;
            Map<String, Object> body = Load.raising(round);
            List<Answer> answers = atOnce(4, thread -> node(thread).post("/incidents", key, body));
            String first = answers.getFirst().text();
            assertThat(answers).allSatisfy(answer -> {
                assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
                assertThat(answer.text()).isEqualTo(first);
                assertThat(answer.header("ETag")).isEqualTo(answers.getFirst().header("ETag"));
            });
            String path = "/incidents/" + answers.getFirst().id() + "/responses";
            List<Answer> changes =
                    atOnce(4, thread -> node(thread).post(path, key + "-change", Map.of("comment", "We look")));
            assertThat(changes).allSatisfy(answer -> {
                assertThat(answer.isSuccess()).as(answer.toString()).isTrue();
                assertThat(answer.text()).isEqualTo(changes.getFirst().text());
            });
            assertThat(node(round)
                            .post("/incidents", key, Load.raising(round + 1000))
                            .status())
                    .as("another body under the same key")
                    .isEqualTo(422);
        }
        assertThat(total(two.admin())).isEqualTo(before + 10);
    }

    @Test
    void whenTheStoreRefusesEverybodyIsToldAndNothingIsLostOrDoubled() throws Exception {
        cut("refused", network::refuse);
    }

    @Test
    void whenTheNetworkSwallowsEverythingEverybodyIsToldAndNothingIsLostOrDoubled() throws Exception {
        cut("swallowed", network::swallow);
    }

    @Test
    void aNodeThatStartsWithoutTheStoreWaitsForItAndThenSeesAll() throws Exception {
        int total = total(one.admin());
        network.refuse();
        try (RunningService three = node("three").begin()) {
            three.await("alive", Duration.ofSeconds(60), () -> three.health("liveness") == 200);
            assertThat(three.health("readiness")).isEqualTo(503);
            assertStoreAway("asked while starting", () -> three.admin().get("/incidents"));
            network.mend();
            three.awaitReady();
            assertThat(total(three.admin())).isEqualTo(total);
        } finally {
            network.mend();
            one.awaitReady();
            two.awaitReady();
        }
    }

    /** Clients write on both nodes and send again, to the other node, what was not acknowledged; meanwhile the network is cut, twice. */
    private void cut(String how, Runnable cut) throws Exception {
        Map<String, String> acknowledged = new ConcurrentHashMap<>();
        Queue<String> unexpected = new ConcurrentLinkedQueue<>();
        AtomicBoolean enough = new AtomicBoolean();
        AtomicInteger repeated = new AtomicInteger();
        List<Future<?>> writers = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            int writer = i;
            writers.add(THREADS.submit(() -> {
                for (int count = 0; !enough.get(); count++) {
                    String mark = "cut-%s-%d-%05d".formatted(how, writer, count);
                    Map<String, Object> body = Load.raising(count);
                    body.put("externalReference", mark);
                    for (int attempt = 0; ; attempt++) {
                        Answer answer = node(writer + attempt).post("/incidents", mark, body);
                        if (answer.isSuccess()) {
                            acknowledged.put(mark, answer.id());
                            break;
                        }
                        if (answer.status() != 503) {
                            unexpected.add(mark + ": " + answer);
                            break;
                        }
                        repeated.incrementAndGet();
                        RunningService.pause(Duration.ofMillis(100));
                    }
                }
                return null;
            }));
        }
        try {
            for (int round = 0; round < 2; round++) {
                int before = acknowledged.size();
                one.await("taking writes", Duration.ofSeconds(20), () -> acknowledged.size() > before + 20);
                cut.run();
                assertStoreAway(how + ": a change", () -> one.admin().post("/incidents", null, Load.raising(0)));
                assertStoreAway(how + ": a list", () -> two.admin().get("/incidents?limit=1"));
                one.await("not ready", TOLD, () -> one.health("readiness") == 503);
                two.await("not ready", TOLD, () -> two.health("readiness") == 503);
                assertThat(one.health("liveness")).isEqualTo(200);
                assertThat(two.health("liveness")).isEqualTo(200);
                network.mend();
                long mended = System.nanoTime();
                one.awaitReady();
                two.awaitReady();
                System.out.printf("%s: ready %.1f s after mending%n", how, (System.nanoTime() - mended) / 1e9);
            }
            int before = acknowledged.size();
            one.await("taking writes again", Duration.ofSeconds(20), () -> acknowledged.size() > before + 20);
        } finally {
            network.mend();
            enough.set(true);
        }
        for (Future<?> writer : writers) {
            writer.get();
        }
        assertThat(unexpected).isEmpty();
        System.out.printf("%s: %d acknowledged, %d sent again%n", how, acknowledged.size(), repeated.get());
        assertThat(repeated).as("the cut came while there was work").hasPositiveValue();
        for (RunningService node : List.of(one, two)) {
            Map<String, List<String>> found = byExternalReference(node.admin(), "cut-" + how);
            assertThat(found.keySet()).isEqualTo(new TreeSet<>(acknowledged.keySet()));
            acknowledged.forEach((mark, id) -> assertThat(found.get(mark)).containsExactly(id));
        }
    }

    private interface Asking {
        Answer ask() throws IOException;
    }

    private static void assertStoreAway(String what, Asking asking) throws IOException {
        long begin = System.nanoTime();
        Answer answer = asking.ask();
        Duration took = Duration.ofNanos(System.nanoTime() - begin);
        System.out.printf("%s: %d after %.1f s%n", what, answer.status(), took.toMillis() / 1e3);
        assertThat(answer.status()).as(what + ": " + answer).isEqualTo(503);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.header("Retry-After")).matches("\\d+");
        assertThat(answer.json().path("code").asString()).isNotBlank();
        assertThat(took).as(what).isLessThan(TOLD);
    }

    private static Map<String, List<String>> byExternalReference(ServiceClient client, String prefix)
            throws IOException {
        Map<String, List<String>> found = new HashMap<>();
        String cursor = "";
        do {
            JsonNode page = client.get("/incidents?limit=500&sort=id" + cursor)
                    .orFail("The list")
                    .json();
            for (JsonNode item : page.path("items")) {
                String reference = item.path("externalReference").asString("");
                if (reference.startsWith(prefix)) {
                    found.computeIfAbsent(reference, absent -> new ArrayList<>())
                            .add(item.path("id").asString());
                }
            }
            cursor = page.path("nextCursor").isString()
                    ? "&cursor=" + ServiceClient.encoded(page.path("nextCursor").asString())
                    : "";
        } while (!cursor.isEmpty());
        return found;
    }

    private static ServiceClient node(int number) {
        return (number % 2 == 0 ? one : two).admin();
    }

    private static int total(ServiceClient client) throws IOException {
        return client.get("/incidents?limit=1")
                .orFail("The list")
                .json()
                .path("total")
                .asInt();
    }

    private static JsonNode timeline(ServiceClient client, String id) throws IOException {
        JsonNode json =
                client.get("/incidents/" + id + "/timeline").orFail("Timeline").json();
        return json.isArray() ? json : json.path("items");
    }

    private interface Numbered<T> {
        T run(int number) throws Exception;
    }

    /** Has so many threads do it at the same moment. */
    private static <T> List<T> atOnce(int threads, Numbered<T> task) throws Exception {
        CyclicBarrier barrier = new CyclicBarrier(threads);
        List<Callable<T>> tasks = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            int number = i;
            tasks.add(() -> {
                barrier.await();
                return task.run(number);
            });
        }
        List<T> results = new ArrayList<>();
        for (Future<T> future : THREADS.invokeAll(tasks)) {
            results.add(future.get());
        }
        return results;
    }
}
