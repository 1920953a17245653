package uk.smartenergy.incident.majorincident.meters;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.smartenergy.incident.api.incident.IncidentId;
import uk.smartenergy.incident.api.majorincident.MajorIncidentReportState;
import uk.smartenergy.incident.api.majorincident.MajorIncidentReportView;
import uk.smartenergy.incident.api.majorincident.ReportKind;
import uk.smartenergy.incident.api.shared.Classification;
import uk.smartenergy.incident.platform.metrics.AskedMessages;

class MajorIncidentReportMetersTest {
    private static final Instant THEN = Instant.parse("2018-08-28T09:00:00Z");
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

    private static MajorIncidentReportView report(
            ReportKind kind, MajorIncidentReportState state, boolean submitted, boolean late, int requests) {
        return new MajorIncidentReportView(
                IncidentId.of(1),
                null,
                "Summary",
                kind,
                state,
                true,
                THEN,
                LocalDate.parse("2018-08-30"),
                THEN,
                submitted ? THEN : null,
                late,
                null,
                null,
                null,
                null,
                null,
                1,
                0,
                requests,
                Classification.AMBER,
                1);
    }

    @Test
    void showsWhatIsOwedLateAndNotAgreed() {
        new MajorIncidentReportMeters(
                        new AskedMessages(query -> List.of(
                                report(ReportKind.SUMMARY, MajorIncidentReportState.LATE, false, true, 0),
                                report(ReportKind.SUMMARY, MajorIncidentReportState.OWED, false, false, 0),
                                report(
                                        ReportKind.REVIEW,
                                        MajorIncidentReportState.AMENDMENTS_REQUESTED,
                                        true,
                                        true,
                                        2))),
                        Clock.systemUTC())
                .bindTo(registry);
        assertThat(registry.scrape())
                .contains("incidents_major_reports_owed{kind=\"SUMMARY\"} 2")
                .contains("incidents_major_reports_late{kind=\"SUMMARY\"} 1")
                .contains("incidents_major_reports_late{kind=\"REVIEW\"} 0")
                .contains("incidents_major_reports_awaiting_agreement{kind=\"REVIEW\"} 1")
                .contains("incidents_major_reports_amendment_requests{kind=\"REVIEW\"} 2");
    }

    @Test
    void isNotANumberWhileThereIsNoAnswer() {
        AskedMessages away = new AskedMessages(query -> {
            throw new IllegalStateException("the store is away");
        });
        new MajorIncidentReportMeters(away, Clock.systemUTC()).bindTo(registry);
        assertThat(registry.scrape()).contains("incidents_major_reports_owed{kind=\"SUMMARY\"} NaN");
    }
}
