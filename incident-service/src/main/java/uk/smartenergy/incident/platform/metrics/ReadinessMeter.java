package uk.smartenergy.incident.platform.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Whether the service is ready, as the probe says. If the probe does not answer in time, it is not. */
final class ReadinessMeter implements MeterBinder {
    private final Sampled<Boolean> ready;

    ReadinessMeter(BooleanSupplier probe) {
        ready = new Sampled<>(probe::getAsBoolean, Duration.ofSeconds(3), Duration.ofMillis(500));
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Metric.READY.gauge(registry, Tags.empty(), () -> ready.get().orElse(false) ? 1 : 0);
    }
}
