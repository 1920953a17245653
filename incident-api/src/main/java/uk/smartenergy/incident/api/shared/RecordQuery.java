package uk.smartenergy.incident.api.shared;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What can be asked of every record that has {@link RecordEvent}s, whatever it is. */
public sealed interface RecordQuery<R> extends Query<R> {

    /** The events of one record in the order in which they happened; empty if the viewer may not know that it exists. */
    record GetRecordTimeline(Viewer viewer, Moment moment, String record)
            implements RecordQuery<Optional<List<RecordEntry>>> {}

    /** What was recorded of these records after one instant and until another, in the order of recording; nothing of those that the viewer may not see. */
    record FindRecordEvents(Viewer viewer, Set<String> records, Instant after, Instant until)
            implements RecordQuery<List<RecordEntry>> {
        public FindRecordEvents {
            records = Set.copyOf(records);
        }
    }
}
