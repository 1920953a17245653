package uk.smartenergy.incident.communication.write;

import java.util.Map;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.communication.SubscriptionCommand.Subscribe;
import uk.smartenergy.incident.api.communication.SubscriptionCommand.Unsubscribe;
import uk.smartenergy.incident.api.communication.SubscriptionEvent.SubscriptionEnded;
import uk.smartenergy.incident.api.communication.SubscriptionEvent.SubscriptionMade;
import uk.smartenergy.incident.api.communication.SubscriptionId;
import uk.smartenergy.incident.api.shared.Refusal;

/** A subscription: made → ended. What has ended stays so, and ending it again is refused as if it had never been. */
@Aggregate
public class Subscription {
    @AggregateIdentifier
    private @Nullable SubscriptionId id;

    private boolean ended;

    /** For Axon. */
    protected Subscription() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    boolean handle(Subscribe command) {
        AggregateLifecycle.apply(new SubscriptionMade(
                command.subscriptionId(),
                command.owner(),
                command.ownerId(),
                command.channel(),
                command.target(),
                command.scope()));
        return true;
    }

    @CommandHandler
    boolean handle(Unsubscribe command) {
        if (ended) {
            throw new Refusal(
                    Refusal.Kind.NOT_FOUND, "SUBSCRIPTION_NOT_FOUND", "There is no such subscription.", Map.of());
        }
        AggregateLifecycle.apply(new SubscriptionEnded(command.subscriptionId()));
        return true;
    }

    @EventSourcingHandler
    void on(SubscriptionMade event) {
        id = event.subscriptionId();
    }

    @EventSourcingHandler
    void on(SubscriptionEnded event) {
        ended = true;
    }
}
