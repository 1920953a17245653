package uk.smartenergy.incident.problem.read.suggestions;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.incident.IncidentEvent;
import uk.smartenergy.incident.api.incident.IncidentEvent.IncidentCategorised;
import uk.smartenergy.incident.api.incident.IncidentEvent.IncidentLinked;
import uk.smartenergy.incident.api.incident.IncidentEvent.IncidentRaised;
import uk.smartenergy.incident.api.incident.IncidentId;
import uk.smartenergy.incident.api.incident.LinkType;
import uk.smartenergy.incident.api.problem.WatchEvent.WatchBegun;
import uk.smartenergy.incident.api.shared.MetaKeys;
import uk.smartenergy.incident.platform.projection.Projection;
import uk.smartenergy.incident.platform.projection.RecordedEvent;

/** The image of what makes Incidents like each other, and of which were ever Major Incidents. */
public final class Cases implements Projection {
    private static final String IMPORTED = "true";

    private final Map<IncidentId, Case> all = new ConcurrentHashMap<>();
    /** Those that were ever Major Incidents. */
    private final Set<IncidentId> major = ConcurrentHashMap.newKeySet();

    private final Map<IncidentId, Case> taken = new HashMap<>();
    private @Nullable Instant takenWatch;
    private volatile @Nullable Instant watchedSince;
    private volatile long revision;

    Collection<Case> all() {
        return all.values();
    }

    /** Whether this was recorded when the service already watched over Major Incidents. */
    boolean isWatched(Case.Decision decision) {
        Instant since = watchedSince;
        return since != null && !decision.recordedAt().isBefore(since);
    }

    /** Rises with every change. */
    long revision() {
        return revision;
    }

    /** Those that were ever Major Incidents, in the order of their references. */
    List<Case> everMajor() {
        return major.stream()
                .sorted()
                .flatMap(id -> Stream.ofNullable(all.get(id)))
                .toList();
    }

    @Override
    public String name() {
        return "problem-cases";
    }

    @Override
    public void apply(RecordedEvent recorded) {
        if (recorded.is(WatchBegun.class)) {
            takenWatch = recorded.payload(WatchBegun.class).occurredAt();
        }
        if (!recorded.is(IncidentEvent.class)) {
            return;
        }
        Instant at = recorded.recordedAt();
        IncidentEvent event = recorded.payload(IncidentEvent.class);
        IncidentId id = event.incidentId();
        if (event instanceof IncidentRaised raised) {
            taken.put(id, new Case(raised, at, at, List.of(), List.of()));
            return;
        }
        @Nullable Case known = taken.containsKey(id) ? taken.get(id) : all.get(id);
        if (known != null) {
            taken.put(id, after(known, event, recorded));
        }
    }

    private static Case after(Case known, IncidentEvent event, RecordedEvent recorded) {
        Instant at = recorded.recordedAt();
        return switch (event) {
            case IncidentCategorised categorised ->
                known.with(new Case.Decision(
                        categorised.decision().category(),
                        categorised.occurredAt(),
                        at,
                        IMPORTED.equals(recorded.metadata(MetaKeys.IMPORTED))));
            case IncidentLinked linked
            when linked.type() == LinkType.RECURRENCE_OF && IncidentId.isValid(linked.target()) ->
                known.with(new Case.Recurrence(new IncidentId(linked.target()), linked.occurredAt(), at));
            default -> known.touched(at);
        };
    }

    @Override
    public void publish() {
        if (takenWatch != null) {
            watchedSince = takenWatch;
            takenWatch = null;
        }
        if (!taken.isEmpty()) {
            all.putAll(taken);
            taken.values().stream().filter(Case::wasEverMajor).forEach(one -> major.add(one.id()));
            taken.clear();
            revision++;
        }
    }

    @Override
    public void discard() {
        taken.clear();
        takenWatch = null;
    }

    @Override
    public void reset() {
        taken.clear();
        all.clear();
        major.clear();
        takenWatch = null;
        watchedSince = null;
        revision++;
    }
}
