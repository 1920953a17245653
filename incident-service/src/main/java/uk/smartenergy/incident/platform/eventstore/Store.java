package uk.smartenergy.incident.platform.eventstore;

import com.mongodb.client.MongoCollection;
import org.bson.BsonDocument;

/**
 * A store that has shown what it promises.
 *
 * @param events one document for each unit of work
 * @param snapshots one document for each aggregate
 * @param checks where promises and health are tried
 * @param range whether it is looked up by ranges
 */
record Store(
        MongoCollection<BsonDocument> events,
        MongoCollection<BsonDocument> snapshots,
        MongoCollection<BsonDocument> checks,
        boolean range) {}
