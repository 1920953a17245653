package uk.smartenergy.incident.incident.read.record;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.categorisation.CategorisationFacts;
import uk.smartenergy.incident.api.categorisation.Category;
import uk.smartenergy.incident.api.categorisation.Impact;
import uk.smartenergy.incident.api.incident.IncidentEvent.CategoryRuled;
import uk.smartenergy.incident.api.incident.IncidentEvent.ImpactAssessed;
import uk.smartenergy.incident.api.incident.IncidentEvent.IncidentEscalated;
import uk.smartenergy.incident.api.incident.IncidentEvent.IncidentRaised;
import uk.smartenergy.incident.api.incident.IncidentId;
import uk.smartenergy.incident.api.incident.IncidentState;
import uk.smartenergy.incident.api.incident.IncidentType;
import uk.smartenergy.incident.api.incident.Lifecycle;
import uk.smartenergy.incident.api.shared.Classification;

/** An Incident as of, and as known at, one moment. Not for targets, which need reference data: see {@link IncidentViews}. */
public final class IncidentFold {
    private final IncidentHistory history;
    private final Fact[] facts;
    private final Lifecycle life;
    private final Category firstCategory;
    private final Category category;
    private final @Nullable String policyVersion;
    private final Instant categorisedAt;
    private final Instant categorisationRecordedAt;
    private final List<String> businessProcesses;
    private final @Nullable String escalationLevel;
    private final int version;
    /** What the targets read for ever, once the thing is done; kept because the arithmetic is slow. A race makes them twice. */
    private @Nullable Kept<TargetClock.Reading> response;

    private @Nullable Kept<TargetClock.Reading> resolution;
    /** When it escalates next by itself; that does not change either, unless something happens. */
    private @Nullable Kept<Instant> nextEscalation;

    /** What was found with a calendar and policies, and holds with these only. */
    private record Kept<T>(Reckoning reckoning, T found) {}

    /** Made when first asked for. A race makes it twice, to the same effect. */
    private @Nullable Contest contest;

    /** @param facts those of the moment, in the order in which they happened */
    IncidentFold(
            IncidentHistory history,
            Fact[] facts,
            Lifecycle life,
            Category firstCategory,
            Category category,
            @Nullable String policyVersion,
            Instant categorisedAt,
            Instant categorisationRecordedAt,
            List<String> businessProcesses,
            @Nullable String escalationLevel,
            int version) {
        this.history = history;
        this.facts = facts;
        this.life = life;
        this.firstCategory = firstCategory;
        this.category = category;
        this.policyVersion = policyVersion;
        this.categorisedAt = categorisedAt;
        this.categorisationRecordedAt = categorisationRecordedAt;
        this.businessProcesses = businessProcesses;
        this.escalationLevel = escalationLevel;
        this.version = version;
    }

    /**
     * The same Incident earlier, with the same knowledge.
     *
     * @param asOf not before it was raised
     */
    IncidentFold asOf(Instant asOf) {
        int count = happenedBy(asOf);
        return count == facts.length ? this : history.fold(Arrays.copyOf(facts, count));
    }

    /** When the next thing happened after that instant; {@code null} if nothing did. */
    @Nullable
    Instant nextAfter(Instant instant) {
        int count = happenedBy(instant);
        return count == facts.length ? null : facts[count].occurredAt();
    }

    private int happenedBy(Instant instant) {
        int count = 0;
        while (count < facts.length && !facts[count].occurredAt().isAfter(instant)) {
            count++;
        }
        return count;
    }

    /** When the last thing happened. */
    Instant lastOccurredAt() {
        return facts[facts.length - 1].occurredAt();
    }

    public IncidentId id() {
        return history.id();
    }

    public IncidentRaised raised() {
        return history.raised();
    }

    public Instant raisedAt() {
        return raised().occurredAt();
    }

    /** When it became known here. */
    public Instant recordedAt() {
        return facts[0].recordedAt();
    }

    /** When anything about the Incident was last recorded, whether or not it belongs to this moment. */
    public Instant lastRecordedAt() {
        return history.lastRecordedAt();
    }

    /** The sequence number of the last event of this moment. */
    public long version() {
        return version;
    }

