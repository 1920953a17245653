package uk.smartenergy.incident.platform.reference;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import uk.smartenergy.incident.api.categorisation.CategorisationPolicy;

/** The versions of the categorisation policy, and which of them is in force when. */
public final class PolicyBook {
    private final List<CategorisationPolicy> all;
    /** By the day they take effect; never empty. */
    private final List<CategorisationPolicy> activated;

    /** @param activated those to be applied, each from its effective date until the next one's */
    public PolicyBook(List<CategorisationPolicy> all, List<CategorisationPolicy> activated) {
        this.all = List.copyOf(all);
        this.activated = activated.stream()
                .sorted(Comparator.comparing(CategorisationPolicy::effectiveFrom))
                .toList();
        if (this.activated.isEmpty()) {
            throw new IllegalArgumentException("One categorisation policy must be active");
        }
    }

    public List<CategorisationPolicy> all() {
        return all;
    }

    public Optional<CategorisationPolicy> find(String version) {
        return all.stream().filter(policy -> policy.version().equals(version)).findFirst();
    }

    /** That version as it was on record then; as it is now if it was not there yet. */
    public Optional<CategorisationPolicy> find(String version, Instant recordedAt) {
        return find(version);
    }

    /** The policy in force then. Before the earliest took effect it is the earliest, so that every history can be categorised. */
    public CategorisationPolicy activeAt(Instant at) {
        CategorisationPolicy active = activated.getFirst();
        for (CategorisationPolicy policy : activated) {
            if (!policy.effectiveFrom()
                    .atStartOfDay(WorkingDays.LONDON)
                    .toInstant()
                    .isAfter(at)) {
                active = policy;
            }
        }
        return active;
    }
}
