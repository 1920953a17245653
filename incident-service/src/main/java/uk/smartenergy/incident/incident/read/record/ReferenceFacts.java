package uk.smartenergy.incident.incident.read.record;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.categorisation.Category;
import uk.smartenergy.incident.api.incident.ResolverKind;

/** What the image asks of the reference data. None of it is a constant here, because the Code may change it. */
public interface ReferenceFacts extends TargetClock.WorkingTime {

    /**
     * @param policyVersion the policy that decided; {@code null} if the category was decided elsewhere, then the one active at that time
     *     serves
     * @param recordedAt when the decision was recorded, by which a version that was changed since is found as it was then
     */
    Target.Pair targets(@Nullable String policyVersion, Category category, Instant decidedAt, Instant recordedAt);

    /**
     * How often an update to Interested Parties follows; {@code null}: when something changes. Parameters as for the targets.
     */
    @Nullable
    Target cadence(@Nullable String policyVersion, Category category, Instant decidedAt, Instant recordedAt);

    /** How long there may be objections to a resolution, in working time. */
    Duration timeForObjections();

    ResolverKind kindOf(@Nullable String resolver);

    /** The Party category of a party, such as {@code Large Supplier}; {@code null} if the party is not known. */
    @Nullable
    String partyCategory(String party);

    /** The place of an escalation level among the levels; higher is graver. */
    int rankOf(String escalationLevel);
}
