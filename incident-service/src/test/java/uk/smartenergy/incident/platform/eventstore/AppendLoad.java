package uk.smartenergy.incident.platform.eventstore;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import uk.smartenergy.incident.platform.embedded.EmbeddedMongo;

/**
 * How many units of work a second the engine appends, beside plain insertions into the same server. Not a test; run it by
 * hand: {@code AppendLoad <disk|memory> [seconds]}.
 */
final class AppendLoad {
    private static final int[] THREADS = {1, 8, 32};
    private static final String TEXT = "x".repeat(300);

    private AppendLoad() {}

    interface Work {
        void once(int thread, long turn);
    }

    public static void main(String[] arguments) throws Exception {
        boolean disk = arguments.length == 0 || arguments[0].equals("disk");
        int seconds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5;
        Path folder = Files.createTempDirectory("append-load");
        try (EmbeddedMongo server = disk ? EmbeddedMongo.open(folder) : EmbeddedMongo.inMemory();
                MongoClient client = StoreClients.connect(server.connectionString())) {
            MongoDatabase database = client.getDatabase("load");
            MongoCollection<BsonDocument> plain = database.getCollection("plain", BsonDocument.class);
            MongoEventStorageEngine engine = MongoEventStorageEngine.builder()
                    .database(database)
                    .settings(EventStoreSettings.embedded())
                    .serializer(new EventSerializer(StoreFixture.NAMES))
                    .build();
            engine.start();
            AtomicLong ids = new AtomicLong();
            Work insertion = (thread, turn) -> plain.insertOne(
                    new BsonDocument("_id", new BsonInt64(ids.incrementAndGet())).append("t", new BsonString(TEXT)));
            Work append = (thread, turn) -> engine.appendEvents(List.of(new GenericDomainEventMessage<>(
                    "Load", thread + "-" + turn / 20 + "-" + ids.get() / 1_000_000_000, turn % 20, TEXT)));
            run("warm-up", 8, 2, insertion);
            long offset = 0;
            for (int round = 0; round < 2; round++) {
                for (int threads : THREADS) {
                    run("insertOne", threads, seconds, insertion);
                    long from = offset;
                    offset += 100_000_000L;
                    run("append", threads, seconds, (thread, turn) -> append.once(thread, turn + from));
                }
            }
            long began = System.nanoTime();
            long events = engine.readEvents(null, false).count();
            System.out.printf(
                    "read %d events in order: %.0f/s%n", events, events / ((System.nanoTime() - began) / 1e9));
            System.out.printf("file: %.1f MB%n", server.fileSize() / 1e6);
            engine.close();
        }
    }

    private static void run(String what, int threads, int seconds, Work work) throws InterruptedException {
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        AtomicLong done = new AtomicLong();
        List<long[]> times = new ArrayList<>();
        List<Thread> all = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            int number = i;
            long[] samples = new long[2_000_000 / threads];
            times.add(samples);
            all.add(Thread.ofPlatform().start(() -> {
                for (int turn = 0; System.nanoTime() < end && turn < samples.length; turn++) {
                    long began = System.nanoTime();
                    work.once(number, turn);
                    samples[turn] = System.nanoTime() - began;
                    done.incrementAndGet();
                }
            }));
        }
        for (Thread thread : all) {
            thread.join();
        }
        long[] sorted = times.stream()
                .flatMapToLong(java.util.Arrays::stream)
                .filter(t -> t > 0)
                .sorted()
                .toArray();
        System.out.printf(
                "%-10s %2d threads: %6d/s, p50 %.2f ms, p99 %.2f ms%n",
                what,
                threads,
                done.get() / seconds,
                sorted[sorted.length / 2] / 1e6,
                sorted[sorted.length * 99 / 100] / 1e6);
    }
}
