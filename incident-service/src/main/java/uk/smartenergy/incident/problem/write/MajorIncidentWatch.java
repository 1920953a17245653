package uk.smartenergy.incident.problem.write;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.problem.WatchCommand.BeginWatch;
import uk.smartenergy.incident.api.problem.WatchEvent.WatchBegun;

/** The watch that the service keeps over Major Incidents: begun, once for ever and for all nodes. */
@Aggregate
public class MajorIncidentWatch {
    @AggregateIdentifier
    private @Nullable String id;

    /** For Axon. */
    protected MajorIncidentWatch() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Boolean handle(BeginWatch command) {
        boolean first = id == null;
        if (first) {
            AggregateLifecycle.apply(new WatchBegun(command.watch(), command.since()));
        }
        return first;
    }

    @EventSourcingHandler
    void on(WatchBegun begun) {
        id = begun.watch();
    }
}
