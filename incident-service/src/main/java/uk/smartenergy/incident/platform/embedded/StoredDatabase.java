package uk.smartenergy.incident.platform.embedded;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractSynchronizedMongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.oplog.Oplog;
import java.util.List;
import org.h2.mvstore.FileStore;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;

/** A database whose collections and indexes are maps of one MVStore. */
final class StoredDatabase extends AbstractSynchronizedMongoDatabase<Object> {

    static final String DOCUMENTS = "documents.";
    private static final String INDEX = "index.";
    private static final String ID_INDEX = "_id_";

    private final MVStore store;

    StoredDatabase(String databaseName, MVStore store, CursorRegistry cursors) {
        super(databaseName, cursors);
        this.store = store;
        initializeNamespacesAndIndexes();
    }

    @Override
    protected Index<Object> openOrCreateUniqueIndex(
            String collectionName, String indexName, List<IndexKey> keys, boolean sparse) {
        if (indexName.equals(ID_INDEX)) {
            return new IdIndex(documents(collectionName), indexName, keys);
        }
        MVMap<KeyValue, Object> entries = store.openMap(
                indexMap(collectionName, indexName),
                new MVMap.Builder<KeyValue, Object>()
                        .keyType(BsonTypes.INDEX_KEY)
                        .valueType(BsonTypes.VALUE));
        return new StoredIndex(entries, indexName, keys, sparse);
    }

    @Override
    protected MongoCollection<Object> openOrCreateCollection(String collectionName, CollectionOptions options) {
        return new StoredCollection(this, collectionName, options, documents(collectionName), cursorRegistry);
    }

    private MVMap<Object, byte[]> documents(String collectionName) {
        return store.openMap(
                DOCUMENTS + getFullCollectionNamespace(collectionName),
                new MVMap.Builder<Object, byte[]>().keyType(BsonTypes.VALUE).valueType(BsonTypes.DOCUMENT));
    }

    private String indexMap(String collectionName, String indexName) {
        return INDEX + getFullCollectionNamespace(collectionName) + "." + indexName;
    }

    @Override
    protected void dropIndex(MongoCollection<Object> collection, String indexName) {
        super.dropIndex(collection, indexName);
        String map = indexMap(collection.getCollectionName(), indexName);
        if (store.hasMap(map)) {
            store.removeMap(map);
        }
    }

    @Override
    public void dropCollection(String collectionName, Oplog oplog) {
        super.dropCollection(collectionName, oplog);
        store.removeMap(documents(collectionName));
    }

    @Override
    public void moveCollection(MongoDatabase oldDatabase, MongoCollection<?> collection, String newCollectionName) {
        throw new UnsupportedOperationException("The embedded server does not rename collections");
    }

    @Override
    protected long getStorageSize() {
        FileStore<?> file = store.getFileStore();
        return file == null ? 0 : file.size();
    }

    @Override
    protected long getFileSize() {
        return getStorageSize();
    }
}
