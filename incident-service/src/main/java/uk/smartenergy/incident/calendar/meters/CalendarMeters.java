package uk.smartenergy.incident.calendar.meters;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import uk.smartenergy.incident.api.calendar.CalendarQuery.FindDays;
import uk.smartenergy.incident.api.shared.Viewer;
import uk.smartenergy.incident.platform.messaging.Messages;
import uk.smartenergy.incident.platform.metrics.Metric;
import uk.smartenergy.incident.platform.metrics.Sampled;

/** A gauge of the changes of the calendar, from the same query as the screens. Clocks follow each of them, so figures may move when it rises. */
final class CalendarMeters implements MeterBinder {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private final Sampled<Long> changes;

    CalendarMeters(Messages messages, Clock clock) {
        changes = new Sampled<>(
                () -> changes(messages, LocalDate.ofInstant(clock.instant(), LONDON)),
                Duration.ofSeconds(3),
                Duration.ofSeconds(1));
    }

    /** Any day's answer tells. */
    private static long changes(Messages messages, LocalDate today) {
        return messages.ask(new FindDays(Viewer.service(), today, today, null)).revision();
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Metric.CALENDAR_CHANGES.gauge(
                registry,
                Tags.empty(),
                () -> changes.get().map(Long::doubleValue).orElse(Double.NaN));
    }
}
