package uk.smartenergy.incident.platform.eventstore;

import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.WrappedToken;
import org.jspecify.annotations.Nullable;

/**
 * Where an event stands: the number of its commit, which counts densely from 1, and its index within it. The last
 * event of a commit always has {@link #LAST} for an index, so that what follows a whole commit is known by arithmetic.
 */
record Position(long commit, int index) {

    static final int LAST = 0xFFFF;

    /** Before everything. */
    static final Position START = new Position(0, LAST);

    private static final int BITS = 16;

    static Position of(long commit, int index, int size) {
        return new Position(commit, index == size - 1 ? LAST : index);
    }

    static Position endOf(long commit) {
        return new Position(commit, LAST);
    }

    static Position of(@Nullable TrackingToken token) {
        TrackingToken plain = token == null ? null : WrappedToken.unwrapLowerBound(token);
        if (plain == null) {
            return START;
        }
        if (plain instanceof GlobalSequenceTrackingToken global && global.getGlobalIndex() >= 0) {
            long number = global.getGlobalIndex();
            return number < LAST ? START : new Position(number >>> BITS, (int) (number & LAST));
        }
        throw new IllegalArgumentException("This event store does not understand the token " + token);
    }

    long number() {
        return commit << BITS | index;
    }

    GlobalSequenceTrackingToken token() {
        return new GlobalSequenceTrackingToken(number());
    }

    /** The commit in which the next event is to be looked for. */
    long nextCommit() {
        return index == LAST ? commit + 1 : commit;
    }

    /** The index from which the next event is to be looked for, within {@link #nextCommit()}. */
    int nextIndex() {
        return index == LAST ? 0 : index + 1;
    }
}
