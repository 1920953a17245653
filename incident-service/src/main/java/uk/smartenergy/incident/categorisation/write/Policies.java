package uk.smartenergy.incident.categorisation.write;

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
import uk.smartenergy.incident.api.categorisation.PolicyCommand;
import uk.smartenergy.incident.api.categorisation.PolicyCommand.*;
import uk.smartenergy.incident.api.categorisation.PolicyEvent;
import uk.smartenergy.incident.api.categorisation.PolicyRegister;
import uk.smartenergy.incident.api.shared.MetaKeys;

/**
 * All categorisation policies: drafted or given by a file → activated from a day → retired. One stream, because which of them is in force, and that
 * one always is, is a matter between them; it grows by a few events a year. {@link PolicyRules} decide.
 */
@Aggregate
public class Policies {
    @AggregateIdentifier
    private @Nullable String stream;

    private PolicyRegister register = PolicyRegister.EMPTY;

    /** For Axon. */
    protected Policies() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    PolicyAccepted handle(DraftPolicy command, MetaData meta) {
        return decide(command, command.policy().version(), meta);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    PolicyAccepted handle(ChangeDraft command, MetaData meta) {
        return decide(command, command.policy().version(), meta);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    PolicyAccepted handle(ActivatePolicy command, MetaData meta) {
        return decide(command, command.version(), meta);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    PolicyAccepted handle(RetirePolicy command, MetaData meta) {
        return decide(command, command.version(), meta);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    PolicyAccepted handle(SeedPolicies command, MetaData meta) {
        return decide(command, "", meta);
    }

    private PolicyAccepted decide(PolicyCommand command, String version, MetaData meta) {
        Object expected = meta.get(MetaKeys.EXPECTED_VERSION);
        List<PolicyEvent> events = PolicyRules.decide(
                register, command, expected == null ? null : Long.valueOf(expected.toString()), now(meta));
        events.forEach(AggregateLifecycle::apply);
        long change = register.find(version).map(PolicyRegister.Version::change).orElse(0L);
        return new PolicyAccepted(version, change, !events.isEmpty());
    }

    private static Instant now(MetaData meta) {
        if (meta.get(MetaKeys.NOW) instanceof String now) {
            return Instant.parse(now);
        }
        throw new IllegalStateException("A command needs the recording time in its metadata");
    }

    @EventSourcingHandler
    void on(PolicyEvent event, @SequenceNumber long sequence, @Timestamp Instant recordedAt) {
        stream = PolicyCommand.STREAM;
        register = register.after(event, sequence, recordedAt);
    }
}
