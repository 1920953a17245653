package uk.smartenergy.incident.incident.read.record;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.categorisation.CategorisationFacts;
import uk.smartenergy.incident.api.categorisation.Category;
import uk.smartenergy.incident.api.categorisation.CategoryDecision;
import uk.smartenergy.incident.api.incident.IncidentEvent;
import uk.smartenergy.incident.api.incident.IncidentEvent.ImpactAssessed;
import uk.smartenergy.incident.api.incident.IncidentEvent.IncidentAssigned;
import uk.smartenergy.incident.api.incident.IncidentEvent.IncidentCategorised;
import uk.smartenergy.incident.api.incident.IncidentEvent.IncidentEscalated;
import uk.smartenergy.incident.api.incident.IncidentEvent.IncidentRaised;
import uk.smartenergy.incident.api.incident.IncidentId;
import uk.smartenergy.incident.api.incident.Lifecycle;
import uk.smartenergy.incident.api.shared.Classification;
import uk.smartenergy.incident.api.shared.Moment;
import uk.smartenergy.incident.api.shared.Viewer;
import uk.smartenergy.incident.platform.projection.RecordedEvent;

/** All facts of one Incident, with when they happened and when they were recorded. Immutable: a new fact makes a new history. */
public final class IncidentHistory {
    private final IncidentId id;
    private final IncidentRaised raised;
    /** {@code null} until the categorisation follows that belongs to the raising; so long there is nothing to see. */
    private final @Nullable Category firstCategory;

    private final Fact[] facts;
    private final Instant lastOccurredAt;
    private final Instant lastRecordedAt;
    private final ToIntFunction<String> rankOfLevel;
    /** The fold of all facts, made when first asked for. A race makes it twice, to the same effect. */
    private @Nullable IncidentFold current;

    /** @param facts in the order in which they happened, the raising first */
    private IncidentHistory(IncidentRaised raised, Fact[] facts, ToIntFunction<String> rankOfLevel) {
        this.id = raised.incidentId();
        this.raised = raised;
        this.facts = facts;
        this.rankOfLevel = rankOfLevel;
        this.firstCategory = first(facts);
        this.lastOccurredAt = facts[facts.length - 1].occurredAt();
        Instant recorded = facts[0].recordedAt();
        for (Fact fact : facts) {
            recorded = fact.recordedAt().isAfter(recorded) ? fact.recordedAt() : recorded;
        }
        this.lastRecordedAt = recorded;
    }

    /** @throws IllegalArgumentException if the Incident's raising is not the first of them */
    static IncidentHistory of(List<Fact> facts, ToIntFunction<String> rankOfLevel) {
        Fact[] asHappened = facts.toArray(Fact[]::new);
        Arrays.sort(asHappened, Fact.AS_HAPPENED);
        if (asHappened.length == 0 || !(asHappened[0].event() instanceof IncidentRaised raised)) {
            throw new IllegalArgumentException("An Incident's life begins with its raising");
        }
        return new IncidentHistory(raised, asHappened, rankOfLevel);
    }

    IncidentHistory with(List<Fact> more) {
        Fact[] all = Arrays.copyOf(facts, facts.length + more.size());
        for (int i = 0; i < more.size(); i++) {
            all[facts.length + i] = more.get(i);
        }
        Arrays.sort(all, Fact.AS_HAPPENED);
        return new IncidentHistory(raised, all, rankOfLevel);
    }

    public IncidentId id() {
        return id;
    }

    public IncidentRaised raised() {
        return raised;
    }

    Instant lastRecordedAt() {
        return lastRecordedAt;
    }

    public boolean isRed() {
        return raised.classification() == Classification.RED;
    }

    /** The raiser's party and whoever is or was Resolver, whenever that became known. */
    public Set<String> concerned() {
        Set<String> concerned = new HashSet<>();
        concerned.add(raised.raisedBy().party());
        for (Fact fact : facts) {
            if (fact.event() instanceof IncidentAssigned assigned) {
                concerned.add(assigned.resolver());
            }
        }
        return concerned;
    }

    /** Who is responsible, as all facts say. */
    public @Nullable String currentResolver() {
        IncidentFold fold = atOrNull(Moment.present(lastOccurredAt));
        return fold == null ? null : fold.resolver();
    }

