package uk.smartenergy.incident.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Updates on their way when a node is killed, or when the store goes away. */
class DeliveriesIT {
    private static final Duration SOON = Duration.ofSeconds(60);

    @TempDir
    private static Path folder;

    private static final MongoServer MONGO = new MongoServer(new MemoryBackend());
    private static CuttableProxy network;
    private static Receiver receiver;

    @BeforeAll
    static void start() {
        network = new CuttableProxy(MONGO.bind().getPort());
        receiver = new Receiver();
    }

    @AfterAll
    static void stop() {
        receiver.close();
        network.close();
        MONGO.shutdownNow();
    }

    private static RunningService.Launch node(String name, String database) {
        List<String> options = new ArrayList<>(RunningService.Launch.SHORT_LIFE);
        options.addAll(List.of(
                "-Dincident.deliveries.retry.pauses=100ms,100ms,100ms",
                "-Dincident.deliveries.retry.lost-after=6s",
                "-Dincident.webhooks.timeout=5s"));
        return RunningService.Launch.on(folder.resolve(name))
                .withMongodb("mongodb://127.0.0.1:" + network.port() + "/" + database)
                .withJvmOptions(options);
    }

    private static String subscribed(RunningService node, String path) throws IOException {
        return node.admin()
                .post("/subscriptions", null, Map.of("channel", "WEBHOOK", "url", receiver.url(path)))
                .orFail("Subscribing")
                .id();
    }

    private static String raised(RunningService node) throws IOException {
        return node.admin()
                .post("/incidents", null, Load.raising(1))
                .orFail("Raising")
                .id();
    }

    private static void communicate(RunningService node, String incident, String text) throws IOException {
        node.admin()
                .post("/incidents/" + incident + "/communications", null, Map.of("text", text))
                .orFail("Communicating");
    }

    private static JsonNode deliveries(RunningService node, String subscription) {
        try {
            return node.admin()
                    .get("/subscriptions/" + subscription + "/deliveries")
                    .json()
                    .path("items");
        } catch (IOException away) {
            throw new UncheckedIOException(away);
        }
    }

    private static boolean allDelivered(RunningService node, String subscription, int howMany) {
        return deliveries(node, subscription)
                        .valueStream()
                        .filter(one -> one.path("state").asString().equals("DELIVERED"))
                        .count()
                == howMany;
    }

    @Test
    void whatAKilledNodeWasDeliveringTheNextTakesUpUnderTheSameId() throws IOException {
        String subscription;
        try (RunningService first = node("first", "killed").start()) {
            subscription = subscribed(first, "/killed");
            String incident = raised(first);
            receiver.hold();
            communicate(first, incident, "one");
            first.await(
                    "the attempt is under way",
                    SOON,
                    () -> receiver.got("/killed").size() == 1);
            communicate(first, incident, "two");
            communicate(first, incident, "three");
            first.kill();
        } finally {
            receiver.release();
        }
        try (RunningService next = node("next", "killed").start()) {
            next.await("all are delivered", SOON, () -> allDelivered(next, subscription, 3));

            List<Got> got = receiver.got("/killed");
            assertThat(got).hasSize(4);
            assertThat(got).extracting(Got::text).containsExactlyInAnyOrder("one", "one", "two", "three");
            assertThat(got.stream()
                            .filter(one -> one.text().equals("one"))
                            .map(Got::id)
                            .distinct())
                    .hasSize(1);
            assertThat(deliveries(next, subscription).get(2).path("attempts").valueStream())
                    .extracting(attempt -> attempt.path("outcome").asString())
                    .containsExactly("LOST", "DELIVERED");
        }
    }

    @Test
    void whatReachedItsReceiverWhileTheStoreWasAwayIsNotSentAgain() throws IOException {
        try (RunningService node = node("alone", "cut").start()) {
            String subscription = subscribed(node, "/cut");
            String incident = raised(node);
            receiver.hold();
            try {
                communicate(node, incident, "one");
                node.await(
                        "the attempt is under way",
                        SOON,
                        () -> receiver.got("/cut").size() == 1);
                communicate(node, incident, "two");
                network.refuse();
            } finally {
                receiver.release();
            }
            // Longer than an attempt may take before it counts as lost.
            node.await("the node knows that the store is away", SOON, () -> node.health("readiness") == 503);
            RunningService.pause(Duration.ofSeconds(8));
            network.mend();
            node.awaitReady();
            communicate(node, incident, "three");
            node.await("all are delivered", SOON, () -> allDelivered(node, subscription, 3));

            assertThat(receiver.got("/cut")).extracting(Got::text).containsExactlyInAnyOrder("one", "two", "three");
        }
    }

    private record Got(String path, String id, String text) {}

    /** Takes webhooks; while it is held, it lets them wait for their answers. */
    private static final class Receiver {
        private final HttpServer server;
        private final ExecutorService threads = Executors.newCachedThreadPool();
        private final List<Got> all = new ArrayList<>();
        private CountDownLatch open = new CountDownLatch(0);

        Receiver() {
            try {
                server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            server.setExecutor(threads);
            server.createContext("/", this::take);
            server.start();
        }

        String url(String path) {
            return "http://127.0.0.1:" + server.getAddress().getPort() + path;
        }

        synchronized void hold() {
            open = new CountDownLatch(1);
        }

        synchronized void release() {
            open.countDown();
        }

        synchronized List<Got> got(String path) {
            return all.stream().filter(one -> one.path().equals(path)).toList();
        }

        private void take(HttpExchange exchange) throws IOException {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            CountDownLatch gate;
            synchronized (this) {
                all.add(new Got(
                        exchange.getRequestURI().getPath(),
                        exchange.getRequestHeaders().getFirst("webhook-id"),
                        JsonMapper.shared().readTree(body).at("/data/text").asString()));
                gate = open;
            }
            try {
                gate.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        }

        void close() {
            release();
            server.stop(0);
            threads.shutdownNow();
        }
    }
}
