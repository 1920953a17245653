package uk.smartenergy.incident.api.communication;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.shared.Command;

/** What can be asked of a subscription. */
public sealed interface SubscriptionCommand extends Command {
    SubscriptionId subscriptionId();

    /**
     * @param owner the user who makes it
     * @param ownerId tells that user from others of the same name; {@code null} if nothing does
     * @param target the address or URL
     */
    record Subscribe(
            @TargetAggregateIdentifier SubscriptionId subscriptionId,
            String owner,
            @Nullable String ownerId,
            Channel channel,
            String target,
            SubscriptionScope scope)
            implements SubscriptionCommand {}

    record Unsubscribe(@TargetAggregateIdentifier SubscriptionId subscriptionId) implements SubscriptionCommand {}
}
