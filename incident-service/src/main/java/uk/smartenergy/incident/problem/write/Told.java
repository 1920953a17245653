package uk.smartenergy.incident.problem.write;

import java.time.Instant;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What was said of one thing, each from when it happened; of what happened at the same instant the last recorded holds. */
final class Told<T extends Object> {
    private final NavigableMap<Instant, Optional<T>> told = new TreeMap<>();

    void put(Instant at, @Nullable T value) {
        told.put(at, Optional.ofNullable(value));
    }

    /** What stood then; {@code null} if nothing. */
    @Nullable
    T at(Instant at) {
        Map.Entry<Instant, Optional<T>> found = told.floorEntry(at);
        return found == null ? null : found.getValue().orElse(null);
    }

    /** Whether it stood like this then. */
    boolean is(@Nullable T value, Instant at) {
        return Objects.equals(at(at), value);
    }

    /** When the last of it happened. */
    Optional<Instant> last() {
        return told.isEmpty() ? Optional.empty() : Optional.of(told.lastKey());
    }
}
