package uk.smartenergy.incident.incident.write;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.categorisation.CategoryDecision;
import uk.smartenergy.incident.api.categorisation.Impact;
import uk.smartenergy.incident.api.incident.IncidentEvent;
import uk.smartenergy.incident.api.incident.IncidentEvent.CategoryDisputed;
import uk.smartenergy.incident.api.incident.IncidentEvent.CategoryRuled;
import uk.smartenergy.incident.api.incident.IncidentEvent.DisputeWithdrawn;
import uk.smartenergy.incident.api.incident.IncidentEvent.ImpactAssessed;
import uk.smartenergy.incident.api.incident.IncidentEvent.IncidentCategorised;
import uk.smartenergy.incident.api.incident.IncidentEvent.IncidentCommunicated;
import uk.smartenergy.incident.api.incident.IncidentEvent.IncidentEscalated;
import uk.smartenergy.incident.api.incident.IncidentEvent.IncidentLinked;
import uk.smartenergy.incident.api.incident.IncidentEvent.IncidentRaised;
import uk.smartenergy.incident.api.incident.IncidentId;
import uk.smartenergy.incident.api.incident.Lifecycle;
import uk.smartenergy.incident.api.incident.LinkType;

/**
 * What later decisions need to know of an Incident: what happened to it, in the order in which it happened, without the texts. Immutable. Not
 * for answering questions.
 */
public final class IncidentLife {
    /** By when they happened; those of the same instant as they were recorded. The first is the raising. */
    private final List<IncidentEvent> facts;

    /** When categories were recorded that a policy decided, by which that policy is found as it was then. */
    private final List<Decided> decided;

    private final long version;
    private final Instant latest;

    private IncidentLife(List<IncidentEvent> facts, List<Decided> decided, long version, Instant latest) {
        this.facts = facts;
        this.decided = decided;
        this.version = version;
        this.latest = latest;
    }

    IncidentLife(List<IncidentEvent> facts, long version, Instant latest) {
        this(facts, List.of(), version, latest);
    }

    /** @param fact as it stands among the facts */
    private record Decided(IncidentEvent fact, Instant recordedAt) {}

    /** @param life {@code null} before the raising */
    public static IncidentLife evolve(@Nullable IncidentLife life, IncidentEvent event, long sequence) {
        return evolve(life, event, sequence, null);
    }

    /** @param recordedAt {@code null} where it is not recorded, as in a rehearsal */
    static IncidentLife evolve(
            @Nullable IncidentLife life, IncidentEvent event, long sequence, @Nullable Instant recordedAt) {
        IncidentEvent slim = Slim.of(event);
        if (life == null) {
            if (!(slim instanceof IncidentRaised)) {
                throw new IllegalStateException("The first event of an Incident is its raising");
            }
            return new IncidentLife(List.of(slim), sequence, event.occurredAt());
        }
        Instant latest = event.occurredAt().isAfter(life.latest) ? event.occurredAt() : life.latest;
        return new IncidentLife(
                slim == null ? life.facts : life.with(slim), life.decidedWith(slim, recordedAt), sequence, latest);
    }

    private List<Decided> decidedWith(@Nullable IncidentEvent fact, @Nullable Instant recordedAt) {
        if (recordedAt == null
                || !(fact instanceof IncidentCategorised categorised)
                || categorised.decision().basis() != CategoryDecision.Basis.POLICY) {
            return decided;
        }
        List<Decided> more = new ArrayList<>(decided);
        more.add(new Decided(fact, recordedAt));
        return List.copyOf(more);
    }

    /** When the last decision by a policy until then was recorded; empty if none was, or that is not known. */
    Optional<Instant> decisionRecordedAt(Instant at) {
        IncidentEvent last = latest(
                at,
                fact -> fact instanceof IncidentCategorised categorised
                                && categorised.decision().basis() == CategoryDecision.Basis.POLICY
                        ? fact
                        : null);
        return decided.stream()
                .filter(decision -> decision.fact() == last)
                .map(Decided::recordedAt)
                .findFirst();
    }

    private List<IncidentEvent> with(IncidentEvent fact) {
        List<IncidentEvent> more = new ArrayList<>(facts.size() + 1);
        more.addAll(facts);
        int place = more.size();
        while (place > 1 && more.get(place - 1).occurredAt().isAfter(fact.occurredAt())) {
            place--;
        }
        more.add(place, fact);
        return more;
    }

    /** Small, and readable only by the same build: for keeping very many lives aside for a while, not for storing. */
    public byte[] toBytes() {
        return LifeBytes.write(this);
    }

