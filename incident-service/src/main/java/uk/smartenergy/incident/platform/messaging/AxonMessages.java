package uk.smartenergy.incident.platform.messaging;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.queryhandling.GenericQueryMessage;
import org.axonframework.queryhandling.QueryBus;
import org.axonframework.queryhandling.QueryExecutionException;
import org.axonframework.queryhandling.QueryResponseMessage;
import uk.smartenergy.incident.api.incident.IncidentCommand;
import uk.smartenergy.incident.api.shared.Command;
import uk.smartenergy.incident.api.shared.MetaKeys;
import uk.smartenergy.incident.api.shared.Query;
import uk.smartenergy.incident.api.shared.RecordCommand;
import uk.smartenergy.incident.api.shared.Refusal;

/** {@link Messages} on Axon's buses. Handlers run in the caller's thread, so a caller waits for its own message and no other. */
final class AxonMessages implements Messages {
    private static final int MOST_TRIES = 20;

    private final CommandBus commandBus;
    private final QueryBus queryBus;
    private final StoreGate store;
    private final Clock clock;
    private final MessageObserver observer;
    private final Duration longestWait;
    private final List<Grounds> grounds;

    AxonMessages(
            CommandBus commandBus,
            QueryBus queryBus,
            StoreGate store,
            Clock clock,
            MessageObserver observer,
            Duration longestWait,
            List<Grounds> grounds) {
        this.commandBus = commandBus;
        this.queryBus = queryBus;
        this.store = store;
        this.clock = clock;
        this.observer = observer;
        this.longestWait = longestWait;
        this.grounds = List.copyOf(grounds);
    }

    @Override
    public <R> R send(Command command, Caller caller) {
        String name = command.getClass().getSimpleName();
        // What is RED is in no count, not even in that of the commands.
        boolean counted = !isRed(command);
        return timed(() -> retried(command, caller), (took, outcome) -> {
            if (counted) {
                observer.commandHandled(name, took, outcome);
            }
        });
    }

    private static boolean isRed(Command command) {
        return switch (command) {
            case IncidentCommand of -> of.incidentId().isDrawn();
            case RecordCommand of -> of.isRed();
            default -> false;
        };
    }

    @Override
    public <R> R ask(Query<R> query) {
        String name = query.getClass().getSimpleName();
        return timed(() -> answered(query), (took, outcome) -> observer.queryAnswered(name, took, outcome));
    }

    @Override
    public <R> R glance(Query<R> query) {
        String name = query.getClass().getSimpleName();
        return timed(() -> answeredNow(query), (took, outcome) -> observer.queryAnswered(name, took, outcome));
    }

    @Override
    public Optional<String> claimed(String key) {
        return store.claimed(key);
    }

    /** Another node may change the same thing at the same time; then the command is decided anew on what stands now. */
    private <R> R retried(Command command, Caller caller) {
        for (int attempt = 1; ; attempt++) {
            try {
                grounds.forEach(ground -> ground.before(command));
                return dispatched(command, caller);
            } catch (AggregateStreamCreationException taken) {
                throw new StreamExists();
            } catch (ConcurrencyException concurrent) {
                if (attempt == MOST_TRIES) {
                    throw new ChangedConcurrently();
                }
            } catch (AggregateNotFoundException absent) {
                throw new Refusal(Refusal.Kind.NOT_FOUND, "NOT_FOUND", "There is no such record.", Map.of());
            } catch (RuntimeException failure) {
                throw store.translated(failure);
            }
        }
    }

    @SuppressWarnings("unchecked")
    private <R> R dispatched(Command command, Caller caller) {
        var result = new AtomicReference<CommandResultMessage<?>>();
        commandBus.dispatch(
                new GenericCommandMessage<>(command, metaData(caller)), (message, answer) -> result.set(answer));
        CommandResultMessage<?> answer = result.get();
        if (answer == null) {
            throw new IllegalStateException("The command bus answered on another thread");
        }
        if (answer.isExceptional()) {
            throw unwrapped(answer.exceptionResult());
        }
        return (R) answer.getPayload();
    }

    private <R> R answered(Query<R> query) {
        long head = store.head();
        if (!store.awaitProjected(head, longestWait)) {
            throw new ReadModelBehind();
        }
        return answeredNow(query);
    }

    private <R> R answeredNow(Query<R> query) {
        var message = new GenericQueryMessage<>(query, new AnyAnswer<>(query));
        try {
            QueryResponseMessage<R> answer = queryBus.query(message).join();
            if (answer.isExceptional()) {
                throw unwrapped(answer.exceptionResult());
            }
            return answer.getPayload();
        } catch (CompletionException failure) {
            throw store.translated(unwrapped(failure));
        } catch (RuntimeException failure) {
            throw store.translated(failure);
        }
    }

    private MetaData metaData(Caller caller) {
        Map<String, Object> values = new HashMap<>();
        values.put(MetaKeys.ACTOR, caller.viewer().name());
        values.put(MetaKeys.NOW, clock.instant().toString());
        String party = caller.viewer().party();
        if (party != null) {
            values.put(MetaKeys.ACTOR_PARTY, party);
        }
        if (caller.viewer().cleared()) {
            values.put(MetaKeys.CLEARED, "true");
        }
        if (caller.importing()) {
            values.put(MetaKeys.IMPORTED, "true");
        }
        Long expectedVersion = caller.expectedVersion();
        if (expectedVersion != null) {
            values.put(MetaKeys.EXPECTED_VERSION, expectedVersion.toString());
        }
        List<Claim> claims = caller.claims();
        if (!claims.isEmpty()) {
            values.put(MetaKeys.CLAIMS, Claims.toText(claims));
        }
        return MetaData.from(values);
    }

    private static RuntimeException unwrapped(Throwable failure) {
        Throwable cause = failure;
        while ((cause instanceof CompletionException
                        || cause instanceof CommandExecutionException
                        || cause instanceof QueryExecutionException)
                && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause instanceof RuntimeException known ? known : new IllegalStateException(cause);
    }

    private static <R> R timed(Supplier<R> work, Report report) {
        long start = System.nanoTime();
        MessageObserver.Outcome outcome = MessageObserver.Outcome.FAILED;
        try {
            R answer = work.get();
            outcome = MessageObserver.Outcome.DONE;
            return answer;
        } catch (Refusal | ClaimTaken | StreamExists refused) {
            outcome = MessageObserver.Outcome.REFUSED;
            throw refused;
        } finally {
            report.of(Duration.ofNanos(System.nanoTime() - start), outcome);
        }
    }

    private interface Report {
        void of(Duration took, MessageObserver.Outcome outcome);
    }
}
