package uk.smartenergy.incident.platform.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.bson.Document;
import io.netty.channel.Channel;
import io.netty.channel.embedded.EmbeddedChannel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a power cut may leave: everything up to the last force, and of what was written since any part, in pieces of a disk's
 * sector. Each such disk must open with all that was acknowledged before the cut.
 */
@Timeout(120)
class PowerCutTest {
    private static final int CUTS = 80;
    private static final int SECTOR = 4_096;
    private static final long RUN_NANOS = TimeUnit.SECONDS.toNanos(3);
    private static final int LEAST_WRITES = 400;
    private static final int MOST_WRITES = 4_000;

    @TempDir
    Path folder;

    private final Random random = new Random(11);
    private final Channel channel = new EmbeddedChannel();

    /** A document's counter had at least this value when so many steps had been taken on the disk. */
    private record Acknowledged(int steps, int id, int counter) {}

    private final List<Acknowledged> acknowledged = new ArrayList<>();

    @Test
    void everyDiskThatAPowerCutMayLeaveHoldsWhatWasAcknowledged() throws IOException {
        RecordingDisk.register();
        int started = RecordingDisk.taken();
        runForAWhile();
        List<RecordingDisk.Step> steps = RecordingDisk.STEPS.subList(started, RecordingDisk.taken());
        int firstAcknowledgement = acknowledged.get(0).steps() - started;
        int[] cuts =
                random.ints(CUTS, firstAcknowledgement, steps.size()).sorted().toArray();

        Map<String, Disk> safe = new HashMap<>();
        Map<String, List<RecordingDisk.Step>> unsafe = new HashMap<>();
        int done = 0;
        for (int number = 0; number < cuts.length; number++) {
            for (; done < cuts[number]; done++) {
                RecordingDisk.Step step = steps.get(done);
                List<RecordingDisk.Step> since = unsafe.computeIfAbsent(step.file(), file -> new ArrayList<>());
                since.add(step);
                if (step.isForce()) {
                    Disk disk = safe.computeIfAbsent(step.file(), file -> new Disk());
                    since.forEach(disk::take);
                    since.clear();
                }
            }
            String name = "cut-" + number + ".mv";
            for (String file : unsafe.keySet()) {
                Disk left = safe.getOrDefault(file, new Disk()).copy();
                unsafe.get(file).forEach(step -> left.takeSome(step, random));
                left.writeTo(folder.resolve(file.endsWith(".mark") ? name + ".mark" : name));
            }
            check(folder.resolve(name), started + cuts[number]);
        }
    }

    private void runForAWhile() {
        DurableBackend backend = DurableBackend.onDisk(RecordingDisk.SCHEME + ":" + folder.resolve("store.mv"));
        insertIndex(backend);
        long end = System.nanoTime() + RUN_NANOS;
        List<Integer> counters = new ArrayList<>();
        for (int turn = 0; turn < LEAST_WRITES || (System.nanoTime() < end && turn < MOST_WRITES); turn++) {
            int id = turn % 3 == 0 ? counters.size() : random.nextInt(counters.size());
            if (id == counters.size()) {
                counters.add(0);
                command(
                        backend,
                        "insert",
                        new Document("insert", "things")
                                .append("ordered", true)
                                .append(
                                        "documents",
                                        List.of(new Document("_id", id)
                                                .append("k", List.of("key-" + id, "also-" + id))
                                                .append("n", 0)
                                                .append("text", "x".repeat(random.nextInt(1_500))))));
            } else {
                int next = counters.get(id) + 1;
                counters.set(id, next);
                command(
                        backend,
                        "update",
                        new Document("update", "things")
                                .append(
                                        "updates",
                                        List.of(new Document("q", new Document("_id", id))
                                                .append("u", new Document("$set", new Document("n", next))))));
            }
            acknowledged.add(new Acknowledged(RecordingDisk.taken(), id, counters.get(id)));
            if (turn % 20 == 0) {
                backend.compactOneStep();
            }
        }
        backend.close();
    }

    private void insertIndex(DurableBackend backend) {
        command(
                backend,
                "createIndexes",
                new Document("createIndexes", "things")
                        .append(
                                "indexes",
                                List.of(new Document("key", new Document("k", 1))
                                        .append("name", "k_unique")
                                        .append("unique", true))));
    }

    private Document command(DurableBackend backend, String name, Document query) {
        return backend.handleCommand(channel, "test", name, query);
    }

    @SuppressWarnings("unchecked")
    private List<Document> find(DurableBackend backend, Document filter) {
        Document answer = command(backend, "find", new Document("find", "things").append("filter", filter));
        return new ArrayList<>((List<Document>) ((Document) answer.get("cursor")).get("firstBatch"));
    }

    private void check(Path file, int steps) throws IOException {
        Map<Integer, Integer> atLeast = new HashMap<>();
        for (Acknowledged each : acknowledged) {
            if (each.steps() > steps) {
                break;
            }
            atLeast.merge(each.id(), each.counter(), Math::max);
        }
        DurableBackend backend = DurableBackend.onDisk(file.toString());
        try {
            Map<Integer, Document> found = new HashMap<>();
            find(backend, new Document()).forEach(document -> found.put((Integer) document.get("_id"), document));
            assertThat(found.keySet()).containsAll(atLeast.keySet());
            assertThat(found.size()).isBetween(atLeast.size(), atLeast.size() + 1);
            atLeast.forEach((id, counter) ->
                    assertThat((Integer) found.get(id).get("n")).isBetween(counter, counter + 1));
            for (Document document : found.values()) {
                assertThat(find(backend, new Document("k", "also-" + document.get("_id"))))
                        .containsExactly(document);
            }
        } finally {
            backend.close();
            Files.delete(file);
            Files.delete(Path.of(file + ".mark"));
        }
    }

    /** The bytes of a file. */
    private static final class Disk {
        private byte[] bytes = new byte[0];
        private int length;

        Disk copy() {
            Disk copy = new Disk();
            copy.bytes = Arrays.copyOf(bytes, length);
            copy.length = length;
            return copy;
        }

        void take(RecordingDisk.Step step) {
            if (step.isCut()) {
                length = (int) Math.min(length, step.cutTo());
            } else if (!step.isForce()) {
                put(step.position(), step.bytes(), 0, step.bytes().length);
            }
        }

        /** Some sectors of a write, or the whole of a cut, or nothing. */
        void takeSome(RecordingDisk.Step step, Random random) {
            if (step.isCut()) {
                if (random.nextBoolean()) {
                    take(step);
                }
                return;
            }
            int kind = random.nextInt(4);
            for (int from = 0; from < step.bytes().length; from += SECTOR) {
                int size = Math.min(SECTOR, step.bytes().length - from);
                boolean kept = kind == 0 || (kind > 1 && random.nextBoolean());
                if (kept) {
                    put(step.position(), step.bytes(), from, size);
                }
            }
        }

        private void put(long position, byte[] source, int from, int size) {
            int at = (int) position + from;
            if (at + size > bytes.length) {
                bytes = Arrays.copyOf(bytes, Math.max(at + size, bytes.length * 2));
            }
            if (at > length) {
                Arrays.fill(bytes, length, at, (byte) 0);
            }
            System.arraycopy(source, from, bytes, at, size);
            length = Math.max(length, at + size);
        }

        void writeTo(Path file) throws IOException {
            Files.write(file, Arrays.copyOf(bytes, length));
        }
    }
}
