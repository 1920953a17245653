package uk.smartenergy.incident.api.categorisation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What distinguishes one policy from another: in what they say, and over all combinations of facts that the limbs of both can tell apart, in what they
 * decide. Exact, not sampled.
 *
 * @param combinations how many were tried
 * @param changed how many of them get another category
 * @param matrix where any do, how many, by category before and after
 */
public record PolicyDifferences(
        List<Limb> limbsAdded,
        List<Limb> limbsRemoved,
        List<LimbChange> limbsChanged,
        List<ThresholdChange> thresholds,
        List<Change> initialResponses,
        List<Change> resolutions,
        List<Change> cadences,
        List<Change> escalations,
        List<Change> told,
        long combinations,
        long changed,
        List<Cell> matrix) {

    /** A limb of the same code that is not the same. */
    public record LimbChange(Limb from, Limb to) {}

    /** A number of parties that only one of the two policies asks for. */
    public record ThresholdChange(int partiesPrevented, boolean before, boolean after) {}

    /** In words. */
    public record Change(Category category, String from, String to) {}

    /** @param example facts that get the one category by the one policy and the other by the other */
    public record Cell(Category from, Category to, long combinations, CategorisationFacts example) {}

    /** @throws IllegalArgumentException if both together tell too many combinations of facts apart */
    public static PolicyDifferences between(CategorisationPolicy one, CategorisationPolicy other) {
        Map<String, Limb> before = byCode(one);
        Map<String, Limb> after = byCode(other);
        List<Cell> matrix = matrix(one, other);
        return new PolicyDifferences(
                other.limbs().stream()
                        .filter(limb -> !before.containsKey(limb.code()))
                        .toList(),
                one.limbs().stream()
                        .filter(limb -> !after.containsKey(limb.code()))
                        .toList(),
                one.limbs().stream()
                        .flatMap(limb -> Optional.ofNullable(after.get(limb.code()))
                                .filter(now -> !now.equals(limb))
                                .map(now -> new LimbChange(limb, now))
                                .stream())
                        .toList(),
                thresholds(one, other),
                changes(
                        one,
                        other,
                        (policy, category) ->
                                policy.targetsOf(category).initialResponse().toString()),
                changes(
                        one,
                        other,
                        (policy, category) ->
                                policy.targetsOf(category).resolution().toString()),
                changes(one, other, PolicyDifferences::cadence),
                changes(one, other, PolicyDifferences::escalations),
                changes(
                        one,
                        other,
                        (policy, category) -> orNone(policy.told().getOrDefault(category, List.of()), who -> who)),
                matrix.stream().mapToLong(Cell::combinations).sum(),
                matrix.stream()
                        .filter(cell -> cell.from() != cell.to())
                        .mapToLong(Cell::combinations)
                        .sum(),
                matrix);
    }

    private static Map<String, Limb> byCode(CategorisationPolicy policy) {
        return policy.limbs().stream().collect(Collectors.toMap(Limb::code, Function.identity()));
    }

    private static List<ThresholdChange> thresholds(CategorisationPolicy one, CategorisationPolicy other) {
        List<Integer> before = thresholds(one);
        List<Integer> after = thresholds(other);
        return Stream.concat(before.stream(), after.stream())
                .distinct()
                .sorted()
                .filter(threshold -> before.contains(threshold) != after.contains(threshold))
                .map(threshold -> new ThresholdChange(threshold, before.contains(threshold), after.contains(threshold)))
                .toList();
    }

    private static List<Integer> thresholds(CategorisationPolicy policy) {
        return policy.limbs().stream()
                .flatMap(limb -> limb.when().singles())
                .filter(Condition.PartiesPreventedAtLeast.class::isInstance)
                .map(condition -> ((Condition.PartiesPreventedAtLeast) condition).threshold())
                .toList();
    }

    private interface Wording {
        String of(CategorisationPolicy policy, Category category);
    }

    private static List<Change> changes(CategorisationPolicy one, CategorisationPolicy other, Wording wording) {
        return Arrays.stream(Category.values())
                .map(category -> new Change(category, wording.of(one, category), wording.of(other, category)))
                .filter(change -> !change.from().equals(change.to()))
                .toList();
    }

    private static String cadence(CategorisationPolicy policy, Category category) {
        TargetTime cadence = policy.cadences().get(category);
        return cadence == null ? "on change" : cadence.toString();
    }

    private static String escalations(CategorisationPolicy policy, Category category) {
        return orNone(
                policy.escalations().getOrDefault(category, List.of()), rule -> rule.when() + " to " + rule.level());
    }

    private static <T> String orNone(List<T> some, Function<T, String> wording) {
        return some.isEmpty() ? "none" : some.stream().map(wording).collect(Collectors.joining(", "));
    }

    private static List<Cell> matrix(CategorisationPolicy one, CategorisationPolicy other) {
        List<Limb> both = new ArrayList<>(one.limbs());
        both.addAll(other.limbs());
        Map<Integer, Cell> cells = new TreeMap<>();
        new FactSpace(both).all().forEach(facts -> {
            Category before = one.categoryOf(facts);
            Category after = other.categoryOf(facts);
            cells.merge(
                    before.number() * 10 + after.number(),
                    new Cell(before, after, 1, facts),
                    (cell, more) -> new Cell(before, after, cell.combinations() + 1, cell.example()));
        });
        return List.copyOf(cells.values());
    }
}
