package uk.smartenergy.incident.problem.write;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.problem.ProblemCommand;
import uk.smartenergy.incident.api.problem.ProblemCommand.*;
import uk.smartenergy.incident.api.problem.ProblemEvent;
import uk.smartenergy.incident.api.problem.ProblemEvent.*;
import uk.smartenergy.incident.api.problem.ProblemId;
import uk.smartenergy.incident.api.shared.RecordAccepted;
import uk.smartenergy.incident.api.shared.Refusal;
import uk.smartenergy.incident.platform.deciding.Recording;

/**
 * A Problem: opened → (known error, as soon as there is a workaround) → closed, with re-opening.
 *
 * <ul>
 *   <li>Nothing happened to it before it was opened, and nothing but remarks and links while it was closed.
 *   <li>It closes with a root cause or a stated reason, after all that opened or closed it before.
 *   <li>What is RED is linked only with what is RED.
 *   <li>What is so already changes nothing.
 * </ul>
 */
@Aggregate
public class Problem {
    @AggregateIdentifier
    private @Nullable ProblemId id;

    private long version = -1;
    private Facts facts = Facts.none();

    /** For Axon. */
    protected Problem() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    RecordAccepted handle(OpenProblem command, MetaData meta) {
        Recording recording = Recording.of(meta);
        recording.refuseIfStale(version);
        List<ProblemEvent> events = Opening.events(command, recording.at(command.occurredAt()));
        return recording.apply(command.record(), version, events);
    }

    @CommandHandler
    RecordAccepted handle(LinkIncidentToProblem command, MetaData meta) {
        Opening.refuseRedWithOthers(command.problemId(), command.incident());
        return decide(
                command,
                meta,
                at -> facts.isLinked(command.incident(), at)
                        ? null
                        : new IncidentLinkedToProblem(command.problemId(), at, command.incident(), command.comment()));
    }

    @CommandHandler
    RecordAccepted handle(RemoveIncidentFromProblem command, MetaData meta) {
        return decide(
                command,
                meta,
                at -> facts.wasRemoved(command.incident(), at)
                        ? null
                        : new IncidentRemovedFromProblem(
                                command.problemId(), at, command.incident(), command.reason()));
    }

    @CommandHandler
    RecordAccepted handle(NoteOnProblem command, MetaData meta) {
        return decide(command, meta, at -> new ProblemNoted(command.problemId(), at, command.text()));
    }

    @CommandHandler
    RecordAccepted handle(AssignProblem command, MetaData meta) {
        return whileOpen(
                command,
                meta,
                at -> facts.owner.is(command.owner(), at)
                        ? null
                        : new ProblemAssigned(command.problemId(), at, command.owner(), command.reason()));
    }

    @CommandHandler
    RecordAccepted handle(StateRootCause command, MetaData meta) {
        return whileOpen(
                command,
                meta,
                at -> facts.rootCause.is(command.rootCause(), at)
                        ? null
                        : new RootCauseStated(command.problemId(), at, command.rootCause()));
    }

    @CommandHandler
    RecordAccepted handle(StateWorkaround command, MetaData meta) {
        return whileOpen(
                command,
                meta,
                at -> facts.workaround.is(command.workaround(), at)
                        ? null
                        : new WorkaroundStated(command.problemId(), at, command.workaround()));
    }

    @CommandHandler
    RecordAccepted handle(PrioritiseProblem command, MetaData meta) {
        return whileOpen(
                command,
                meta,
                at -> facts.priority.is(command.priority(), at)
                        ? null
                        : new ProblemPrioritised(command.problemId(), at, command.priority(), command.reason()));
    }

    @CommandHandler
    RecordAccepted handle(SetTargetDate command, MetaData meta) {
        return whileOpen(
                command,
                meta,
                at -> facts.targetDate.is(command.targetDate(), at)
                        ? null
                        : new TargetDateSet(command.problemId(), at, command.targetDate(), command.reason()));
    }

    @CommandHandler
    RecordAccepted handle(PlanFix command, MetaData meta) {
        return whileOpen(
                command,
                meta,
                at -> facts.fix.is(new Facts.Fix(command.fixReference(), command.plannedFor()), at)
                        ? null
                        : new FixPlanned(command.problemId(), at, command.fixReference(), command.plannedFor()));
    }

    @CommandHandler
    RecordAccepted handle(CloseProblem command, MetaData meta) {
        Recording recording = Recording.of(meta);
        recording.refuseIfStale(version);
        Instant at = recording.at(command.occurredAt());
        facts.refuseBeforeOpening(at);
        if (facts.isClosed() && facts.saysNothingNew(command, at)) {
            return recording.apply(command.record(), version, List.of());
        }
        facts.refuseUnlessOpen(at);
        facts.refuseBeforeLastTurn("closed", at);
        List<ProblemEvent> events = facts.closing(command, at);
        if (command.reason() == null && command.rootCause() == null && facts.rootCause.at(at) == null) {
            throw new Refusal(
                    Refusal.Kind.CONFLICT,
                    "ROOT_CAUSE_OR_REASON_NEEDED",
                    "A Problem closes when its root cause is known, or with a stated reason; neither is there.",
                    Map.of());
        }
        return recording.apply(command.record(), version, events);
    }

    @CommandHandler
    RecordAccepted handle(ReopenProblem command, MetaData meta) {
        return decide(command, meta, at -> {
            if (!facts.isClosed()) {
                throw new Refusal(
                        Refusal.Kind.CONFLICT,
                        "PROBLEM_OPEN",
                        "The Problem is open, so it cannot be re-opened.",
                        Map.of("state", "OPEN"));
            }
            facts.refuseBeforeLastTurn("re-opened", at);
            return new ProblemReopened(command.problemId(), at, command.reason());
        });
    }

    private RecordAccepted whileOpen(
            ProblemCommand command, MetaData meta, Function<Instant, @Nullable ProblemEvent> decision) {
        return decide(command, meta, at -> {
            ProblemEvent event = decision.apply(at);
            if (event != null) {
                facts.refuseUnlessOpen(at);
            }
            return event;
        });
    }

    private RecordAccepted decide(
            ProblemCommand command, MetaData meta, Function<Instant, @Nullable ProblemEvent> decision) {
        Recording recording = Recording.of(meta);
        recording.refuseIfStale(version);
        Instant at = recording.at(command.occurredAt());
        facts.refuseBeforeOpening(at);
        ProblemEvent event = decision.apply(at);
        return recording.apply(command.record(), version, event == null ? List.of() : List.of(event));
    }

    @EventSourcingHandler
    void on(ProblemEvent event) {
        id = event.problemId();
        version++;
        facts.take(event);
    }
}