    public static IncidentLife fromBytes(byte[] bytes) {
        return LifeBytes.read(bytes);
    }

    List<IncidentEvent> facts() {
        return facts;
    }

    /** The sequence number of the last event. */
    public long version() {
        return version;
    }

    /** When the latest of all that is known happened. */
    public Instant latest() {
        return latest;
    }

    public IncidentId id() {
        return facts.getFirst().incidentId();
    }

    Instant raisedAt() {
        return facts.getFirst().occurredAt();
    }

    /** The life as it stands now, with all that is known. */
    public Lifecycle lifecycle() {
        return lifecycleAt(latest);
    }

    Lifecycle lifecycleAt(Instant at) {
        Lifecycle lifecycle = Lifecycle.RAISED;
        for (IncidentEvent fact : until(at)) {
            lifecycle = lifecycle.after(fact).orElse(lifecycle);
        }
        return lifecycle;
    }

    /** The first known fact after then that could not have followed on this; empty if all could. */
    Optional<IncidentEvent> contradicting(Instant at, Lifecycle then) {
        Lifecycle lifecycle = then;
        for (IncidentEvent fact : facts) {
            if (fact.occurredAt().isAfter(at)) {
                Optional<Lifecycle> next = lifecycle.after(fact);
                if (next.isEmpty()) {
                    return Optional.of(fact);
                }
                lifecycle = next.get();
            }
        }
        return Optional.empty();
    }

    /** The impact as it was assessed last by then; {@code null} if it never was. */
    @Nullable
    Impact impactAt(Instant at) {
        return latest(at, fact -> switch (fact) {
            case IncidentRaised raised -> raised.impact();
            case ImpactAssessed assessed -> assessed.impact();
            default -> null;
        });
    }

    List<String> businessProcessesAt(Instant at) {
        List<String> found = latest(at, fact -> switch (fact) {
            case IncidentRaised raised -> raised.businessProcesses();
            case ImpactAssessed assessed -> assessed.businessProcesses();
            default -> null;
        });
        return found == null ? List.of() : found;
    }

    /** The category as decided last by then, without the reasons. */
    @Nullable
    CategoryDecision decisionAt(Instant at) {
        return latest(at, fact -> fact instanceof IncidentCategorised categorised ? categorised.decision() : null);
    }

    /** How it was escalated last by then; {@code null} if it never was. */
    @Nullable
    IncidentEscalated escalationAt(Instant at) {
        return latest(at, fact -> fact instanceof IncidentEscalated escalated ? escalated : null);
    }

    Stream<IncidentCommunicated> communications() {
        return of(IncidentCommunicated.class);
    }

    Stream<CategoryDisputed> disputes() {
        return of(CategoryDisputed.class);
    }

    /** Whether something made it escalate by itself before. */
    boolean wasTriggered(String trigger) {
        return of(IncidentEscalated.class).anyMatch(escalated -> trigger.equals(escalated.trigger()));
    }

    /** How a dispute ended: {@code RULED} or {@code WITHDRAWN}; empty while it is open. */
    Optional<String> endOfDispute(int number) {
        if (of(CategoryRuled.class).anyMatch(ruled -> ruled.dispute() == number)) {
            return Optional.of("RULED");
        }
        return of(DisputeWithdrawn.class).anyMatch(withdrawn -> withdrawn.dispute() == number)
                ? Optional.of("WITHDRAWN")
                : Optional.empty();
    }

    /** When the decision that stood then took effect; {@code null} if there was none. */
    @Nullable
    Instant decidedAt(Instant at) {
        return latest(at, fact -> fact instanceof IncidentCategorised categorised ? categorised.occurredAt() : null);
    }

    boolean isLinked(LinkType type, String target) {
        return of(IncidentLinked.class)
                .anyMatch(link -> link.type() == type && link.target().equals(target));
    }

    private <E extends IncidentEvent> Stream<E> of(Class<E> type) {
        return facts.stream().filter(type::isInstance).map(type::cast);
    }

    private <T> @Nullable T latest(Instant at, Function<IncidentEvent, @Nullable T> what) {
        T found = null;
        for (IncidentEvent fact : until(at)) {
            T candidate = what.apply(fact);
            found = candidate != null ? candidate : found;
        }
        return found;
    }

    private List<IncidentEvent> until(Instant at) {
        int end = facts.size();
        while (end > 0 && facts.get(end - 1).occurredAt().isAfter(at)) {
            end--;
        }
        return facts.subList(0, end);
    }
}
