package uk.smartenergy.incident.platform.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** How long the event store takes to store a unit of work, by how it ended. */
final class AppendMeters {
    private static final List<Duration> BUCKETS = Metric.durations(
            "PT0.0005S",
            "PT0.001S",
            "PT0.0025S",
            "PT0.005S",
            "PT0.01S",
            "PT0.025S",
            "PT0.05S",
            "PT0.1S",
            "PT0.25S",
            "PT0.5S",
            "PT1S",
            "PT5S",
            "PT30S");

    private final Map<Enum<?>, Timer> timers = new HashMap<>();

    /** @param outcomes all the ways there are for an append to end */
    AppendMeters(MeterRegistry registry, Enum<?>... outcomes) {
        for (Enum<?> outcome : outcomes) {
            timers.put(outcome, Metric.APPEND.timer(registry, Tags.of(Metric.OUTCOME, outcome.name()), BUCKETS));
        }
    }

    void appended(Enum<?> outcome, Duration took) {
        Objects.requireNonNull(timers.get(outcome)).record(took);
    }
}
