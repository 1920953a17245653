package uk.smartenergy.incident.incident.meters;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.Timestamp;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import uk.smartenergy.incident.api.categorisation.Category;
import uk.smartenergy.incident.api.incident.IncidentEvent;
import uk.smartenergy.incident.api.incident.IncidentEvent.CategoryDisputed;
import uk.smartenergy.incident.api.incident.IncidentEvent.CategoryRuled;
import uk.smartenergy.incident.api.incident.IncidentEvent.IncidentCategorised;
import uk.smartenergy.incident.api.incident.IncidentEvent.IncidentClosed;
import uk.smartenergy.incident.api.incident.IncidentEvent.IncidentEscalated;
import uk.smartenergy.incident.api.incident.IncidentEvent.IncidentRaised;
import uk.smartenergy.incident.api.incident.IncidentEvent.IncidentReopened;
import uk.smartenergy.incident.api.incident.IncidentEvent.IncidentResolved;
import uk.smartenergy.incident.api.incident.IncidentEvent.IncidentRespondedTo;
import uk.smartenergy.incident.api.incident.IncidentId;
import uk.smartenergy.incident.api.incident.IncidentQuery.GetIncident;
import uk.smartenergy.incident.api.incident.IncidentType;
import uk.smartenergy.incident.api.incident.IncidentView;
import uk.smartenergy.incident.api.shared.Classification;
import uk.smartenergy.incident.api.shared.Moment;
import uk.smartenergy.incident.api.shared.Viewer;
import uk.smartenergy.incident.platform.messaging.Messages;
import uk.smartenergy.incident.platform.metrics.Metric;

/**
 * Counts what is recorded of Incidents from now on, RED ones excepted. It is fed each event once, in order, by a processor that begins at the
 * end of the event store whenever the node starts, so it never counts a replay.
 *
 * <p>A figure that cannot be had is left out and logged: metrics never stop anything.
 */
@ProcessingGroup(IncidentMovements.PROCESSOR)
final class IncidentMovements {
    static final String PROCESSOR = "incident-meters";

    /** What happened longer than this before it was recorded is history; it would make today's times and misses wrong. */
    static final Duration HISTORY = Duration.ofDays(31);

    private static final int REMEMBERED = 10_000;
    private static final Logger log = LoggerFactory.getLogger(IncidentMovements.class);

    /** @param category {@code null} between raising and the categorising that follows it in the same commit */
    private record Known(
            IncidentType type, boolean red, @Nullable Category category, Instant categorisedAt) {}

    private final Messages messages;
    private final IncidentMovementMeters meters;
    private final Map<IncidentId, Known> known = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<IncidentId, Known> eldest) {
            return size() > REMEMBERED;
        }
    };

    IncidentMovements(Messages messages, IncidentMovementMeters meters) {
        this.messages = messages;
        this.meters = meters;
    }

    @EventHandler
    void on(IncidentRaised raised) {
        boolean red = raised.classification() == Classification.RED || raised.type() == IncidentType.SECURITY;
        known.put(raised.incidentId(), new Known(raised.type(), red, null, raised.occurredAt()));
    }

    @EventHandler
    void on(IncidentCategorised categorised) {
        Known before = known.get(categorised.incidentId());
        if (before == null || categorised.occurredAt().isBefore(before.categorisedAt())) {
            return;
        }
        Category category = categorised.decision().category();
        if (before.category() == null && !before.red()) {
            meters.count(Metric.RAISED, category, before.type());
        }
        known.put(categorised.incidentId(), new Known(before.type(), before.red(), category, categorised.occurredAt()));
    }

    @EventHandler
    void on(IncidentRespondedTo response, @Timestamp Instant recordedAt) {
        if (isHistory(response, recordedAt)) {
            return;
        }
        seen(response, recordedAt, incident -> {
            if (response.occurredAt().equals(incident.respondedAt())) {
                meters.responded(
                        incident.category(),
                        incident.raisedAt(),
                        response.occurredAt(),
                        incident.responseTargetMissed());
            }
        });
    }

    @EventHandler
    void on(IncidentResolved resolved, @Timestamp Instant recordedAt) {
        count(Metric.RESOLVED, resolved, recordedAt);
        if (isHistory(resolved, recordedAt)) {
            return;
        }
        seen(
                resolved,
                recordedAt,
                incident -> meters.resolved(
                        incident.category(),
                        incident.raisedAt(),
                        resolved.occurredAt(),
                        incident.resolutionTargetMissed()));
    }

    @EventHandler
    void on(IncidentReopened reopened, @Timestamp Instant recordedAt) {
        count(Metric.REOPENED, reopened, recordedAt);
    }

    @EventHandler
    void on(IncidentClosed closed, @Timestamp Instant recordedAt) {
        count(Metric.CLOSED, closed, recordedAt);
    }

    @EventHandler
    void on(CategoryDisputed disputed, @Timestamp Instant recordedAt) {
        count(Metric.DISPUTED, disputed, recordedAt);
    }

    @EventHandler
    void on(CategoryRuled ruled, @Timestamp Instant recordedAt) {
        Metric.Ruling outcome =
                ruled.category() == ruled.ruledOn().category() ? Metric.Ruling.UPHELD : Metric.Ruling.CHANGED;
        withCategory(ruled, recordedAt, (category, type) -> meters.ruled(ruled.category(), outcome));
    }

    @EventHandler
    void on(IncidentEscalated escalated, @Timestamp Instant recordedAt) {
        Metric.By by = escalated.trigger() == null ? Metric.By.PEOPLE : Metric.By.SERVICE;
        withCategory(escalated, recordedAt, (category, type) -> meters.escalated(category, by));
    }

    private void count(Metric metric, IncidentEvent event, Instant recordedAt) {
        withCategory(event, recordedAt, (category, type) -> meters.count(metric, category, type));
    }

    /** Unless the Incident is RED. */
    private void withCategory(IncidentEvent event, Instant recordedAt, BiConsumer<Category, IncidentType> then) {
        Known incident = known.get(event.incidentId());
        if (incident == null) {
            seen(event, recordedAt, found -> then.accept(found.category(), found.type()));
        } else if (!incident.red() && incident.category() != null) {
            then.accept(incident.category(), incident.type());
        }
    }

    /** Hands over the Incident as it was known when the event was recorded, unless it is RED. */
    private void seen(IncidentEvent event, Instant recordedAt, Consumer<IncidentView> then) {
        Known incident = known.get(event.incidentId());
        if (incident != null && incident.red()) {
            return;
        }
        try {
            Moment moment = new Moment(null, recordedAt, recordedAt);
            Optional<IncidentView> found = messages.ask(new GetIncident(Viewer.service(), moment, event.incidentId()))
                    .map(detail -> detail.overview());
            found.ifPresent(view -> {
                known.put(event.incidentId(), new Known(view.type(), false, view.category(), event.occurredAt()));
                then.accept(view);
            });
        } catch (RuntimeException failed) {
            log.warn("{} is missing from the metrics: {}", event.getClass().getSimpleName(), String.valueOf(failed));
        }
    }

    private static boolean isHistory(IncidentEvent event, Instant recordedAt) {
        return event.occurredAt().isBefore(recordedAt.minus(HISTORY));
    }
}
