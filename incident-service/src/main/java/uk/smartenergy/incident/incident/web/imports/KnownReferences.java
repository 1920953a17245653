package uk.smartenergy.incident.incident.web.imports;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import uk.smartenergy.incident.api.incident.IncidentFilter;
import uk.smartenergy.incident.api.incident.IncidentId;
import uk.smartenergy.incident.api.incident.IncidentQuery.FindIncidents;
import uk.smartenergy.incident.api.incident.IncidentQuery.SortBy;
import uk.smartenergy.incident.api.incident.IncidentView;
import uk.smartenergy.incident.api.shared.Classification;
import uk.smartenergy.incident.api.shared.Moment;
import uk.smartenergy.incident.api.shared.Page;
import uk.smartenergy.incident.api.shared.Viewer;
import uk.smartenergy.incident.platform.messaging.Messages;

/**
 * Which Incidents an external reference means, as far as the caller may know: those that an import raised under it, or else those that were raised
 * otherwise and carry it. Remembers the last ones that it found. For one thread.
 */
final class KnownReferences {
    private static final int REMEMBERED = 512;

    /** More than one is ambiguous, however many. */
    private static final int ENOUGH = 3;

    private final Messages messages;
    private final Viewer viewer;
    private final Clock clock;
    private final AtomicBoolean asked;
    private final Map<String, List<Known>> remembered = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, List<Known>> eldest) {
            return size() > REMEMBERED;
        }
    };

    /** @param asked whether this import has waited once for all that was acknowledged before */
    KnownReferences(Messages messages, Viewer viewer, Clock clock, AtomicBoolean asked) {
        this.messages = messages;
        this.viewer = viewer;
        this.clock = clock;
        this.asked = asked;
    }

    record Known(IncidentId incidentId, boolean red) {}

    List<Known> find(String externalReference) {
        List<Known> before = remembered.get(externalReference);
        if (before != null) {
            return before;
        }
        List<Known> found = imported(externalReference);
        if (found.isEmpty()) {
            found = raisedOtherwise(externalReference);
        }
        if (!found.isEmpty()) {
            remembered.put(externalReference, found);
        }
        return found;
    }

    /** An Incident was raised under a reference that meant none before. */
    void remember(String externalReference, IncidentId raised, boolean red) {
        remembered.put(externalReference, List.of(new Known(raised, red)));
    }

    private List<Known> imported(String externalReference) {
        List<Known> found = new ArrayList<>();
        add(found, externalReference, false);
        if (viewer.cleared()) {
            add(found, externalReference, true);
        }
        return found;
    }

    private void add(List<Known> found, String externalReference, boolean red) {
        messages.claimed(ImportClaims.reference(red, externalReference))
                .ifPresent(id -> found.add(new Known(new IncidentId(id), red)));
    }

    private List<Known> raisedOtherwise(String externalReference) {
        if (externalReference.equals(IncidentFilter.NONE)) {
            // To the filter it means those that have none.
            return List.of();
        }
        FindIncidents find = new FindIncidents(
                viewer, Moment.present(clock.instant()), of(externalReference), SortBy.ID, false, null, ENOUGH);
        // Once with all that was acknowledged before; to wait each time for what this very import has just raised would
        // be in vain.
        Page<IncidentView> page = asked.get() ? messages.glance(find) : messages.ask(find);
        asked.set(true);
        return page.items().stream()
                .map(view -> new Known(view.id(), view.classification() == Classification.RED))
                .toList();
    }

    private static IncidentFilter of(String externalReference) {
        return new IncidentFilter(
                Set.of(),
                null,
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(externalReference),
                null,
                null,
                null,
                null,
                null,
                null);
    }
}
