package uk.smartenergy.incident.incident.read.record;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.zone.ZoneOffsetTransition;

/**
 * Time as the clocks in Europe/London count it, for an Incident that was raised at one instant: a day later it is the same time of day. It never goes
 * back: while the clocks repeat an hour it stands, unless the Incident was raised in the second of the two; when they leave an hour out, it leaps.
 * So it adds up over any parts, and to wait longer never makes it earlier.
 *
 * @param raisedAt nothing is measured before
 */
record CalendarTime(Instant raisedAt) implements TargetClock.Measure {

    @Override
    public Instant plus(Instant from, Duration time) {
        if (time.isZero()) {
            return from;
        }
        LocalDateTime wanted = countedAt(from).plus(time);
        ZoneOffsetTransition change = Age.LONDON.getRules().getTransition(wanted);
        if (change == null) {
            return wanted.atZone(Age.LONDON).toInstant();
        }
        if (change.isGap()) {
            return change.getInstant();
        }
        Instant first = wanted.toInstant(change.getOffsetBefore());
        return first.isBefore(raisedAt) ? wanted.toInstant(change.getOffsetAfter()) : first;
    }

    @Override
    public Duration between(Instant from, Instant to) {
        return Duration.between(countedAt(from), countedAt(to));
    }

    /** The latest that the clocks have shown by then. */
    private LocalDateTime countedAt(Instant at) {
        LocalDateTime shown = LocalDateTime.ofInstant(at, Age.LONDON);
        ZoneOffsetTransition change = Age.LONDON.getRules().getTransition(shown);
        boolean again = change != null
                && change.isOverlap()
                && Age.LONDON.getRules().getOffset(at).equals(change.getOffsetAfter())
                && raisedAt.isBefore(change.getInstant());
        return again ? change.getDateTimeBefore() : shown;
    }
}
