package uk.smartenergy.incident.incident.read.record;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.categorisation.Category;
import uk.smartenergy.incident.api.categorisation.CategoryDecision;
import uk.smartenergy.incident.api.categorisation.TargetKind;
import uk.smartenergy.incident.api.incident.IncidentEvent.IncidentCategorised;
import uk.smartenergy.incident.api.incident.IncidentEvent.IncidentRaised;
import uk.smartenergy.incident.api.incident.IncidentState;
import uk.smartenergy.incident.api.incident.IncidentView;
import uk.smartenergy.incident.api.incident.Lifecycle;
import uk.smartenergy.incident.api.incident.TargetClocks;
import uk.smartenergy.incident.api.shared.Moment;

/** Judges Incidents against the reference data: targets, and when they close. */
public final class IncidentViews {
    private final ReferenceFacts reference;
    /** The last one that was asked for; mostly the next is the same, and folds keep it. */
    private volatile @Nullable Reckoning last;

    public IncidentViews(ReferenceFacts reference) {
        this.reference = reference;
    }

    /** A target in force. @param since from when. @param decision which decided so */
    record InForce(Instant since, Target target, Fact decision) {
        CategoryDecision decided() {
            return decisionOf(decision);
        }
    }

    public TargetClock.Reading response(IncidentFold fold, Moment moment) {
        Reckoning reckoning = reckoning(moment);
        return fold.response(reckoning, () -> read(TargetKind.INITIAL_RESPONSE, fold, moment, reckoning));
    }

    public TargetClock.Reading resolution(IncidentFold fold, Moment moment) {
        Reckoning reckoning = reckoning(moment);
        return fold.resolution(reckoning, () -> read(TargetKind.RESOLUTION, fold, moment, reckoning));
    }

    private TargetClock.Reading read(TargetKind kind, IncidentFold fold, Moment moment, Reckoning reckoning) {
        Course course = fold.course();
        InForce inForce = inForce(course, kind);
        return TargetClock.read(
                inForce.target(), inForce.since(), course.runs(), until(kind, fold, moment), reckoning.calendar());
    }

    /** The category whose Target Resolution counts: the one that stood when it was resolved, or that stands if it is open. */
    public Category resolutionCategory(IncidentFold fold) {
        return decisionOf(fold.course().decisions(TargetKind.RESOLUTION).getLast())
                .category();
    }

    /** Both clocks, segment by segment; the texts come out if the fold was made from whole events. */
    public List<TargetClocks.Clock> clocks(IncidentFold fold, Moment moment) {
        Course course = fold.course();
        return List.of(
                clock(TargetKind.INITIAL_RESPONSE, fold, course, moment),
                clock(TargetKind.RESOLUTION, fold, course, moment));
    }

    /** One of them. */
    public TargetClocks.Clock clock(TargetKind kind, IncidentFold fold, Moment moment) {
        return clock(kind, fold, fold.course(), moment);
    }

    private TargetClocks.Clock clock(TargetKind kind, IncidentFold fold, Course course, Moment moment) {
        List<InForce> targets = course.decisions(kind).stream()
                .map(decision -> new InForce(decision.occurredAt(), target(decision, kind), decision))
                .toList();
        Reckoning reckoning = reckoning(moment);
        return new ClockExplanation(
                        kind, fold, course, targets, since(targets), until(kind, fold, moment), reckoning.calendar())
                .clock(doneAt(kind, fold));
    }

    /** The target that counts, and since when there has been this one. */
    InForce inForce(Course course, TargetKind kind) {
        List<Fact> decisions = course.decisions(kind);
        Fact last = decisions.getLast();
        Target target = target(last, kind);
        Instant since = last.occurredAt();
        for (int i = decisions.size() - 2; i >= 0; i--) {
            if (!target(decisions.get(i), kind).equals(target)) {
                break;
            }
            since = decisions.get(i).occurredAt();
        }
        return new InForce(since, target, last);
    }

