package uk.smartenergy.incident.incident.read.record;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;

/** Time as the clocks in Europe/London count it: a day is always 24 hours, also when the clocks change. */
final class CalendarTime {
    private CalendarTime() {}

    static Instant plus(Instant from, Duration time) {
        ZonedDateTime start = from.atZone(Age.LONDON);
        return ZonedDateTime.ofLocal(start.toLocalDateTime().plus(time), Age.LONDON, start.getOffset())
                .toInstant();
    }

    /** Zero while the clocks repeat an hour. */
    static Duration between(Instant from, Instant to) {
        Duration time =
                Duration.between(LocalDateTime.ofInstant(from, Age.LONDON), LocalDateTime.ofInstant(to, Age.LONDON));
        return time.isNegative() ? Duration.ZERO : time;
    }
}
