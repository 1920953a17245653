package uk.smartenergy.incident.incident.read.record;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.incident.IncidentId;
import uk.smartenergy.incident.api.shared.Classification;
import uk.smartenergy.incident.api.shared.Moment;
import uk.smartenergy.incident.api.shared.Viewer;

/**
 * The image of all Incidents. This is the one door to it, and here it is decided who sees what: each question says who asks, and gets what
 * this viewer may see and nothing else.
 */
public final class IncidentRecords {

    /** @param ordinal its place in the feed of the viewer's class. @param position its place in the event store */
    public record FeedItem(long ordinal, long position) {}

    /** @param reached the last ordinal that need not be looked at again */
    public record FeedItems(List<FeedItem> items, long reached) {}

    /** @param named by external reference, which never changes */
    private record Image(
            Map<IncidentId, IncidentHistory> histories,
            Map<String, Set<IncidentId>> named,
            FeedIndex clearedFeed,
            FeedIndex openFeed) {
        static Image empty() {
            return new Image(new ConcurrentHashMap<>(), new ConcurrentHashMap<>(), new FeedIndex(), new FeedIndex());
        }
    }

    private volatile Image image = Image.empty();
    private volatile long highestNumber;

    /** Calls with each Incident that the viewer may see, as of and as known at that moment, if it existed then. In no order. */
    public void forEach(Viewer viewer, Moment moment, Consumer<IncidentFold> use) {
        image.histories.values().forEach(history -> useIfSeen(history, viewer, moment, use));
    }

    /** The same for those only that have one of these external references; it looks at no others. */
    public void forEachNamed(Viewer viewer, Moment moment, Set<String> references, Consumer<IncidentFold> use) {
        Image now = image;
        references.stream()
                .flatMap(reference -> now.named.getOrDefault(reference, Set.of()).stream())
                .map(now.histories::get)
                .filter(Objects::nonNull)
                .forEach(history -> useIfSeen(history, viewer, moment, use));
    }

    private static void useIfSeen(IncidentHistory history, Viewer viewer, Moment moment, Consumer<IncidentFold> use) {
        if (history.isVisibleTo(viewer)) {
            IncidentFold fold = history.atOrNull(moment);
            if (fold != null) {
                use.accept(fold);
            }
        }
    }

    /** That Incident, if it exists and the viewer may see it. */
    public Optional<IncidentHistory> find(Viewer viewer, IncidentId id) {
        return Optional.ofNullable(image.histories.get(id)).filter(history -> history.isVisibleTo(viewer));
    }

    /** The narrowest classification among those that the viewer may see; WHITE if there are none. */
    public Classification narrowest(Viewer viewer) {
        Classification narrowest = Classification.WHITE;
        for (IncidentHistory history : image.histories.values()) {
            Classification one = history.raised().classification();
            if (one.compareTo(narrowest) > 0 && history.isVisibleTo(viewer)) {
                narrowest = one;
            }
        }
        return narrowest;
    }

    /**
     * The next events in the feed that the viewer may see, without what cannot be seen. Fewer than the limit means that there are no more: readers
     * wait then, so the search does not stop earlier. What it passes over is not looked at again.
     */
    public FeedItems feed(Viewer viewer, long after, int limit) {
        Image now = image;
        FeedIndex feed = viewer.cleared() ? now.clearedFeed : now.openFeed;
        int size = feed.size();
        List<FeedItem> items = new ArrayList<>();
        if (after >= size) {
            return new FeedItems(items, after);
        }
        long reached = Math.max(after, 0);
        for (long next = Math.max(after, 0) + 1; next <= size && items.size() < limit; next++) {
            int ordinal = (int) next;
            IncidentHistory history = now.histories.get(feed.incident(ordinal));
            if (history != null && history.isVisibleTo(viewer)) {
                items.add(new FeedItem(ordinal, feed.position(ordinal)));
                reached = ordinal;
            } else if (history != null && history.isComplete() && reached == ordinal - 1) {
                reached = ordinal;
            }
        }
        return new FeedItems(items, reached);
    }

    /** The highest number of a reference given out in order; 0 if there is none. */
    public long highestNumber() {
        return highestNumber;
    }

    @Nullable
    IncidentHistory history(IncidentId id) {
        return image.histories.get(id);
    }

    void put(IncidentHistory history) {
        Image now = image;
        String reference = history.raised().externalReference();
        if (now.histories.put(history.id(), history) == null && reference != null) {
            now.named.merge(reference, Set.of(history.id()), IncidentRecords::both);
        }
        long number = history.id().number();
        if (number < IncidentId.FIRST_DRAWN && number > highestNumber) {
            highestNumber = number;
        }
    }

    private static Set<IncidentId> both(Set<IncidentId> some, Set<IncidentId> more) {
        Set<IncidentId> all = new HashSet<>(some);
        all.addAll(more);
        return Set.copyOf(all);
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
