package uk.smartenergy.incident.api.backtest;

import java.time.Duration;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.shared.Command;

/** What can be asked of a backtest. */
public sealed interface BacktestCommand extends Command {

    BacktestId backtestId();

    record RequestBacktest(@TargetAggregateIdentifier BacktestId backtestId, BacktestScope scope)
            implements BacktestCommand {}

    /**
     * Begin to work on it, or go on where another has stopped.
     *
     * @param total how many Incidents it covers
     * @param red whether one of them is RED
     * @param runner who works on it
     * @param silence for how long nothing must have come from another runner before its work is taken over
     */
    record BeginBacktest(
            @TargetAggregateIdentifier BacktestId backtestId, int total, boolean red, String runner, Duration silence)
            implements BacktestCommand {}

    /** @param from how many Incidents were done before. @param done how many are now */
    record RecordBacktestProgress(
            @TargetAggregateIdentifier BacktestId backtestId, int from, int done, ReplayResult result)
            implements BacktestCommand {}

    record CancelBacktest(
            @TargetAggregateIdentifier BacktestId backtestId,
            @Nullable String reason) implements BacktestCommand {}

    /** @param reason for a person */
    record FailBacktest(@TargetAggregateIdentifier BacktestId backtestId, String reason) implements BacktestCommand {}

    /**
     * What became of a command.
     *
     * @param done how many Incidents are done
     */
    record BacktestAccepted(BacktestId backtestId, BacktestState state, int done) {}
}
