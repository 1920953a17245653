package uk.smartenergy.incident.communication.read.deliveries;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.categorisation.Category;
import uk.smartenergy.incident.api.communication.SubscriptionScope;
import uk.smartenergy.incident.api.incident.IncidentEvent;
import uk.smartenergy.incident.api.incident.IncidentEvent.IncidentAssigned;
import uk.smartenergy.incident.api.incident.IncidentEvent.IncidentCategorised;
import uk.smartenergy.incident.api.incident.IncidentEvent.IncidentRaised;
import uk.smartenergy.incident.api.incident.IncidentId;
import uk.smartenergy.incident.api.incident.IncidentType;
import uk.smartenergy.incident.api.shared.Classification;
import uk.smartenergy.incident.api.shared.Viewer;

/** What of an Incident decides who is told of it. */
final class Subject {
    private final IncidentId id;
    private final IncidentType type;
    private final List<String> services;
    private final @Nullable String region;
    private final Classification classification;
    private final Set<String> concerned = new HashSet<>(2);
    private @Nullable Category category;
    private Instant categorisedAt = Instant.MIN;

    Subject(IncidentRaised raised) {
        this.id = raised.incidentId();
        this.type = raised.type();
        this.services = raised.services();
        this.region = raised.region();
        this.classification = raised.classification();
        concerned.add(raised.raisedBy().party());
    }

    IncidentId id() {
        return id;
    }

    void take(IncidentEvent event) {
        if (event instanceof IncidentAssigned assigned) {
            concerned.add(assigned.resolver());
        } else if (event instanceof IncidentCategorised decided
                && !decided.occurredAt().isBefore(categorisedAt)) {
            category = decided.decision().category();
            categorisedAt = decided.occurredAt();
        }
    }

    boolean isWithin(SubscriptionScope scope) {
        return category != null && scope.holds(id, category, services, region, type);
    }

    boolean isVisibleTo(Viewer viewer) {
        return viewer.maySee(classification, concerned);
    }
}
