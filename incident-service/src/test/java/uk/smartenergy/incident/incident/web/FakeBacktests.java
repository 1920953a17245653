package uk.smartenergy.incident.incident.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.backtest.BacktestCommand;
import uk.smartenergy.incident.api.backtest.BacktestCommand.BacktestAccepted;
import uk.smartenergy.incident.api.backtest.BacktestId;
import uk.smartenergy.incident.api.backtest.BacktestQuery;
import uk.smartenergy.incident.api.backtest.BacktestQuery.BacktestView;
import uk.smartenergy.incident.api.backtest.BacktestScope;
import uk.smartenergy.incident.api.backtest.BacktestScope.PolicyChoice;
import uk.smartenergy.incident.api.backtest.BacktestScope.Requester;
import uk.smartenergy.incident.api.backtest.BacktestState;
import uk.smartenergy.incident.api.backtest.Reading;
import uk.smartenergy.incident.api.backtest.Reading.Outcome;
import uk.smartenergy.incident.api.backtest.ReplayQuery.ExplainReplay;
import uk.smartenergy.incident.api.backtest.ReplayQuery.Explained;
import uk.smartenergy.incident.api.backtest.ReplayQuery.Side;
import uk.smartenergy.incident.api.backtest.ReplayResult.Cell;
import uk.smartenergy.incident.api.backtest.ReplayResult.Change;
import uk.smartenergy.incident.api.categorisation.CategorisationFacts;
import uk.smartenergy.incident.api.categorisation.CategorisationPolicy;
import uk.smartenergy.incident.api.categorisation.Category;
import uk.smartenergy.incident.api.categorisation.DataLoss;
import uk.smartenergy.incident.api.categorisation.FinancialImpact;
import uk.smartenergy.incident.api.categorisation.ImpactLevel;
import uk.smartenergy.incident.api.incident.IncidentId;
import uk.smartenergy.incident.api.shared.Page;
import uk.smartenergy.incident.api.shared.Query;
import uk.smartenergy.incident.api.shared.Role;
import uk.smartenergy.incident.platform.reference.ReferenceData;

/** Backtests that are complete as soon as they are requested: of three Incidents one becomes Category 1, and one cannot be replayed. */
final class FakeBacktests {
    static final BacktestId RUNNING = BacktestId.of(1);
    static final CategorisationFacts FACTS = new CategorisationFacts(
            ImpactLevel.NON_CRITICAL,
            0,
            true,
            false,
            DataLoss.NONE,
            FinancialImpact.NONE,
            List.of("Install & Commission"));
    private static final Reading TWO = new Reading(Category.CATEGORY_2, Category.CATEGORY_2, Outcome.MET, Outcome.MET);
    private static final Reading ONE =
            new Reading(Category.CATEGORY_1, Category.CATEGORY_1, Outcome.MET, Outcome.MISSED);

    final Map<BacktestId, BacktestView> all = new LinkedHashMap<>();
    int unfinished;

    void reset() {
        all.clear();
        unfinished = 0;
        CategorisationPolicy policy =
                ReferenceData.shipped().policies().find("dcc-reading").orElseThrow();
        BacktestScope scope = new BacktestScope(
                new PolicyChoice(policy, true),
                null,
                RecordingMessages.THEN,
                RecordingMessages.THEN,
                RecordingMessages.THEN,
                RecordingMessages.THEN,
                new Requester("ada", Set.of(Role.SECAS), null, false));
        all.put(RUNNING, view(RUNNING, scope, BacktestState.RUNNING, false));
    }

    void makeRed(BacktestId id) {
        all.computeIfPresent(id, (same, view) -> view(id, view.scope(), view.state(), true));
    }

    private static BacktestView view(BacktestId id, BacktestScope scope, BacktestState state, boolean red) {
        boolean complete = state == BacktestState.COMPLETED;
        return new BacktestView(
                id,
                3,
                state,
                scope,
                red,
                3,
                complete ? 3 : 0,
                "runner",
                RecordingMessages.THEN,
                RecordingMessages.THEN,
                complete ? RecordingMessages.THEN.plusMillis(40) : null,
                RecordingMessages.THEN,
                null,
                complete
                        ? List.of(
                                new Cell(TWO, ONE, true, "dcc-reading", 1),
                                new Cell(TWO, TWO, true, "dcc-reading", 1),
                                new Cell(TWO, TWO, false, null, 1))
                        : List.of(),
                complete ? 1 : 0,
                complete ? 1 : 0);
    }

    BacktestAccepted send(BacktestCommand command) {
        BacktestId id = command.backtestId();
        if (command instanceof BacktestCommand.RequestBacktest request) {
            all.put(id, view(id, request.scope(), BacktestState.COMPLETED, false));
        } else if (command instanceof BacktestCommand.CancelBacktest) {
            all.computeIfPresent(id, (same, view) -> view(id, view.scope(), BacktestState.CANCELLED, view.red()));
        }
        return new BacktestAccepted(id, all.get(id).state(), 0);
    }

    Object ask(Query<?> query) {
        return switch (query) {
            case BacktestQuery.GetBacktest get -> find(query, get.backtestId());
            case BacktestQuery.FindBacktests find -> {
                List<BacktestView> seen = all.values().stream()
                        .filter(view -> find(query, view.id()).isPresent())
                        .toList();
                yield new Page<>(seen, null, seen.size());
            }
            case BacktestQuery.CountUnfinishedBacktests count -> unfinished;
            case BacktestQuery.FindBacktestChanges changes ->
                find(query, changes.backtestId())
                        .map(view -> changes.after() > 0 || !wanted(changes)
                                ? new Page<>(List.<Change>of(), null, 0)
                                : new Page<>(List.of(new Change(IncidentId.of(1), TWO, ONE, true, false)), null, 1));
            case BacktestQuery.FindNotReplayable not ->
                find(query, not.backtestId()).map(view -> List.of(IncidentId.of(3)));
            case ExplainReplay explain ->
                explain.incidents().stream()
                        .map(id -> explained(id, explain.policy()))
                        .toList();
            default -> throw new AssertionError("No answer to " + query);
        };
    }

    private static boolean wanted(BacktestQuery.FindBacktestChanges changes) {
        return changes.newCategories().isEmpty() || changes.newCategories().contains(Category.CATEGORY_1);
    }

    private Optional<BacktestView> find(Query<?> query, BacktestId id) {
        @Nullable BacktestView view = all.get(id);
        return Optional.ofNullable(view)
                .filter(one -> !one.red() || query.viewer().cleared());
    }

    private static Explained explained(IncidentId id, CategorisationPolicy policy) {
        CategorisationPolicy dcc =
                ReferenceData.shipped().policies().find("dcc-reading").orElseThrow();
        return new Explained(
                id,
                "Joins time out",
                "X-1",
                RecordingMessages.THEN,
                RecordingMessages.THEN,
                RecordingMessages.THEN,
                side(dcc, TWO),
                side(policy, ONE));
    }

    private static Side side(CategorisationPolicy policy, Reading reading) {
        return new Side(
                policy.decide(FACTS),
                policy.leastChanges(FACTS),
                reading,
                RecordingMessages.THEN,
                RecordingMessages.THEN);
    }
}
