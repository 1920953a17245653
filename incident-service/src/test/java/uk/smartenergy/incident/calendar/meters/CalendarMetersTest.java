package uk.smartenergy.incident.calendar.meters;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.smartenergy.incident.api.calendar.CalendarQuery.Days;
import uk.smartenergy.incident.platform.metrics.AskedMessages;

class CalendarMetersTest {
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

    @Test
    void showsHowManyChangesTheCalendarHas() {
        AskedMessages messages = new AskedMessages(query -> new Days(List.of(), 4));
        new CalendarMeters(messages, Clock.systemUTC()).bindTo(registry);
        assertThat(registry.scrape()).contains("incidents_calendar_changes 4");
    }

    @Test
    void isNotANumberWhileThereIsNoAnswer() {
        AskedMessages away = new AskedMessages(query -> {
            throw new IllegalStateException("the store is away");
        });
        new CalendarMeters(away, Clock.systemUTC()).bindTo(registry);
        assertThat(registry.scrape()).contains("incidents_calendar_changes NaN");
    }
}
