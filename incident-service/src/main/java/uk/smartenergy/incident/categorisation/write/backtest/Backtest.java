package uk.smartenergy.incident.categorisation.write.backtest;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.backtest.BacktestCommand.BacktestAccepted;
import uk.smartenergy.incident.api.backtest.BacktestCommand.BeginBacktest;
import uk.smartenergy.incident.api.backtest.BacktestCommand.CancelBacktest;
import uk.smartenergy.incident.api.backtest.BacktestCommand.FailBacktest;
import uk.smartenergy.incident.api.backtest.BacktestCommand.RecordBacktestProgress;
import uk.smartenergy.incident.api.backtest.BacktestCommand.RequestBacktest;
import uk.smartenergy.incident.api.backtest.BacktestEvent;
import uk.smartenergy.incident.api.backtest.BacktestEvent.BacktestCancelled;
import uk.smartenergy.incident.api.backtest.BacktestEvent.BacktestCompleted;
import uk.smartenergy.incident.api.backtest.BacktestEvent.BacktestFailed;
import uk.smartenergy.incident.api.backtest.BacktestEvent.BacktestProgressed;
import uk.smartenergy.incident.api.backtest.BacktestEvent.BacktestRequested;
import uk.smartenergy.incident.api.backtest.BacktestEvent.BacktestStarted;
import uk.smartenergy.incident.api.backtest.BacktestEvent.BacktestTakenOver;
import uk.smartenergy.incident.api.backtest.BacktestId;
import uk.smartenergy.incident.api.backtest.BacktestState;
import uk.smartenergy.incident.api.shared.MetaKeys;
import uk.smartenergy.incident.api.shared.Refusal;

/**
 * A backtest: requested → running → completed, or cancelled, or failed.
 *
 * <ul>
 *   <li>Each Incident is counted once: what a runner brings that another has brought already is ignored, and nothing is left out between.
 *   <li>It is complete with its last Incident, in the same commit.
 *   <li>Another runner takes over only after a silence.
 *   <li>What is over stays as it is.
 * </ul>
 */
@Aggregate
public class Backtest {
    @AggregateIdentifier
    private @Nullable BacktestId id;

    private BacktestState state = BacktestState.REQUESTED;
    private int total;
    private int done;
    private @Nullable String runner;
    private @Nullable Instant heardAt;

    /** For Axon. */
    protected Backtest() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    BacktestAccepted handle(RequestBacktest command) {
        AggregateLifecycle.apply(new BacktestRequested(command.backtestId(), command.scope()));
        return accepted();
    }

    @CommandHandler
    BacktestAccepted handle(BeginBacktest command, MetaData meta) {
        refuseIfStopped();
        if (state == BacktestState.REQUESTED) {
            AggregateLifecycle.apply(
                    new BacktestStarted(command.backtestId(), command.total(), command.red(), command.runner()));
            completeIfDone();
        } else if (state == BacktestState.RUNNING && !command.runner().equals(runner)) {
            takeOver(command, now(meta));
        }
        return accepted();
    }

    private void takeOver(BeginBacktest command, Instant now) {
        if (!isSilentSince(command.silence(), now)) {
            throw refused("BACKTEST_TAKEN", "Another is at work on the backtest");
        }
        if (command.total() != total) {
            AggregateLifecycle.apply(new BacktestFailed(
                    command.backtestId(),
                    "It covers %d Incidents, and covered %d when it began".formatted(command.total(), total)));
        } else {
            AggregateLifecycle.apply(new BacktestTakenOver(command.backtestId(), command.runner()));
        }
    }

    private boolean isSilentSince(Duration silence, Instant now) {
        return heardAt == null || !heardAt.plus(silence).isAfter(now);
    }

    @CommandHandler
    BacktestAccepted handle(RecordBacktestProgress command) {
        refuseIfStopped();
        if (state == BacktestState.REQUESTED || command.from() > done) {
            throw refused("BACKTEST_NOT_SO_FAR", "The backtest has not come so far");
        }
        if (command.from() == done && command.done() > done) {
            AggregateLifecycle.apply(
                    new BacktestProgressed(command.backtestId(), command.from(), command.done(), command.result()));
            completeIfDone();
        }
        return accepted();
    }

    private void completeIfDone() {
        if (done == total) {
            AggregateLifecycle.apply(new BacktestCompleted(Objects.requireNonNull(id)));
        }
    }

    @CommandHandler
    BacktestAccepted handle(CancelBacktest command, MetaData meta) {
        refuseIfStale(meta);
        if (state != BacktestState.CANCELLED) {
            if (state.isOver()) {
                throw refused("BACKTEST_OVER", "The backtest is " + state + " already");
            }
            AggregateLifecycle.apply(new BacktestCancelled(command.backtestId(), command.reason()));
        }
        return accepted();
    }

    @CommandHandler
    BacktestAccepted handle(FailBacktest command) {
        if (!state.isOver()) {
            AggregateLifecycle.apply(new BacktestFailed(command.backtestId(), command.reason()));
        }
        return accepted();
    }

    private void refuseIfStopped() {
        if (state == BacktestState.CANCELLED || state == BacktestState.FAILED) {
            throw refused("BACKTEST_OVER", "The backtest is " + state);
        }
    }

    private static void refuseIfStale(MetaData meta) {
        Object expected = meta.get(MetaKeys.EXPECTED_VERSION);
        Long standing = AggregateLifecycle.getVersion();
        if (expected != null && !expected.toString().equals(String.valueOf(standing))) {
            throw new Refusal(
                    Refusal.Kind.STALE,
                    "STALE_VERSION",
                    "You have seen version " + expected + "; the backtest is at version " + standing,
                    Map.of("version", String.valueOf(standing)));
        }
    }

    private Refusal refused(String code, String sentence) {
        return new Refusal(Refusal.Kind.CONFLICT, code, sentence, Map.of("state", state.name()));
    }

    private BacktestAccepted accepted() {
        return new BacktestAccepted(Objects.requireNonNull(id), state, done);
    }

    private static Instant now(MetaData meta) {
        return Instant.parse(String.valueOf(meta.get(MetaKeys.NOW)));
    }

    @EventSourcingHandler
    void on(BacktestEvent event, @Timestamp Instant recordedAt) {
        id = event.backtestId();
        heardAt = recordedAt;
        switch (event) {
            case BacktestRequested requested -> state = BacktestState.REQUESTED;
            case BacktestStarted started -> {
                state = BacktestState.RUNNING;
                total = started.total();
                runner = started.runner();
            }
            case BacktestTakenOver taken -> runner = taken.runner();
            case BacktestProgressed progressed -> done = progressed.done();
            case BacktestCompleted completed -> state = BacktestState.COMPLETED;
            case BacktestCancelled cancelled -> state = BacktestState.CANCELLED;
            case BacktestFailed failed -> state = BacktestState.FAILED;
        }
    }
}
