package uk.smartenergy.incident.platform.eventstore;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.MongoWriteConcernException;
import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertManyOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens a store and has the server show, on a scratch collection, that it keeps what the engine is built upon. */
final class ServerPromises {

    private static final Logger LOG = LoggerFactory.getLogger(ServerPromises.class);

    static final String KEY_INDEX = "k_unique";

    private static final String EVENTS = "events";
    private static final String SNAPSHOTS = "snapshots";
    private static final String CHECKS = "eventstore_checks";

    private static final int DUPLICATE_KEY = 11000;
    private static final int BAD_VALUE = 2;
    private static final int FAILED_TO_PARSE = 9;
    private static final int INVALID_OPTIONS = 72;
    private static final int UNKNOWN_WRITE_CONCERN = 79;
    private static final int COMMAND_NOT_SUPPORTED = 115;
    private static final int INVALID_READ_CONCERN = 148;
    /** Codes by which a server says that it does not know a concern; that it cannot meet one now is another matter. */
    private static final Set<Integer> NOT_KNOWN = Set.of(
            BAD_VALUE,
            FAILED_TO_PARSE,
            INVALID_OPTIONS,
            UNKNOWN_WRITE_CONCERN,
            COMMAND_NOT_SUPPORTED,
            INVALID_READ_CONCERN);

    private static final List<WriteConcern> WRITE_CONCERNS = List.of(
            WriteConcern.MAJORITY.withJournal(true), WriteConcern.MAJORITY, WriteConcern.JOURNALED, WriteConcern.W1);

    private final MongoDatabase database;
    private final String mark = UUID.randomUUID().toString();

    private ServerPromises(MongoDatabase database) {
        this.database = database.withReadPreference(ReadPreference.primary());
    }

    static Store open(MongoDatabase database, Lookup lookup) {
        return new ServerPromises(database).open(lookup);
    }

    private Store open(Lookup lookup) {
        MongoCollection<BsonDocument> checks = database.getCollection(CHECKS, BsonDocument.class);
        try {
            checks = checks.withWriteConcern(writeConcern(checks));
            checks = checks.withReadConcern(readConcern(checks));
            uniqueKeys(checks);
            prove(checks);
        } finally {
            tidyUp(checks);
        }
        MongoCollection<BsonDocument> events = alike(EVENTS, checks);
        uniqueKeys(events);
        return new Store(events, alike(SNAPSHOTS, checks), checks, isRange(lookup));
    }

    private MongoCollection<BsonDocument> alike(String name, MongoCollection<BsonDocument> checks) {
        return database.getCollection(name, BsonDocument.class)
                .withReadConcern(checks.getReadConcern())
                .withWriteConcern(checks.getWriteConcern());
    }

    private void uniqueKeys(MongoCollection<BsonDocument> collection) {
        collection
                .withWriteConcern(database.getWriteConcern())
                .createIndex(
                        Indexes.ascending(Layout.KEYS),
                        new IndexOptions().unique(true).name(KEY_INDEX));
    }

    private WriteConcern writeConcern(MongoCollection<BsonDocument> checks) {
        for (WriteConcern concern : WRITE_CONCERNS) {
            try {
                checks.withWriteConcern(concern).insertMany(List.of(document("concern-" + concern.hashCode())));
                if (!concern.equals(WRITE_CONCERNS.get(0))) {
                    LOG.error(
                            "The server does not know {}. Events are written with {} only",
                            WRITE_CONCERNS.get(0),
                            concern);
                }
                return concern;
            } catch (MongoCommandException | MongoBulkWriteException | MongoWriteConcernException e) {
                if (!isNotKnown(e)) {
                    throw e;
                }
            }
        }
        throw new EventStoreException("The server takes no write concern at all");
    }

