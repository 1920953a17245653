package uk.smartenergy.incident.platform.record;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import uk.smartenergy.incident.api.shared.MetaKeys;
import uk.smartenergy.incident.api.shared.RecordEvent;
import uk.smartenergy.incident.platform.projection.Projection;
import uk.smartenergy.incident.platform.projection.RecordedEvent;

/**
 * An image that keeps every event of some kind of record, by record, so that a view can be folded from them for any moment. For records of which
 * there are thousands, not millions: Problems, reports, windows of Planned Maintenance; not for Incidents.
 *
 * @param <E> the sealed kind of event
 */
public final class Histories<E extends RecordEvent> implements Projection {
    private final String name;
    private final Class<E> type;
    private final Map<String, List<Fact<E>>> all = new LinkedHashMap<>();
    private final Map<String, Integer> published = new LinkedHashMap<>();
    private final Set<String> touched = new LinkedHashSet<>();
    private volatile Map<String, History<E>> shown = Map.of();

    /** @param name of the projection, as health and metrics show it */
    public Histories(String name, Class<E> type) {
        this.name = name;
        this.type = type;
    }

    public Optional<History<E>> find(String record) {
        return Optional.ofNullable(shown.get(record));
    }

    /** In the order in which they began to be recorded. */
    public Collection<History<E>> all() {
        return shown.values();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void apply(RecordedEvent recorded) {
        if (recorded.is(type)) {
            E event = recorded.payload(type);
            all.computeIfAbsent(event.record(), record -> new ArrayList<>())
                    .add(new Fact<>(
                            event,
                            recorded.sequence(),
                            recorded.eventId(),
                            recorded.recordedAt(),
                            recorded.metadata(MetaKeys.ACTOR),
                            recorded.metadata(MetaKeys.ACTOR_PARTY)));
            touched.add(event.record());
        }
    }

    @Override
    public void publish() {
        if (touched.isEmpty()) {
            return;
        }
        Map<String, History<E>> next = new LinkedHashMap<>(shown);
        for (String record : touched) {
            List<Fact<E>> facts = all.getOrDefault(record, List.of());
            next.put(record, new History<>(record, facts));
            published.put(record, facts.size());
        }
        touched.clear();
        shown = java.util.Collections.unmodifiableMap(next);
    }

    @Override
    public void discard() {
        for (String record : touched) {
            int kept = published.getOrDefault(record, 0);
            List<Fact<E>> facts = all.getOrDefault(record, List.of());
            if (kept == 0) {
                all.remove(record);
            } else {
                facts.subList(kept, facts.size()).clear();
            }
        }
        touched.clear();
    }

    @Override
    public void reset() {
        all.clear();
        published.clear();
        touched.clear();
        shown = Map.of();
    }
}
