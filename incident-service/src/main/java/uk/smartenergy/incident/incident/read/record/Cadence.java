package uk.smartenergy.incident.incident.read.record;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When updates to Interested Parties fall due. Pure.
 *
 * <ul>
 *   <li>One is due a cadence after the last; if none comes, another is due a cadence later, and so on. Each that did not come is missed.
 *   <li>Before the first update it counts from the raising, and after a re-opening from that.
 *   <li>Another cadence counts from the last update too, but nothing falls due before it holds.
 *   <li>What comes at the very instant is in time.
 * </ul>
 */
final class Cadence {
    private Cadence() {}

    /**
     * Something after which it counts differently.
     *
     * @param at not before that of the turn before
     * @param cadence from now on; {@code null}: nothing is owed by time
     * @param begins whether it counts anew from now
     * @param update whether it is an update
     */
    record Turn(Instant at, @Nullable Target cadence, boolean begins, boolean update) {}

    /** A time in which updates fell due and none came. @param first when the first did. @param until before it the last did */
    record Silence(Instant first, Target cadence, Instant until) {

        /** How many fell due at or after the one instant and before the other. */
        long between(Instant from, Instant to, TargetClock.WorkingTime time) {
            Instant end = to.isBefore(until) ? to : until;
            if (cadence.days() == Target.Days.NONE) {
                return Math.max(0, before(end) - before(from));
            }
            if (cadence.days() == Target.Days.CALENDAR) {
                return Math.max(0, daysBefore(end, time) - daysBefore(from, time));
            }
            long count = 0;
            for (Instant due = first; due.isBefore(end); due = TargetClock.plus(due, cadence, time)) {
                count += due.isBefore(from) ? 0 : 1;
            }
            return count;
        }

        /** How many at the same time of day fell due before an instant: looked for, since none is as far from the next as any other. */
        private long daysBefore(Instant end, TargetClock.WorkingTime time) {
            if (!first.isBefore(end)) {
                return 0;
            }
            long below = 0;
            long atMost = Duration.between(first, end).dividedBy(cadence.time()) + 2;
            while (atMost - below > 1) {
                long middle = (below + atMost) >>> 1;
                Target wanted = new Target(cadence.time().multipliedBy(middle), cadence.days());
                if (TargetClock.plus(first, wanted, time).isBefore(end)) {
                    below = middle;
                } else {
                    atMost = middle;
                }
            }
            return below + 1;
        }

        /** How many of equal distance fell due before an instant. */
        private long before(Instant end) {
            return first.isBefore(end)
                    ? 1 + Duration.between(first, end).minusNanos(1).dividedBy(cadence.time())
                    : 0;
        }
    }

    /**
     * @param nextDueAt when the next one is owed, which is in the past if it is overdue; {@code null} if none is
     * @param onTime when updates came that were owed, and nothing had been missed since the one before
     */
    record Reading(@Nullable Instant nextDueAt, List<Silence> silences, List<Instant> onTime) {}

    /** @param turns in order; those after {@code until} must not be among them */
    static Reading read(List<Turn> turns, Instant until, TargetClock.WorkingTime time) {
        List<Silence> silences = new ArrayList<>(2);
        List<Instant> onTime = new ArrayList<>();
        @Nullable Instant base = null;
        @Nullable Instant due = null;
        @Nullable Target cadence = null;
        boolean missed = false;
        for (Turn turn : turns) {
            boolean begins = turn.begins() || turn.update();
            if (!begins && same(cadence, turn.cadence())) {
                continue;
            }
            missed |= keepSilence(silences, due, cadence, turn.at());
            if (turn.update() && due != null && !missed) {
                onTime.add(turn.at());
            }
            if (begins || base == null) {
                base = turn.at();
                missed = false;
            }
            cadence = turn.cadence();
            due = cadence == null ? null : later(TargetClock.plus(base, cadence, time), turn.at());
        }
        keepSilence(silences, due, cadence, until);
        return new Reading(due, silences, onTime);
    }

    private static boolean keepSilence(
            List<Silence> silences, @Nullable Instant due, @Nullable Target cadence, Instant until) {
        boolean silent = due != null && cadence != null && due.isBefore(until);
        if (due != null && cadence != null && silent) {
            silences.add(new Silence(due, cadence, until));
        }
        return silent;
    }

    private static boolean same(@Nullable Target one, @Nullable Target other) {
        return one == null ? other == null : one.equals(other);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isBefore(other) ? other : one;
    }
}
