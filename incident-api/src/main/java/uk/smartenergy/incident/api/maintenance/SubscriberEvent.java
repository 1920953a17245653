package uk.smartenergy.incident.api.maintenance;

import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.shared.Event;
import uk.smartenergy.incident.api.shared.Required;

/** What happened to a subscriber of the calendar. The token is in no event: it is drawn so long that its hash tells nothing of it. */
public sealed interface SubscriberEvent extends Event {
    SubscriberId subscriberId();

    /** @param ownerId tells the owner from others who have had the name or will have it; {@code null} if nothing does */
    @Revision("1")
    record CalendarSubscribed(
            SubscriberId subscriberId,
            String owner,
            @Nullable String ownerId,
            String name,
            SubscriberScope scope,
            String tokenHash)
            implements SubscriberEvent {
        public CalendarSubscribed {
            Required.text(owner, "owner");
            Required.text(name, "name");
            Required.text(tokenHash, "tokenHash");
        }
    }

    @Revision("1")
    record SubscriberWithdrawn(SubscriberId subscriberId) implements SubscriberEvent {}
}
