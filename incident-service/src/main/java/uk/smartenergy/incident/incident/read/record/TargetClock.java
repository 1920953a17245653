package uk.smartenergy.incident.incident.read.record;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a target against the time that an Incident's clock really ran: not while pending, and not between a resolution and a re-opening. A pure
 * function of the runs, the target, the calendar, and an instant.
 *
 * <ul>
 *   <li>Used time accumulates from the raising; a change of category takes none of it away and gives none back.
 *   <li>The target that counts is the one in force at the instant that is asked about. It is due when the used time reaches it, but not before it came
 *       into force, and only while the clock runs: what is used up when a pause begins is due when the pause ends.
 *   <li>Every target measures in its own unit, over the same runs: minutes and hours run always, calendar days by the clocks in London, Working Days on
 *       Working Days only. So if 72 hours become 5 Working Days, a weekend that counted before does not count any more, and the other way about.
 *   <li>Missed is what is done, or is still to be done, after it was due. Exactly in time is in time.
 * </ul>
 *
 * Not for knowing which target is in force: see {@link IncidentViews}.
 */
public final class TargetClock {
    private static final Measure EVEN = new Measure() {
        @Override
        public Instant plus(Instant from, Duration time) {
            return from.plus(time);
        }

        @Override
        public Duration between(Instant from, Instant to) {
            return Duration.between(from, to);
        }
    };

    private TargetClock() {}

    /** Arithmetic with time that passes on Working Days only. */
    public interface WorkingTime {
        /** The earliest instant at which so much has passed. */
        Instant plusWorkingTime(Instant from, Duration time);

        Duration workingTimeBetween(Instant from, Instant to);

        /** @param day in Europe/London */
        boolean isWorkingDay(LocalDate day);
    }

    /**
     * @param dueAt when the target ends, or ended; while the clock stands, when it would end if the clock ran on from now
     * @param missed whether that is over
     */
    public record Reading(Instant dueAt, boolean missed) {}

    /**
     * @param since when the target came into force, at the raising or by a change of category
     * @param runs when the clock ran, in order, the first from the raising; the last may last
     * @param until when the thing was done, or else the instant that is asked about
     */
    public static Reading read(Target target, Instant since, List<Span> runs, Instant until, WorkingTime workingTime) {
        Measure measure = measure(target.days(), runs, workingTime);
        Duration left = target.time();
        for (Span run : runs) {
            if (run.from().isAfter(until)) {
                break;
            }
            Instant due = dueIn(run, left, since, measure);
            Instant end = run.to() != null && run.to().isBefore(until) ? run.to() : until;
            if (due.isBefore(end) || !end.isBefore(until)) {
                return new Reading(due, due.isBefore(until));
            }
            left = leftAfter(run.from(), end, left, measure);
        }
        return new Reading(measure.plus(until, left), false);
    }

    /** When that much time has passed since then, if it is counted from there. */
    static Instant plus(Instant from, Target target, WorkingTime workingTime) {
        return measure(target.days(), List.of(new Span(from, null)), workingTime)
                .plus(from, target.time());
    }

    /** When a clock with these runs reaches a target, if nothing else happens; {@code null} if it stands before. */
    static @Nullable Instant reached(Target target, Instant since, List<Span> runs, WorkingTime workingTime) {
        Measure measure = measure(target.days(), runs, workingTime);
        Duration left = target.time();
        for (Span run : runs) {
            Instant due = dueIn(run, left, since, measure);
            if (run.to() == null || due.isBefore(run.to())) {
                return due;
            }
            left = leftAfter(run.from(), run.to(), left, measure);
        }
        return null;
    }

    /** How long the clock has run, as a target with such days measures it. */
    public static Duration used(Target.Days days, List<Span> runs, Instant until, WorkingTime workingTime) {
        Measure measure = measure(days, runs, workingTime);
        Duration used = Duration.ZERO;
        for (Span run : runs) {
            Instant end = run.to() != null && run.to().isBefore(until) ? run.to() : until;
            if (run.from().isBefore(end)) {
                used = used.plus(measure.between(run.from(), end));
            }
        }
        return used;
    }

    /** When it would be due if that run lasted. */
    private static Instant dueIn(Span run, Duration left, Instant since, Measure measure) {
        Instant due = measure.plus(run.from(), left);
        return due.isBefore(since) ? measure.plus(since, Duration.ZERO) : due;
    }

    private static Duration leftAfter(Instant from, Instant to, Duration left, Measure measure) {
        Duration rest = left.minus(measure.between(from, to));
        return rest.isNegative() ? Duration.ZERO : rest;
    }

    /** Time as one target counts it. */
    interface Measure {
        Instant plus(Instant from, Duration time);

        Duration between(Instant from, Instant to);
    }

    static Measure measure(Target.Days days, List<Span> runs, WorkingTime workingTime) {
        return switch (days) {
            case NONE -> EVEN;
            case CALENDAR -> new CalendarTime(runs.getFirst().from());
            case WORKING -> working(workingTime);
        };
    }

    private static Measure working(WorkingTime workingTime) {
        return new Measure() {
            @Override
            public Instant plus(Instant from, Duration time) {
                return workingTime.plusWorkingTime(from, time);
            }

            @Override
            public Duration between(Instant from, Instant to) {
                return workingTime.workingTimeBetween(from, to);
            }
        };
    }
}
