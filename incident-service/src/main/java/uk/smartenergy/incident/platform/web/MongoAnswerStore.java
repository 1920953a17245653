package uk.smartenergy.incident.platform.web;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.bson.types.Binary;
import uk.smartenergy.incident.platform.messaging.StoreAway;

/** Answers in the collection {@code answers}, found by {@code _id} alone. */
final class MongoAnswerStore implements AnswerStore {
    private final FirmCollection answers;
    private final Clock clock;

    MongoAnswerStore(MongoDatabase database, Clock clock) {
        this.answers = new FirmCollection(database, "answers");
        this.clock = clock;
    }

    @Override
    public Optional<Answer> find(String id) {
        try {
            return Optional.ofNullable(
                            answers.reading().find(new Document("_id", id)).first())
                    .map(MongoAnswerStore::answer);
        } catch (MongoException away) {
            throw new StoreAway("Answers cannot be read", away);
        }
    }

    @Override
    public void keep(String id, Answer answer) {
        try {
            answers.writing()
                    .insertOne(new Document("_id", id)
                            .append("at", Date.from(clock.instant()))
                            .append("bodyHash", answer.bodyHash())
                            .append("status", answer.status())
                            .append("headers", new Document(Map.copyOf(answer.headers())))
                            .append("body", new Binary(answer.body()))
                            .append("forCleared", answer.forCleared())
                            .append("secretOf", answer.secretOf()));
        } catch (MongoWriteException refused) {
            if (refused.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw new StoreAway("Answers cannot be written", refused);
            }
        } catch (MongoException away) {
            throw new StoreAway("Answers cannot be written", away);
        }
    }

    private static Answer answer(Document document) {
        Map<String, String> headers = new LinkedHashMap<>();
        document.get("headers", Document.class).forEach((name, value) -> headers.put(name, String.valueOf(value)));
        return new Answer(
                document.getString("bodyHash"),
                document.getInteger("status"),
                headers,
                document.get("body", Binary.class).getData(),
                // What was kept before this was noted may tell of anything.
                document.getBoolean("forCleared", true),
                document.getString("secretOf"));
    }
}
