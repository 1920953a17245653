package uk.smartenergy.incident.incident.read.replay;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.backtest.Reading;
import uk.smartenergy.incident.api.backtest.Reading.Outcome;
import uk.smartenergy.incident.api.categorisation.CategorisationFacts;
import uk.smartenergy.incident.api.categorisation.CategorisationPolicy;
import uk.smartenergy.incident.api.categorisation.CategoryDecision;
import uk.smartenergy.incident.api.categorisation.LeastChange;
import uk.smartenergy.incident.api.incident.Lifecycle;
import uk.smartenergy.incident.api.shared.Moment;
import uk.smartenergy.incident.incident.read.record.Decided;
import uk.smartenergy.incident.incident.read.record.IncidentFold;
import uk.smartenergy.incident.incident.read.record.IncidentHistory;
import uk.smartenergy.incident.incident.read.record.IncidentViews;
import uk.smartenergy.incident.platform.reference.PoliciesInForce;

/**
 * How Incidents are looked at: as they stand on record, or as if a policy had decided on all of them. Each distinct set of facts is decided on once. For
 * one thread.
 */
final class Perspective {
    private final @Nullable CategorisationPolicy policy;
    private final IncidentViews views;
    private final PoliciesInForce onRecord;
    private final Moment moment;
    private final Map<CategorisationFacts, CategoryDecision> decisions = new HashMap<>();

    private record Explanation(CategorisationPolicy policy, CategorisationFacts facts) {}

    private final Map<Explanation, List<LeastChange>> leastChanges = new HashMap<>();

    /**
     * @param policy {@code null}: as they stand on record
     * @param views those of that policy
     */
    Perspective(@Nullable CategorisationPolicy policy, IncidentViews views, PoliciesInForce onRecord, Moment moment) {
        this.policy = policy;
        this.views = views;
        this.onRecord = onRecord;
        this.moment = moment;
    }

    Optional<IncidentFold> fold(IncidentHistory history) {
        CategorisationPolicy other = policy;
        IncidentHistory seen =
                other == null ? history : history.decidedBy(facts -> decisions.computeIfAbsent(facts, other::decide));
        return seen.at(moment);
    }

    Reading reading(IncidentFold fold) {
        Lifecycle life = fold.life();
        return new Reading(
                fold.category(),
                views.resolutionCategory(fold),
                outcome(views.response(fold, moment).missed(), life.respondedAt()),
                outcome(views.resolution(fold, moment).missed(), life.resolvedAt()));
    }

    private static Outcome outcome(boolean missed, @Nullable Instant doneAt) {
        if (missed) {
            return Outcome.MISSED;
        }
        return doneAt == null ? Outcome.OPEN : Outcome.MET;
    }

    Instant responseDueAt(IncidentFold fold) {
        return views.response(fold, moment).dueAt();
    }

    Instant resolutionDueAt(IncidentFold fold) {
        return views.resolution(fold, moment).dueAt();
    }

    /** The decision that stands, with its reasons: on record they are not in the image, so the version that decided gives them again. */
    CategoryDecision explained(IncidentFold fold) {
        Decided decided = fold.decided();
        CategoryDecision decision = decided.decision();
        CategorisationFacts facts = decided.facts();
        List<CategoryDecision.LimbFinding> limbs = facts == null
                ? List.of()
                : decider(decided).map(version -> version.decide(facts).limbs()).orElse(List.of());
        return new CategoryDecision(
                decision.category(), decision.basis(), decision.policyVersion(), facts, limbs, decision.reason());
    }

    List<LeastChange> leastChanges(IncidentFold fold) {
        Decided decided = fold.decided();
        CategorisationFacts facts = decided.facts();
        if (facts == null || decided.decision().basis() == CategoryDecision.Basis.DECIDED_ELSEWHERE) {
            return List.of();
        }
        return decider(decided)
                .map(version -> leastChanges.computeIfAbsent(
                        new Explanation(version, facts), any -> version.leastChanges(facts)))
                .orElse(List.of());
    }

    private Optional<CategorisationPolicy> decider(Decided decided) {
        if (policy != null) {
            return decided.facts() == null ? Optional.empty() : Optional.of(policy);
        }
        return Optional.ofNullable(decided.decision().policyVersion())
                .flatMap(version -> onRecord.book().find(version, decided.recordedAt()));
    }
}
