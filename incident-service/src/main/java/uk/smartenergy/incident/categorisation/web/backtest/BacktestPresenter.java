package uk.smartenergy.incident.categorisation.web.backtest;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.backtest.BacktestQuery.BacktestView;
import uk.smartenergy.incident.api.backtest.BacktestScope;
import uk.smartenergy.incident.api.backtest.BacktestScope.PolicyChoice;
import uk.smartenergy.incident.api.backtest.Reading;
import uk.smartenergy.incident.api.backtest.Reading.Outcome;
import uk.smartenergy.incident.api.backtest.ReplayQuery.Explained;
import uk.smartenergy.incident.api.backtest.ReplayQuery.Side;
import uk.smartenergy.incident.api.backtest.ReplayResult;
import uk.smartenergy.incident.api.backtest.ReplayResult.Cell;
import uk.smartenergy.incident.api.categorisation.CategorisationPolicy;
import uk.smartenergy.incident.api.categorisation.Category;
import uk.smartenergy.incident.api.incident.IncidentId;
import uk.smartenergy.incident.categorisation.web.backtest.BacktestBody.Audience;
import uk.smartenergy.incident.categorisation.web.backtest.BacktestBody.Measured;
import uk.smartenergy.incident.categorisation.web.backtest.BacktestBody.ReportsOwed;
import uk.smartenergy.incident.platform.reference.PerformanceMeasure;
import uk.smartenergy.incident.platform.reference.PoliciesInForce;
import uk.smartenergy.incident.platform.reference.PolicyDocuments;
import uk.smartenergy.incident.platform.reference.ReferenceData;

/** Makes what is shown of a backtest: all figures are sums over its cells. */
final class BacktestPresenter {
    /** A Summary report and a Review report. */
    private static final int REPORTS_OF_A_MAJOR_INCIDENT = 2;

    private final PoliciesInForce onRecord;
    private final List<PerformanceMeasure> measures;

    BacktestPresenter(PoliciesInForce onRecord, List<PerformanceMeasure> measures) {
        this.onRecord = onRecord;
        this.measures = measures;
    }

    BacktestBody body(
            BacktestView view, List<BacktestBody.Change> changes, @Nullable String nextCursor, List<IncidentId> not) {
        BacktestScope scope = view.scope();
        Instant startedAt = view.startedAt();
        Instant completedAt = view.completedAt();
        long incidents = sum(view.cells(), any -> true);
        return new BacktestBody(
                view.id(),
                view.state(),
                progress(view),
                policy(scope.policy()),
                baseline(scope),
                scope.from(),
                scope.to(),
                scope.asOf(),
                scope.knownAt(),
                scope.requestedBy().name(),
                view.requestedAt(),
                startedAt,
                completedAt,
                startedAt == null || completedAt == null
                        ? null
                        : Duration.between(startedAt, completedAt).toString(),
                view.failure(),
                incidents,
                view.changed(),
                incidents - view.changed(),
                view.notReplayable(),
                not,
                counts(view.cells()),
                measures.stream().map(measure -> targets(measure, view.cells())).toList(),
                new BacktestBody.Reports(owed(view.cells(), Cell::before), owed(view.cells(), Cell::after)),
                told(view),
                changes,
                nextCursor,
                BacktestsController.PATH + "/" + view.id() + "/changes",
                ReferenceData.NOTE);
    }

    BacktestBody.Overview overview(BacktestView view) {
        BacktestScope scope = view.scope();
        return new BacktestBody.Overview(
                view.id(),
                view.state(),
                progress(view),
                policy(scope.policy()),
                baseline(scope),
                scope.from(),
                scope.to(),
                scope.asOf(),
                scope.knownAt(),
                scope.requestedBy().name(),
                view.requestedAt(),
                view.completedAt(),
                sum(view.cells(), any -> true),
                view.changed(),
                view.notReplayable());
    }

    private static BacktestBody.Progress progress(BacktestView view) {
        return new BacktestBody.Progress(view.done(), view.total());
    }

    private static BacktestBody.Policy policy(PolicyChoice choice) {
        CategorisationPolicy policy = choice.policy();
        return new BacktestBody.Policy(
                policy.version(),
                policy.name(),
                choice.onRecord(),
                choice.onRecord() ? null : PolicyDocuments.write(policy));
    }

    private static BacktestBody.@Nullable Policy baseline(BacktestScope scope) {
        PolicyChoice baseline = scope.baseline();
        return baseline == null ? null : policy(baseline);
    }

    private static long sum(List<Cell> cells, Predicate<Cell> wanted) {
        return cells.stream().filter(wanted).mapToLong(Cell::count).sum();
    }

    private static List<BacktestBody.Count> counts(List<Cell> cells) {
        List<BacktestBody.Count> counts = new ArrayList<>();
        for (Category old : Category.values()) {
            for (Category now : Category.values()) {
                long count = sum(
                        cells,
                        cell -> cell.before().category() == old && cell.after().category() == now);
                if (count > 0) {
                    counts.add(new BacktestBody.Count(old, now, count));
                }
            }
        }
        return counts;
    }

    private static BacktestBody.Targets targets(PerformanceMeasure measure, List<Cell> cells) {
        return new BacktestBody.Targets(
                measure.code(),
                measure.name(),
                List.copyOf(measure.categories()),
                measured(measure, cells, Cell::before),
                measured(measure, cells, Cell::after));
    }

