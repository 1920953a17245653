package uk.smartenergy.incident.platform.embedded;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractSynchronizedMongoCollection;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DocumentWithPosition;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.backend.ValueComparator;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.stream.Stream;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * A collection as a map from {@code _id} to encoded document. Every read decodes its own copy, so nothing that an
 * update changes is seen half done.
 */
final class StoredCollection extends AbstractSynchronizedMongoCollection<Object> {

    private final MVMap<Object, byte[]> documents;

    StoredCollection(
            MongoDatabase database,
            String name,
            CollectionOptions options,
            MVMap<Object, byte[]> documents,
            CursorRegistry cursors) {
        super(database, name, options, cursors);
        this.documents = documents;
    }

    @Override
    protected Object addDocumentInternal(Document document) {
        String idField = getIdField();
        Object id = idField == null ? UUID.randomUUID() : Utils.getSubdocumentValue(document, idField);
        Object position = Missing.ofNullable(id);
        byte[] previous = documents.put(position, BsonTypes.encode(document));
        if (previous != null) {
            throw new IllegalStateException("A document with _id " + id + " exists already in " + this);
        }
        return position;
    }

    @Override
    protected void handleUpdate(Object position, Document oldDocument, Document newDocument) {
        documents.put(position, BsonTypes.encode(newDocument));
    }

    @Override
    protected void removeDocument(Object position) {
        if (documents.remove(position) == null) {
            throw new NoSuchElementException("No document with _id " + position);
        }
    }

    @Override
    protected Document getDocument(Object position) {
        byte[] bytes = documents.get(position);
        if (bytes == null) {
            throw new NoSuchElementException("No document with _id " + position);
        }
        return BsonTypes.decode(bytes);
    }

    /**
     * As in the parent class, an index serves a query on exactly its keys; here also one that asks for more than the
     * key: the index finds the few, the matcher does the rest.
     */
    @Override
    protected QueryResult queryDocuments(
            Document query,
            @Nullable Document orderBy,
            int numberToSkip,
            int limit,
            int batchSize,
            @Nullable Document fieldSelector) {
        if (query.size() > 1) {
            for (Index<Object> index : getIndexes()) {
                Document part = keysOf(index, query);
                if (part != null && index.canHandle(part)) {
                    return matchDocuments(
                            query, index.getPositions(part), orderBy, numberToSkip, limit, batchSize, fieldSelector);
                }
            }
        }
        return super.queryDocuments(query, orderBy, numberToSkip, limit, batchSize, fieldSelector);
    }

    private static @Nullable Document keysOf(Index<Object> index, Document query) {
        Document part = new Document();
        for (var key : index.getKeys()) {
            Object value = query.get(key.getKey());
            if (value == null) {
                return null;
            }
            part.put(key.getKey(), value);
        }
        return part;
    }

    @Override
    protected QueryResult matchDocuments(
            Document query,
            @Nullable Document orderBy,
            int numberToSkip,
            int limit,
            int batchSize,
            @Nullable Document fieldSelector) {
        Stream<Document> all;
        if (isNaturalDescending(orderBy)) {
            List<Object> keys = new ArrayList<>(documents.keySet());
            keys.sort(ValueComparator.desc());
            all = keys.stream().map(this::getDocument);
        } else {
            all = documents.values().stream().map(BsonTypes::decode);
        }
        return matchDocumentsFromStream(all, query, orderBy, numberToSkip, limit, batchSize, fieldSelector);
    }

    @Override
    protected Stream<DocumentWithPosition<Object>> streamAllDocumentsWithPosition() {
        return documents.entrySet().stream()
                .map(entry -> new DocumentWithPosition<>(BsonTypes.decode(entry.getValue()), entry.getKey()));
    }

    @Override
    public int count() {
        return documents.size();
    }

    @Override
    public boolean isEmpty() {
        return documents.isEmpty();
    }

    @Override
    protected boolean tracksDataSize() {
        return false;
    }

    @Override
    protected void updateDataSize(int sizeDelta) {}

    @Override
    protected int getDataSize() {
        long bytes = 0;
        for (byte[] document : documents.values()) {
            bytes += document.length;
        }
        return (int) Math.min(Integer.MAX_VALUE, bytes);
    }
}
