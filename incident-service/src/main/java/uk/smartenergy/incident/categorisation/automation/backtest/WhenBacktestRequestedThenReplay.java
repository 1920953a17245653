package uk.smartenergy.incident.categorisation.automation.backtest;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import uk.smartenergy.incident.api.backtest.BacktestCommand.BacktestAccepted;
import uk.smartenergy.incident.api.backtest.BacktestCommand.BeginBacktest;
import uk.smartenergy.incident.api.backtest.BacktestCommand.FailBacktest;
import uk.smartenergy.incident.api.backtest.BacktestCommand.RecordBacktestProgress;
import uk.smartenergy.incident.api.backtest.BacktestQuery.BacktestView;
import uk.smartenergy.incident.api.backtest.BacktestQuery.FindUnfinishedBacktests;
import uk.smartenergy.incident.api.backtest.BacktestScope;
import uk.smartenergy.incident.api.backtest.BacktestScope.PolicyChoice;
import uk.smartenergy.incident.api.backtest.BacktestState;
import uk.smartenergy.incident.api.backtest.ReplayQuery.FindReplayable;
import uk.smartenergy.incident.api.backtest.ReplayQuery.ReplayIncidents;
import uk.smartenergy.incident.api.backtest.ReplayQuery.Replayable;
import uk.smartenergy.incident.api.backtest.ReplayResult;
import uk.smartenergy.incident.api.incident.IncidentId;
import uk.smartenergy.incident.api.shared.Refusal;
import uk.smartenergy.incident.api.shared.Viewer;
import uk.smartenergy.incident.platform.messaging.Caller;
import uk.smartenergy.incident.platform.messaging.ChangedConcurrently;
import uk.smartenergy.incident.platform.messaging.Messages;
import uk.smartenergy.incident.platform.messaging.OutcomeUnknown;
import uk.smartenergy.incident.platform.messaging.ReadModelBehind;
import uk.smartenergy.incident.platform.messaging.StoreAway;

/**
 * Works on the backtests that were requested, one after the other, some Incidents at a time. It remembers nothing: how far a backtest has come is in its
 * events, so it goes on after any failure, and on any node. What two nodes do at the same time is the same, and counts once.
 */
class WhenBacktestRequestedThenReplay {
    private static final Logger LOG = LoggerFactory.getLogger(WhenBacktestRequestedThenReplay.class);
    private static final Caller SERVICE = Caller.of(Viewer.clearedService());

    private final Messages messages;
    private final Clock clock;
    private final String runner;
    private final Duration silence;
    private final int atOnce;
    private boolean failing;

    /**
     * @param runner names this process among others
     * @param silence for how long nothing must have come from another runner before its work is taken over
     * @param atOnce how many Incidents are replayed at a time
     */
    WhenBacktestRequestedThenReplay(Messages messages, Clock clock, String runner, Duration silence, int atOnce) {
        this.messages = messages;
        this.clock = clock;
        this.runner = runner;
        this.silence = silence;
        this.atOnce = atOnce;
    }

    /**
     * Never throws: what cannot be done now is found again next time.
     *
     * @param stopping whether this process is about to stop
     */
    void workOnThoseRequested(BooleanSupplier stopping) {
        try {
            for (BacktestView backtest : messages.glance(new FindUnfinishedBacktests(Viewer.clearedService()))) {
                if (isOurs(backtest) && !stopping.getAsBoolean()) {
                    workOn(backtest, stopping);
                }
            }
            failing = false;
        } catch (RuntimeException | Error failure) {
            if (!failing && !stopping.getAsBoolean()) {
                LOG.warn("Backtests cannot be worked on at present: {}", failure.toString());
            }
            failing = true;
        }
    }

    private boolean isOurs(BacktestView backtest) {
        return backtest.state() == BacktestState.REQUESTED
                || runner.equals(backtest.runner())
                || !backtest.lastChangeAt().plus(silence).isAfter(clock.instant());
    }

    private void workOn(BacktestView backtest, BooleanSupplier stopping) {
        try {
            replay(backtest, stopping);
        } catch (Refusal overtaken) {
            LOG.debug("{} is not worked on here: {}", backtest.id(), overtaken.code());
        } catch (StoreAway | ReadModelBehind | OutcomeUnknown | ChangedConcurrently passing) {
            throw passing;
        } catch (RuntimeException fault) {
            if (stopping.getAsBoolean()) {
                return;
            }
            LOG.error("{} failed", backtest.id(), fault);
            messages.send(new FailBacktest(backtest.id(), "A fault of the service; its log says more"), SERVICE);
        }
    }

    private void replay(BacktestView backtest, BooleanSupplier stopping) {
        BacktestScope scope = backtest.scope();
        Viewer viewer = scope.requestedBy().asViewer();
        Replayable all = messages.ask(new FindReplayable(viewer, scope.moment(), scope.from(), scope.to()));
        List<IncidentId> incidents = all.incidents();
        BacktestAccepted standing =
                messages.send(new BeginBacktest(backtest.id(), incidents.size(), all.red(), runner, silence), SERVICE);
        while (!standing.state().isOver() && !stopping.getAsBoolean()) {
            standing = replaySome(backtest, incidents, standing.done());
        }
    }

    private BacktestAccepted replaySome(BacktestView backtest, List<IncidentId> incidents, int from) {
        BacktestScope scope = backtest.scope();
        PolicyChoice baseline = scope.baseline();
        int to = Math.min(from + atOnce, incidents.size());
        ReplayResult result = messages.glance(new ReplayIncidents(
                scope.requestedBy().asViewer(),
                scope.moment(),
                incidents.subList(from, to),
                scope.policy().policy(),
                baseline == null ? null : baseline.policy()));
        return messages.send(new RecordBacktestProgress(backtest.id(), from, to, result), SERVICE);
    }
}
