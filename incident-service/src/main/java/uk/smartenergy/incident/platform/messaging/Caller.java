package uk.smartenergy.incident.platform.messaging;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.shared.Viewer;

/**
 * Who sends a command, and under which conditions.
 *
 * @param expectedVersion the version the caller has seen; {@code null}: whichever stands
 * @param claims keys that must be new; see {@link Claim}
 */
public record Caller(Viewer viewer, @Nullable Long expectedVersion, List<Claim> claims) {
    public Caller {
        claims = List.copyOf(claims);
    }

    public static Caller of(Viewer viewer) {
        return new Caller(viewer, null, List.of());
    }
}
