package uk.smartenergy.incident.incident.read.feed;

import java.util.ArrayList;
import java.util.List;
import org.axonframework.queryhandling.QueryHandler;
import uk.smartenergy.incident.api.incident.FeedEntry;
import uk.smartenergy.incident.api.incident.IncidentEvent;
import uk.smartenergy.incident.api.incident.IncidentQuery.FeedPage;
import uk.smartenergy.incident.api.incident.IncidentQuery.GetFeed;
import uk.smartenergy.incident.api.shared.Classification;
import uk.smartenergy.incident.api.shared.MetaKeys;
import uk.smartenergy.incident.api.shared.Viewer;
import uk.smartenergy.incident.incident.read.record.IncidentRecords;
import uk.smartenergy.incident.incident.read.record.IncidentRecords.FeedItem;
import uk.smartenergy.incident.incident.read.record.IncidentRecords.FeedItems;
import uk.smartenergy.incident.platform.projection.EventLog;
import uk.smartenergy.incident.platform.projection.RecordedEvent;

/** Answers what has been recorded since a reader last asked. The image says which events, the log has them. */
public final class IncidentFeed {
    private final IncidentRecords records;
    private final EventLog log;

    public IncidentFeed(IncidentRecords records, EventLog log) {
        this.records = records;
        this.log = log;
    }

    @QueryHandler
    public FeedPage on(GetFeed query) {
        FeedItems found = records.feed(query.viewer(), query.after(), query.limit());
        List<FeedItem> items = found.items();
        if (items.isEmpty()) {
            return new FeedPage(List.of(), found.reached());
        }
        List<RecordedEvent> events =
                log.at(items.stream().mapToLong(FeedItem::position).toArray());
        List<FeedEntry> entries = new ArrayList<>(items.size());
        for (int i = 0; i < items.size(); i++) {
            entries.add(entry(query.viewer(), items.get(i).ordinal(), events.get(i)));
        }
        return new FeedPage(List.copyOf(entries), found.reached());
    }

    private FeedEntry entry(Viewer viewer, long ordinal, RecordedEvent recorded) {
        IncidentEvent event = recorded.payload(IncidentEvent.class);
        return new FeedEntry(
                ordinal,
                recorded.eventId(),
                event.getClass().getSimpleName(),
                event.incidentId(),
                recorded.sequence(),
                recorded.metadata(MetaKeys.ACTOR),
                event.occurredAt(),
                recorded.recordedAt(),
                records.find(viewer, event.incidentId())
                        .map(history -> history.raised().classification())
                        .orElse(Classification.RED),
                event);
    }
}
