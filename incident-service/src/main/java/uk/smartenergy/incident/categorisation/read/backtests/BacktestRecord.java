package uk.smartenergy.incident.categorisation.read.backtests;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.backtest.BacktestEvent;
import uk.smartenergy.incident.api.backtest.BacktestEvent.BacktestCancelled;
import uk.smartenergy.incident.api.backtest.BacktestEvent.BacktestCompleted;
import uk.smartenergy.incident.api.backtest.BacktestEvent.BacktestFailed;
import uk.smartenergy.incident.api.backtest.BacktestEvent.BacktestProgressed;
import uk.smartenergy.incident.api.backtest.BacktestEvent.BacktestRequested;
import uk.smartenergy.incident.api.backtest.BacktestEvent.BacktestStarted;
import uk.smartenergy.incident.api.backtest.BacktestEvent.BacktestTakenOver;
import uk.smartenergy.incident.api.backtest.BacktestQuery.BacktestView;
import uk.smartenergy.incident.api.backtest.BacktestState;
import uk.smartenergy.incident.api.backtest.ReplayResult;
import uk.smartenergy.incident.api.backtest.ReplayResult.Cell;
import uk.smartenergy.incident.api.shared.Viewer;
import uk.smartenergy.incident.platform.projection.RecordedEvent;

/**
 * A backtest as the image keeps it.
 *
 * @param position of its request among all events
 */
record BacktestRecord(long position, BacktestView view) {

    /** The backtest after an event; {@code null} if it is none of a backtest that is known. */
    static @Nullable BacktestRecord after(@Nullable BacktestRecord known, BacktestEvent event, RecordedEvent recorded) {
        Instant at = recorded.recordedAt();
        if (event instanceof BacktestRequested requested) {
            BacktestView view = new BacktestView(
                    requested.backtestId(),
                    recorded.sequence(),
                    BacktestState.REQUESTED,
                    requested.scope(),
                    // Nobody knows yet; so long it is as secret as it may become.
                    requested.scope().requestedBy().cleared(),
                    0,
                    0,
                    null,
                    at,
                    null,
                    null,
                    at,
                    null,
                    List.of(),
                    0,
                    0);
            return new BacktestRecord(recorded.position(), view);
        }
        if (known == null) {
            return null;
        }
        Draft draft = new Draft(known.view());
        draft.version = recorded.sequence();
        draft.lastChangeAt = at;
        switch (event) {
            case BacktestRequested requested -> {}
            case BacktestStarted started -> {
                draft.state = BacktestState.RUNNING;
                draft.total = started.total();
                draft.red = started.red();
                draft.runner = started.runner();
                draft.startedAt = at;
            }
            case BacktestTakenOver taken -> draft.runner = taken.runner();
            case BacktestProgressed progressed -> {
                draft.done = progressed.done();
                draft.add(progressed.result());
            }
            case BacktestCompleted completed -> draft.over(BacktestState.COMPLETED, at);
            case BacktestCancelled cancelled -> draft.over(BacktestState.CANCELLED, at);
            case BacktestFailed failed -> {
                draft.over(BacktestState.FAILED, at);
                draft.failure = failed.reason();
            }
        }
        return new BacktestRecord(known.position(), draft.view());
    }

    boolean isVisibleTo(Viewer viewer) {
        return viewer.cleared() || !view.red();
    }

    /** A view that is being changed. */
    private static final class Draft {
        private final BacktestView before;
        private long version;
        private BacktestState state;
        private boolean red;
        private int total;
        private int done;
        private @Nullable String runner;
        private @Nullable Instant startedAt;
        private @Nullable Instant completedAt;
        private Instant lastChangeAt;
        private @Nullable String failure;
        private List<Cell> cells;
        private long changed;
        private long notReplayable;

        Draft(BacktestView before) {
            this.before = before;
            this.version = before.version();
            this.state = before.state();
            this.red = before.red();
            this.total = before.total();
            this.done = before.done();
            this.runner = before.runner();
            this.startedAt = before.startedAt();
            this.completedAt = before.completedAt();
            this.lastChangeAt = before.lastChangeAt();
            this.failure = before.failure();
            this.cells = before.cells();
            this.changed = before.changed();
            this.notReplayable = before.notReplayable();
        }

        void over(BacktestState end, Instant at) {
            state = end;
            completedAt = at;
        }

        void add(ReplayResult result) {
            Map<Cell, Long> sums = new LinkedHashMap<>();
            cells.forEach(cell -> sums.merge(counting(cell, 0), cell.count(), Long::sum));
            result.cells().forEach(cell -> sums.merge(counting(cell, 0), cell.count(), Long::sum));
            List<Cell> all = new ArrayList<>();
            sums.forEach((cell, count) -> all.add(counting(cell, count)));
            cells = all;
            changed += result.changes().size();
            notReplayable += result.notReplayable().size();
        }

        private static Cell counting(Cell cell, long count) {
            return new Cell(cell.before(), cell.after(), cell.resolved(), cell.policy(), count);
        }

        BacktestView view() {
            return new BacktestView(
                    before.id(),
                    version,
                    state,
                    before.scope(),
                    red,
                    total,
                    done,
                    runner,
                    before.requestedAt(),
                    startedAt,
                    completedAt,
                    lastChangeAt,
                    failure,
                    cells,
                    changed,
                    notReplayable);
        }
    }
}
