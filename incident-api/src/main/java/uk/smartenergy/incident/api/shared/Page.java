package uk.smartenergy.incident.api.shared;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list.
 *
 * @param nextCursor where the next part begins; {@code null} at the end. Opaque to clients
 * @param total how many there are in all parts together
 */
public record Page<T>(List<T> items, @Nullable String nextCursor, long total) {
    public Page {
        items = List.copyOf(items);
    }
}
