package uk.smartenergy.incident.paper.meters;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import uk.smartenergy.incident.api.paper.PaperQuery.CountIssues;
import uk.smartenergy.incident.api.shared.Moment;
import uk.smartenergy.incident.api.shared.Viewer;
import uk.smartenergy.incident.platform.messaging.Messages;
import uk.smartenergy.incident.platform.metrics.Metric;
import uk.smartenergy.incident.platform.metrics.Sampled;

/** A gauge of the papers that were issued, from the same events as their list. */
final class PaperMeters implements MeterBinder {
    private final Sampled<Long> issued;

    PaperMeters(Messages messages, Clock clock) {
        issued = new Sampled<>(
                () -> messages.ask(new CountIssues(Viewer.service(), Moment.present(clock.instant()))),
                Duration.ofSeconds(30),
                Duration.ofSeconds(1));
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Metric.PAPERS_ISSUED.gauge(
                registry,
                Tags.empty(),
                () -> issued.get().map(Long::doubleValue).orElse(Double.NaN));
    }
}
