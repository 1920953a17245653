package uk.smartenergy.incident.platform.embedded;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.AbstractUniqueIndex;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/** The index on {@code _id}, which is the map of the documents itself: nothing is stored twice. */
final class IdIndex extends AbstractUniqueIndex<Object> {

    private final MVMap<Object, byte[]> documents;

    IdIndex(MVMap<Object, byte[]> documents, String name, List<IndexKey> keys) {
        super(name, keys, false);
        this.documents = documents;
    }

    /** The collection has stored the document already. */
    @Override
    public synchronized void add(Document document, Object position, MongoCollection<Object> collection) {}

    /** The collection removes the document itself. */
    @Override
    protected @Nullable Object removeDocument(KeyValue keyValue) {
        return getPosition(keyValue);
    }

    @Override
    protected boolean putKeyPosition(KeyValue keyValue, Object position) {
        return true;
    }

    @Override
    protected Iterable<Entry<KeyValue, Object>> getIterable() {
        List<Entry<KeyValue, Object>> entries = new ArrayList<>();
        documents.keySet().forEach(key -> entries.add(Map.entry(new KeyValue(key), key)));
        return entries;
    }

    /** The key as it was stored: a query may name the same number in another type. */
    @Override
    protected @Nullable Object getPosition(KeyValue keyValue) {
        Object wanted = de.bwaldvogel.mongo.backend.Missing.ofNullable(keyValue.get(0));
        Object found = documents.ceilingKey(wanted);
        return found != null && BsonTypes.VALUE.compare(found, wanted) == 0 ? found : null;
    }

    @Override
    public long getCount() {
        return documents.sizeAsLong();
    }

    @Override
    public long getDataSize() {
        return 0;
    }
}
