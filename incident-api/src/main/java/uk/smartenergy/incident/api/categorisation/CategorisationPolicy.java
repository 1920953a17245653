package uk.smartenergy.incident.api.categorisation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import uk.smartenergy.incident.api.categorisation.CategoryDecision.Basis;
import uk.smartenergy.incident.api.categorisation.CategoryDecision.LimbFinding;
import uk.smartenergy.incident.api.shared.Required;

/**
 * A reading of the Code's table of Incident Categories: which facts make which category, and what each category promises. A value: the same
 * facts under the same version always give the same category. Not for asking which policy is in force.
 *
 * <p>Always true, or there is no such policy:
 *
 * <ul>
 *   <li>Any limb that is met is enough, and the gravest category of the limbs that are met is the category.
 *   <li>Every combination of facts meets at least one limb. Nothing falls through; what would must be caught by a limb that says so.
 *   <li>Every category has targets.
 * </ul>
 *
 * @param version its name for ever, for example {@code dcc-reading}
 * @param effectiveFrom the first day it may be applied from, in Europe/London
 * @param cadences how often an update to Interested Parties follows; absent: when something changes
 * @param escalations when an Incident of a category escalates by itself; absent: never
 * @param told who is told of an Incident of a category, in words; absent: nobody beside its raiser
 */
public record CategorisationPolicy(
        String version,
        String name,
        String description,
        LocalDate effectiveFrom,
        List<Limb> limbs,
        Map<Category, Targets> targets,
        Map<Category, TargetTime> cadences,
        Map<Category, List<EscalationRule>> escalations,
        Map<Category, List<String>> told) {

    /** What is said wherever figures from the Code are shown. */
    public static final String NOTE = "default, verify against the SEC in force";

    /** @throws IllegalArgumentException if it is not a policy, saying why; a hole is named */
    public CategorisationPolicy {
        Required.text(version, "version");
        Required.text(name, "name");
        limbs = List.copyOf(limbs);
        targets = Map.copyOf(targets);
        cadences = Map.copyOf(cadences);
        escalations = Map.copyOf(escalations);
        told = Map.copyOf(told);
        Set<String> codes = new HashSet<>();
        for (Limb limb : limbs) {
            if (!codes.add(limb.code())) {
                throw new IllegalArgumentException("Two limbs are called " + limb.code());
            }
        }
        for (Category category : Category.values()) {
            if (!targets.containsKey(category)) {
                throw new IllegalArgumentException("Category " + category.number() + " has no targets");
            }
        }
        List<Limb> decided = limbs;
        new FactSpace(limbs)
                .all()
                .filter(facts -> categoryOf(decided, facts).isEmpty())
                .findFirst()
                .ifPresent(facts -> {
                    throw new IllegalArgumentException("No limb decides on " + facts.inWords());
                });
    }

    /** The category with the reasons for it: every limb is judged and explained, also those that no longer matter. */
    public CategoryDecision decide(CategorisationFacts facts) {
        List<LimbFinding> findings =
                limbs.stream().map(limb -> limb.finding(facts)).toList();
        return new CategoryDecision(categoryOf(facts), Basis.POLICY, version, facts, findings, null);
    }

    /** The decision on an impact as it was assessed: the one way from facts to a category, in the present and in a replay of the past. */
    public CategoryDecision decide(Impact impact, List<String> businessProcesses) {
        return decide(CategorisationFacts.of(impact, businessProcesses));
    }

    public Category categoryOf(CategorisationFacts facts) {
        return categoryOf(limbs, facts)
                .orElseThrow(() -> new IllegalStateException("No limb decides on " + facts.inWords()));
    }

    private static Optional<Category> categoryOf(List<Limb> limbs, CategorisationFacts facts) {
        return limbs.stream()
                .filter(limb -> limb.isMetBy(facts))
                .map(Limb::category)
                .min(Category::compareTo);
    }

    /** {@code targets} for a category, which every policy has. */
    public Targets targetsOf(Category category) {
        Targets found = targets.get(category);
        if (found == null) {
            throw new IllegalStateException("Category " + category.number() + " has no targets");
        }
        return found;
    }

    /** The numbers of {@code partiesPrevented} from which a limb is met, rising. */
    public List<Integer> thresholds() {
        return new FactSpace(limbs).thresholds();
    }

    /**
     * For each other category that other facts could lead to: all the smallest sets of facts that would. Each fact of such a set is changed no further
     * than needed: no other value of the same facts on the way there leads to the same category. The Business Processes count as one fact
     * together, and where a limb names several that are alike to the whole policy, one stands for all. Fewest facts first, then gravest category.
     */
    public List<LeastChange> leastChanges(CategorisationFacts facts) {
        Category standing = categoryOf(facts);
        Map<Category, List<Candidate>> least = new EnumMap<>(Category.class);
        for (CategorisationFacts other : new FactSpace(limbs).around(facts)) {
            Category category = categoryOf(other);
            if (category != standing) {
                keepIfLeast(least, new Candidate(new LeastChange(category, changes(facts, other)), other));
            }
        }
        return least.values().stream()
                .flatMap(candidates -> candidates.stream()
                        .filter(candidate ->
                                candidates.stream().noneMatch(rival -> rival.isOnTheWay(facts, candidate))))
                .map(Candidate::change)
                .sorted(Comparator.comparingInt(
                        (LeastChange change) -> change.changes().size()))
                .toList();
    }

    private static void keepIfLeast(Map<Category, List<Candidate>> least, Candidate candidate) {
        List<Candidate> soFar = least.computeIfAbsent(candidate.change().category(), any -> new ArrayList<>());
        int size = candidate.change().changes().size();
        int fewest =
                soFar.isEmpty() ? size : soFar.getFirst().change().changes().size();
        if (size < fewest) {
            soFar.clear();
        }
        if (size <= fewest) {
            soFar.add(candidate);
        }
    }

    /** @param facts as changed */
    private record Candidate(LeastChange change, CategorisationFacts facts) {

        /** Whether this one is reached on the way from those facts to the other one. */
        boolean isOnTheWay(CategorisationFacts from, Candidate other) {
            return this != other
                    && Arrays.stream(Fact.values()).allMatch(fact -> fact.isBetween(from, facts, other.facts));
        }
    }

    private static List<LeastChange.FactChange> changes(CategorisationFacts from, CategorisationFacts to) {
        return Arrays.stream(Fact.values())
                .filter(fact -> !fact.valueIn(from).equals(fact.valueIn(to)))
                .map(fact -> new LeastChange.FactChange(fact.apiName(), fact.valueIn(from), fact.valueIn(to)))
                .toList();
    }
}
