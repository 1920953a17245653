package uk.smartenergy.incident.api.maintenance;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.shared.Command;

/** What can be asked of a subscriber of the calendar. */
public sealed interface SubscriberCommand extends Command {
    SubscriberId subscriberId();

    /** @param tokenHash of the token, which itself is told to who subscribes and to nobody else */
    record SubscribeToCalendar(
            @TargetAggregateIdentifier SubscriberId subscriberId,
            String owner,
            @Nullable String ownerId,
            String name,
            SubscriberScope scope,
            String tokenHash)
            implements SubscriberCommand {}

    record WithdrawSubscriber(@TargetAggregateIdentifier SubscriberId subscriberId) implements SubscriberCommand {}
}
