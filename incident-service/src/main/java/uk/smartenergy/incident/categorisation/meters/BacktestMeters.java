package uk.smartenergy.incident.categorisation.meters;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.List;
import java.util.function.ToDoubleFunction;
import uk.smartenergy.incident.api.backtest.BacktestQuery.BacktestView;
import uk.smartenergy.incident.api.backtest.BacktestQuery.FindBacktests;
import uk.smartenergy.incident.api.backtest.BacktestState;
import uk.smartenergy.incident.api.shared.Viewer;
import uk.smartenergy.incident.platform.messaging.Messages;
import uk.smartenergy.incident.platform.metrics.Metric;
import uk.smartenergy.incident.platform.metrics.Sampled;

/** Gauges of the backtests, from the same list as the screens: as somebody sees it who is not cleared, so that none is counted that covers a RED Incident. */
final class BacktestMeters implements MeterBinder {
    private final Sampled<List<BacktestView>> backtests;

    BacktestMeters(Messages messages) {
        backtests = new Sampled<>(
                () -> messages.ask(new FindBacktests(Viewer.service(), 0, Integer.MAX_VALUE))
                        .items(),
                Duration.ofSeconds(3),
                Duration.ofSeconds(1));
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (BacktestState state : BacktestState.values()) {
            Metric.BACKTESTS.gauge(
                    registry,
                    Tags.of(Metric.STATE, state.name()),
                    () -> figure(all ->
                            all.stream().filter(one -> one.state() == state).count()));
        }
        Metric.BACKTESTS_REMAINING.gauge(
                registry,
                Tags.empty(),
                () -> figure(all -> all.stream()
                        .filter(one -> one.state() == BacktestState.RUNNING)
                        .mapToDouble(one -> one.total() - one.done())
                        .sum()));
    }

    private double figure(ToDoubleFunction<List<BacktestView>> figure) {
        return backtests.get().stream().mapToDouble(figure).findFirst().orElse(Double.NaN);
    }
}