    /** Whether its raising is recorded to the end; before, nobody sees it. */
    boolean isComplete() {
        return firstCategory != null;
    }

    boolean isVisibleTo(Viewer viewer) {
        return firstCategory != null && maySee(viewer);
    }

    private boolean maySee(Viewer viewer) {
        return switch (raised.classification()) {
            case WHITE, GREEN -> viewer.maySee(raised.classification(), Set.of());
            case AMBER, RED -> viewer.maySee(raised.classification(), concerned());
        };
    }

    /**
     * The history that these events of one Incident make, for views that read its own stream.
     *
     * @param rankOfLevel how high an escalation level is
     */
    public static IncidentHistory ofStream(List<RecordedEvent> events, ToIntFunction<String> rankOfLevel) {
        return of(
                events.stream()
                        .map(recorded -> {
                            IncidentEvent event = recorded.payload(IncidentEvent.class);
                            return new Fact(
                                    Math.toIntExact(recorded.sequence()),
                                    event.occurredAt(),
                                    recorded.recordedAt(),
                                    event);
                        })
                        .toList(),
                rankOfLevel);
    }

    /**
     * The history as it would have been had every category been decided so, on the same facts, at the same instants, and known from the same times. What
     * was decided elsewhere is decided on the facts that stood then; if there were none it stays.
     */
    public IncidentHistory decidedBy(Function<CategorisationFacts, CategoryDecision> decide) {
        return new IncidentHistory(raised, Decided.again(facts, decide), rankOfLevel);
    }

    /** Whether anything was recorded after one instant and by another that had happened by a third. */
    public boolean isRecordedBetween(Instant after, Instant until, Instant asOf) {
        return Arrays.stream(facts)
                .anyMatch(fact -> fact.recordedAt().isAfter(after)
                        && !fact.recordedAt().isAfter(until)
                        && !fact.occurredAt().isAfter(asOf));
    }

    /** As of and as known at that moment; empty if it did not exist, or was not known. */
    public Optional<IncidentFold> at(Moment moment) {
        return Optional.ofNullable(atOrNull(moment));
    }

    @Nullable
    IncidentFold atOrNull(Moment moment) {
        if (firstCategory == null || !facts[0].belongsTo(moment)) {
            return null;
        }
        if (moment.includes(lastOccurredAt, lastRecordedAt)) {
            IncidentFold fold = current;
            if (fold == null) {
                fold = fold(facts);
                current = fold;
            }
            return fold;
        }
        Fact[] then = new Fact[facts.length];
        int count = 0;
        for (Fact fact : facts) {
            if (fact.belongsTo(moment)) {
                then[count++] = fact;
            }
        }
        return fold(Arrays.copyOf(then, count));
    }

    /** @param then some of the facts, the raising first */
    IncidentFold fold(Fact[] then) {
        Category first = Objects.requireNonNull(firstCategory);
        Lifecycle life = Lifecycle.RAISED;
        Category category = first;
        @Nullable String policyVersion = null;
        Instant categorisedAt = raised.occurredAt();
        List<String> businessProcesses = raised.businessProcesses();
        @Nullable String level = null;
        int version = 0;
        for (Fact fact : then) {
            version = Math.max(version, fact.sequence());
            life = Lives.after(life, fact);
            switch (fact.event()) {
                case IncidentCategorised categorised -> {
                    category = categorised.decision().category();
                    policyVersion = categorised.decision().policyVersion();
                    categorisedAt = categorised.occurredAt();
                }
                case ImpactAssessed assessed -> businessProcesses = assessed.businessProcesses();
                case IncidentEscalated escalated -> {
                    if (level == null || rankOfLevel.applyAsInt(escalated.level()) > rankOfLevel.applyAsInt(level)) {
                        level = escalated.level();
                    }
                }
                case null, default -> {}
            }
        }
        return new IncidentFold(
                this, then, life, first, category, policyVersion, categorisedAt, businessProcesses, level, version);
    }

    /** As first recorded. */
    private static @Nullable Category first(Fact[] facts) {
        int lowest = Integer.MAX_VALUE;
        @Nullable Category category = null;
        for (Fact fact : facts) {
            if (fact.event() instanceof IncidentCategorised categorised && fact.sequence() < lowest) {
                lowest = fact.sequence();
                category = categorised.decision().category();
            }
        }
        return category;
    }
}
