package uk.smartenergy.incident.maintenance.meters;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.ToLongFunction;
import uk.smartenergy.incident.api.maintenance.Limit;
import uk.smartenergy.incident.api.maintenance.MaintenanceQuery.CountMaintenance;
import uk.smartenergy.incident.api.maintenance.MaintenanceQuery.CountSubscribers;
import uk.smartenergy.incident.api.maintenance.MaintenanceQuery.MaintenanceCounts;
import uk.smartenergy.incident.api.shared.Moment;
import uk.smartenergy.incident.api.shared.Viewer;
import uk.smartenergy.incident.platform.messaging.Messages;
import uk.smartenergy.incident.platform.metrics.Metric;
import uk.smartenergy.incident.platform.metrics.Sampled;

/** Gauges of Planned Maintenance, from the same image as the screens; never with what is RED. */
final class MaintenanceMeters implements MeterBinder {
    private static final Duration GOOD_FOR = Duration.ofSeconds(3);
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final Sampled<MaintenanceCounts> counts;
    private final Sampled<Long> subscribers;

    MaintenanceMeters(Messages messages, Clock clock) {
        counts = new Sampled<>(
                () -> messages.ask(new CountMaintenance(Viewer.service(), Moment.present(clock.instant()))),
                GOOD_FOR,
                PATIENCE);
        subscribers = new Sampled<>(() -> messages.ask(new CountSubscribers(Viewer.service())), GOOD_FOR, PATIENCE);
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Metric.MAINTENANCE_UPCOMING.gauge(
                registry, Tags.empty(), () -> figure(counts.get(), MaintenanceCounts::upcoming));
        Metric.MAINTENANCE_EXCEPTION_REQUESTS_OPEN.gauge(
                registry, Tags.empty(), () -> figure(counts.get(), MaintenanceCounts::exceptionRequestsOpen));
        Metric.MAINTENANCE_SUBSCRIBERS.gauge(registry, Tags.empty(), () -> figure(subscribers.get(), count -> count));
        for (Limit limit : Limit.values()) {
            Metric.MAINTENANCE_FINDINGS.gauge(
                    registry,
                    Tags.of(Metric.FINDING, limit.name()),
                    () -> figure(counts.get(), all -> all.findings().getOrDefault(limit, 0L)));
        }
    }

    private static <T> double figure(Optional<T> counts, ToLongFunction<T> figure) {
        return counts.map(answer -> (double) figure.applyAsLong(answer)).orElse(Double.NaN);
    }
}
