package uk.smartenergy.incident.platform.eventstore;

import com.mongodb.client.MongoClient;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import uk.smartenergy.incident.platform.embedded.EmbeddedMongo;

/**
 * A process to be killed. It opens the data folder, tells what it finds there, checks that order, streams and indexes agree,
 * and then appends from many threads, telling each event that was acknowledged.
 */
final class AppendingProcess {
    private static final int EVENTS_PER_STREAM = 20;
    private static final int BIG = 3_000;

    private final PrintStream out =
            new PrintStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)), false);

    private AppendingProcess() {}

    public static void main(String[] arguments) {
        new AppendingProcess().run(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
    }

    private void run(Path folder, int threads) {
        long began = System.nanoTime();
        EmbeddedMongo server = EmbeddedMongo.open(folder);
        say("OPENED " + (System.nanoTime() - began) / 1_000_000);
        MongoClient client = StoreClients.connect(server.connectionString());
        MongoEventStorageEngine engine = MongoEventStorageEngine.builder()
                .database(client.getDatabase("incident"))
                .settings(EventStoreSettings.embedded())
                .serializer(new EventSerializer(StoreFixture.NAMES))
                .build();
        engine.start();
        tellWhatIsThere(engine);
        for (int i = 0; i < threads; i++) {
            int number = i;
            Thread.ofPlatform().start(() -> append(engine, number));
        }
    }

    private void tellWhatIsThere(MongoEventStorageEngine engine) {
        Map<String, List<String>> streams = new HashMap<>();
        long[] expected = {1};
        engine.readEvents(null, false).forEach(event -> {
            long position = ((GlobalSequenceTrackingToken) event.trackingToken()).getGlobalIndex();
            long commit = position >>> 16;
            if (commit != expected[0] && commit != expected[0] - 1) {
                say("WRONG order: commit " + commit + " where " + expected[0] + " was expected");
            }
            expected[0] = commit + 1;
            String aggregate = ((DomainEventMessage<?>) event).getAggregateIdentifier();
            streams.computeIfAbsent(aggregate, key -> new ArrayList<>()).add(event.getIdentifier());
            synchronized (out) {
                out.println("FOUND " + event.getIdentifier());
            }
        });
        streams.forEach((aggregate, identifiers) -> {
            List<String> stream = engine.readEvents(aggregate)
                    .asStream()
                    .<String>map(event -> event.getIdentifier())
                    .toList();
            if (!stream.equals(identifiers)) {
                say("WRONG stream " + aggregate + ": " + stream.size() + " instead of " + identifiers.size());
            }
        });
    }

    private void append(MongoEventStorageEngine engine, int number) {
        while (true) {
            String aggregate = UUID.randomUUID().toString();
            for (int sequence = 0; sequence < EVENTS_PER_STREAM; sequence += 2) {
                DomainEventMessage<?> first = event(aggregate, sequence);
                DomainEventMessage<?> second = event(aggregate, sequence + 1);
                engine.appendEvents(first, second);
                say("ACK " + first.getIdentifier() + " " + second.getIdentifier());
            }
        }
    }

    private static DomainEventMessage<?> event(String aggregate, int sequence) {
        String text = sequence % 7 == 0 ? "x".repeat(BIG) : "short";
        return new GenericDomainEventMessage<>("Test", aggregate, sequence, text);
    }

    private void say(String line) {
        synchronized (out) {
            out.println(line);
            out.flush();
        }
    }
}
