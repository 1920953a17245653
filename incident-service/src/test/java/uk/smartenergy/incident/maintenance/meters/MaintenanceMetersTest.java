package uk.smartenergy.incident.maintenance.meters;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;
import uk.smartenergy.incident.api.maintenance.Limit;
import uk.smartenergy.incident.api.maintenance.MaintenanceQuery.CountMaintenance;
import uk.smartenergy.incident.api.maintenance.MaintenanceQuery.MaintenanceCounts;
import uk.smartenergy.incident.platform.metrics.AskedMessages;

class MaintenanceMetersTest {
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

    @Test
    void showsWhatIsToComeWhatWasFoundWhatIsAskedAndWhoFollows() {
        AskedMessages messages = new AskedMessages(query ->
                query instanceof CountMaintenance asked && !asked.viewer().cleared()
                        ? new MaintenanceCounts(3, Map.of(Limit.OVERLAPS, 2L), 1)
                        : (Object) 5L);
        new MaintenanceMeters(messages, Clock.systemUTC()).bindTo(registry);

        assertThat(registry.scrape())
                .contains("incidents_maintenance_upcoming 3")
                .contains("incidents_maintenance_findings{finding=\"OVERLAPS\"} 2")
                .contains("incidents_maintenance_findings{finding=\"NOTICE_TOO_SHORT\"} 0")
                .contains("incidents_maintenance_exception_requests_open 1")
                .contains("incidents_maintenance_subscribers 5");
    }

    @Test
    void isNotANumberWhileThereIsNoAnswer() {
        AskedMessages away = new AskedMessages(query -> {
            throw new IllegalStateException("the store is away");
        });
        new MaintenanceMeters(away, Clock.systemUTC()).bindTo(registry);
        assertThat(registry.scrape()).contains("incidents_maintenance_upcoming NaN");
    }
}
