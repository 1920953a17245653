package uk.smartenergy.incident.api.categorisation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.categorisation.PolicyEvent.*;

/**
 * All that is on record of the categorisation policies: every version with its revisions, and which is in force when. A value that events lead from one
 * to the next; deciding and reading go by the same. Days are days in Europe/London.
 *
 * <ul>
 *   <li>In force on a day is the version that was activated from the latest day up to it; of two from the same day the one recorded last.
 *   <li>What the settings name counts as activated from its first day on, before all that was activated from the same day otherwise.
 *   <li>A retired version does not count from its day of retirement on.
 *   <li>On days before all of them is in force what is on the first day, so that every history can be categorised.
 * </ul>
 */
public final class PolicyRegister {
    public static final PolicyRegister EMPTY = new PolicyRegister(Map.of(), List.of(), List.of());

    private final Map<String, Version> versions;
    private final List<Activation> activations;
    private final List<String> configured;

    private PolicyRegister(Map<String, Version> versions, List<Activation> activations, List<String> configured) {
        this.versions = versions;
        this.activations = List.copyOf(activations);
        this.configured = List.copyOf(configured);
    }

    public enum Origin {
        FILE,
        API
    }

    /** A content that a version had. @param number from 1 */
    public record Revision(int number, CategorisationPolicy policy, Instant recordedAt) {}

    /** @param change the number of the last event about it, its entity tag */
    public record Version(
            List<Revision> revisions,
            Origin origin,
            long change,
            @Nullable LocalDate retiredFrom,
            @Nullable String retiredBecause) {
        public Version {
            revisions = List.copyOf(revisions);
        }

        public String name() {
            return policy().version();
        }

        /** As it reads now. */
        public CategorisationPolicy policy() {
            return revisions.getLast().policy();
        }

        /** As it read then; as it read first if it was not there yet. */
        public CategorisationPolicy policy(Instant recordedAt) {
            CategorisationPolicy then = revisions.getFirst().policy();
            for (Revision revision : revisions) {
                if (!revision.recordedAt().isAfter(recordedAt)) {
                    then = revision.policy();
                }
            }
            return then;
        }

        private Version with(CategorisationPolicy policy, int number, Origin origin, long change, Instant at) {
            List<Revision> all = new ArrayList<>(revisions);
            all.add(new Revision(number, policy, at));
            return new Version(all, origin, change, retiredFrom, retiredBecause);
        }

        private Version asRecordedAt(Instant instant) {
            List<Revision> then = new ArrayList<>(revisions.subList(0, 1));
            revisions.stream()
                    .skip(1)
                    .filter(revision -> !revision.recordedAt().isAfter(instant))
                    .forEach(then::add);
            return new Version(then, origin, change, retiredFrom, retiredBecause);
        }

        private Version changed(long change) {
            return new Version(revisions, origin, change, retiredFrom, retiredBecause);
        }

        private boolean isRetiredOn(LocalDate day) {
            return retiredFrom != null && !retiredFrom.isAfter(day);
        }
    }

    /** @param configured whether by the settings */
    public record Activation(
            String version,
            LocalDate from,
            @Nullable String reason,
            boolean configured,
            @Nullable Instant recordedAt) {}

