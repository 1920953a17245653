package uk.smartenergy.incident.incident.meters;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import uk.smartenergy.incident.api.categorisation.Category;
import uk.smartenergy.incident.api.incident.IncidentQuery.GetOpenCounts;
import uk.smartenergy.incident.api.incident.IncidentQuery.OpenCounts;
import uk.smartenergy.incident.api.incident.IncidentQuery.OpenKey;
import uk.smartenergy.incident.api.incident.IncidentType;
import uk.smartenergy.incident.api.incident.ResolverKind;
import uk.smartenergy.incident.api.shared.Moment;
import uk.smartenergy.incident.api.shared.Viewer;
import uk.smartenergy.incident.platform.messaging.Messages;
import uk.smartenergy.incident.platform.metrics.Metric;
import uk.smartenergy.incident.platform.metrics.Sampled;

/**
 * Gauges of the open Incidents, from the same query as the screens. While it has no answer, as when the store is away, they are not a number.
 */
final class OpenIncidentMeters implements MeterBinder {
    private static final Duration GOOD_FOR = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Sampled<OpenCounts> counts;

    OpenIncidentMeters(Messages messages, Clock clock) {
        this(new Sampled<>(
                () -> messages.ask(new GetOpenCounts(Viewer.service(), Moment.present(clock.instant()))),
                GOOD_FOR,
                PATIENCE));
    }

    OpenIncidentMeters(Sampled<OpenCounts> counts) {
        this.counts = counts;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (Category category : Category.values()) {
            IncidentTags.types().forEach(type -> bind(registry, category, type));
            missed(registry, category, Metric.Target.RESPONSE, OpenCounts::responseTargetsMissed);
            missed(registry, category, Metric.Target.RESOLUTION, OpenCounts::resolutionTargetsMissed);
            bind(registry, Metric.OPEN_DISPUTED, category, OpenCounts::disputed);
            bind(registry, Metric.OPEN_UPDATE_OVERDUE, category, OpenCounts::updateOverdue);
            bind(registry, Metric.OPEN_UPDATES_MISSED, category, OpenCounts::updatesMissed);
        }
    }

    private void bind(MeterRegistry registry, Category category, IncidentType type) {
        for (ResolverKind resolver : ResolverKind.values()) {
            OpenKey key = new OpenKey(category, type, resolver);
            Tags tags = IncidentTags.of(category, type).and(Metric.RESOLVER, resolver.name());
            Metric.OPEN.gauge(registry, tags, () -> figure(OpenCounts::counts, key));
            Metric.OPEN_OVER_ONE_MONTH.gauge(registry, tags, () -> figure(OpenCounts::overOneMonth, key));
        }
    }

    private void bind(
            MeterRegistry registry,
            Metric metric,
            Category category,
            Function<OpenCounts, Map<Category, Long>> figures) {
        metric.gauge(registry, IncidentTags.of(category), () -> figure(figures, category));
    }

    private void missed(
            MeterRegistry registry,
            Category category,
            Metric.Target target,
            Function<OpenCounts, Map<Category, Long>> figures) {
        Metric.OPEN_TARGET_MISSED.gauge(registry, IncidentTags.of(target, category), () -> figure(figures, category));
    }

    private <K> double figure(Function<OpenCounts, Map<K, Long>> figures, K key) {
        return counts.get()
                .map(answer -> figures.apply(answer).getOrDefault(key, 0L).doubleValue())
                .orElse(Double.NaN);
    }
}
