package uk.smartenergy.incident.api.maintenance;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.shared.Viewer;

/**
 * A subscriber of the calendar.
 *
 * @param owner the user who made it
 * @param ownerId tells that user from others of the same name; {@code null} if nothing does
 * @param name what the owner calls it
 */
public record SubscriberView(
        SubscriberId id, String owner, @Nullable String ownerId, String name, SubscriberScope scope, Instant madeAt) {

    /** Whether it is this user's own: one who came later and has the name is another. */
    public boolean isOf(Viewer viewer) {
        return viewer.name().equals(owner) && Objects.equals(viewer.id(), ownerId);
    }
}
