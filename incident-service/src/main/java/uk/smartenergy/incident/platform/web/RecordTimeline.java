package uk.smartenergy.incident.platform.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.shared.RecordEntry;

/** What happened to a record, in the order in which it happened; all of it in one page. */
public record RecordTimeline(
        List<RecordEntry> items, @Nullable String nextCursor, long total) {

    public static RecordTimeline of(List<RecordEntry> entries) {
        return new RecordTimeline(entries, null, entries.size());
    }
}
