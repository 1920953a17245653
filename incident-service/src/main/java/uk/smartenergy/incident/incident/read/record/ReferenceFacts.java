package uk.smartenergy.incident.incident.read.record;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.categorisation.Category;
import uk.smartenergy.incident.api.categorisation.EscalationRule;
import uk.smartenergy.incident.api.incident.ResolverKind;

/** What the image asks of the reference data. None of it is a constant here, because the Code may change it. */
public interface ReferenceFacts {

    /**
     * Which days are Working Days. Equal as long as nothing about it is corrected.
     *
     * @param knownAt as it was known then; {@code null}: now
     */
    TargetClock.WorkingTime calendar(@Nullable Instant knownAt);

    /** The policies as they stand: another object as soon as anything about them changes. */
    Object policies();

    /**
     * @param policyVersion the policy that decided; {@code null} if the category was decided elsewhere, then the one active at that time
     *     serves, as it was known when the decision was recorded
     * @param recordedAt when the decision was recorded, by which a version that was changed since is found as it was then
     */
    Target.Pair targets(@Nullable String policyVersion, Category category, Instant decidedAt, Instant recordedAt);

    /**
     * How often an update to Interested Parties follows; {@code null}: when something changes. Parameters as for the targets.
     */
    @Nullable
    Target cadence(@Nullable String policyVersion, Category category, Instant decidedAt, Instant recordedAt);

    /** When an Incident of a category escalates by itself, by the same policy as its targets. */
    List<EscalationRule> escalations(
            @Nullable String policyVersion, Category category, Instant decidedAt, Instant recordedAt);

    /** How long there may be objections to a resolution, in working time. */
    Duration timeForObjections();

    ResolverKind kindOf(@Nullable String resolver);

    /** The Party category of a party, such as {@code Large Supplier}; {@code null} if the party is not known. */
    @Nullable
    String partyCategory(String party);

    /** The place of an escalation level among the levels; higher is graver. */
    int rankOf(String escalationLevel);
}
