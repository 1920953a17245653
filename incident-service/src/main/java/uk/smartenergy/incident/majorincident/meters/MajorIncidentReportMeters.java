package uk.smartenergy.incident.majorincident.meters;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.ToIntFunction;
import uk.smartenergy.incident.api.majorincident.MajorIncidentReportQuery.FindMajorIncidentReports;
import uk.smartenergy.incident.api.majorincident.MajorIncidentReportView;
import uk.smartenergy.incident.api.majorincident.ReportFilter;
import uk.smartenergy.incident.api.majorincident.ReportKind;
import uk.smartenergy.incident.api.shared.Moment;
import uk.smartenergy.incident.api.shared.Viewer;
import uk.smartenergy.incident.platform.messaging.Messages;
import uk.smartenergy.incident.platform.metrics.Metric;
import uk.smartenergy.incident.platform.metrics.Sampled;

/** Gauges of what is owed, late and not agreed, from the same list as the screens: as somebody sees it who is not cleared. */
final class MajorIncidentReportMeters implements MeterBinder {
    private final Sampled<List<MajorIncidentReportView>> reports;

    MajorIncidentReportMeters(Messages messages, Clock clock) {
        reports = new Sampled<>(
                () -> messages.ask(new FindMajorIncidentReports(
                        Viewer.service(), Moment.present(clock.instant()), ReportFilter.all())),
                Duration.ofSeconds(10),
                Duration.ofSeconds(1));
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (ReportKind kind : ReportKind.values()) {
            gauge(registry, Metric.REPORTS_OWED, kind, one -> one.owed() && one.submittedAt() == null ? 1 : 0);
            gauge(registry, Metric.REPORTS_LATE, kind, one -> one.isOverdue() ? 1 : 0);
            gauge(registry, Metric.REPORTS_AWAITING_AGREEMENT, kind, one -> one.isAwaitingAgreement() ? 1 : 0);
            gauge(registry, Metric.REPORTS_AMENDMENT_REQUESTS, kind, MajorIncidentReportView::openAmendmentRequests);
        }
    }

    private void gauge(
            MeterRegistry registry, Metric metric, ReportKind kind, ToIntFunction<MajorIncidentReportView> figure) {
        metric.gauge(
                registry,
                Tags.of(Metric.KIND, kind.name()),
                () -> reports.get()
                        .map(all -> (double) all.stream()
                                .filter(one -> one.kind() == kind)
                                .mapToInt(figure)
                                .sum())
                        .orElse(Double.NaN));
    }
}
