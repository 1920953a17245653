package uk.smartenergy.incident.incident.read.record;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.incident.IncidentEvent.IncidentRaised;
import uk.smartenergy.incident.api.incident.IncidentState;
import uk.smartenergy.incident.api.incident.IncidentView;
import uk.smartenergy.incident.api.incident.Lifecycle;
import uk.smartenergy.incident.api.shared.Moment;

/** Judges Incidents against the reference data: targets, and when they close. */
public final class IncidentViews {
    private final ReferenceFacts reference;

    public IncidentViews(ReferenceFacts reference) {
        this.reference = reference;
    }

    public TargetClock.Reading response(IncidentFold fold, Moment moment) {
        return fold.response(() -> TargetClock.read(
                targets(fold).response(), fold.runs(), orAsOf(fold.life().respondedAt(), moment), reference));
    }

    public TargetClock.Reading resolution(IncidentFold fold, Moment moment) {
        return fold.resolution(() -> TargetClock.read(
                targets(fold).resolution(), fold.runs(), orAsOf(fold.life().resolvedAt(), moment), reference));
    }

    /** Its updates to Interested Parties, those that came and those that did not. */
    public Updates updates(IncidentFold fold, Moment moment) {
        return fold.updates(moment.asOfOrNow(), reference);
    }

    /** Whether a target is missed. */
    public boolean isBreached(IncidentFold fold, Moment moment) {
        return response(fold, moment).missed() || resolution(fold, moment).missed();
    }

    /** When it closes if nobody objects; {@code null} unless it is resolved and not closed. */
    public @Nullable Instant closesAt(IncidentFold fold) {
        Instant resolvedAt = fold.life().resolvedAt();
        return fold.state() == IncidentState.RESOLVED && resolvedAt != null
                ? reference.plusWorkingTime(resolvedAt, reference.timeForObjections())
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
                closesAt(fold),
                updates.nextDueAt(),
                updates.overdue(),
                updates.missed());
    }

    private Target.Pair targets(IncidentFold fold) {
        return reference.targets(
                fold.policyVersion(), fold.category(), fold.categorisedAt(), fold.categorisationRecordedAt());
    }

    private static Instant orAsOf(@Nullable Instant doneAt, Moment moment) {
        return doneAt != null ? doneAt : moment.asOfOrNow();
    }
}
