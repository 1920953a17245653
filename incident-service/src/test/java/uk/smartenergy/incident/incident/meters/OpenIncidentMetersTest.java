package uk.smartenergy.incident.incident.meters;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import uk.smartenergy.incident.api.categorisation.Category;
import uk.smartenergy.incident.api.incident.IncidentQuery.GetOpenCounts;
import uk.smartenergy.incident.api.incident.IncidentQuery.OpenCounts;
import uk.smartenergy.incident.api.incident.IncidentQuery.OpenKey;
import uk.smartenergy.incident.api.incident.IncidentType;
import uk.smartenergy.incident.api.incident.ResolverKind;
import uk.smartenergy.incident.platform.metrics.AskedMessages;

class OpenIncidentMetersTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2018-10-05T12:00:00Z"), ZoneOffset.UTC);
    private static final OpenKey RDP_3 = new OpenKey(Category.CATEGORY_3, IncidentType.RDP, ResolverKind.RDP);

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

    @Test
    void showsTheCountsOfOneAnswerAndZeroForTheRest() {
        AskedMessages messages = new AskedMessages(query -> new OpenCounts(
                Map.of(RDP_3, 5L),
                Map.of(RDP_3, 4L),
                Map.of(Category.CATEGORY_3, 1L),
                Map.of(Category.CATEGORY_3, 2L),
                Map.of(Category.CATEGORY_2, 3L),
                Map.of(Category.CATEGORY_3, 4L),
                Map.of(Category.CATEGORY_3, 9L)));
        new OpenIncidentMeters(messages, CLOCK).bindTo(registry);
        assertThat(registry.scrape())
                .contains("incidents_open{category=\"3\",resolver=\"RDP\",type=\"RDP\"} 5")
                .contains("incidents_open{category=\"1\",resolver=\"NONE\",type=\"SERVICE\"} 0")
                .contains("incidents_open_over_one_month{category=\"3\",resolver=\"RDP\",type=\"RDP\"} 4")
                .contains("incidents_open_target_missed{category=\"3\",target=\"RESPONSE\"} 1")
                .contains("incidents_open_target_missed{category=\"3\",target=\"RESOLUTION\"} 2")
                .contains("incidents_open_disputed{category=\"2\"} 3")
                .contains("incidents_open_disputed{category=\"3\"} 0")
                .contains("incidents_open_update_overdue{category=\"3\"} 4")
                .contains("incidents_open_updates_missed{category=\"3\"} 9");
        assertThat(messages.asked)
                .singleElement()
                .isInstanceOfSatisfying(
                        GetOpenCounts.class,
                        query -> assertThat(query.viewer().cleared()).isFalse());
    }

    @Test
    void isNotANumberWhileThereIsNoAnswer() {
        new OpenIncidentMeters(
                        new AskedMessages(query -> {
                            throw new IllegalStateException("the store is away");
                        }),
                        CLOCK)
                .bindTo(registry);
        assertThat(registry.scrape())
                .contains("incidents_open{category=\"3\",resolver=\"RDP\",type=\"RDP\"} NaN")
                .contains("incidents_open_target_missed{category=\"3\",target=\"RESPONSE\"} NaN");
    }

    @Test
    void hasNoPlaceForSecurityIncidents() {
        new OpenIncidentMeters(
                        new AskedMessages(query ->
                                new OpenCounts(Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of())),
                        CLOCK)
                .bindTo(registry);
        new IncidentMovementMeters(registry);
        assertThat(registry.scrape()).contains("incidents_raised_total").doesNotContain("SECURITY");
    }
}
