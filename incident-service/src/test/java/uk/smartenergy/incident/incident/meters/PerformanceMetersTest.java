package uk.smartenergy.incident.incident.meters;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.smartenergy.incident.api.categorisation.Category;
import uk.smartenergy.incident.api.incident.IncidentQuery.GetPerformanceReport;
import uk.smartenergy.incident.api.incident.PerformanceReport;
import uk.smartenergy.incident.api.incident.PerformanceReport.Measure;
import uk.smartenergy.incident.api.incident.PerformanceReport.Standing;
import uk.smartenergy.incident.platform.metrics.AskedMessages;

class PerformanceMetersTest {
    /** In London it is August already. */
    private static final Instant NOW = Instant.parse("2018-07-31T23:30:00Z");

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

    @Test
    void showsTheMeasuresOfThePresentMonthInLondon() {
        AskedMessages messages = new AskedMessages(query -> report(measure("CPM4", 3, 1, new BigDecimal("75.00"))));
        bind(messages, "CPM4");
        assertThat(registry.scrape())
                .contains("incidents_performance_ratio{measure=\"CPM4\"} 0.75")
                .contains("incidents_performance_target_ratio{measure=\"CPM4\"} 1.0")
                .contains("incidents_performance_minimum_ratio{measure=\"CPM4\"} 0.85")
                .contains("incidents_performance_resolved{measure=\"CPM4\",outcome=\"MET\"} 3")
                .contains("incidents_performance_resolved{measure=\"CPM4\",outcome=\"MISSED\"} 1");
        assertThat(messages.asked).singleElement().isInstanceOfSatisfying(GetPerformanceReport.class, query -> {
            assertThat(query.period()).isEqualTo(YearMonth.of(2018, 8));
            assertThat(query.viewer().cleared()).isFalse();
        });
    }

    @Test
    void hasNoShareOfNothing() {
        bind(new AskedMessages(query -> report(measure("CPM5", 0, 0, null))), "CPM5");
        assertThat(registry.scrape())
                .contains("incidents_performance_ratio{measure=\"CPM5\"} NaN")
                .contains("incidents_performance_resolved{measure=\"CPM5\",outcome=\"MET\"} 0");
    }

    private void bind(AskedMessages messages, String measure) {
        new PerformanceMeters(messages, Clock.fixed(NOW, ZoneOffset.UTC), List.of(measure)).bindTo(registry);
    }

    private static PerformanceReport report(Measure measure) {
        return new PerformanceReport("2018-08", NOW, NOW, "verify", List.of(measure), List.of(), null);
    }

    private static Measure measure(String code, long met, long missed, @Nullable BigDecimal percent) {
        return new Measure(
                code,
                "Resolved in time",
                "H14",
                List.of(Category.CATEGORY_1),
                met,
                missed,
                met + missed,
                percent,
                100,
                85,
                Standing.NOTHING_MEASURED,
                null,
                null,
                null,
                List.of());
    }
}
