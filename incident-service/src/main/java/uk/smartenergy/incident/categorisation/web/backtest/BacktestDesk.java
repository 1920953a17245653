package uk.smartenergy.incident.categorisation.web.backtest;

import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.backtest.BacktestCommand;
import uk.smartenergy.incident.api.backtest.BacktestCommand.BacktestAccepted;
import uk.smartenergy.incident.api.backtest.BacktestCommand.RequestBacktest;
import uk.smartenergy.incident.api.backtest.BacktestId;
import uk.smartenergy.incident.api.backtest.BacktestQuery;
import uk.smartenergy.incident.api.backtest.BacktestQuery.BacktestView;
import uk.smartenergy.incident.api.backtest.BacktestScope;
import uk.smartenergy.incident.api.backtest.BacktestScope.PolicyChoice;
import uk.smartenergy.incident.api.backtest.ReplayQuery.ExplainReplay;
import uk.smartenergy.incident.api.backtest.ReplayResult;
import uk.smartenergy.incident.api.categorisation.Category;
import uk.smartenergy.incident.api.incident.IncidentId;
import uk.smartenergy.incident.api.shared.Page;
import uk.smartenergy.incident.api.shared.Viewer;
import uk.smartenergy.incident.platform.messaging.Messages;
import uk.smartenergy.incident.platform.messaging.StreamExists;
import uk.smartenergy.incident.platform.web.Asker;
import uk.smartenergy.incident.platform.web.Problem;
import uk.smartenergy.incident.platform.web.Sender;

/** What all endpoints about backtests share. What somebody may not see is not there for them, in the same words. */
final class BacktestDesk {
    private static final int MOST_UNFINISHED = 10;
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(10);

    private final Messages messages;
    private final Sender sender;
    private final Supplier<BacktestId> ids;
    private final BacktestPresenter presenter;

    BacktestDesk(Messages messages, Sender sender, Supplier<BacktestId> ids, BacktestPresenter presenter) {
        this.messages = messages;
        this.sender = sender;
        this.ids = ids;
        this.presenter = presenter;
    }

    /** Which of the changes. */
    record Wanted(
            Set<Category> oldCategories,
            Set<Category> newCategories,
            @Nullable Boolean ruled) {
        static final Wanted ALL = new Wanted(Set.of(), Set.of(), null);
    }

    BacktestId request(Asker asker, BacktestScope scope) {
        if (messages.ask(new BacktestQuery.CountUnfinishedBacktests(asker.viewer())) >= MOST_UNFINISHED) {
            throw Problem.of(
                            429,
                            "TOO_MANY_BACKTESTS",
                            "%d backtests wait already; try again when some are done".formatted(MOST_UNFINISHED))
                    .with("Retry-After", "5");
        }
        while (true) {
            BacktestId id = ids.get();
            try {
                return new BacktestId(sender.<BacktestAccepted>send(new RequestBacktest(id, scope), asker, id.value())
                        .about());
            } catch (StreamExists taken) {
                // Once in a very long time; the next one is free.
                continue;
            }
        }
    }

    /** Waits until it is over, or the time is. */
    void await(Viewer viewer, BacktestId id, Duration atMost) {
        long end = System.nanoTime() + atMost.toNanos();
        while (System.nanoTime() < end
                && messages.glance(new BacktestQuery.GetBacktest(viewer, id))
                        .filter(view -> view.state().isOver())
                        .isEmpty()) {
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
    }

    void send(Asker asker, BacktestCommand command) {
        sender.<BacktestAccepted>send(command, asker, command.backtestId().value());
    }

    BacktestView view(Viewer viewer, String id) {
        return messages.ask(new BacktestQuery.GetBacktest(viewer, existing(id))).orElseThrow(BacktestDesk::notFound);
    }

    BacktestBody body(Viewer viewer, BacktestView view) {
        Page<BacktestBody.Change> changes = changes(viewer, view, Wanted.ALL, 0, BacktestForms.LARGEST_PAGE);
        List<IncidentId> not = view.notReplayable() == 0
                ? List.of()
                : messages.glance(new BacktestQuery.FindNotReplayable(viewer, view.id(), BacktestForms.LARGEST_PAGE))
                        .orElseThrow(BacktestDesk::notFound);
        return presenter.body(view, changes.items(), changes.nextCursor(), not);
    }

    Page<BacktestBody.Change> changes(Viewer viewer, BacktestView view, Wanted wanted, int after, int limit) {
        if (view.changed() == 0) {
            return new Page<>(List.of(), null, 0);
        }
        BacktestScope scope = view.scope();
        Page<ReplayResult.Change> page = messages.glance(new BacktestQuery.FindBacktestChanges(
                        viewer,
                        view.id(),
                        wanted.oldCategories(),
                        wanted.newCategories(),
                        wanted.ruled(),
                        after,
                        limit))
                .orElseThrow(BacktestDesk::notFound);
        List<IncidentId> ids =
                page.items().stream().map(ReplayResult.Change::incidentId).toList();
        PolicyChoice baseline = scope.baseline();
        ExplainReplay explain = new ExplainReplay(
                viewer, scope.moment(), ids, scope.policy().policy(), baseline == null ? null : baseline.policy());
        return new Page<>(
                presenter.changes(scope, page.items(), messages.glance(explain)), page.nextCursor(), page.total());
    }

    /** All of the changes from a place on, fetched page by page while they are read. */
    Iterable<BacktestBody.ChangeRow> rows(Viewer viewer, BacktestView view, Wanted wanted, int after, int most) {
        return () -> rowIterator(viewer, view, wanted, after, most);
    }

    private Iterator<BacktestBody.ChangeRow> rowIterator(
            Viewer viewer, BacktestView view, Wanted wanted, int after, int most) {
        return Stream.iterate(after, place -> place + BacktestForms.LARGEST_PAGE)
                .map(place -> changes(viewer, view, wanted, place, BacktestForms.LARGEST_PAGE)
                        .items())
                .takeWhile(page -> !page.isEmpty())
                .flatMap(List::stream)
                .limit(most)
                .map(BacktestBody.ChangeRow::of)
                .iterator();
    }

    BacktestBody.OverviewPage list(Viewer viewer, int after, int limit) {
        Page<BacktestView> page = messages.ask(new BacktestQuery.FindBacktests(viewer, after, limit));
        return new BacktestBody.OverviewPage(
                page.items().stream().map(presenter::overview).toList(), page.nextCursor(), page.total());
    }

    private static BacktestId existing(String id) {
        if (!BacktestId.isValid(id)) {
            throw notFound();
        }
        return new BacktestId(id);
    }

    private static Problem notFound() {
        return Problem.of(404, "BACKTEST_NOT_FOUND", "There is no such backtest");
    }
}
