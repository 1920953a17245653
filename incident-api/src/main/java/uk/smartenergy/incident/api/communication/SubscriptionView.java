package uk.smartenergy.incident.api.communication;

import java.net.URI;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.shared.Viewer;

/**
 * A subscription.
 *
 * @param owner the user who made it
 * @param ownerId tells that user from others of the same name; {@code null} if nothing does
 * @param target the address or URL
 */
public record SubscriptionView(
        SubscriptionId id,
        String owner,
        @Nullable String ownerId,
        Channel channel,
        String target,
        SubscriptionScope scope,
        Instant madeAt) {

    /** Whether it is this user's own: one who came later and has the name is another. */
    public boolean isOf(Viewer viewer) {
        return viewer.name().equals(owner) && Objects.equals(viewer.id(), ownerId);
    }

    /** What its deliveries share with those of other subscriptions: the mail server, or the host that is sent to. */
    public String place() {
        return channel == Channel.EMAIL
                ? "mail"
                : String.valueOf(URI.create(target).getAuthority()).toLowerCase(Locale.ROOT);
    }
}
