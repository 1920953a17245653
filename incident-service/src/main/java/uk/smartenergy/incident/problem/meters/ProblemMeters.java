package uk.smartenergy.incident.problem.meters;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.util.function.ToLongFunction;
import uk.smartenergy.incident.api.problem.ProblemPriority;
import uk.smartenergy.incident.api.problem.ProblemQuery.CountProblems;
import uk.smartenergy.incident.api.problem.ProblemQuery.ProblemCounts;
import uk.smartenergy.incident.api.shared.Moment;
import uk.smartenergy.incident.api.shared.Viewer;
import uk.smartenergy.incident.platform.messaging.Messages;
import uk.smartenergy.incident.platform.metrics.Metric;
import uk.smartenergy.incident.platform.metrics.Sampled;

/** Gauges of the open Problems, as somebody sees them who is not cleared. */
final class ProblemMeters implements MeterBinder {
    private final Sampled<ProblemCounts> counts;

    ProblemMeters(Messages messages, Clock clock) {
        counts = new Sampled<>(
                () -> messages.ask(new CountProblems(Viewer.service(), Moment.present(clock.instant()))),
                Duration.ofSeconds(10),
                Duration.ofSeconds(1));
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (ProblemPriority priority : ProblemPriority.values()) {
            Metric.PROBLEMS_OPEN.gauge(
                    registry,
                    Tags.of(Metric.PRIORITY, priority.name()),
                    () -> figure(all -> all.open().getOrDefault(priority, 0L)));
        }
        Metric.PROBLEMS_OVERDUE.gauge(registry, Tags.empty(), () -> figure(ProblemCounts::overdue));
        Metric.PROBLEMS_KNOWN_ERRORS.gauge(registry, Tags.empty(), () -> figure(ProblemCounts::knownErrors));
        Metric.PROBLEMS_WITHOUT_OWNER.gauge(registry, Tags.empty(), () -> figure(ProblemCounts::withoutOwner));
        Metric.PROBLEM_SUGGESTIONS.gauge(registry, Tags.empty(), () -> figure(ProblemCounts::suggestions));
    }

    private double figure(ToLongFunction<ProblemCounts> figure) {
        return counts.get().stream()
                .mapToDouble(all -> figure.applyAsLong(all))
                .findFirst()
                .orElse(Double.NaN);
    }
}