    /**
     * @param from the first day; {@code null}: since ever
     * @param to the last day; {@code null}: until further notice
     */
    public record Period(
            String version,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {}

    /** What stands after an event. @param change its number */
    public PolicyRegister after(PolicyEvent event, long change, Instant recordedAt) {
        return switch (event) {
            case PolicyGiven given -> holding(given.policy(), given.revision(), Origin.FILE, change, recordedAt);
            case PolicyDrafted drafted -> holding(drafted.policy(), 1, Origin.API, change, recordedAt);
            case DraftChanged changed -> holding(changed.policy(), changed.revision(), Origin.API, change, recordedAt);
            case PolicyActivated activated -> {
                List<Activation> all = new ArrayList<>(activations);
                all.add(new Activation(activated.version(), activated.from(), activated.reason(), false, recordedAt));
                yield new PolicyRegister(with(need(activated.version()).changed(change)), all, configured);
            }
            case PolicyRetired retired -> {
                Version version = need(retired.version());
                yield new PolicyRegister(
                        with(new Version(
                                version.revisions(), version.origin(), change, retired.from(), retired.reason())),
                        activations,
                        configured);
            }
            case PoliciesConfigured now -> new PolicyRegister(versions, activations, now.versions());
        };
    }

    private PolicyRegister holding(
            CategorisationPolicy policy, int revision, Origin origin, long change, Instant recordedAt) {
        Version known = versions.get(policy.version());
        Version then = known == null
                ? new Version(List.of(new Revision(revision, policy, recordedAt)), origin, change, null, null)
                : known.with(policy, revision, origin, change, recordedAt);
        return new PolicyRegister(with(then), activations, configured);
    }

    private Map<String, Version> with(Version version) {
        Map<String, Version> all = new LinkedHashMap<>(versions);
        all.put(version.name(), version);
        return all;
    }

    private Version need(String version) {
        return find(version).orElseThrow(() -> new IllegalStateException("Nothing is on record of " + version));
    }

    /** When versions got another content, or were activated by somebody, in no order. */
    public Set<Instant> changes() {
        return Stream.concat(
                        versions.values().stream()
                                .flatMap(version -> version.revisions().stream().skip(1))
                                .map(Revision::recordedAt),
                        activations.stream().flatMap(activation -> Stream.ofNullable(activation.recordedAt())))
                .collect(Collectors.toSet());
    }

    /** Without the contents and the activations that were recorded after that instant; the first content of a version stays. */
    public PolicyRegister asRecordedAt(Instant instant) {
        Map<String, Version> then = new LinkedHashMap<>();
        versions.forEach((name, version) -> then.put(name, version.asRecordedAt(instant)));
        return new PolicyRegister(
                then,
                activations.stream()
                        .filter(activation -> activation.recordedAt() == null
                                || !activation.recordedAt().isAfter(instant))
                        .toList(),
                configured);
    }

    /** In the order in which they were recorded first. */
    public Collection<Version> versions() {
        return List.copyOf(versions.values());
    }

    public Optional<Version> find(String version) {
        return Optional.ofNullable(versions.get(version));
    }

    /** What the settings name. */
    public List<String> configured() {
        return configured;
    }

    /** All that can be in force, in the order in which one counts before the other at equal days: the last wins. */
    public List<Activation> activations() {
        return Stream.concat(
                        configured.stream()
                                .flatMap(version -> find(version).stream())
                                .map(version -> new Activation(
                                        version.name(), version.policy().effectiveFrom(), null, true, null)),
                        activations.stream())
                .toList();
    }

    /** Those of one version. */
    public List<Activation> activationsOf(String version) {
        return activations().stream()
                .filter(activation -> activation.version().equals(version))
                .toList();
    }

    /** The version in force on that day; empty only if none was ever activated. */
    public Optional<Version> inForceOn(LocalDate day) {
        return latest(day)
                .or(() -> earliest(activations().stream().filter(activation -> !isRetired(activation, day))))
                .or(() -> earliest(activations().stream()))
                .map(activation -> need(activation.version()));
    }

    /** What was activated from the latest day up to that one, and is not retired on it. */
    public Optional<Activation> latest(LocalDate day) {
        return activations().stream()
                .filter(activation -> !activation.from().isAfter(day) && !isRetired(activation, day))
                .reduce((one, other) -> other.from().isBefore(one.from()) ? one : other);
    }

    private static Optional<Activation> earliest(Stream<Activation> some) {
        return some.reduce((one, other) -> other.from().isAfter(one.from()) ? one : other);
    }

    private boolean isRetired(Activation activation, LocalDate day) {
        return need(activation.version()).isRetiredOn(day);
    }

    /** Whether some version is in force on that day and on all days after it. */
    public boolean decidesFrom(LocalDate day) {
        return Stream.concat(Stream.of(day), turningDays().stream())
                .filter(turning -> !turning.isBefore(day))
                .allMatch(turning -> latest(turning).isPresent());
    }

    /** Days on which what is in force may change, rising. */
    private TreeSet<LocalDate> turningDays() {
        TreeSet<LocalDate> days = new TreeSet<>();
        activations().forEach(activation -> days.add(activation.from()));
        versions.values().forEach(version -> {
            if (version.retiredFrom() != null) {
                days.add(version.retiredFrom());
            }
        });
        return days;
    }

    /** Which version is in force when, without a gap, the earliest first. */
    public List<Period> inForce() {
        List<Period> periods = new ArrayList<>();
        for (LocalDate day : turningDays()) {
            String version = inForceOn(day).map(Version::name).orElse("");
            if (periods.isEmpty()) {
                periods.add(new Period(version, null, null));
            } else if (!periods.getLast().version().equals(version)) {
                Period before = periods.removeLast();
                periods.add(new Period(before.version(), before.from(), day.minusDays(1)));
                periods.add(new Period(version, day, null));
            }
        }
        String first = turningDays().isEmpty()
                ? ""
                : inForceOn(turningDays().first().minusDays(1))
                        .map(Version::name)
                        .orElse("");
        if (!periods.isEmpty() && !periods.getFirst().version().equals(first)) {
            Period second = periods.removeFirst();
            LocalDate turning = turningDays().first();
            periods.addFirst(new Period(second.version(), turning, second.to()));
            periods.addFirst(new Period(first, null, turning.minusDays(1)));
        }
        return periods;
    }

    public PolicyState stateOf(Version version, LocalDate day) {
        if (version.isRetiredOn(day)) {
            return PolicyState.RETIRED;
        }
        if (inForceOn(day).filter(version::equals).isPresent()) {
            return PolicyState.ACTIVE;
        }
        List<Activation> own = activationsOf(version.name());
        if (!own.isEmpty()) {
            return own.stream().allMatch(activation -> activation.from().isAfter(day))
                    ? PolicyState.SCHEDULED
                    : PolicyState.SUPERSEDED;
        }
        if (version.retiredFrom() != null) {
            return PolicyState.RETIRED;
        }
        return version.origin() == Origin.FILE ? PolicyState.AVAILABLE : PolicyState.DRAFT;
    }

    /** Whether it was written through the API and has never been activated or retired. */
    public boolean isDraft(Version version) {
        return version.origin() == Origin.API
                && version.retiredFrom() == null
                && activationsOf(version.name()).isEmpty();
    }

    /** What of these files and settings is not on record as last recorded: the events that would record it. */
    public List<PolicyEvent> missing(List<CategorisationPolicy> policies, List<String> settings) {
        List<PolicyEvent> events = new ArrayList<>();
        for (CategorisationPolicy policy : policies) {
            Optional<Version> known = find(policy.version());
            if (known.map(Version::policy).filter(policy::equals).isEmpty()) {
                int last = known.map(version -> version.revisions().getLast().number())
                        .orElse(0);
                events.add(new PolicyGiven(policy, last + 1));
            }
        }
        if (!configured.equals(settings)) {
            events.add(new PoliciesConfigured(settings));
        }
        return events;
    }
}
