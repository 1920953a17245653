package uk.smartenergy.incident.maintenance.read.calendar;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.incident.IncidentEvent.IncidentLinked;
import uk.smartenergy.incident.api.incident.IncidentId;
import uk.smartenergy.incident.api.incident.LinkType;
import uk.smartenergy.incident.api.shared.Moment;
import uk.smartenergy.incident.platform.projection.Projection;
import uk.smartenergy.incident.platform.projection.RecordedEvent;

/** Which Incidents were linked with which window. That they are is on record at the Incident, and only there. */
public final class LinkedIncidents implements Projection {
    private final Map<String, List<Link>> all = new LinkedHashMap<>();
    private final Map<String, List<Link>> taken = new LinkedHashMap<>();
    private volatile Map<String, List<Link>> shown = Map.of();

    record Link(
            IncidentId incident,
            Instant at,
            Instant recordedAt,
            @Nullable String comment) {}

    /** Those that had been linked by then as known then. */
    List<Link> of(String window, Moment moment) {
        return shown.getOrDefault(window, List.of()).stream()
                .filter(link -> moment.includes(link.at(), link.recordedAt()))
                .toList();
    }

    @Override
    public String name() {
        return "maintenance-links";
    }

    @Override
    public void apply(RecordedEvent recorded) {
        if (recorded.is(IncidentLinked.class)) {
            IncidentLinked event = recorded.payload(IncidentLinked.class);
            if (event.type() == LinkType.MAINTENANCE_WINDOW) {
                taken.computeIfAbsent(event.target(), window -> new ArrayList<>())
                        .add(new Link(event.incidentId(), event.occurredAt(), recorded.recordedAt(), event.comment()));
            }
        }
    }

    @Override
    public void publish() {
        if (!taken.isEmpty()) {
            taken.forEach((window, links) ->
                    all.computeIfAbsent(window, any -> new ArrayList<>()).addAll(links));
            taken.clear();
            Map<String, List<Link>> next = new LinkedHashMap<>();
            all.forEach((window, links) -> next.put(window, List.copyOf(links)));
            shown = next;
        }
    }

    @Override
    public void discard() {
        taken.clear();
    }

    @Override
    public void reset() {
        all.clear();
        taken.clear();
        shown = Map.of();
    }
}
