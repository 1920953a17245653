package uk.smartenergy.incident.communication.write;

import java.time.Instant;
import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.communication.DeliveryCommand;
import uk.smartenergy.incident.api.communication.DeliveryCommand.RecordOutcome;
import uk.smartenergy.incident.api.communication.DeliveryCommand.ReplayDelivery;
import uk.smartenergy.incident.api.communication.DeliveryCommand.TakeAttempt;
import uk.smartenergy.incident.api.communication.DeliveryEvent;
import uk.smartenergy.incident.api.communication.DeliveryId;
import uk.smartenergy.incident.api.communication.DeliveryLife;
import uk.smartenergy.incident.api.shared.MetaKeys;

/**
 * The delivery of one update to one subscriber: due → (sending → retrying)* → delivered or failed, with replays. Its stream begins with the first
 * attempt, and since two streams cannot begin under one name, and no event follows twice, each attempt is one node's.
 */
@Aggregate
public class Delivery {
    @AggregateIdentifier
    private @Nullable DeliveryId id;

    private DeliveryLife life = DeliveryLife.NEW;

    /** For Axon. */
    protected Delivery() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    boolean handle(TakeAttempt command, MetaData meta, DeliveryRules rules) {
        return decide(command, meta, rules);
    }

    @CommandHandler
    boolean handle(RecordOutcome command, MetaData meta, DeliveryRules rules) {
        return decide(command, meta, rules);
    }

    @CommandHandler
    boolean handle(ReplayDelivery command, MetaData meta, DeliveryRules rules) {
        return decide(command, meta, rules);
    }

    private boolean decide(DeliveryCommand command, MetaData meta, DeliveryRules rules) {
        Object now = meta.get(MetaKeys.NOW);
        if (now == null) {
            throw new IllegalStateException("A command needs the recording time in its metadata");
        }
        Optional<DeliveryEvent> event = rules.decide(life, command, Instant.parse(now.toString()));
        event.ifPresent(AggregateLifecycle::apply);
        return event.isPresent();
    }

    @EventSourcingHandler
    void on(DeliveryEvent event) {
        id = event.deliveryId();
        life = life.after(event);
    }
}
