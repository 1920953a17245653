package uk.smartenergy.incident.problem.read.record;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.incident.IncidentEvent.IncidentLinked;
import uk.smartenergy.incident.api.incident.IncidentId;
import uk.smartenergy.incident.api.incident.LinkType;
import uk.smartenergy.incident.platform.projection.Projection;
import uk.smartenergy.incident.platform.projection.RecordedEvent;

/** Which Problem an Incident names from its own side; also one that is not there, or not yet. */
public final class LinksFromIncidents implements Projection {
    private final Map<String, List<Link>> byProblem = new ConcurrentHashMap<>();
    private final List<Named> taken = new ArrayList<>();
    private volatile long revision;

    /** An Incident was linked to a Problem. */
    public record Link(IncidentId incident, @Nullable String comment, Instant occurredAt, Instant recordedAt) {}

    private record Named(String problem, Link link) {}

    /** In the order in which they were recorded. */
    List<Link> to(String problem) {
        return byProblem.getOrDefault(problem, List.of());
    }

    /** Rises with every change. */
    long revision() {
        return revision;
    }

    @Override
    public String name() {
        return "problem-links";
    }

    @Override
    public void apply(RecordedEvent event) {
        if (event.is(IncidentLinked.class)) {
            IncidentLinked linked = event.payload(IncidentLinked.class);
            if (linked.type() == LinkType.PROBLEM) {
                taken.add(new Named(
                        linked.target(),
                        new Link(linked.incidentId(), linked.comment(), linked.occurredAt(), event.recordedAt())));
            }
        }
    }

    @Override
    public void publish() {
        for (Named named : taken) {
            List<Link> links = new ArrayList<>(to(named.problem()));
            links.add(named.link());
            byProblem.put(named.problem(), List.copyOf(links));
            revision++;
        }
        taken.clear();
    }

    @Override
    public void discard() {
        taken.clear();
    }

    @Override
    public void reset() {
        taken.clear();
        byProblem.clear();
        revision++;
    }
}
