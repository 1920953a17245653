package uk.smartenergy.incident.api.communication;

import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.shared.Event;
import uk.smartenergy.incident.api.shared.Required;

/** What happened to a subscription. Its secret is in no event. */
public sealed interface SubscriptionEvent extends Event {
    SubscriptionId subscriptionId();

    /** @param ownerId tells the owner from others who have had the name or will have it; {@code null} if nothing does */
    @Revision("1")
    record SubscriptionMade(
            SubscriptionId subscriptionId,
            String owner,
            @Nullable String ownerId,
            Channel channel,
            String target,
            SubscriptionScope scope)
            implements SubscriptionEvent {
        public SubscriptionMade {
            Required.text(owner, "owner");
            Required.text(target, "target");
        }
    }

    @Revision("1")
    record SubscriptionEnded(SubscriptionId subscriptionId) implements SubscriptionEvent {}
}
