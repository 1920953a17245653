package uk.smartenergy.incident.api.categorisation;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.shared.Command;

/** What can be asked of the register of categorisation policies. */
public sealed interface PolicyCommand extends Command {
    /** The one stream of all policies: which of them is in force is a matter between them. */
    String STREAM = "categorisation-policies";

    @TargetAggregateIdentifier
    default String stream() {
        return STREAM;
    }

    /** Put a new version on record, which is not in force yet. */
    record DraftPolicy(CategorisationPolicy policy) implements PolicyCommand {}

    /** Put another content into a draft. */
    record ChangeDraft(CategorisationPolicy policy) implements PolicyCommand {}

    /**
     * Have a version in force for what happens from a day on.
     *
     * @param from in Europe/London; {@code null}: today, or the first day the version may be applied from if that is later
     */
    record ActivatePolicy(
            String version,
            @Nullable LocalDate from,
            @Nullable String reason) implements PolicyCommand {}

    /**
     * Have a version in force no more for what happens from a day on; what was in force before comes back.
     *
     * @param from {@code null}: today
     */
    record RetirePolicy(
            String version,
            @Nullable LocalDate from,
            @Nullable String reason) implements PolicyCommand {}

    /**
     * Record what the files hold and the settings say, so far as it differs from what was recorded of them last.
     *
     * @param configured the versions to be in force by the settings, each from its first day on
     */
    record SeedPolicies(List<CategorisationPolicy> policies, List<String> configured) implements PolicyCommand {
        public SeedPolicies {
            policies = List.copyOf(policies);
            configured = List.copyOf(configured);
        }
    }

    /**
     * The answer to a command that was not refused.
     *
     * @param version what it was about; empty for seeding
     * @param change the number of the version's last change, its entity tag
     */
    record PolicyAccepted(String version, long change, boolean changed) {}
}
