package uk.smartenergy.incident.api.incident;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.categorisation.CategoryDecision;

/**
 * The life of an Incident at one moment, and the one place that says which step may follow. Raised → assigned → responded → (pending ⇄ in
 * progress) → resolved → closed, with re-opening.
 *
 * <p>It is folded over the steps in the order in which they <em>happened</em>, so a step that is recorded late takes its place in time. Both the
 * side that decides and the side that answers questions use it, so that they cannot disagree.
 *
 * <ul>
 *   <li>Assigning never ends a pause and never undoes a response.
 *   <li>A pause ends by resuming, responding, or resolving.
 *   <li>After a pause the Incident is again what it was: in progress if somebody has responded, else assigned or raised.
 *   <li>A re-opened Incident is in progress; it keeps when it was raised and first responded to.
 *   <li>What closed by itself gives way to what somebody says of it: who closes it afterwards has closed it, and later updates and decisions are
 *       not refused because of it.
 *   <li>An implied response, or a closing without objection, that a later-known fact has overtaken is without effect.
 * </ul>
 *
 * @param resolver who is responsible now
 * @param respondedAt when first responded to
 * @param pendingSince when the present pause began; only while pending
 * @param resolvedAt when last resolved; {@code null} while open
 * @param closedAt when closed; {@code null} unless closed
 * @param closedByItself whether nobody closed it, but nobody objected in time
 */
public record Lifecycle(
        IncidentState state,
        @Nullable String resolver,
        @Nullable Instant respondedAt,
        @Nullable Instant pendingSince,
        @Nullable Instant resolvedAt,
        @Nullable Instant closedAt,
        boolean closedByItself) {

    public static final Lifecycle RAISED = new Lifecycle(IncidentState.RAISED, null, null, null, null, null, false);

    /**
     * The life after this event; empty if the event cannot follow in this state. Events that are no step of the life change nothing, but
     * nothing may happen to a closed Incident other than re-opening, linking, rating what was communicated, and disputes with their rulings.
     */
    public Optional<Lifecycle> after(IncidentEvent event) {
        return Optional.ofNullable(
                switch (event) {
                    case IncidentEvent.IncidentRaised raised -> this;
                    case IncidentEvent.IncidentAssigned assigned -> assigned(assigned.resolver());
                    case IncidentEvent.IncidentRespondedTo response -> responded(response);
                    case IncidentEvent.IncidentPaused paused -> paused(paused.occurredAt());
                    case IncidentEvent.IncidentResumed resumed ->
                        state == IncidentState.PENDING ? withoutPause() : null;
                    case IncidentEvent.IncidentResolved resolved -> resolved(resolved.occurredAt());
                    case IncidentEvent.IncidentClosed closed -> closed(closed);
                    case IncidentEvent.IncidentReopened reopened ->
                        state.isOpen()
                                ? null
                                : new Lifecycle(
                                        IncidentState.IN_PROGRESS, resolver, respondedAt, null, null, null, false);
                    case IncidentEvent.IncidentLinked linked -> this;
                    case IncidentEvent.CommunicationRated rated -> this;
                    case IncidentEvent.ImpactAssessed assessed -> unlessClosed();
                    case IncidentEvent.IncidentCategorised categorised ->
                        categorised.decision().basis() == CategoryDecision.Basis.RULED ? this : unlessClosed();
                    case IncidentEvent.CategoryDisputed disputed -> this;
                    case IncidentEvent.DisputeEvidenceAdded added -> this;
                    case IncidentEvent.DisputeWithdrawn withdrawn -> this;
                    case IncidentEvent.CategoryRuled ruled -> this;
                    case IncidentEvent.IncidentEscalated escalated -> unlessClosed();
                    case IncidentEvent.IncidentCommunicated communicated -> unlessClosed();
                });
    }

    private @Nullable Lifecycle unlessClosed() {
        return state == IncidentState.CLOSED && !closedByItself ? null : this;
    }

    private @Nullable Lifecycle assigned(String newResolver) {
        if (!state.isOpen()) {
            return null;
        }
        IncidentState next = state == IncidentState.RAISED ? IncidentState.ASSIGNED : state;
        return new Lifecycle(next, newResolver, respondedAt, pendingSince, null, null, false);
    }

    private @Nullable Lifecycle responded(IncidentEvent.IncidentRespondedTo response) {
        if (response.implied() && (respondedAt != null || !state.isOpen())) {
            return this;
        }
        if (!state.isOpen() || state == IncidentState.IN_PROGRESS) {
            return null;
        }
        Instant first = respondedAt != null ? respondedAt : response.occurredAt();
        return new Lifecycle(IncidentState.IN_PROGRESS, resolver, first, null, null, null, false);
    }

    private @Nullable Lifecycle paused(Instant at) {
        return state.isOpen() && state != IncidentState.PENDING
                ? new Lifecycle(IncidentState.PENDING, resolver, respondedAt, at, null, null, false)
                : null;
    }

    private Lifecycle withoutPause() {
        IncidentState next = respondedAt != null
                ? IncidentState.IN_PROGRESS
                : resolver != null ? IncidentState.ASSIGNED : IncidentState.RAISED;
        return new Lifecycle(next, resolver, respondedAt, null, null, null, false);
    }

    private @Nullable Lifecycle resolved(Instant at) {
        return state.isOpen()
                ? new Lifecycle(
                        IncidentState.RESOLVED, resolver, respondedAt != null ? respondedAt : at, null, at, null, false)
                : null;
    }

    private @Nullable Lifecycle closed(IncidentEvent.IncidentClosed closed) {
        Instant withoutObjectionSince = closed.withoutObjectionSince();
        boolean byItself = withoutObjectionSince != null;
        boolean possible = state == IncidentState.RESOLVED || (closedByItself && !byItself);
        boolean overtaken = byItself && !Objects.equals(withoutObjectionSince, resolvedAt);
        if (!possible || overtaken) {
            return byItself ? this : null;
        }
        return new Lifecycle(
                IncidentState.CLOSED, resolver, respondedAt, null, resolvedAt, closed.occurredAt(), byItself);
    }
}
