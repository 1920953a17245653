package uk.smartenergy.incident.api.shared;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The two times of every question: as of when it was so, and as known when. Both ends count ("at or before").
 *
 * @param asOf what had happened by then; {@code null}: all that has happened
 * @param knownAt what had been recorded by then; {@code null}: all that has been recorded
 * @param now the present, from the injected clock: what {@code null} means where an instant is needed
 */
public record Moment(@Nullable Instant asOf, @Nullable Instant knownAt, Instant now) {

    public static Moment present(Instant now) {
        return new Moment(null, null, now);
    }

    public Instant asOfOrNow() {
        return asOf != null ? asOf : now;
    }

    public Instant knownAtOrNow() {
        return knownAt != null ? knownAt : now;
    }

    /** Whether a fact that happened and was recorded then belongs to the answer. */
    public boolean includes(Instant occurredAt, Instant recordedAt) {
        return (asOf == null || !occurredAt.isAfter(asOf)) && (knownAt == null || !recordedAt.isAfter(knownAt));
    }
}
