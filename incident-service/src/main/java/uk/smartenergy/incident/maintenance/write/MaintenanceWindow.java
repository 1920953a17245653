package uk.smartenergy.incident.maintenance.write;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.maintenance.MaintenanceCommand;
import uk.smartenergy.incident.api.maintenance.MaintenanceCommand.AmendWindow;
import uk.smartenergy.incident.api.maintenance.MaintenanceCommand.CancelWindow;
import uk.smartenergy.incident.api.maintenance.MaintenanceCommand.CompleteWindow;
import uk.smartenergy.incident.api.maintenance.MaintenanceCommand.DecideException;
import uk.smartenergy.incident.api.maintenance.MaintenanceCommand.DismissSuggestion;
import uk.smartenergy.incident.api.maintenance.MaintenanceCommand.GiveExceptionView;
import uk.smartenergy.incident.api.maintenance.MaintenanceCommand.MoveWindow;
import uk.smartenergy.incident.api.maintenance.MaintenanceCommand.RequestException;
import uk.smartenergy.incident.api.maintenance.MaintenanceCommand.ScheduleWindow;
import uk.smartenergy.incident.api.maintenance.MaintenanceCommand.WithdrawException;
import uk.smartenergy.incident.api.maintenance.MaintenanceEvent;
import uk.smartenergy.incident.api.shared.RecordAccepted;
import uk.smartenergy.incident.platform.deciding.Recording;

/** A window of Planned Maintenance: scheduled → (moved, amended)* → completed or cancelled. {@link WindowRules} decide. */
@Aggregate
public class MaintenanceWindow {
    @AggregateIdentifier
    private @Nullable String id;

    private WindowLife life = WindowLife.NEW;
    private long version = -1;

    /** For Axon. */
    protected MaintenanceWindow() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    RecordAccepted handle(ScheduleWindow command, MetaData meta, WindowRules rules) {
        return decide(command, meta, rules);
    }

    @CommandHandler
    RecordAccepted handle(MoveWindow command, MetaData meta, WindowRules rules) {
        return decide(command, meta, rules);
    }

    @CommandHandler
    RecordAccepted handle(AmendWindow command, MetaData meta, WindowRules rules) {
        return decide(command, meta, rules);
    }

    @CommandHandler
    RecordAccepted handle(CancelWindow command, MetaData meta, WindowRules rules) {
        return decide(command, meta, rules);
    }

    @CommandHandler
    RecordAccepted handle(CompleteWindow command, MetaData meta, WindowRules rules) {
        return decide(command, meta, rules);
    }

    @CommandHandler
    RecordAccepted handle(RequestException command, MetaData meta, WindowRules rules) {
        return decide(command, meta, rules);
    }

    @CommandHandler
    RecordAccepted handle(GiveExceptionView command, MetaData meta, WindowRules rules) {
        return decide(command, meta, rules);
    }

    @CommandHandler
    RecordAccepted handle(DecideException command, MetaData meta, WindowRules rules) {
        return decide(command, meta, rules);
    }

    @CommandHandler
    RecordAccepted handle(WithdrawException command, MetaData meta, WindowRules rules) {
        return decide(command, meta, rules);
    }

    @CommandHandler
    RecordAccepted handle(DismissSuggestion command, MetaData meta, WindowRules rules) {
        return decide(command, meta, rules);
    }

    private RecordAccepted decide(MaintenanceCommand command, MetaData meta, WindowRules rules) {
        Recording recording = Recording.of(meta);
        if (version >= 0) {
            recording.refuseIfStale(version);
        }
        long standing = version;
        return recording.apply(command.windowId().value(), standing, rules.decide(life, command, recording));
    }

    @EventSourcingHandler
    void on(MaintenanceEvent event, @SequenceNumber long sequence) {
        id = event.record();
        life = life.after(event);
        version = sequence;
    }
}
