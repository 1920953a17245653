package uk.smartenergy.incident.api.categorisation;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toCollection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * All combinations of facts that a set of limbs can tell apart. It is finite: a number matters only by the thresholds it reaches, and a Business
 * Process only by the conditions that name it.
 */
final class FactSpace {
    /** More than any sensible policy has; enumerating must stay quick. */
    private static final long MOST_COMBINATIONS = 500_000;

    /** Those that have a dimension each; the Business Processes have one for each kind. */
    private static final int FACTS = Fact.values().length - 1;

    private static final List<Boolean> BOTH = List.of(false, true);

    /** Rising. */
    private final List<Integer> thresholds;
    /** Business Processes that always occur together in conditions; one stands for all of its kind. */
    private final List<SortedSet<String>> kindsOfProcess;

    FactSpace(Collection<Limb> limbs) {
        List<Condition.Single> conditions =
                limbs.stream().flatMap(limb -> limb.when().singles()).toList();
        thresholds = conditions.stream()
                .flatMap(condition -> condition instanceof Condition.PartiesPreventedAtLeast atLeast
                        ? Stream.of(atLeast.threshold())
                        : Stream.empty())
                .distinct()
                .sorted()
                .toList();
        kindsOfProcess = kindsOfProcess(conditions);
        if (kindsOfProcess.size() > 16 || size() > MOST_COMBINATIONS) {
            throw new IllegalArgumentException(
                    "The policy tells too many combinations of facts apart: use fewer thresholds or Business Processes");
        }
    }

    private static List<SortedSet<String>> kindsOfProcess(List<Condition.Single> conditions) {
        Map<String, List<Integer>> namedBy = new TreeMap<>();
        IntStream.range(0, conditions.size()).forEach(i -> {
            if (conditions.get(i) instanceof Condition.BusinessProcessesInclude include) {
                include.anyOf()
                        .forEach(process -> namedBy.computeIfAbsent(process, any -> new ArrayList<>())
                                .add(i));
            }
        });
        return List.copyOf(namedBy.keySet().stream()
                .collect(groupingBy(
                        process -> String.valueOf(namedBy.get(process)),
                        LinkedHashMap::new,
                        toCollection(TreeSet<String>::new)))
                .values());
    }

    List<Integer> thresholds() {
        return thresholds;
    }

    long size() {
        return (long) ImpactLevel.values().length
                        * (thresholds.size() + 1)
                        * 4
                        * DataLoss.values().length
                        * FinancialImpact.values().length
                << kindsOfProcess.size();
    }

    /** Every combination, each by one that stands for all that no limb can tell from it. */
    Stream<CategorisationFacts> all() {
        return IntStream.range(0, Math.toIntExact(size())).mapToObj(this::at);
    }

    /** The combination of that number, from 0. */
    CategorisationFacts at(int number) {
        int[] at = placesOf(number);
        List<String> processes = new ArrayList<>();
        for (int kind = 0; kind < kindsOfProcess.size(); kind++) {
            if (at[FACTS + kind] == 1) {
                processes.add(kindsOfProcess.get(kind).first());
            }
        }
        return new CategorisationFacts(
                ImpactLevel.values()[at[0]],
                at[1] == 0 ? 0 : thresholds.get(at[1] - 1),
                BOTH.get(at[2]),
                BOTH.get(at[3]),
                DataLoss.values()[at[4]],
                FinancialImpact.values()[at[5]],
                processes);
    }

    /** How many values each dimension has: the facts in their order, then for each kind of Business Process without and with. */
    int[] dimensions() {
        int[] sizes = new int[FACTS + kindsOfProcess.size()];
        Arrays.fill(sizes, 2);
        sizes[0] = ImpactLevel.values().length;
        sizes[1] = thresholds.size() + 1;
        sizes[4] = DataLoss.values().length;
        sizes[5] = FinancialImpact.values().length;
        return sizes;
    }

    /** Where a combination stands in each dimension. */
    int[] placesOf(int number) {
        int[] sizes = dimensions();
        int[] places = new int[sizes.length];
        int rest = number;
        for (int i = sizes.length - 1; i >= 0; i--) {
            places[i] = rest % sizes[i];
            rest /= sizes[i];
        }
        return places;
    }

    int numberOf(int[] places) {
        int[] sizes = dimensions();
        int number = 0;
        for (int i = 0; i < sizes.length; i++) {
            number = number * sizes[i] + places[i];
        }
        return number;
    }

    Fact factOf(int dimension) {
        return dimension < FACTS ? Fact.values()[dimension] : Fact.BUSINESS_PROCESSES;
    }

    /** What stands at that place of a dimension, in words. */
    String valueAt(int dimension, int place) {
        return switch (dimension) {
            case 0 -> ImpactLevel.values()[place].name();
            case 1 -> band(place);
            case 2, 3 -> BOTH.get(place).toString();
            case 4 -> DataLoss.values()[place].name();
            case 5 -> FinancialImpact.values()[place].name();
            default -> (place == 0 ? "without " : "with ") + String.join(" or ", kindsOfProcess.get(dimension - FACTS));
        };
    }

    private String band(int place) {
        int from = place == 0 ? 0 : thresholds.get(place - 1);
        if (place == thresholds.size()) {
            return from + " or more";
        }
        int to = thresholds.get(place) - 1;
        return from == to ? Integer.toString(from) : from + " to " + to;
    }

    /** Every combination, each by the values nearest to these. */
    List<CategorisationFacts> around(CategorisationFacts facts) {
        return combinations(numbersNear(facts.partiesPrevented()), processesNear(facts.businessProcesses()));
    }

    private List<Integer> numbersNear(int number) {
        List<Integer> nearest = new ArrayList<>();
        int from = 0;
        for (int threshold : thresholds) {
            nearest.add(Math.clamp(number, from, threshold - 1));
            from = threshold;
        }
        nearest.add(Math.max(number, from));
        return nearest;
    }

    private List<List<String>> processesNear(List<String> processes) {
        List<List<String>> nearest = List.of(processes);
        for (SortedSet<String> kind : kindsOfProcess) {
            nearest = nearest.stream()
                    .flatMap(some -> Stream.of(without(kind, some), with(kind, some)))
                    .toList();
        }
        return nearest;
    }

    private static List<String> without(SortedSet<String> kind, List<String> processes) {
        return processes.stream().filter(process -> !kind.contains(process)).toList();
    }

    private static List<String> with(SortedSet<String> kind, List<String> processes) {
        return processes.stream().anyMatch(kind::contains)
                ? processes
                : Stream.concat(processes.stream(), Stream.of(kind.first())).toList();
    }

    private static List<CategorisationFacts> combinations(List<Integer> numbers, List<List<String>> processes) {
        List<CategorisationFacts> all = new ArrayList<>();
        for (ImpactLevel level : ImpactLevel.values()) {
            for (int prevented : numbers) {
                for (boolean reduced : BOTH) {
                    for (boolean workaround : BOTH) {
                        for (DataLoss loss : DataLoss.values()) {
                            for (FinancialImpact financial : FinancialImpact.values()) {
                                for (List<String> impacted : processes) {
                                    all.add(new CategorisationFacts(
                                            level, prevented, reduced, workaround, loss, financial, impacted));
                                }
                            }
                        }
                    }
                }
            }
        }
        return all;
    }
}
