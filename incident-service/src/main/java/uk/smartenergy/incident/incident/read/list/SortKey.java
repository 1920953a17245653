package uk.smartenergy.incident.incident.read.list;

import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.incident.IncidentId;
import uk.smartenergy.incident.api.incident.IncidentQuery.SortBy;
import uk.smartenergy.incident.api.shared.Moment;
import uk.smartenergy.incident.incident.read.record.IncidentFold;
import uk.smartenergy.incident.incident.read.record.IncidentViews;

/**
 * The place of an Incident in a sorted list.
 *
 * @param value what it is sorted by, numbers as seconds; {@code null} if it has none, then it comes last whichever way is sorted
 * @param id tells apart those of the same value
 */
record SortKey(@Nullable Instant value, IncidentId id) {

    static SortKey of(SortBy sortBy, IncidentFold fold, Moment moment, IncidentViews views) {
        Instant value = switch (sortBy) {
            case RAISED_AT -> fold.raisedAt();
            case RECORDED_AT -> fold.recordedAt();
            case CATEGORY -> Instant.ofEpochSecond(fold.category().number());
            case STATE -> Instant.ofEpochSecond(fold.state().ordinal());
            case ID -> Instant.EPOCH;
            case RESOLVED_AT -> fold.life().resolvedAt();
            case RESOLUTION_DUE_AT -> views.resolution(fold, moment).dueAt();
        };
        return new SortKey(value, fold.id());
    }

    static Comparator<SortKey> order(boolean descending) {
        Comparator<Instant> values = descending ? Comparator.reverseOrder() : Comparator.naturalOrder();
        Comparator<IncidentId> ids = descending ? Comparator.reverseOrder() : Comparator.naturalOrder();
        return (a, b) -> {
            Instant x = a.value();
            Instant y = b.value();
            int byValue = x == null || y == null ? Boolean.compare(x == null, y == null) : values.compare(x, y);
            return byValue != 0 ? byValue : ids.compare(a.id(), b.id());
        };
    }
}