    private static Measured measured(PerformanceMeasure measure, List<Cell> cells, Function<Cell, Reading> side) {
        Predicate<Cell> counts =
                cell -> measure.categories().contains(side.apply(cell).measured());
        Predicate<Cell> late = cell -> side.apply(cell).resolution() == Outcome.MISSED;
        long met = sum(cells, counts.and(Cell::resolved).and(late.negate()));
        long missed = sum(cells, counts.and(Cell::resolved).and(late));
        long open = sum(cells, counts.and(cell -> !cell.resolved()));
        long openMissed = sum(cells, counts.and(cell -> !cell.resolved()).and(late));
        return new Measured(
                met, missed, percent(met, met + missed), measure.target(), measure.minimum(), open, openMissed);
    }

    private static @Nullable BigDecimal percent(long part, long whole) {
        return whole == 0
                ? null
                : BigDecimal.valueOf(part * 100).divide(BigDecimal.valueOf(whole), 2, RoundingMode.HALF_UP);
    }

    private static ReportsOwed owed(List<Cell> cells, Function<Cell, Reading> side) {
        long incidents = sum(cells, cell -> reports(side.apply(cell).category(), cell.resolved()) > 0);
        return new ReportsOwed(incidents, incidents * REPORTS_OF_A_MAJOR_INCIDENT);
    }

    private static int reports(Category category, boolean resolved) {
        return category.isMajorIncident() && resolved ? REPORTS_OF_A_MAJOR_INCIDENT : 0;
    }

    private List<BacktestBody.Told> told(BacktestView view) {
        Map<String, long[]> told = new LinkedHashMap<>();
        for (Cell cell : view.cells()) {
            toldBefore(view.scope(), cell.policy(), cell.before().category())
                    .forEach(who -> told.computeIfAbsent(who, any -> new long[2])[0] += cell.count());
            toldAfter(view.scope(), cell.after().category())
                    .forEach(who -> told.computeIfAbsent(who, any -> new long[2])[1] += cell.count());
        }
        return told.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(who -> new BacktestBody.Told(who.getKey(), who.getValue()[0], who.getValue()[1]))
                .toList();
    }

    /** Who is told by the policy that decided; where none did, by the one that was in force at the end of the period. */
    private List<String> toldBefore(BacktestScope scope, @Nullable String version, Category category) {
        PolicyChoice baseline = scope.baseline();
        CategorisationPolicy policy = baseline != null
                ? baseline.policy()
                : version == null
                        ? onRecord.book().activeAt(scope.to())
                        : onRecord.book()
                                .find(version, scope.knownAt())
                                .orElseGet(() -> onRecord.book().activeAt(scope.to()));
        return policy.told().getOrDefault(category, List.of());
    }

    private static List<String> toldAfter(BacktestScope scope, Category category) {
        return scope.policy().policy().told().getOrDefault(category, List.of());
    }

    /** @param explained in any order; what the viewer may not see any more is missing */
    List<BacktestBody.Change> changes(
            BacktestScope scope, List<ReplayResult.Change> changes, List<Explained> explained) {
        Map<IncidentId, Explained> byId =
                explained.stream().collect(Collectors.toMap(Explained::incidentId, Function.identity()));
        return changes.stream()
                .filter(change -> byId.containsKey(change.incidentId()))
                .map(change -> change(scope, change, byId.get(change.incidentId())))
                .toList();
    }

    private BacktestBody.Change change(BacktestScope scope, ReplayResult.Change change, @Nullable Explained explained) {
        if (explained == null) {
            throw new IllegalArgumentException("A change without its explanation");
        }
        Category old = change.before().category();
        Category now = change.after().category();
        return new BacktestBody.Change(
                change.incidentId(),
                explained.summary(),
                explained.externalReference(),
                explained.raisedAt(),
                explained.respondedAt(),
                explained.resolvedAt(),
                old,
                now,
                change.ruled(),
                explanation(explained.before()),
                explanation(explained.after()),
                met(change.before().response()),
                met(change.after().response()),
                explained.before().responseDueAt(),
                explained.after().responseDueAt(),
                met(change.before().resolution()),
                met(change.after().resolution()),
                explained.before().resolutionDueAt(),
                explained.after().resolutionDueAt(),
                new BacktestBody.OldAndNew(reports(old, change.resolved()), reports(now, change.resolved())),
                audience(toldBefore(scope, explained.before().decision().policyVersion(), old), toldAfter(scope, now)));
    }

    private static BacktestBody.Explanation explanation(Side side) {
        return new BacktestBody.Explanation(
                side.decision().policyVersion(),
                side.decision().category(),
                side.decision().basis(),
                side.decision().facts(),
                side.decision().limbs(),
                side.leastChanges());
    }

    private static @Nullable Boolean met(Outcome outcome) {
        return outcome == Outcome.OPEN ? null : outcome == Outcome.MET;
    }

    private static Audience audience(List<String> old, List<String> now) {
        return new Audience(
                old,
                now,
                now.stream().filter(who -> !old.contains(who)).toList(),
                old.stream().filter(who -> !now.contains(who)).toList());
    }
}
