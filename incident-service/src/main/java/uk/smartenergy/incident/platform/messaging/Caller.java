package uk.smartenergy.incident.platform.messaging;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.shared.Viewer;

/**
 * Who sends a command, and under which conditions.
 *
 * @param expectedVersion the version the caller has seen; {@code null}: whichever stands
 * @param claims keys that must be new; see {@link Claim}
 * @param importing whether a history is taken over from elsewhere; the events say so, and what goes by the present leaves them alone
 */
public record Caller(Viewer viewer, @Nullable Long expectedVersion, List<Claim> claims, boolean importing) {
    public Caller {
        claims = List.copyOf(claims);
    }

    public Caller(Viewer viewer, @Nullable Long expectedVersion, List<Claim> claims) {
        this(viewer, expectedVersion, claims, false);
    }

    /** Somebody who takes a history over. */
    public static Caller importing(Viewer viewer, List<Claim> claims) {
        return new Caller(viewer, null, claims, true);
    }

    public static Caller of(Viewer viewer) {
        return new Caller(viewer, null, List.of());
    }
}
