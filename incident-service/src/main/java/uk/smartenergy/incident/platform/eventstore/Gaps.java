package uk.smartenergy.incident.platform.eventstore;

import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.bson.BsonDocument;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Numbers that are missing although later ones are there. That takes a loss: of documents deleted by hand, or of a
 * copy that was not taken at one moment. Readers wait before such a number, and when it stays missing a tombstone is
 * put there, which the index on the number decides over should a writer want it after all.
 */
final class Gaps {

    private static final Logger LOG = LoggerFactory.getLogger(Gaps.class);

    private final EventLog log;
    private final Duration age;
    private final Map<Long, Long> firstSeen = new ConcurrentHashMap<>();

    Gaps(EventLog log, Duration age) {
        this.log = log;
        this.age = age;
    }

    /** Takes note that a number is missing; says whether it is worth looking again at once. */
    boolean foundAt(long commit) {
        long now = System.nanoTime();
        Long before = firstSeen.putIfAbsent(commit, now);
        if (before == null) {
            LOG.warn("Commit {} is missing, although later ones are there. Readers wait for it", commit);
            return false;
        }
        if (now - before < age.toNanos()) {
            return false;
        }
        fill(commit);
        firstSeen.remove(commit);
        return true;
    }

    private void fill(long commit) {
        BsonDocument previous = log.ask(finder -> finder.header(commit - 1));
        Head before = previous == null ? Head.EMPTY : Layout.head(previous);
        Head here = new Head(commit, before.eventsSoFar(), before.latest());
        LOG.error(
                "Commit {} has stayed missing for {} and is filled by a tombstone: what it held is lost", commit, age);
        Store store = log.access().store();
        try {
            store.events()
                    .insertOne(
                            Layout.commit(here, UUID.randomUUID(), List.of(Keys.ofTombstone(commit)), List.of(), true));
        } catch (MongoWriteException e) {
            LOG.info("Commit {} was filled by somebody else", commit, e);
        } catch (MongoException e) {
            throw new EventStoreUnavailableException("The store is away: " + e.getMessage(), e);
        }
    }
}
