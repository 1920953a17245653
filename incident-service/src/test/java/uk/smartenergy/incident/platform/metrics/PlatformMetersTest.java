package uk.smartenergy.incident.platform.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.smartenergy.incident.platform.messaging.MessageObserver.Outcome;

class PlatformMetersTest {
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

    @Test
    void commandsAreTimedByOutcomeButNotToldApart() {
        MessageMeters meters = new MessageMeters(registry);
        meters.commandHandled("RaiseIncident", Duration.ofMillis(20), Outcome.DONE);
        meters.commandHandled("ResolveIncident", Duration.ofMillis(30), Outcome.REFUSED);
        assertThat(registry.scrape())
                .contains("incident_service_command_seconds_bucket{outcome=\"DONE\",le=\"0.025\"} 1")
                .contains("incident_service_command_seconds_count{outcome=\"REFUSED\"} 1")
                .contains("incident_service_command_seconds_count{outcome=\"FAILED\"} 0")
                .doesNotContain("RaiseIncident");
    }

    @Test
    void queriesAreTimedByNameAndOutcome() {
        new MessageMeters(registry).queryAnswered("GetAgeing", Duration.ofMillis(3), Outcome.DONE);
        assertThat(registry.scrape())
                .contains("incident_service_query_seconds_bucket{outcome=\"DONE\",query=\"GetAgeing\",le=\"0.005\"} 1");
    }

    @Test
    void appendsAreTimedByOutcome() {
        AppendMeters meters = new AppendMeters(registry, Outcome.values());
        meters.appended(Outcome.DONE, Duration.ofMillis(2));
        assertThat(registry.scrape())
                .contains("incident_service_append_seconds_bucket{outcome=\"DONE\",le=\"0.0025\"} 1")
                .contains("incident_service_append_seconds_count{outcome=\"FAILED\"} 0");
    }

    @Test
    void aProjectionsLagIsInEventsAndInSeconds() {
        new ProjectionMeters(List.of(watched(new ProjectionMeters.Lag(3, Duration.ofMillis(1500))))).bindTo(registry);
        assertThat(registry.scrape())
                .contains("incident_service_projection_lag_events{projection=\"record\"} 3")
                .contains("incident_service_projection_lag_seconds{projection=\"record\"} 1.5")
                .contains("incident_service_projection_running{projection=\"record\"} 1");
    }

    @Test
    void whoDoesNotAnswerIsNotReady() {
        new ReadinessMeter(() -> {
                    throw new IllegalStateException("the probe fails");
                })
                .bindTo(registry);
        assertThat(registry.scrape()).contains("incident_service_ready 0");
    }

    @Test
    void theNumberOfRaisingsCannotBeReadOffTheRequests() {
        registry.config().meterFilter(new RequestsTellNothingOfRed());
        request("POST", "/api/v1/incidents", "201");
        request("POST", "/api/v1/incidents/{id}/responses", "200");
        request("POST", "/api/v1/categorisation-policies/backtests", "201");
        request("GET", "/api/v1/incidents/{id}", "404");
        assertThat(registry.scrape())
                .contains("http_server_requests_seconds_count{method=\"POST\",status=\"2xx\",uri=\"/api/v1/**\"} 3")
                .contains(
                        "http_server_requests_seconds_count{method=\"GET\",status=\"404\",uri=\"/api/v1/incidents/{id}\"} 1");
    }

    private void request(String method, String uri, String status) {
        Timer.builder("http.server.requests")
                .tags(Tags.of("method", method, "uri", uri, "status", status))
                .register(registry)
                .record(Duration.ofMillis(1));
    }

    private static ProjectionMeters.Watched watched(ProjectionMeters.Lag lag) {
        return new ProjectionMeters.Watched() {
            @Override
            public String name() {
                return "record";
            }

            @Override
            public boolean running() {
                return true;
            }

            @Override
            public ProjectionMeters.Lag lag() {
                return lag;
            }
        };
    }
}
