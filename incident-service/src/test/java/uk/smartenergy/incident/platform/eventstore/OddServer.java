package uk.smartenergy.incident.platform.eventstore;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import io.netty.channel.Channel;
import java.util.concurrent.atomic.AtomicReference;

/** A foreign server, in memory, that can be made to behave as others do, or as none should. */
final class OddServer implements AutoCloseable {

    /** What the server does with a command; null is what it would do anyway. */
    interface Habit {
        Document answer(String command, Document query, java.util.function.Supplier<Document> asUsual);
    }

    static final Habit NONE = (command, query, asUsual) -> asUsual.get();

    final AtomicReference<Habit> habit = new AtomicReference<>(NONE);
    private final MongoServer server = new MongoServer(new MemoryBackend() {
        @Override
        public Document handleCommand(Channel channel, String databaseName, String command, Document query) {
            return habit.get().answer(command, query, () -> super.handleCommand(channel, databaseName, command, query));
        }
    });
    private final String uri = server.bindAndGetConnectionString();

    String uri() {
        return uri;
    }

    static MongoServerError error(int code, String name, String message) {
        return new MongoServerError(code, name, message);
    }

    static boolean isAppend(String command, Document query) {
        return command.equals("insert") && "events".equals(query.get("insert"));
    }

    @Override
    public void close() {
        server.shutdownNow();
    }
}
