package uk.smartenergy.incident.incident.read.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.incident.IncidentId;
import uk.smartenergy.incident.api.shared.Moment;
import uk.smartenergy.incident.api.shared.Viewer;

/**
 * The image of all Incidents. This is the one door to it, and here it is decided who sees what: each question says who asks, and gets what
 * this viewer may see and nothing else.
 */
public final class IncidentRecords {
    /** The references from here on are given out by chance, so the highest one means nothing. */
    private static final long FIRST_RANDOM_NUMBER = 500_000_000_000L;

    /** @param ordinal its place in the feed of the viewer's class. @param position its place in the event store */
    public record FeedItem(long ordinal, long position) {}

    private record Image(Map<IncidentId, IncidentHistory> histories, FeedIndex clearedFeed, FeedIndex openFeed) {
        static Image empty() {
            return new Image(new ConcurrentHashMap<>(), new FeedIndex(), new FeedIndex());
        }
    }

    private volatile Image image = Image.empty();
    private volatile long highestNumber;

    /** Calls with each Incident that the viewer may see, as of and as known at that moment, if it existed then. In no order. */
    public void forEach(Viewer viewer, Moment moment, Consumer<IncidentFold> use) {
        for (IncidentHistory history : image.histories.values()) {
            if (history.isVisibleTo(viewer)) {
                IncidentFold fold = history.atOrNull(moment);
                if (fold != null) {
                    use.accept(fold);
                }
            }
        }
    }

    /** That Incident, if it exists and the viewer may see it. */
    public Optional<IncidentHistory> find(Viewer viewer, IncidentId id) {
        return Optional.ofNullable(image.histories.get(id)).filter(history -> history.isVisibleTo(viewer));
    }

    /** The next events in the feed that the viewer may see, without what cannot be seen. */
    public List<FeedItem> feed(Viewer viewer, long after, int limit) {
        Image now = image;
        FeedIndex feed = viewer.cleared() ? now.clearedFeed : now.openFeed;
        int size = feed.size();
        List<FeedItem> items = new ArrayList<>();
        if (after >= size) {
            return items;
        }
        for (long next = Math.max(after, 0) + 1; next <= size && items.size() < limit; next++) {
            int ordinal = (int) next;
            IncidentHistory history = now.histories.get(feed.incident(ordinal));
            if (history != null && history.isVisibleTo(viewer)) {
                items.add(new FeedItem(ordinal, feed.position(ordinal)));
            }
        }
        return items;
    }

    /** The highest number of a reference given out in order; 0 if there is none. */
    public long highestNumber() {
        return highestNumber;
    }

    public int size() {
        return image.histories.size();
    }

    @Nullable
    IncidentHistory history(IncidentId id) {
        return image.histories.get(id);
    }

    void put(IncidentHistory history) {
        image.histories.put(history.id(), history);
        long number = history.id().number();
        if (number < FIRST_RANDOM_NUMBER && number > highestNumber) {
            highestNumber = number;
        }
    }

    void addToFeed(long position, IncidentHistory history) {
        Image now = image;
        now.clearedFeed.add(position, history.id());
        if (!history.isRed()) {
            now.openFeed.add(position, history.id());
        }
    }

    void clear() {
        image = Image.empty();
        highestNumber = 0;
    }
}
