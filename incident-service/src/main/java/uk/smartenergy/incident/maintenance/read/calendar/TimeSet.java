package uk.smartenergy.incident.maintenance.read.calendar;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Some time: pieces that neither overlap nor touch, in order. Each piece holds its beginning and not its end. */
record TimeSet(List<Piece> pieces) {
    static final TimeSet NONE = new TimeSet(List.of());

    /** @param to after {@code from} */
    record Piece(Instant from, Instant to) {}

    /** Nothing if the end is not after the beginning. */
    static TimeSet of(Instant from, Instant to) {
        return to.isAfter(from) ? new TimeSet(List.of(new Piece(from, to))) : NONE;
    }

    /** All that any of them has, once. */
    static TimeSet union(Collection<TimeSet> sets) {
        List<Piece> sorted = sets.stream()
                .flatMap(set -> set.pieces().stream())
                .sorted(Comparator.comparing(Piece::from))
                .toList();
        List<Piece> joined = new ArrayList<>();
        for (Piece piece : sorted) {
            Piece last = joined.isEmpty() ? null : joined.getLast();
            if (last == null || piece.from().isAfter(last.to())) {
                joined.add(piece);
            } else if (piece.to().isAfter(last.to())) {
                joined.set(joined.size() - 1, new Piece(last.from(), piece.to()));
            }
        }
        return new TimeSet(List.copyOf(joined));
    }

    TimeSet within(Instant from, Instant to) {
        return union(pieces.stream()
                .map(piece -> of(
                        piece.from().isAfter(from) ? piece.from() : from,
                        piece.to().isBefore(to) ? piece.to() : to))
                .toList());
    }

    TimeSet without(TimeSet other) {
        TimeSet left = this;
        for (Piece hole : other.pieces()) {
            left = union(List.of(left.within(Instant.MIN, hole.from()), left.within(hole.to(), Instant.MAX)));
        }
        return left;
    }

    boolean isEmpty() {
        return pieces.isEmpty();
    }

    /** How long all of it takes, as time really passes. */
    Duration total() {
        return pieces.stream()
                .map(piece -> Duration.between(piece.from(), piece.to()))
                .reduce(Duration.ZERO, Duration::plus);
    }

    /** The same in minutes; what is left of one counts as one. */
    long minutes() {
        return minutes(total());
    }

    static long minutes(Duration duration) {
        return duration.plusSeconds(59).plusNanos(999_999_999).toMinutes();
    }
}
