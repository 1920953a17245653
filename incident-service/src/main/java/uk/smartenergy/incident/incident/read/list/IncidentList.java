package uk.smartenergy.incident.incident.read.list;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.Consumer;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.incident.IncidentFilter;
import uk.smartenergy.incident.api.incident.IncidentQuery.FindIncidents;
import uk.smartenergy.incident.api.incident.IncidentQuery.SortBy;
import uk.smartenergy.incident.api.incident.IncidentView;
import uk.smartenergy.incident.api.shared.Moment;
import uk.smartenergy.incident.api.shared.Page;
import uk.smartenergy.incident.incident.read.record.IncidentFold;
import uk.smartenergy.incident.incident.read.record.IncidentRecords;
import uk.smartenergy.incident.incident.read.record.IncidentViews;
import uk.smartenergy.incident.incident.read.record.Selection;

/** Answers what Incidents there are. A page begins after the last Incident of the one before, so that new ones shift nothing. */
public final class IncidentList {
    private final IncidentRecords records;
    private final IncidentViews views;

    public IncidentList(IncidentRecords records, IncidentViews views) {
        this.records = records;
        this.views = views;
    }

    private record Item(SortKey key, IncidentFold fold) {}

    @QueryHandler
    public Page<IncidentView> on(FindIncidents query) {
        Cursor cursor = Cursor.of(query);
        Cursor.@Nullable Place place = query.cursor() == null ? null : cursor.read(query.cursor());
        @Nullable SortKey after = place == null ? null : place.after();
        Instant now = place == null || place.now() == null ? query.moment().now() : place.now();
        Moment moment = new Moment(query.moment().asOf(), query.moment().knownAt(), now);
        Selection selection = new Selection(query.filter(), moment, views);
        Comparator<SortKey> order = SortKey.order(query.descending());
        Best best = new Best(query.limit(), Comparator.comparing(Item::key, order));
        long[] total = {0};
        each(query, fold -> {
            if (selection.test(fold)) {
                total[0]++;
                SortKey key = SortKey.of(query.sortBy(), fold, moment, views);
                if (after == null || order.compare(key, after) > 0) {
                    best.add(new Item(key, fold));
                }
            }
        });
        List<Item> items = best.inOrder();
        return new Page<>(
                items.stream().map(item -> views.view(item.fold(), moment)).toList(),
                best.moreFollow() && !items.isEmpty()
                        ? cursor.write(new Cursor.Place(items.getLast().key(), dependsOnNow(query) ? now : null))
                        : null,
                total[0]);
    }

    /** Due times of pending Incidents move with the present, and so does how long something has been open. */
    private static boolean dependsOnNow(FindIncidents query) {
        IncidentFilter filter = query.filter();
        return query.moment().asOf() == null
                && (query.sortBy() == SortBy.RESOLUTION_DUE_AT
                        || filter.breached() != null
                        || filter.updates().overdue() != null
                        || filter.outcome().asksForTargets()
                        || filter.openLongerThan() != null
                        || filter.openNotLongerThan() != null);
    }

    /** Those that may match; where the external reference is asked for, it leads to them directly. */
    private void each(FindIncidents query, Consumer<IncidentFold> use) {
        Set<String> references = query.filter().externalReferences();
        if (references.isEmpty() || references.contains(IncidentFilter.NONE)) {
            records.forEach(query.viewer(), query.moment(), use);
        } else {
            records.forEachNamed(query.viewer(), query.moment(), references, use);
        }
    }

    /** Keeps the first few of many. */
    private static final class Best {
        private final int limit;
        private final Comparator<Item> order;
        private final PriorityQueue<Item> worstFirst;
        private boolean more;

        Best(int limit, Comparator<Item> order) {
            this.limit = Math.max(limit, 0);
            this.order = order;
            this.worstFirst = new PriorityQueue<>(order.reversed());
        }

        void add(Item item) {
            if (worstFirst.size() < limit) {
                worstFirst.add(item);
                return;
            }
            more = true;
            Item worst = worstFirst.peek();
            if (worst != null && order.compare(item, worst) < 0) {
                worstFirst.poll();
                worstFirst.add(item);
            }
        }

        boolean moreFollow() {
            return more;
        }

        List<Item> inOrder() {
            List<Item> items = new ArrayList<>(worstFirst);
            items.sort(order);
            return items;
        }
    }
}
