package uk.smartenergy.incident.incident.read.record;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Reads a target against the time that an Incident's clock really ran: not while pending, and not between a resolution and a re-opening.
 */
public final class TargetClock {
    private TargetClock() {}

    /** Arithmetic with time that passes on Working Days only. */
    public interface WorkingTime {
        Instant plusWorkingTime(Instant from, Duration time);

        Duration workingTimeBetween(Instant from, Instant to);
    }

    /**
     * @param dueAt when the target ends, or ended; while the clock stands, when it would end if the clock ran on from now
     * @param missed whether the clock ran beyond that
     */
    public record Reading(Instant dueAt, boolean missed) {}

    /**
     * @param runs when the clock ran, in order; the last may last
     * @param until when the thing was done, or else the instant that is asked about
     */
    public static Reading read(Target target, List<Span> runs, Instant until, WorkingTime workingTime) {
        Duration left = target.time();
        for (Span run : runs) {
            Instant end = run.to() != null && run.to().isBefore(until) ? run.to() : until;
            Instant due = plus(run.from(), left, target, workingTime);
            if (due.isBefore(end)) {
                return new Reading(due, true);
            }
            if (!end.isBefore(until)) {
                return new Reading(due, false);
            }
            left = left.minus(between(run.from(), end, target, workingTime));
            left = left.isNegative() ? Duration.ZERO : left;
        }
        return new Reading(plus(until, left, target, workingTime), false);
    }

    static Instant plus(Instant from, Duration time, Target target, WorkingTime workingTime) {
        return switch (target.days()) {
            case NONE -> from.plus(time);
            case CALENDAR -> CalendarTime.plus(from, time);
            case WORKING -> workingTime.plusWorkingTime(from, time);
        };
    }

    private static Duration between(Instant from, Instant to, Target target, WorkingTime workingTime) {
        return switch (target.days()) {
            case NONE -> Duration.between(from, to);
            case CALENDAR -> CalendarTime.between(from, to);
            case WORKING -> workingTime.workingTimeBetween(from, to);
        };
    }
}
