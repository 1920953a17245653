package uk.smartenergy.incident.api.backtest;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.categorisation.Category;
import uk.smartenergy.incident.api.incident.IncidentId;
import uk.smartenergy.incident.api.shared.Page;
import uk.smartenergy.incident.api.shared.Query;
import uk.smartenergy.incident.api.shared.Viewer;

/** What can be asked about backtests. One that is RED does not exist for who is not cleared. */
public sealed interface BacktestQuery<R> extends Query<R> {

    record GetBacktest(Viewer viewer, BacktestId backtestId) implements BacktestQuery<Optional<BacktestView>> {}

    /** The newest first. @param after how many are passed over */
    record FindBacktests(Viewer viewer, int after, int limit) implements BacktestQuery<Page<BacktestView>> {}

    /** How many wait or run, of those that the viewer may know of. */
    record CountUnfinishedBacktests(Viewer viewer) implements BacktestQuery<Integer> {}

    /** Those that wait for a runner or are at work, the one that was requested first before the others. */
    record FindUnfinishedBacktests(Viewer viewer) implements BacktestQuery<List<BacktestView>> {}

    /**
     * Incidents that change, in the order in which they were raised.
     *
     * @param oldCategories only those that had one of these; empty: all. Likewise {@code newCategories}
     * @param after how many of them are passed over
     */
    record FindBacktestChanges(
            Viewer viewer,
            BacktestId backtestId,
            Set<Category> oldCategories,
            Set<Category> newCategories,
            @Nullable Boolean ruled,
            int after,
            int limit)
            implements BacktestQuery<Optional<Page<ReplayResult.Change>>> {
        public FindBacktestChanges {
            oldCategories = Set.copyOf(oldCategories);
            newCategories = Set.copyOf(newCategories);
        }
    }

    record FindNotReplayable(Viewer viewer, BacktestId backtestId, int limit)
            implements BacktestQuery<Optional<List<IncidentId>>> {}

    /**
     * A backtest without its rows.
     *
     * @param version as in the {@code ETag}
     * @param red whether it exists for the cleared only
     * @param total how many Incidents it covers; 0 before it has started
     * @param done how many of them were replayed
     * @param runner who works on it, or worked last
     * @param lastChangeAt when anything was last heard of it
     * @param failure why it failed; {@code null} unless it did
     * @param cells the sum of what was replayed so far
     */
    record BacktestView(
            BacktestId id,
            long version,
            BacktestState state,
            BacktestScope scope,
            boolean red,
            int total,
            int done,
            @Nullable String runner,
            Instant requestedAt,
            @Nullable Instant startedAt,
            @Nullable Instant completedAt,
            Instant lastChangeAt,
            @Nullable String failure,
            List<ReplayResult.Cell> cells,
            long changed,
            long notReplayable) {
        public BacktestView {
            cells = List.copyOf(cells);
        }
    }
}
