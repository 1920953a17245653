package uk.smartenergy.incident.regulatory.meters;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.util.function.ToDoubleFunction;
import uk.smartenergy.incident.api.regulatory.ActionView;
import uk.smartenergy.incident.api.regulatory.RegulatoryQuery.CountRegister;
import uk.smartenergy.incident.api.regulatory.RegulatoryQuery.Counts;
import uk.smartenergy.incident.api.shared.Moment;
import uk.smartenergy.incident.api.shared.Viewer;
import uk.smartenergy.incident.platform.messaging.Messages;
import uk.smartenergy.incident.platform.metrics.Metric;
import uk.smartenergy.incident.platform.metrics.Sampled;

/** Gauges of what is owed, late, wrong, challenged and to be done about the reports to the Panel, without what is RED. */
final class RegisterMeters implements MeterBinder {
    private final Sampled<Counts> counts;

    RegisterMeters(Messages messages, Clock clock) {
        counts = new Sampled<>(
                () -> messages.ask(new CountRegister(Viewer.service(), Moment.present(clock.instant()))),
                Duration.ofSeconds(10),
                Duration.ofSeconds(1));
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        gauge(registry, Metric.REGISTER_OWED, Tags.empty(), Counts::owed);
        gauge(registry, Metric.REGISTER_OVERDUE, Tags.empty(), Counts::overdue);
        gauge(registry, Metric.REGISTER_LATE, Tags.empty(), Counts::late);
        gauge(registry, Metric.REGISTER_DEFECTS, Tags.empty(), Counts::defects);
        gauge(registry, Metric.REGISTER_CHALLENGES_OPEN, Tags.empty(), Counts::openChallenges);
        for (ActionView.State state : ActionView.State.values()) {
            if (state != ActionView.State.DONE) {
                gauge(
                        registry,
                        Metric.REGISTER_ACTIONS,
                        Tags.of(Metric.STATE, state.name()),
                        answer -> answer.actions().getOrDefault(state, 0L));
            }
        }
    }

    private void gauge(MeterRegistry registry, Metric metric, Tags tags, ToDoubleFunction<Counts> figure) {
        metric.gauge(
                registry, tags, () -> counts.get().map(figure::applyAsDouble).orElse(Double.NaN));
    }
}
