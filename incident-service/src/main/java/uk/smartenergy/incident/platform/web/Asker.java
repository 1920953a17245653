package uk.smartenergy.incident.platform.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.shared.Viewer;
import uk.smartenergy.incident.platform.messaging.Caller;
import uk.smartenergy.incident.platform.messaging.Claim;

/**
 * Who wants something changed, and under which conditions. Controllers take one as a parameter.
 *
 * @param expectedVersion from {@code If-Match}; {@code null}: whichever stands
 * @param repeat from {@code Idempotency-Key}; {@code null}: none was given
 */
public record Asker(
        Viewer viewer,
        Instant now,
        @Nullable Long expectedVersion,
        @Nullable Repeat repeat) {

    /** The caller of a command. @param about what the command is about, such as the Incident's reference. @param more claims beside the key's */
    Caller caller(String about, List<Claim> more) {
        List<Claim> claims = new ArrayList<>(more);
        if (repeat != null) {
            claims.addAll(repeat.claims(about));
        }
        return new Caller(viewer, expectedVersion, claims);
    }
}
