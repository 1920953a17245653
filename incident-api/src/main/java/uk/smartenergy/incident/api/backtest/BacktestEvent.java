package uk.smartenergy.incident.api.backtest;

import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.shared.Event;

/** What happened to a backtest. All of its figures are in its events, so that they never change and every node knows them. */
public sealed interface BacktestEvent extends Event {

    BacktestId backtestId();

    @Revision("1")
    record BacktestRequested(BacktestId backtestId, BacktestScope scope) implements BacktestEvent {}

    /** @param total how many Incidents it covers. @param red whether one of them is RED. @param runner who works on it */
    @Revision("1")
    record BacktestStarted(BacktestId backtestId, int total, boolean red, String runner) implements BacktestEvent {}

    /** Another goes on where the runner before has stopped. */
    @Revision("1")
    record BacktestTakenOver(BacktestId backtestId, String runner) implements BacktestEvent {}

    /** Some more Incidents were replayed. @param from how many were done before. @param done how many are now */
    @Revision("1")
    record BacktestProgressed(BacktestId backtestId, int from, int done, ReplayResult result)
            implements BacktestEvent {}

    @Revision("1")
    record BacktestCompleted(BacktestId backtestId) implements BacktestEvent {}

    @Revision("1")
    record BacktestCancelled(
            BacktestId backtestId, @Nullable String reason) implements BacktestEvent {}

    @Revision("1")
    record BacktestFailed(BacktestId backtestId, String reason) implements BacktestEvent {}
}
