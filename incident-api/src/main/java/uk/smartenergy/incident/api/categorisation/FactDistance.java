package uk.smartenergy.incident.api.categorisation;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * How unlike two sets of facts are, counted and said fact by fact. Nearer are those in which fewer facts differ; among these, those that differ by
 * fewer steps.
 *
 * @param facts how many facts differ
 * @param steps by how much in all: places between ordered values, thresholds of the policy between two numbers, Business Processes that only one has
 * @param differs each fact that differs
 */
public record FactDistance(int facts, int steps, List<Difference> differs) implements Comparable<FactDistance> {
    private static final Comparator<FactDistance> NEAREST_FIRST =
            Comparator.comparingInt(FactDistance::facts).thenComparingInt(FactDistance::steps);

    public FactDistance {
        differs = List.copyOf(differs);
    }

    /**
     * @param fact its name as in the API
     * @param steps 0 where no limb could see the difference, as between two numbers with no threshold between them
     */
    public record Difference(String fact, String here, String there, int steps) {}

    /** @param thresholds of the policy for {@code partiesPrevented} */
    public static FactDistance between(
            CategorisationFacts here, CategorisationFacts there, Collection<Integer> thresholds) {
        List<Difference> differs = Arrays.stream(Fact.values())
                .filter(fact -> !fact.isSame(here, there))
                .map(fact -> new Difference(
                        fact.apiName(),
                        fact.valueIn(here),
                        fact.valueIn(there),
                        fact.stepsBetween(here, there, thresholds)))
                .toList();
        return new FactDistance(
                differs.size(), differs.stream().mapToInt(Difference::steps).sum(), differs);
    }

    @Override
    public int compareTo(FactDistance other) {
        return NEAREST_FIRST.compare(this, other);
    }
}
