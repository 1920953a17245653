package uk.smartenergy.incident.incident.read.record;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.incident.IncidentEvent;
import uk.smartenergy.incident.api.incident.IncidentId;
import uk.smartenergy.incident.platform.projection.Projection;
import uk.smartenergy.incident.platform.projection.RecordedEvent;

/** Feeds the image of all Incidents. */
public final class RecordProjection implements Projection {
    public static final String NAME = "incident-record";

    private record Entry(long position, IncidentId incident) {}

    private final IncidentRecords records;
    private final ToIntFunction<String> rankOfLevel;
    private final Map<IncidentId, List<Fact>> taken = new LinkedHashMap<>();
    private final List<Entry> feed = new ArrayList<>();
    private Compacted compacted = new Compacted();

    public RecordProjection(IncidentRecords records, ToIntFunction<String> rankOfLevel) {
        this.records = records;
        this.rankOfLevel = rankOfLevel;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void apply(RecordedEvent recorded) {
        if (!recorded.is(IncidentEvent.class)) {
            return;
        }
        IncidentEvent event = recorded.payload(IncidentEvent.class);
        IncidentHistory known = records.history(event.incidentId());
        IncidentId id = known != null ? known.id() : event.incidentId();
        List<Fact> facts = taken.computeIfAbsent(id, key -> new ArrayList<>());
        @Nullable Fact before = facts.isEmpty() ? null : facts.getLast();
        facts.add(compacted.fact(id, before, recorded.sequence(), recorded.recordedAt(), event));
        feed.add(new Entry(recorded.position(), event.incidentId()));
    }

    @Override
    public void publish() {
        taken.forEach(this::publish);
        taken.clear();
        for (Entry entry : feed) {
            IncidentHistory history = records.history(entry.incident());
            if (history != null) {
                records.addToFeed(entry.position(), history);
            }
        }
        feed.clear();
    }

    private void publish(IncidentId id, List<Fact> facts) {
        IncidentHistory known = records.history(id);
        records.put(known != null ? known.with(facts) : IncidentHistory.of(facts, rankOfLevel));
    }

    @Override
    public void discard() {
        taken.clear();
        feed.clear();
    }

    @Override
    public void reset() {
        discard();
        records.clear();
        compacted = new Compacted();
    }
}
