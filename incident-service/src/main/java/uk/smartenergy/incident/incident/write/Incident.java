package uk.smartenergy.incident.incident.write;

import java.time.Instant;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.incident.Accepted;
import uk.smartenergy.incident.api.incident.IncidentCommand;
import uk.smartenergy.incident.api.incident.IncidentCommand.*;
import uk.smartenergy.incident.api.incident.IncidentEvent;
import uk.smartenergy.incident.api.incident.IncidentId;
import uk.smartenergy.incident.api.shared.MetaKeys;

/**
 * An Incident: raised → assigned → responded → (pending ⇄ in progress) → resolved → closed, with re-opening. It keeps what {@link IncidentRules}
 * need, has them decide, and applies what they decided.
 *
 * <ul>
 *   <li>A caller who has seen an older version than the one that stands is refused.
 *   <li>A command that changes nothing applies nothing, and is accepted.
 * </ul>
 */
@Aggregate(cache = "incidentCache")
public class Incident {
    @AggregateIdentifier
    private @Nullable IncidentId id;

    private @Nullable IncidentLife life;

    /** For Axon. */
    protected Incident() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    Accepted handle(RaiseIncident command, MetaData meta, IncidentRules rules) {
        return decide(command, meta, rules);
    }

    @CommandHandler
    Accepted handle(AssessImpact command, MetaData meta, IncidentRules rules) {
        return decide(command, meta, rules);
    }

    @CommandHandler
    Accepted handle(CategoriseIncident command, MetaData meta, IncidentRules rules) {
        return decide(command, meta, rules);
    }

    @CommandHandler
    Accepted handle(AssignIncident command, MetaData meta, IncidentRules rules) {
        return decide(command, meta, rules);
    }

    @CommandHandler
    Accepted handle(RespondToIncident command, MetaData meta, IncidentRules rules) {
        return decide(command, meta, rules);
    }

    @CommandHandler
    Accepted handle(PauseIncident command, MetaData meta, IncidentRules rules) {
        return decide(command, meta, rules);
    }

    @CommandHandler
    Accepted handle(ResumeIncident command, MetaData meta, IncidentRules rules) {
        return decide(command, meta, rules);
    }

    @CommandHandler
    Accepted handle(EscalateIncident command, MetaData meta, IncidentRules rules) {
        return decide(command, meta, rules);
    }

    @CommandHandler
    Accepted handle(CommunicateIncident command, MetaData meta, IncidentRules rules) {
        return decide(command, meta, rules);
    }

    @CommandHandler
    Accepted handle(RateCommunication command, MetaData meta, IncidentRules rules) {
        return decide(command, meta, rules);
    }

    @CommandHandler
    Accepted handle(ResolveIncident command, MetaData meta, IncidentRules rules) {
        return decide(command, meta, rules);
    }

    @CommandHandler
    Accepted handle(CloseIncident command, MetaData meta, IncidentRules rules) {
        return decide(command, meta, rules);
    }

    @CommandHandler
    Accepted handle(ReopenIncident command, MetaData meta, IncidentRules rules) {
        return decide(command, meta, rules);
    }

    @CommandHandler
    Accepted handle(LinkIncident command, MetaData meta, IncidentRules rules) {
        return decide(command, meta, rules);
    }

    @CommandHandler
    Accepted handle(EscalateByItself command, MetaData meta, IncidentRules rules) {
        return decide(command, meta, rules);
    }

    @CommandHandler
    Accepted handle(DisputeCategory command, MetaData meta, IncidentRules rules) {
        return decide(command, meta, rules);
    }

    @CommandHandler
    Accepted handle(AddDisputeEvidence command, MetaData meta, IncidentRules rules) {
        return decide(command, meta, rules);
    }

    @CommandHandler
    Accepted handle(WithdrawDispute command, MetaData meta, IncidentRules rules) {
        return decide(command, meta, rules);
    }

    @CommandHandler
    Accepted handle(RuleOnDispute command, MetaData meta, IncidentRules rules) {
        return decide(command, meta, rules);
    }

    private Accepted decide(IncidentCommand command, MetaData meta, IncidentRules rules) {
        long standing = life == null ? -1 : life.version();
        Object expected = meta.get(MetaKeys.EXPECTED_VERSION);
        if (expected != null && Long.parseLong(expected.toString()) != standing) {
            throw Refusals.stale(Long.parseLong(expected.toString()), standing);
        }
        List<IncidentEvent> events = rules.decide(life, command, recording(meta));
        events.forEach(AggregateLifecycle::apply);
        return new Accepted(command.incidentId(), standing + events.size(), !events.isEmpty());
    }

    static Recording recording(MetaData meta) {
        Object now = meta.get(MetaKeys.NOW);
        if (now == null) {
            throw new IllegalStateException("A command needs the recording time in its metadata");
        }
        return new Recording(Instant.parse(now.toString()));
    }

    /** What happened to it; {@code null} before the raising. */
    @Nullable
    IncidentLife life() {
        return life;
    }

    @EventSourcingHandler
    void on(IncidentEvent event, @SequenceNumber long sequence, @Timestamp Instant recordedAt) {
        id = event.incidentId();
        life = IncidentLife.evolve(life, event, sequence, recordedAt);
    }
}
