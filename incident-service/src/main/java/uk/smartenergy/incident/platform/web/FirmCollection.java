package uk.smartenergy.incident.platform.web;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.MongoWriteConcernException;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A collection that is read from the primary, and whose writes outlive the loss of a server, whatever the connection string says. Which write
 * concern the server knows is tried out on a document aside, before the first write.
 */
public final class FirmCollection {
    private static final Logger log = LoggerFactory.getLogger(FirmCollection.class);
    private static final List<WriteConcern> CONCERNS = List.of(
            WriteConcern.MAJORITY.withJournal(true), WriteConcern.MAJORITY, WriteConcern.JOURNALED, WriteConcern.W1);
    /** By these a server says that it does not know a concern; that it cannot meet one now is another matter. */
    private static final Set<Integer> NOT_KNOWN = Set.of(2, 9, 72, 79, 115);

    private final MongoCollection<Document> collection;
    private final MongoCollection<Document> aside;
    private @Nullable MongoCollection<Document> firm;

    public FirmCollection(MongoDatabase database, String name) {
        MongoDatabase primary = database.withReadPreference(ReadPreference.primary());
        this.collection = primary.getCollection(name);
        this.aside = primary.getCollection("write_checks");
    }

    /** For reading. */
    public MongoCollection<Document> reading() {
        return collection;
    }

    /** For writing. @throws MongoException if the server cannot be reached */
    public synchronized MongoCollection<Document> writing() {
        MongoCollection<Document> known = firm;
        if (known == null) {
            known = collection.withWriteConcern(concern());
            firm = known;
        }
        return known;
    }

    private WriteConcern concern() {
        for (WriteConcern concern : CONCERNS) {
            Document check = new Document("_id", UUID.randomUUID().toString());
            try {
                aside.withWriteConcern(concern).insertMany(List.of(check));
                return concern;
            } catch (MongoCommandException | MongoBulkWriteException | MongoWriteConcernException refused) {
                if (!NOT_KNOWN.contains(code(refused))) {
                    throw refused;
                }
                log.warn("The server does not know {}", concern);
            } finally {
                tidyUp(check);
            }
        }
        throw new IllegalStateException("The server takes no write concern at all");
    }

    private static int code(MongoException refused) {
        return refused instanceof MongoBulkWriteException bulk && bulk.getWriteConcernError() != null
                ? bulk.getWriteConcernError().getCode()
                : refused.getCode();
    }

    private void tidyUp(Document check) {
        try {
            aside.withWriteConcern(WriteConcern.W1).deleteOne(new Document("_id", check.get("_id")));
        } catch (MongoException left) {
            log.debug("The document of a check stays behind", left);
        }
    }
}