    public IncidentType type() {
        return raised().type();
    }

    public Classification classification() {
        return raised().classification();
    }

    public Lifecycle life() {
        return life;
    }

    public IncidentState state() {
        return life.state();
    }

    public boolean isOpen() {
        return life.state().isOpen();
    }

    public @Nullable String resolver() {
        return life.resolver();
    }

    /** As it stands: the last that was decided for. */
    public Category category() {
        return category;
    }

    /** As first recorded. */
    public Category firstCategory() {
        return firstCategory;
    }

    /** The policy by which the category as it stands was decided; {@code null} if elsewhere. */
    public @Nullable String policyVersion() {
        return policyVersion;
    }

    /** The decision that stands, with the facts that it was made on. */
    public Decided decided() {
        return Decided.lastOf(facts);
    }

    /** What became of disputes about the category. */
    public Contest contest() {
        Contest known = contest;
        if (known == null) {
            known = Contest.of(facts);
            contest = known;
        }
        return known;
    }

    /** The facts that a policy looks at, as they stand; {@code null} if they were never assessed. */
    public @Nullable CategorisationFacts categorisationFacts() {
        @Nullable Impact impact = raised().impact();
        for (Fact fact : facts) {
            impact = fact.event() instanceof ImpactAssessed assessed ? assessed.impact() : impact;
        }
        return impact == null ? null : CategorisationFacts.of(impact, businessProcesses);
    }

    /** Its rulings, in the order in which they happened: without the texts, and with the facts that they were made on. */
    public List<CategoryRuled> rulings() {
        return contest().ruled() == null
                ? List.of()
                : Arrays.stream(facts)
                        .map(Fact::event)
                        .flatMap(event -> event instanceof CategoryRuled ruled ? Stream.of(ruled) : Stream.empty())
                        .toList();
    }

    public Instant categorisedAt() {
        return categorisedAt;
    }

    public Instant categorisationRecordedAt() {
        return categorisationRecordedAt;
    }

    public List<String> businessProcesses() {
        return businessProcesses;
    }

    public @Nullable String escalationLevel() {
        return escalationLevel;
    }

    /** @param read reads the target; it is kept if there was a response, after which it does not change */
    TargetClock.Reading response(Reckoning reckoning, Supplier<TargetClock.Reading> read) {
        Kept<TargetClock.Reading> kept = known(response, reckoning, read);
        response = life.respondedAt() == null ? null : kept;
        return kept.found();
    }

    /** @param read reads the target; it is kept if this is resolved, since then it does not change */
    TargetClock.Reading resolution(Reckoning reckoning, Supplier<TargetClock.Reading> read) {
        Kept<TargetClock.Reading> kept = known(resolution, reckoning, read);
        resolution = life.resolvedAt() == null ? null : kept;
        return kept.found();
    }

    /** @param find says when it escalates next by itself; it is kept */
    Instant nextEscalation(Reckoning reckoning, Supplier<Instant> find) {
        Kept<Instant> kept = known(nextEscalation, reckoning, find);
        nextEscalation = kept;
        return kept.found();
    }

    private static <T> Kept<T> known(@Nullable Kept<T> kept, Reckoning reckoning, Supplier<T> find) {
        return kept != null && kept.reckoning().equals(reckoning) ? kept : new Kept<>(reckoning, find.get());
    }

    /** When it was open: from raising and re-openings to resolutions. */
    public List<Span> openSpans() {
        return Lives.spans(facts, IncidentState::isOpen);
    }

    /** Its updates to Interested Parties. @param asOf the instant asked about, not before the last of its facts */
    Updates updates(Instant asOf, ReferenceFacts reference, TargetClock.WorkingTime time) {
        return Updates.of(facts, asOf, reference, time);
    }

    /** What its clocks need to know. */
    Course course() {
        return Course.of(facts);
    }

    /** In the order in which they happened. */
    List<Fact> facts() {
        return List.of(facts);
    }

    /** Whether that made it escalate by itself before. */
    boolean wasTriggered(String trigger) {
        for (Fact fact : facts) {
            if (fact.event() instanceof IncidentEscalated escalated && trigger.equals(escalated.trigger())) {
                return true;
            }
        }
        return false;
    }
}
