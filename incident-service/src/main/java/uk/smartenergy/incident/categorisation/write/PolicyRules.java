package uk.smartenergy.incident.categorisation.write;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.categorisation.CategorisationPolicy;
import uk.smartenergy.incident.api.categorisation.PolicyCommand;
import uk.smartenergy.incident.api.categorisation.PolicyCommand.*;
import uk.smartenergy.incident.api.categorisation.PolicyEvent;
import uk.smartenergy.incident.api.categorisation.PolicyEvent.*;
import uk.smartenergy.incident.api.categorisation.PolicyRegister;
import uk.smartenergy.incident.api.categorisation.PolicyRegister.Activation;
import uk.smartenergy.incident.api.categorisation.PolicyRegister.Version;
import uk.smartenergy.incident.api.shared.Refusal;
import uk.smartenergy.incident.api.shared.Refusal.Kind;
import uk.smartenergy.incident.platform.reference.WorkingDays;

/**
 * What a command about policies leads to: events, a refusal, or nothing if it changes nothing.
 *
 * <ul>
 *   <li>A version's name is used once. Only a draft's content changes, unless its file does.
 *   <li>A version is in force at the earliest from its own first day.
 *   <li>What is retired is never activated again, and something is always in force.
 * </ul>
 */
public final class PolicyRules {
    private PolicyRules() {}

    /** @param expected the number of the version's last change that the caller has seen; {@code null}: whichever stands */
    public static List<PolicyEvent> decide(
            PolicyRegister register, PolicyCommand command, @Nullable Long expected, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, WorkingDays.LONDON);
        return switch (command) {
            case DraftPolicy draft -> draft(register, draft.policy());
            case ChangeDraft change -> change(register, change.policy(), expected);
            case ActivatePolicy activate -> activate(register, activate, expected, today);
            case RetirePolicy retire -> retire(register, retire, expected, today);
            case SeedPolicies seed -> register.missing(seed.policies(), seed.configured());
        };
    }

    private static List<PolicyEvent> draft(PolicyRegister register, CategorisationPolicy policy) {
        if (register.find(policy.version()).isPresent()) {
            throw new Refusal(
                    Kind.CONFLICT,
                    "VERSION_TAKEN",
                    "There is a policy " + policy.version()
                            + " already; change it if it is a draft, or take another name.",
                    Map.of("version", policy.version()));
        }
        return List.of(new PolicyDrafted(policy));
    }

    private static List<PolicyEvent> change(
            PolicyRegister register, CategorisationPolicy policy, @Nullable Long expected) {
        Version version = existing(register, policy.version(), expected);
        if (!register.isDraft(version)) {
            throw new Refusal(
                    Kind.CONFLICT,
                    "POLICY_NOT_DRAFT",
                    policy.version() + " is no draft, so that its content stands; draft another version.",
                    Map.of("version", policy.version()));
        }
        return version.policy().equals(policy)
                ? List.of()
                : List.of(new DraftChanged(policy, version.revisions().getLast().number() + 1));
    }

    private static List<PolicyEvent> activate(
            PolicyRegister register, ActivatePolicy activate, @Nullable Long expected, LocalDate today) {
        Version version = existing(register, activate.version(), expected);
        if (version.retiredFrom() != null) {
            throw new Refusal(
                    Kind.CONFLICT,
                    "POLICY_RETIRED",
                    activate.version() + " is retired from " + version.retiredFrom() + " and cannot be activated.",
                    Map.of("state", "RETIRED"));
        }
        LocalDate first = version.policy().effectiveFrom();
        LocalDate from = activate.from();
        if (from == null) {
            LocalDate earliest = first.isAfter(today) ? first : today;
            return isInForceByActivation(register, version, earliest)
                    ? List.of()
                    : List.of(new PolicyActivated(activate.version(), earliest, activate.reason()));
        }
        if (from.isBefore(first)) {
            throw new Refusal(
                    Kind.INVALID,
                    "ACTIVATED_TOO_EARLY",
                    activate.version() + " may be applied from " + first + " on, not from " + from + ".",
                    Map.of("pointer", "/from"));
        }
        return isLastOf(register, version, from)
                ? List.of()
                : List.of(new PolicyActivated(activate.version(), from, activate.reason()));
    }

    private static boolean isInForceByActivation(PolicyRegister register, Version version, LocalDate day) {
        return register.latest(day)
                .filter(latest -> !latest.configured() && latest.version().equals(version.name()))
                .isPresent();
    }

    /** Whether nothing else was activated from that day since. */
    private static boolean isLastOf(PolicyRegister register, Version version, LocalDate from) {
        return register.activations().stream()
                .filter(activation ->
                        !activation.configured() && activation.from().equals(from))
                .reduce((earlier, later) -> later)
                .map(Activation::version)
                .filter(version.name()::equals)
                .isPresent();
    }

    private static List<PolicyEvent> retire(
            PolicyRegister register, RetirePolicy retire, @Nullable Long expected, LocalDate today) {
        Version version = existing(register, retire.version(), expected);
        LocalDate from = retire.from() == null ? today : retire.from();
        if (version.retiredFrom() != null) {
            if (retire.from() == null || version.retiredFrom().equals(from)) {
                return List.of();
            }
            throw new Refusal(
                    Kind.CONFLICT,
                    "POLICY_RETIRED",
                    retire.version() + " is retired from " + version.retiredFrom() + " already.",
                    Map.of("state", "RETIRED"));
        }
        PolicyRetired retired = new PolicyRetired(retire.version(), from, retire.reason());
        if (!register.after(retired, version.change(), Instant.EPOCH).decidesFrom(from)) {
            throw new Refusal(
                    Kind.CONFLICT,
                    "NOTHING_ELSE_IN_FORCE",
                    "Without " + retire.version() + " no policy would be in force on some day from " + from
                            + " on; activate another one first.",
                    Map.of("version", retire.version()));
        }
        return List.of(retired);
    }

    private static Version existing(PolicyRegister register, String name, @Nullable Long expected) {
        Version version = register.find(name)
                .orElseThrow(() ->
                        new Refusal(Kind.NOT_FOUND, "POLICY_NOT_FOUND", "There is no policy " + name + ".", Map.of()));
        if (expected != null && expected != version.change()) {
            throw new Refusal(
                    Kind.STALE,
                    "STALE_VERSION",
                    "You have seen change " + expected + " of " + name + "; it is at " + version.change() + " now.",
                    Map.of("version", Long.toString(version.change())));
        }
        return version;
    }
}
