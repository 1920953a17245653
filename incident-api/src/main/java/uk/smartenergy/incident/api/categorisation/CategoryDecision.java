package uk.smartenergy.incident.api.categorisation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A category with the reasons for it. It is kept as it was made: a later policy never changes it.
 *
 * @param policyVersion the version it was made under, for example {@code dcc-reading}; {@code null} if decided elsewhere
 * @param facts the facts it was made from; {@code null} if decided elsewhere and none were given
 * @param limbs every limb of the policy, true or false, with the facts behind it; empty if decided elsewhere
 * @param reason in words, where a person decided
 */
public record CategoryDecision(
        Category category,
        Basis basis,
        @Nullable String policyVersion,
        @Nullable CategorisationFacts facts,
        List<LimbFinding> limbs,
        @Nullable String reason) {

    /** How a category came about. */
    public enum Basis {
        /** By a policy from facts. */
        POLICY,
        /** Decided outside this service and taken over with an import. */
        DECIDED_ELSEWHERE,
        /** By a ruling on a dispute; facts and policy version are those of the decision that was ruled on. */
        RULED
    }

    public CategoryDecision {
        limbs = List.copyOf(limbs);
    }

    public static CategoryDecision elsewhere(
            Category category, @Nullable CategorisationFacts facts, @Nullable String reason) {
        return new CategoryDecision(category, Basis.DECIDED_ELSEWHERE, null, facts, List.of(), reason);
    }

    /**
     * What became of one limb.
     *
     * @param limb the limb's code in the policy
     * @param text the limb as the policy words it
     */
    public record LimbFinding(String limb, Category category, String text, boolean met, List<FactFinding> facts) {
        public LimbFinding {
            facts = List.copyOf(facts);
        }
    }

    /**
     * One condition of a limb against one fact.
     *
     * @param fact the fact's name as in the API, for example {@code partiesPrevented}
     * @param condition what the limb asks of it, for example {@code at least 10}
     * @param value what it was
     */
    public record FactFinding(String fact, String condition, String value, boolean met) {}
}
