package uk.smartenergy.incident.maintenance.write;

import java.util.Map;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.maintenance.SubscriberCommand.SubscribeToCalendar;
import uk.smartenergy.incident.api.maintenance.SubscriberCommand.WithdrawSubscriber;
import uk.smartenergy.incident.api.maintenance.SubscriberEvent.CalendarSubscribed;
import uk.smartenergy.incident.api.maintenance.SubscriberEvent.SubscriberWithdrawn;
import uk.smartenergy.incident.api.maintenance.SubscriberId;
import uk.smartenergy.incident.api.shared.Refusal;

/** A subscriber of the calendar: subscribed → withdrawn. Who was withdrawn stays so, and is as if never there. */
@Aggregate
public class CalendarSubscriber {
    @AggregateIdentifier
    private @Nullable SubscriberId id;

    private boolean withdrawn;

    /** For Axon. */
    protected CalendarSubscriber() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    boolean handle(SubscribeToCalendar command) {
        AggregateLifecycle.apply(new CalendarSubscribed(
                command.subscriberId(),
                command.owner(),
                command.ownerId(),
                command.name(),
                command.scope(),
                command.tokenHash()));
        return true;
    }

    @CommandHandler
    boolean handle(WithdrawSubscriber command) {
        if (withdrawn) {
            throw new Refusal(Refusal.Kind.NOT_FOUND, "SUBSCRIBER_NOT_FOUND", "There is no such subscriber.", Map.of());
        }
        AggregateLifecycle.apply(new SubscriberWithdrawn(command.subscriberId()));
        return true;
    }

    @EventSourcingHandler
    void on(CalendarSubscribed event) {
        id = event.subscriberId();
    }

    @EventSourcingHandler
    void on(SubscriberWithdrawn event) {
        withdrawn = true;
    }
}
