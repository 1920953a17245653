package uk.smartenergy.incident.categorisation.read.backtests;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.backtest.BacktestEvent.BacktestProgressed;
import uk.smartenergy.incident.api.backtest.BacktestId;
import uk.smartenergy.incident.api.backtest.BacktestQuery.BacktestView;
import uk.smartenergy.incident.api.backtest.BacktestQuery.CountUnfinishedBacktests;
import uk.smartenergy.incident.api.backtest.BacktestQuery.FindBacktestChanges;
import uk.smartenergy.incident.api.backtest.BacktestQuery.FindBacktests;
import uk.smartenergy.incident.api.backtest.BacktestQuery.FindNotReplayable;
import uk.smartenergy.incident.api.backtest.BacktestQuery.FindUnfinishedBacktests;
import uk.smartenergy.incident.api.backtest.BacktestQuery.GetBacktest;
import uk.smartenergy.incident.api.backtest.ReplayResult;
import uk.smartenergy.incident.api.backtest.ReplayResult.Change;
import uk.smartenergy.incident.api.categorisation.Category;
import uk.smartenergy.incident.api.incident.IncidentId;
import uk.smartenergy.incident.api.shared.Page;
import uk.smartenergy.incident.api.shared.Viewer;
import uk.smartenergy.incident.platform.projection.EventLog;

/** Answers about backtests. Sums are in the image; rows are read from the backtest's own events, when the image has said that the viewer may see it. */
public final class Backtests {
    private final BacktestProjection projection;
    private final EventLog log;

    public Backtests(BacktestProjection projection, EventLog log) {
        this.projection = projection;
        this.log = log;
    }

    @QueryHandler
    public Optional<BacktestView> on(GetBacktest query) {
        return find(query.viewer(), query.backtestId());
    }

    @QueryHandler
    public Page<BacktestView> on(FindBacktests query) {
        List<BacktestView> all = visible(query.viewer()).toList();
        List<BacktestView> page =
                all.stream().skip(query.after()).limit(query.limit()).toList();
        return new Page<>(page, next(query.after(), page.size(), all.size()), all.size());
    }

    @QueryHandler
    public Integer on(CountUnfinishedBacktests query) {
        return Math.toIntExact(unfinished(query.viewer()).count());
    }

    @QueryHandler
    public List<BacktestView> on(FindUnfinishedBacktests query) {
        return unfinished(query.viewer())
                .sorted(Comparator.comparing(BacktestView::requestedAt)
                        .thenComparing(view -> view.id().value()))
                .toList();
    }

    @QueryHandler
    public Optional<Page<Change>> on(FindBacktestChanges query) {
        return find(query.viewer(), query.backtestId()).map(view -> {
            List<Change> all = results(view.id())
                    .flatMap(result -> result.changes().stream())
                    .filter(change -> in(query.oldCategories(), change.before().category()))
                    .filter(change -> in(query.newCategories(), change.after().category()))
                    .filter(change -> isRuled(query.ruled(), change))
                    .toList();
            List<Change> page =
                    all.stream().skip(query.after()).limit(query.limit()).toList();
            return new Page<>(page, next(query.after(), page.size(), all.size()), all.size());
        });
    }

    @QueryHandler
    public Optional<List<IncidentId>> on(FindNotReplayable query) {
        return find(query.viewer(), query.backtestId())
                .map(view -> results(view.id())
                        .flatMap(result -> result.notReplayable().stream())
                        .limit(query.limit())
                        .toList());
    }

    private Optional<BacktestView> find(Viewer viewer, BacktestId id) {
        return projection.find(id).filter(one -> one.isVisibleTo(viewer)).map(BacktestRecord::view);
    }

    private Stream<BacktestView> visible(Viewer viewer) {
        return projection.newestFirst().stream()
                .filter(one -> one.isVisibleTo(viewer))
                .map(BacktestRecord::view);
    }

    private Stream<BacktestView> unfinished(Viewer viewer) {
        return visible(viewer).filter(view -> !view.state().isOver());
    }

    private Stream<ReplayResult> results(BacktestId id) {
        return log.stream(id.value()).stream()
                .filter(recorded -> recorded.is(BacktestProgressed.class))
                .map(recorded -> recorded.payload(BacktestProgressed.class).result());
    }

    private static boolean in(Set<Category> wanted, Category category) {
        return wanted.isEmpty() || wanted.contains(category);
    }

    private static boolean isRuled(@Nullable Boolean wanted, Change change) {
        return wanted == null || wanted == change.ruled();
    }

    private static @Nullable String next(int after, int shown, int all) {
        return shown > 0 && after + shown < all ? String.valueOf(after + shown) : null;
    }
}
