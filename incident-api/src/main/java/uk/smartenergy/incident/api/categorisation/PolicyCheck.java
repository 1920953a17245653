package uk.smartenergy.incident.api.categorisation;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What there is to say of a set of limbs, found by trying every combination of facts that they can tell apart: exact, not sampled.
 *
 * @param combinations how many were tried
 * @param undecided how many of them no limb decides on
 * @param holes those, put together so far as they differ in nothing that matters; at most 50
 * @param overlaps limbs of different categories that the same facts meet; the gravest wins
 * @param neverDecide limbs that no combination gets its category by
 * @param thresholds of partiesPrevented, rising
 */
public record PolicyCheck(
        long combinations,
        long undecided,
        List<Hole> holes,
        List<Overlap> overlaps,
        List<NeverDecides> neverDecide,
        List<Threshold> thresholds) {
    private static final int MOST_HOLES = 50;

    public PolicyCheck {
        holes = List.copyOf(holes);
        overlaps = List.copyOf(overlaps);
        neverDecide = List.copyOf(neverDecide);
        thresholds = List.copyOf(thresholds);
    }

    /**
     * Facts that no limb decides on.
     *
     * @param facts by the fact's name: the values for which it is so; a fact that is not there does not matter
     */
    public record Hole(Map<String, List<String>> facts, long combinations, CategorisationFacts example) {
        /** For a person. */
        public String inWords() {
            return "No limb decides on "
                    + (facts.isEmpty()
                            ? "anything"
                            : facts.entrySet().stream()
                                    .map(fact -> fact.getKey() + " " + String.join(" or ", fact.getValue()))
                                    .collect(joining(", ")))
                    + (facts.size() < Fact.values().length && !facts.isEmpty() ? ", whatever the other facts" : "");
        }
    }

    /** @param limb the graver one, which wins */
    public record Overlap(
            String limb,
            Category category,
            String alsoMet,
            Category categoryOfAlsoMet,
            long combinations,
            CategorisationFacts example) {}

    /** @param why in words */
    public record NeverDecides(String limb, Category category, String why) {}

    /** @param limbs the codes of those that ask for at least so many */
    public record Threshold(int partiesPrevented, List<String> limbs) {}

    /** Whether every combination is decided. */
    public boolean isSound() {
        return undecided == 0;
    }

    /** @throws IllegalArgumentException if the limbs tell too many combinations of facts apart */
    public static PolicyCheck of(Collection<Limb> limbs) {
        return new Trial(List.copyOf(limbs)).check();
    }

    /** Why limbs make no policy, each reason in words; empty: they do. */
    public static List<String> faultsOf(Collection<Limb> limbs) {
        try {
            PolicyCheck check = of(limbs);
            List<String> faults = new ArrayList<>();
            check.holes().forEach(hole -> faults.add(hole.inWords()));
            long named = check.holes().stream().mapToLong(Hole::combinations).sum();
            if (check.undecided() > named) {
                faults.add("No limb decides on " + (check.undecided() - named) + " other combinations of facts");
            }
            return faults;
        } catch (IllegalArgumentException tooMany) {
            return List.of(String.valueOf(tooMany.getMessage()));
        }
    }

    /** All combinations, and which limbs each meets. */
    private static final class Trial {
        private final List<Limb> limbs;
        private final FactSpace space;
        private final int size;
        private final List<BitSet> met = new ArrayList<>();

        Trial(List<Limb> limbs) {
            this.limbs = limbs;
            this.space = new FactSpace(limbs);
            this.size = Math.toIntExact(space.size());
            limbs.forEach(limb -> met.add(new BitSet(size)));
            for (int number = 0; number < size; number++) {
                CategorisationFacts facts = space.at(number);
                for (int limb = 0; limb < limbs.size(); limb++) {
                    met.get(limb).set(number, limbs.get(limb).isMetBy(facts));
                }
            }
        }

        PolicyCheck check() {
            BitSet undecided = new BitSet(size);
            undecided.set(0, size);
            met.forEach(undecided::andNot);
            return new PolicyCheck(
                    size, undecided.cardinality(), holes(undecided), overlaps(), neverDecide(), thresholds());
        }

        private List<Hole> holes(BitSet undecided) {
            List<Hole> holes = new ArrayList<>();
            BitSet left = (BitSet) undecided.clone();
            while (!left.isEmpty() && holes.size() < MOST_HOLES) {
                int first = left.nextSetBit(0);
                List<BitSet> box = widest(first, left);
                BitSet within = within(box);
                holes.add(new Hole(facts(box), within.cardinality(), space.at(first)));
                left.andNot(within);
            }
            return holes;
        }

        /** The values of each dimension around a combination, as many as all lie in the hole. */
        private List<BitSet> widest(int number, BitSet hole) {
            int[] places = space.placesOf(number);
            int[] sizes = space.dimensions();
            List<BitSet> box = new ArrayList<>();
            for (int place : places) {
                BitSet values = new BitSet();
                values.set(place);
                box.add(values);
            }
            // The level last: whoever reads it expects that first, and of its own.
            for (int i = sizes.length - 1; i >= 0; i--) {
                for (int value = 0; value < sizes[i]; value++) {
                    List<BitSet> slab = new ArrayList<>(box);
                    BitSet one = new BitSet();
                    one.set(value);
                    slab.set(i, one);
                    BitSet outside = within(slab);
                    outside.andNot(hole);
                    if (outside.isEmpty()) {
                        box.get(i).set(value);
                    }
                }
            }
            return box;
        }

        private BitSet within(List<BitSet> box) {
            BitSet numbers = new BitSet(size);
            addAll(box, 0, new int[box.size()], numbers);
            return numbers;
        }

        private void addAll(List<BitSet> box, int dimension, int[] places, BitSet numbers) {
            if (dimension == places.length) {
                numbers.set(space.numberOf(places));
                return;
            }
            box.get(dimension).stream().forEach(place -> {
                places[dimension] = place;
                addAll(box, dimension + 1, places, numbers);
            });
        }

        private Map<String, List<String>> facts(List<BitSet> box) {
            Map<String, List<String>> facts = new LinkedHashMap<>();
            int[] sizes = space.dimensions();
            for (int i = 0; i < sizes.length; i++) {
                int dimension = i;
                if (box.get(i).cardinality() < sizes[i]) {
                    List<String> values = box.get(i).stream()
                            .mapToObj(place -> space.valueAt(dimension, place))
                            .toList();
                    facts.computeIfAbsent(space.factOf(i).apiName(), any -> new ArrayList<>())
                            .add(String.join(" or ", values));
                }
            }
            return facts;
        }

        private List<Overlap> overlaps() {
            List<Overlap> overlaps = new ArrayList<>();
            for (int one = 0; one < limbs.size(); one++) {
                for (int other = 0; other < limbs.size(); other++) {
                    Limb graver = limbs.get(one);
                    Limb lesser = limbs.get(other);
                    if (graver.category().compareTo(lesser.category()) < 0
                            && met.get(one).intersects(met.get(other))) {
                        BitSet both = (BitSet) met.get(one).clone();
                        both.and(met.get(other));
                        overlaps.add(new Overlap(
                                graver.code(),
                                graver.category(),
                                lesser.code(),
                                lesser.category(),
                                both.cardinality(),
                                space.at(both.nextSetBit(0))));
                    }
                }
            }
            return overlaps;
        }

        private List<NeverDecides> neverDecide() {
            List<NeverDecides> never = new ArrayList<>();
            for (int i = 0; i < limbs.size(); i++) {
                Limb limb = limbs.get(i);
                BitSet alone = (BitSet) met.get(i).clone();
                for (int other = 0; other < limbs.size(); other++) {
                    if (limbs.get(other).category().compareTo(limb.category()) < 0) {
                        alone.andNot(met.get(other));
                    }
                }
                if (alone.isEmpty()) {
                    never.add(new NeverDecides(
                            limb.code(),
                            limb.category(),
                            met.get(i).isEmpty()
                                    ? "No facts meet it"
                                    : "Whatever facts meet it meet a limb of a graver category too"));
                }
            }
            return never;
        }

        private List<Threshold> thresholds() {
            Map<Integer, List<String>> limbsAt = new TreeMap<>();
            limbs.forEach(limb -> limb.when()
                    .singles()
                    .filter(Condition.PartiesPreventedAtLeast.class::isInstance)
                    .map(Condition.PartiesPreventedAtLeast.class::cast)
                    .map(Condition.PartiesPreventedAtLeast::threshold)
                    .distinct()
                    .forEach(threshold -> limbsAt.computeIfAbsent(threshold, any -> new ArrayList<>())
                            .add(limb.code())));
            return limbsAt.entrySet().stream()
                    .map(entry -> new Threshold(entry.getKey(), List.copyOf(entry.getValue())))
                    .toList();
        }
    }
}
