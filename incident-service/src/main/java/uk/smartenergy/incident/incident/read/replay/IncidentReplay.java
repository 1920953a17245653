package uk.smartenergy.incident.incident.read.replay;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.backtest.Reading;
import uk.smartenergy.incident.api.backtest.ReplayQuery.ExplainReplay;
import uk.smartenergy.incident.api.backtest.ReplayQuery.Explained;
import uk.smartenergy.incident.api.backtest.ReplayQuery.FindReplayable;
import uk.smartenergy.incident.api.backtest.ReplayQuery.ReplayIncidents;
import uk.smartenergy.incident.api.backtest.ReplayQuery.Replayable;
import uk.smartenergy.incident.api.backtest.ReplayQuery.Side;
import uk.smartenergy.incident.api.backtest.ReplayResult;
import uk.smartenergy.incident.api.backtest.ReplayResult.Cell;
import uk.smartenergy.incident.api.backtest.ReplayResult.Change;
import uk.smartenergy.incident.api.categorisation.CategorisationPolicy;
import uk.smartenergy.incident.api.categorisation.CategoryDecision;
import uk.smartenergy.incident.api.incident.IncidentId;
import uk.smartenergy.incident.api.shared.Classification;
import uk.smartenergy.incident.api.shared.Moment;
import uk.smartenergy.incident.incident.read.record.Decided;
import uk.smartenergy.incident.incident.read.record.IncidentFold;
import uk.smartenergy.incident.incident.read.record.IncidentHistory;
import uk.smartenergy.incident.incident.read.record.IncidentRecords;
import uk.smartenergy.incident.incident.read.record.IncidentViews;
import uk.smartenergy.incident.incident.read.record.PolicyViews;
import uk.smartenergy.incident.platform.reference.PoliciesInForce;

/**
 * Replays Incidents under another policy: their histories stay as they are, but for the decisions, which the policy makes by the very function that
 * decides on new Incidents. All that follows from a history (fold, clocks, targets) is the code that every view uses.
 */
public final class IncidentReplay {
    private final IncidentRecords records;
    private final IncidentViews views;
    private final PolicyViews policyViews;
    private final PoliciesInForce policies;

    public IncidentReplay(
            IncidentRecords records, IncidentViews views, PolicyViews policyViews, PoliciesInForce policies) {
        this.records = records;
        this.views = views;
        this.policyViews = policyViews;
        this.policies = policies;
    }

    @QueryHandler
    public Replayable on(FindReplayable query) {
        List<IncidentFold> raised = new ArrayList<>();
        records.forEach(query.viewer(), query.moment(), fold -> {
            if (!fold.raisedAt().isBefore(query.from()) && !fold.raisedAt().isAfter(query.to())) {
                raised.add(fold);
            }
        });
        raised.sort(Comparator.comparing(IncidentFold::raisedAt).thenComparing(IncidentFold::id));
        return new Replayable(
                raised.stream().map(IncidentFold::id).toList(),
                raised.stream().anyMatch(fold -> fold.classification() == Classification.RED));
    }

    /** What tells cells apart. */
    private record Key(
            Reading before,
            Reading after,
            boolean resolved,
            @Nullable String policy) {}

    @QueryHandler
    public ReplayResult on(ReplayIncidents query) {
        Perspective before = perspective(query.baseline(), query.moment());
        Perspective after = perspective(query.policy(), query.moment());
        Map<Key, Long> cells = new HashMap<>();
        List<Change> changes = new ArrayList<>();
        List<IncidentId> notReplayable = new ArrayList<>();
        for (IncidentId id : query.incidents()) {
            IncidentHistory history = records.find(query.viewer(), id).orElseThrow();
            IncidentFold old = before.fold(history).orElseThrow();
            IncidentFold changed = after.fold(history).orElseThrow();
            Reading oldReading = before.reading(old);
            Reading newReading = after.reading(changed);
            Decided decided = old.decided();
            boolean resolved = old.life().resolvedAt() != null;
            cells.merge(
                    new Key(oldReading, newReading, resolved, decided.decision().policyVersion()), 1L, Long::sum);
            if (old.category() != changed.category()) {
                boolean ruled = decided.decision().basis() == CategoryDecision.Basis.RULED;
                changes.add(new Change(id, oldReading, newReading, resolved, ruled));
            }
            if (decided.facts() == null) {
                notReplayable.add(id);
            }
        }
        return new ReplayResult(
                cells.entrySet().stream()
                        .map(cell -> cell(cell.getKey(), cell.getValue()))
                        .toList(),
                changes,
                notReplayable);
    }

    private static Cell cell(Key key, long count) {
        return new Cell(key.before(), key.after(), key.resolved(), key.policy(), count);
    }

    @QueryHandler
    public List<Explained> on(ExplainReplay query) {
        Perspective before = perspective(query.baseline(), query.moment());
        Perspective after = perspective(query.policy(), query.moment());
        return query.incidents().stream()
                .flatMap(id -> records.find(query.viewer(), id).stream())
                .flatMap(history -> explained(history, before, after).stream())
                .toList();
    }

    private static Optional<Explained> explained(IncidentHistory history, Perspective before, Perspective after) {
        return before.fold(history)
                .flatMap(old -> after.fold(history)
                        .map(changed -> new Explained(
                                old.id(),
                                old.raised().summary(),
                                old.raised().externalReference(),
                                old.raisedAt(),
                                old.life().respondedAt(),
                                old.life().resolvedAt(),
                                side(old, before),
                                side(changed, after))));
    }

    private static Side side(IncidentFold fold, Perspective perspective) {
        return new Side(
                perspective.explained(fold),
                perspective.leastChanges(fold),
                perspective.reading(fold),
                perspective.responseDueAt(fold),
                perspective.resolutionDueAt(fold));
    }

    private Perspective perspective(@Nullable CategorisationPolicy policy, Moment moment) {
        return new Perspective(policy, policy == null ? views : policyViews.under(policy), policies, moment);
    }
}