    private static Instant since(List<InForce> targets) {
        int first = targets.size() - 1;
        while (first > 0
                && targets.get(first - 1).target().equals(targets.getLast().target())) {
            first--;
        }
        return targets.get(first).since();
    }

    private Target target(Fact decision, TargetKind kind) {
        CategoryDecision decided = decisionOf(decision);
        return reference
                .targets(decided.policyVersion(), decided.category(), decision.occurredAt(), decision.recordedAt())
                .of(kind);
    }

    static CategoryDecision decisionOf(Fact decision) {
        if (decision.event() instanceof IncidentCategorised categorised) {
            return categorised.decision();
        }
        throw new IllegalStateException("Not a categorisation: " + decision);
    }

    Reckoning reckoning(Moment moment) {
        Reckoning known = last;
        Reckoning now = new Reckoning(reference.calendar(moment.knownAt()), reference.policies());
        if (known != null && known.equals(now)) {
            return known;
        }
        last = now;
        return now;
    }

    private static @Nullable Instant doneAt(TargetKind kind, IncidentFold fold) {
        return kind == TargetKind.INITIAL_RESPONSE
                ? fold.life().respondedAt()
                : fold.life().resolvedAt();
    }

    /** Not before the last thing happened: who asks with an instant from before a change, and waited for it, asks about after it. */
    private static Instant until(TargetKind kind, IncidentFold fold, Moment moment) {
        Instant doneAt = doneAt(kind, fold);
        Instant now = moment.asOfOrNow();
        return doneAt != null ? doneAt : fold.lastOccurredAt().isAfter(now) ? fold.lastOccurredAt() : now;
    }

    /** Its updates to Interested Parties, those that came and those that did not. */
    public Updates updates(IncidentFold fold, Moment moment) {
        return fold.updates(moment.asOfOrNow(), reference, reckoning(moment).calendar());
    }

    /** Whether a target is missed. */
    public boolean isBreached(IncidentFold fold, Moment moment) {
        return response(fold, moment).missed() || resolution(fold, moment).missed();
    }

    /** When it closes if nobody objects; {@code null} unless it is resolved and not closed. */
    public @Nullable Instant closesAt(IncidentFold fold, Moment moment) {
        Instant resolvedAt = fold.life().resolvedAt();
        return fold.state() == IncidentState.RESOLVED && resolvedAt != null
                ? reference.calendar(moment.knownAt()).plusWorkingTime(resolvedAt, reference.timeForObjections())
                : null;
    }

    /** The Party category of a party, such as {@code Large Supplier}; {@code null} if the reference data does not know the party. */
    public @Nullable String partyCategory(String party) {
        return reference.partyCategory(party);
    }

    public IncidentView view(IncidentFold fold, Moment moment) {
        IncidentRaised raised = fold.raised();
        Lifecycle life = fold.life();
        TargetClock.Reading response = response(fold, moment);
        TargetClock.Reading resolution = resolution(fold, moment);
        Updates updates = updates(fold, moment);
        return new IncidentView(
                fold.id(),
                fold.version(),
                raised.summary(),
                raised.type(),
                life.state(),
                fold.category(),
                fold.firstCategory(),
                fold.contest().ruled(),
                raised.proposedCategory(),
                fold.contest().disputed(),
                fold.contest().open(),
                new IncidentView.RaisedBy(raised.raisedBy().party()),
                life.resolver(),
                raised.region(),
                raised.services(),
                fold.businessProcesses(),
                raised.classification(),
                raised.externalReference(),
                raised.occurredAt(),
                fold.recordedAt(),
                life.respondedAt(),
                life.resolvedAt(),
                life.closedAt(),
                fold.escalationLevel(),
                response.dueAt(),
                resolution.dueAt(),
                response.missed(),
                resolution.missed(),
                closesAt(fold, moment),
                updates.nextDueAt(),
                updates.overdue(),
                updates.missed());
    }
}
