package uk.smartenergy.incident.incident.write;

import java.util.List;
import java.util.function.Function;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.incident.Accepted;
import uk.smartenergy.incident.api.incident.IncidentCommand;
import uk.smartenergy.incident.api.incident.IncidentCommand.RaiseIncident;
import uk.smartenergy.incident.api.incident.IncidentEvent;
import uk.smartenergy.incident.api.incident.IncidentId;
import uk.smartenergy.incident.api.incident.RehearseIncidentCommand;
import uk.smartenergy.incident.api.incident.RehearseIncidentCommand.Rehearsed;

/** Decides commands by the same rules as {@link Incident}, and keeps nothing: for dry runs. */
class IncidentRehearsal {
    private final IncidentRules rules;
    private final Function<IncidentId, IncidentLife> onRecord;

    /** @param onRecord the life of an Incident that is on record */
    IncidentRehearsal(IncidentRules rules, Function<IncidentId, IncidentLife> onRecord) {
        this.rules = rules;
        this.onRecord = onRecord;
    }

    @CommandHandler
    Rehearsed handle(RehearseIncidentCommand rehearse, MetaData meta) {
        IncidentCommand command = rehearse.command();
        IncidentLife life = before(rehearse);
        List<IncidentEvent> events = rules.decide(life, command, Incident.recording(meta));
        for (IncidentEvent event : events) {
            life = IncidentLife.evolve(life, event, life == null ? 0 : life.version() + 1);
        }
        if (life == null) {
            throw new IllegalStateException("Raising always leads to events");
        }
        return new Rehearsed(new Accepted(command.incidentId(), life.version(), !events.isEmpty()), life.toBytes());
    }

    private @Nullable IncidentLife before(RehearseIncidentCommand rehearse) {
        byte[] life = rehearse.life();
        if (life != null) {
            return IncidentLife.fromBytes(life);
        }
        return rehearse.command() instanceof RaiseIncident
                ? null
                : onRecord.apply(rehearse.command().incidentId());
    }
}
