package uk.smartenergy.incident.incident.read.record;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;

/**
 * Time as the clocks in Europe/London count it, from one beginning on: a day later it is the same time of day. It never goes back: while the clocks
 * repeat an hour it stands, unless it began in the second of the two; when they leave an hour out, it leaps.
 */
final class CalendarTime {
    private CalendarTime() {}

    /** When the clocks first show so much more than at the beginning. */
    static Instant plus(Instant from, Duration time) {
        LocalDateTime shown = shownAt(from).plus(time);
        ZoneOffsetTransition change = Age.LONDON.getRules().getTransition(shown);
        if (change == null) {
            return shown.atZone(Age.LONDON).toInstant();
        }
        if (change.isGap()) {
            return change.getInstant();
        }
        Instant first = shown.toInstant(change.getOffsetBefore());
        return first.isBefore(from) ? shown.toInstant(change.getOffsetAfter()) : first;
    }

    static Duration between(Instant from, Instant to) {
        LocalDateTime shown = shownAt(to);
        ZoneOffsetTransition change = Age.LONDON.getRules().getTransition(shown);
        if (change != null && change.isOverlap() && isRepeat(to, change) && from.isBefore(change.getInstant())) {
            shown = change.getDateTimeBefore();
        }
        Duration time = Duration.between(shownAt(from), shown);
        return time.isNegative() ? Duration.ZERO : time;
    }

    private static boolean isRepeat(Instant at, ZoneOffsetTransition change) {
        ZoneOffset offset = Age.LONDON.getRules().getOffset(at);
        return offset.equals(change.getOffsetAfter());
    }

    private static LocalDateTime shownAt(Instant at) {
        return LocalDateTime.ofInstant(at, Age.LONDON);
    }
}
