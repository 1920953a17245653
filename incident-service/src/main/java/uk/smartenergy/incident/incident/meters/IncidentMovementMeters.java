package uk.smartenergy.incident.incident.meters;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import uk.smartenergy.incident.api.categorisation.Category;
import uk.smartenergy.incident.api.incident.IncidentType;
import uk.smartenergy.incident.platform.metrics.Metric;

/** Counters and times of what happens to Incidents. All of them stand at 0 from the beginning, so that the first of each is a rise. */
final class IncidentMovementMeters {
    private static final List<Duration> RESPONSE_BUCKETS = Metric.durations(
            "PT1M", "PT5M", "PT10M", "PT20M", "PT45M", "PT1H30M", "PT3H", "PT12H", "P1D", "P3D", "P7D");
    private static final List<Duration> RESOLUTION_BUCKETS = Metric.durations(
            "PT30M", "PT1H", "PT2H", "PT4H", "PT12H", "P1D", "P3D", "P5D", "P7D", "P10D", "P14D", "P31D", "P92D");

    private final MeterRegistry registry;

    IncidentMovementMeters(MeterRegistry registry) {
        this.registry = registry;
        for (Category category : Category.values()) {
            timeToRespond(category);
            timeToResolve(category);
            for (Metric.Target target : Metric.Target.values()) {
                missed(target, category);
            }
            for (Metric.By by : Metric.By.values()) {
                escalations(category, by);
            }
            for (Metric.Ruling outcome : Metric.Ruling.values()) {
                rulings(category, outcome);
            }
            for (IncidentType type : IncidentTags.types()) {
                List.of(Metric.RAISED, Metric.RESOLVED, Metric.REOPENED, Metric.CLOSED, Metric.DISPUTED)
                        .forEach(metric -> counter(metric, category, type));
            }
        }
    }

    /** @param metric one of those that count by category and type */
    void count(Metric metric, Category category, IncidentType type) {
        counter(metric, category, type).increment();
    }

    void responded(Category category, Instant raisedAt, Instant respondedAt, boolean late) {
        timeToRespond(category).record(Duration.between(raisedAt, respondedAt));
        if (late) {
            missed(Metric.Target.RESPONSE, category).increment();
        }
    }

    void resolved(Category category, Instant raisedAt, Instant resolvedAt, boolean late) {
        timeToResolve(category).record(Duration.between(raisedAt, resolvedAt));
        if (late) {
            missed(Metric.Target.RESOLUTION, category).increment();
        }
    }

    void escalated(Category category, Metric.By by) {
        escalations(category, by).increment();
    }

    void ruled(Category category, Metric.Ruling outcome) {
        rulings(category, outcome).increment();
    }

    private Counter escalations(Category category, Metric.By by) {
        return Metric.ESCALATED.counter(registry, IncidentTags.of(category).and(Metric.BY, by.name()));
    }

    private Counter rulings(Category category, Metric.Ruling outcome) {
        return Metric.RULED.counter(registry, IncidentTags.of(category).and(Metric.OUTCOME, outcome.name()));
    }

    private Counter counter(Metric metric, Category category, IncidentType type) {
        return metric.counter(registry, IncidentTags.of(category, type));
    }

    private Counter missed(Metric.Target target, Category category) {
        return Metric.TARGETS_MISSED.counter(registry, IncidentTags.of(target, category));
    }

    private Timer timeToRespond(Category category) {
        return timer(Metric.TIME_TO_RESPOND, IncidentTags.of(category), RESPONSE_BUCKETS);
    }

    private Timer timeToResolve(Category category) {
        return timer(Metric.TIME_TO_RESOLVE, IncidentTags.of(category), RESOLUTION_BUCKETS);
    }

    private Timer timer(Metric metric, Tags tags, List<Duration> buckets) {
        return metric.timer(registry, tags, buckets);
    }
}
