package uk.smartenergy.incident.api.backtest;

/** Where a backtest stands. */
public enum BacktestState {
    REQUESTED,
    RUNNING,
    COMPLETED,
    CANCELLED,
    FAILED;

    /** Whether nothing will change any more. */
    public boolean isOver() {
        return this == COMPLETED || this == CANCELLED || this == FAILED;
    }
}
