package uk.smartenergy.incident.platform.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import uk.smartenergy.incident.platform.messaging.MessageObserver;

/**
 * How long commands and queries take. Commands are not told apart: the number of raisings less the Incidents that are counted as raised would
 * be the number of RED ones.
 */
final class MessageMeters implements MessageObserver {
    private static final List<Duration> BUCKETS = Metric.durations(
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
            "PT2.5S",
            "PT5S",
            "PT10S");

    private record Asked(String query, Outcome outcome) {}

    private final MeterRegistry registry;
    private final Map<Outcome, Timer> commands = new EnumMap<>(Outcome.class);
    private final Map<Asked, Timer> queries = new ConcurrentHashMap<>();

    MessageMeters(MeterRegistry registry) {
        this.registry = registry;
        for (Outcome outcome : Outcome.values()) {
            commands.put(outcome, Metric.COMMAND.timer(registry, Tags.of(Metric.OUTCOME, outcome.name()), BUCKETS));
        }
    }

    @Override
    public void commandHandled(String command, Duration took, Outcome outcome) {
        Objects.requireNonNull(commands.get(outcome)).record(took);
    }

    @Override
    public void queryAnswered(String query, Duration took, Outcome outcome) {
        queries.computeIfAbsent(new Asked(query, outcome), this::query).record(took);
    }

    private Timer query(Asked asked) {
        Tags tags = Tags.of(
                Metric.QUERY_NAME,
                asked.query(),
                Metric.OUTCOME,
                asked.outcome().name());
        return Metric.QUERY.timer(registry, tags, BUCKETS);
    }
}