    private static ReadConcern readConcern(MongoCollection<BsonDocument> checks) {
        try {
            checks.withReadConcern(ReadConcern.MAJORITY)
                    .find(Filters.eq(Layout.ID, "none"))
                    .first();
            return ReadConcern.MAJORITY;
        } catch (MongoCommandException e) {
            if (!isNotKnown(e)) {
                throw e;
            }
            LOG.error("The server does not know the read concern majority. Events are read as it sees fit", e);
            return ReadConcern.DEFAULT;
        }
    }

    private static boolean isNotKnown(MongoException e) {
        int code = e.getCode();
        String message = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
        if (e instanceof MongoBulkWriteException bulk && bulk.getWriteConcernError() != null) {
            code = bulk.getWriteConcernError().getCode();
        }
        return NOT_KNOWN.contains(code)
                && (message.contains("concern")
                        || message.contains("journal")
                        || message.contains("'j'")
                        || message.contains("majority"));
    }

    private void prove(MongoCollection<BsonDocument> checks) {
        insert(checks, List.of(document("1", "a", "b")));
        int refused = refusedAt(checks, List.of(document("2", "b", "c")));
        require(refused == 0, "a unique index on an array holds across documents");

        refused = refusedAt(checks, List.of(document("3", "d"), document("1", "e"), document("4", "f")));
        require(refused == 1, "_id is unique, and the refused document is named");
        require(isStored(checks, "3"), "an ordered insertion keeps what comes before the first error");
        require(!isStored(checks, "4"), "an ordered insertion stops at the first error");

        BsonDocument found =
                checks.find(Filters.in(Layout.KEYS, key("b"), key("none"))).first();
        require(
                found != null && found.getString(Layout.ID).getValue().equals(id("1")),
                "a document is found by any of its keys");
    }

    private static void insert(MongoCollection<BsonDocument> checks, List<BsonDocument> documents) {
        checks.insertMany(documents, new InsertManyOptions().ordered(true));
    }

    private static int refusedAt(MongoCollection<BsonDocument> checks, List<BsonDocument> documents) {
        try {
            insert(checks, documents);
            return -1;
        } catch (MongoBulkWriteException e) {
            return e.getWriteErrors().stream()
                    .filter(error -> error.getCode() == DUPLICATE_KEY)
                    .map(error -> error.getIndex())
                    .findFirst()
                    .orElse(-1);
        }
    }

    private boolean isStored(MongoCollection<BsonDocument> checks, String name) {
        return checks.find(Filters.eq(Layout.ID, id(name))).first() != null;
    }

    private static void require(boolean kept, String promise) {
        if (!kept) {
            throw new EventStoreException(
                    "This server cannot hold the events, because it does not keep a promise: " + promise);
        }
    }

    private BsonDocument document(String name, String... keys) {
        List<BsonValue> values = new ArrayList<>();
        for (String key : keys.length == 0 ? new String[] {name} : keys) {
            values.add(new BsonString(key(key)));
        }
        return new BsonDocument(Layout.ID, new BsonString(id(name))).append(Layout.KEYS, new BsonArray(values));
    }

    private String id(String name) {
        return mark + ' ' + name;
    }

    private String key(String name) {
        return mark + ' ' + name;
    }

    private void tidyUp(MongoCollection<BsonDocument> checks) {
        try {
            List<String> ids = new ArrayList<>(List.of(id("1"), id("2"), id("3"), id("4")));
            WRITE_CONCERNS.forEach(concern -> ids.add(id("concern-" + concern.hashCode())));
            checks.deleteMany(Filters.in(Layout.ID, ids));
        } catch (MongoException e) {
            LOG.debug("The documents of a check stay behind", e);
        }
    }

    /** MongoDB tells about its storage engines; servers that only speak its protocol do not. */
    private boolean isRange(Lookup lookup) {
        if (lookup != Lookup.AUTO) {
            return lookup == Lookup.RANGE;
        }
        try {
            BsonDocument about =
                    database.runCommand(new BsonDocument("buildInfo", new BsonInt32(1)), BsonDocument.class);
            return about.containsKey("storageEngines");
        } catch (MongoCommandException e) {
            LOG.info("The server does not tell what it is: {}", e.getErrorMessage());
            return false;
        }
    }
}
