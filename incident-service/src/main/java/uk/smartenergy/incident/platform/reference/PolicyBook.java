package uk.smartenergy.incident.platform.reference;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.categorisation.CategorisationPolicy;
import uk.smartenergy.incident.api.categorisation.PolicyEvent;
import uk.smartenergy.incident.api.categorisation.PolicyRegister;

/** The versions of the categorisation policy, and which of them is in force when: the register, for quick looks at instants. */
public final class PolicyBook {
    private final PolicyRegister register;
    /** The earliest first; never empty. */
    private final List<InForce> periods = new ArrayList<>();

    /** When activations and new contents were recorded, rising. */
    private final TreeSet<Instant> changes = new TreeSet<>();
    /** The book as it was after each of them that was asked for; before the first: after {@link Instant#MIN}. */
    private final Map<Instant, PolicyBook> before = new ConcurrentHashMap<>();

    /** @param from {@code null}: since ever */
    private record InForce(@Nullable Instant from, CategorisationPolicy policy) {}

    public PolicyBook(PolicyRegister register) {
        this.register = register;
        changes.addAll(register.changes());
        for (PolicyRegister.Period period : register.inForce()) {
            LocalDate from = period.from();
            CategorisationPolicy policy = find(period.version()).orElseThrow();
            periods.add(new InForce(
                    from == null ? null : from.atStartOfDay(WorkingDays.LONDON).toInstant(), policy));
        }
        if (periods.isEmpty()) {
            throw new IllegalArgumentException("One categorisation policy must be active");
        }
    }

    /**
     * As files and settings have it.
     *
     * @param activated those to be applied, each from its effective date until the next one's
     */
    public PolicyBook(List<CategorisationPolicy> all, List<CategorisationPolicy> activated) {
        this(registered(all, activated));
    }

    private static PolicyRegister registered(List<CategorisationPolicy> all, List<CategorisationPolicy> activated) {
        List<String> settings =
                activated.stream().map(CategorisationPolicy::version).toList();
        PolicyRegister register = PolicyRegister.EMPTY;
        for (PolicyEvent event : register.missing(all, settings)) {
            register = register.after(event, 0, Instant.EPOCH);
        }
        return register;
    }

    public List<CategorisationPolicy> all() {
        return register.versions().stream().map(PolicyRegister.Version::policy).toList();
    }

    /** What is to be in force by the settings alone. */
    public List<String> configured() {
        return register.configured();
    }

    public Optional<CategorisationPolicy> find(String version) {
        return register.find(version).map(PolicyRegister.Version::policy);
    }

    /** That version as it was on record then; as it was first if it was not there yet. */
    public Optional<CategorisationPolicy> find(String version, Instant recordedAt) {
        return register.find(version).map(found -> found.policy(recordedAt));
    }

    /** The policy in force then. Before the earliest took effect it is the earliest, so that every history can be categorised. */
    public CategorisationPolicy activeAt(Instant at) {
        CategorisationPolicy active = periods.getFirst().policy();
        for (InForce period : periods) {
            Instant from = period.from();
            if (from != null && !from.isAfter(at)) {
                active = period.policy();
            }
        }
        return active;
    }

    /**
     * The policy in force at one instant, as it was on record at another: what was activated or changed since does not count. What the settings name
     * counts always.
     */
    public CategorisationPolicy activeAt(Instant at, Instant recordedAt) {
        if (changes.higher(recordedAt) == null) {
            return activeAt(at);
        }
        Instant last = Objects.requireNonNullElse(changes.floor(recordedAt), Instant.MIN);
        return before.computeIfAbsent(last, any -> new PolicyBook(register.asRecordedAt(any)))
                .activeAt(at);
    }
}
