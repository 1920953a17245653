package uk.smartenergy.incident.platform.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** How far each projection is behind the event store, and whether it runs. */
final class ProjectionMeters implements MeterBinder {

    /** How a projection fares; both calls may ask the store. */
    interface Watched {
        String name();

        boolean running();

        Lag lag();
    }

    record Lag(long events, Duration time) {}

    private static final Duration GOOD_FOR = Duration.ofSeconds(3);
    private static final Duration PATIENCE = Duration.ofMillis(500);

    private final List<Watched> projections;

    ProjectionMeters(List<Watched> projections) {
        this.projections = List.copyOf(projections);
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (Watched projection : projections) {
            Tags tags = Tags.of(Metric.PROJECTION, projection.name());
            Sampled<Lag> lag = new Sampled<>(projection::lag, GOOD_FOR, PATIENCE);
            Metric.PROJECTION_LAG_EVENTS.gauge(registry, tags, () -> of(lag, Lag::events));
            Metric.PROJECTION_LAG.gauge(
                    registry, tags, () -> of(lag, l -> l.time().toNanos() / 1e9));
            Metric.PROJECTION_RUNNING.gauge(registry, tags, () -> projection.running() ? 1 : 0);
        }
    }

    private static double of(Sampled<Lag> lag, ToDoubleFunction<Lag> figure) {
        return lag.get().map(l -> figure.applyAsDouble(l)).orElse(Double.NaN);
    }
}
