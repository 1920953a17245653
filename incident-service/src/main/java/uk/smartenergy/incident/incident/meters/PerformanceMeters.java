package uk.smartenergy.incident.incident.meters;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.function.ToDoubleFunction;
import uk.smartenergy.incident.api.incident.IncidentQuery.GetPerformanceReport;
import uk.smartenergy.incident.api.incident.PerformanceReport;
import uk.smartenergy.incident.api.incident.PerformanceReport.Measure;
import uk.smartenergy.incident.api.shared.Moment;
import uk.smartenergy.incident.api.shared.Viewer;
import uk.smartenergy.incident.platform.messaging.Messages;
import uk.smartenergy.incident.platform.metrics.Metric;
import uk.smartenergy.incident.platform.metrics.Sampled;

/** Gauges of the Code Performance Measures of the present month, from the same report as the screens. It explains every miss, so it is asked for rarely. */
final class PerformanceMeters implements MeterBinder {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final Duration GOOD_FOR = Duration.ofSeconds(30);
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Sampled<PerformanceReport> report;
    private final List<String> measures;

    /** @param measures the codes of those there are */
    PerformanceMeters(Messages messages, Clock clock, List<String> measures) {
        this.report = new Sampled<>(() -> messages.ask(ofThisMonth(clock.instant())), GOOD_FOR, PATIENCE);
        this.measures = List.copyOf(measures);
    }

    private static GetPerformanceReport ofThisMonth(Instant now) {
        return new GetPerformanceReport(Viewer.service(), Moment.present(now), YearMonth.from(now.atZone(LONDON)));
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (String code : measures) {
            Tags tags = Tags.of(Metric.MEASURE, code);
            Metric.PERFORMANCE.gauge(registry, tags, () -> figure(code, PerformanceMeters::share));
            Metric.PERFORMANCE_TARGET.gauge(registry, tags, () -> figure(code, measure -> measure.target() / 100.0));
            Metric.PERFORMANCE_MINIMUM.gauge(registry, tags, () -> figure(code, measure -> measure.minimum() / 100.0));
            bind(registry, code, Metric.InTime.MET, Measure::met);
            bind(registry, code, Metric.InTime.MISSED, Measure::missed);
        }
    }

    private void bind(MeterRegistry registry, String code, Metric.InTime inTime, ToDoubleFunction<Measure> figure) {
        Metric.PERFORMANCE_RESOLVED.gauge(
                registry, Tags.of(Metric.MEASURE, code, Metric.OUTCOME, inTime.name()), () -> figure(code, figure));
    }

    private static double share(Measure measure) {
        return measure.total() == 0 ? Double.NaN : (double) measure.met() / measure.total();
    }

    private double figure(String code, ToDoubleFunction<Measure> figure) {
        return report.get().stream()
                .flatMap(answer -> answer.measures().stream())
                .filter(measure -> measure.code().equals(code))
                .mapToDouble(figure)
                .findFirst()
                .orElse(Double.NaN);
    }
}
