package uk.smartenergy.incident.platform.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.smartenergy.incident.api.categorisation.CategorisationFacts;
import uk.smartenergy.incident.api.categorisation.CategorisationPolicy;
import uk.smartenergy.incident.api.categorisation.Category;
import uk.smartenergy.incident.api.categorisation.Condition;
import uk.smartenergy.incident.api.categorisation.DataLoss;
import uk.smartenergy.incident.api.categorisation.Fact;
import uk.smartenergy.incident.api.categorisation.FinancialImpact;
import uk.smartenergy.incident.api.categorisation.ImpactLevel;
import uk.smartenergy.incident.api.categorisation.LeastChange;
import uk.smartenergy.incident.api.categorisation.Limb;

/**
 * The least changes against trying out everything: every combination of facts, from every combination of facts for the policies that come with the
 * product ({@code 2 × 4,800} beginnings, each against all 4,800), and from some for policies made by chance (60 policies, 40 beginnings each,
 * each against all 13,440): 78,336,000 pairs in all.
 */
class LeastChangeTest {
    private static final int FACTS = 7;
    private static final Limb ANY = new Limb(
            "any", Category.CATEGORY_5, "Anything", true, new Condition.LevelIn(EnumSet.allOf(ImpactLevel.class)));

    /** All combinations of facts, as places among values; the last is a set of Business Processes as bits. */
    private static final class Everything {
        final List<CategorisationFacts> facts = new ArrayList<>();
        final List<int[]> places = new ArrayList<>();
        final Category[] categories;
        final CategorisationPolicy policy;

        Everything(CategorisationPolicy policy, List<Integer> numbers, List<String> processes) {
            this.policy = policy;
            for (int level = 0; level < ImpactLevel.values().length; level++) {
                for (int parties : numbers) {
                    for (int flags = 0; flags < 4; flags++) {
                        for (int loss = 0; loss < DataLoss.values().length; loss++) {
                            for (int financial = 0; financial < FinancialImpact.values().length; financial++) {
                                for (int some = 0; some < 1 << processes.size(); some++) {
                                    add(
                                            new int[] {level, parties, flags & 1, flags >> 1, loss, financial, some},
                                            processes);
                                }
                            }
                        }
                    }
                }
            }
            categories = facts.stream().map(policy::categoryOf).toArray(Category[]::new);
        }

        private void add(int[] place, List<String> processes) {
            List<String> impacted = new ArrayList<>();
            for (int i = 0; i < processes.size(); i++) {
                if ((place[6] >> i & 1) == 1) {
                    impacted.add(processes.get(i));
                }
            }
            places.add(place);
            facts.add(new CategorisationFacts(
                    ImpactLevel.values()[place[0]],
                    place[1],
                    place[2] == 1,
                    place[3] == 1,
                    DataLoss.values()[place[4]],
                    FinancialImpact.values()[place[5]],
                    impacted));
        }

        /** The least changes from one of them, found by trying all of them. */
        Set<String> leastFrom(int from) {
            Set<String> least = new HashSet<>();
            for (Category category : Category.values()) {
                if (category != categories[from]) {
                    List<Integer> fewest = fewest(from, category);
                    fewest.stream()
                            .filter(one -> fewest.stream().noneMatch(other -> isOnTheWay(from, other, one)))
                            .forEach(one -> least.add(text(category, facts.get(from), facts.get(one))));
                }
            }
            return least;
        }

        private List<Integer> fewest(int from, Category category) {
            int least = FACTS + 1;
            List<Integer> found = new ArrayList<>();
            for (int to = 0; to < categories.length; to++) {
                if (categories[to] == category) {
                    int changed = Integer.bitCount(changed(from, to));
                    if (changed < least) {
                        found.clear();
                        least = changed;
                    }
                    if (changed == least) {
                        found.add(to);
                    }
                }
            }
            return found;
        }

        private int changed(int from, int to) {
            int[] a = places.get(from);
            int[] b = places.get(to);
            int changed = 0;
            for (int fact = 0; fact < FACTS; fact++) {
                changed |= a[fact] == b[fact] ? 0 : 1 << fact;
            }
            return changed;
        }

        private boolean isOnTheWay(int from, int by, int to) {
            if (by == to || changed(from, by) != changed(from, to)) {
                return false;
            }
            int[] a = places.get(from);
            int[] b = places.get(by);
            int[] c = places.get(to);
            boolean between = ((a[6] ^ b[6]) & ~(a[6] ^ c[6])) == 0;
            for (int fact = 0; fact < FACTS - 1; fact++) {
                between &= Math.min(a[fact], c[fact]) <= b[fact] && b[fact] <= Math.max(a[fact], c[fact]);
            }
            return between;
        }

        /** Of Business Processes that come which are alike to the policy, the first stands for all. */
        private String text(Category category, CategorisationFacts from, CategorisationFacts to) {
            Set<String> processes = new TreeSet<>();
            to.businessProcesses()
                    .forEach(process ->
                            processes.add(from.businessProcesses().contains(process) ? process : firstLike(process)));
            return category
                    + Arrays.stream(Fact.values())
                            .filter(fact -> !fact.valueIn(from).equals(fact.valueIn(to)))
                            .map(fact -> fact.apiName() + "="
                                    + (fact == Fact.BUSINESS_PROCESSES ? processes : fact.valueIn(to)))
                            .collect(Collectors.joining(";"));
        }

        private String firstLike(String process) {
            Set<String> named = new TreeSet<>();
            includes().forEach(include -> named.addAll(include.anyOf()));
            return named.stream()
                    .filter(other -> namedIn(other).equals(namedIn(process)))
                    .findFirst()
                    .orElse(process);
        }

        private BitSet namedIn(String process) {
            BitSet named = new BitSet();
            List<Condition.BusinessProcessesInclude> includes = includes();
            for (int i = 0; i < includes.size(); i++) {
                named.set(i, includes.get(i).anyOf().contains(process));
            }
            return named;
        }

        private List<Condition.BusinessProcessesInclude> includes() {
            return policy.limbs().stream()
                    .flatMap(limb -> limb.when().singles())
                    .filter(Condition.BusinessProcessesInclude.class::isInstance)
                    .map(Condition.BusinessProcessesInclude.class::cast)
                    .toList();
        }

        Set<String> answered(int from) {
            List<LeastChange> changes = policy.leastChanges(facts.get(from));
            Set<String> answered = changes.stream()
                    .map(change -> change.category()
                            + change.changes().stream()
                                    .map(fact -> fact.fact() + "=" + value(fact))
                                    .collect(Collectors.joining(";")))
                    .collect(Collectors.toSet());
            assertThat(answered).as("each once").hasSameSizeAs(changes);
            return answered;
        }

        private static String value(LeastChange.FactChange change) {
            if (!change.fact().equals(Fact.BUSINESS_PROCESSES.apiName())) {
                return change.to();
            }
            return change.to().equals("none")
                    ? "[]"
                    : new TreeSet<>(List.of(change.to().split(", "))).toString();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"dcc-reading", "supplier-reading"})
    void fromWhateverFactsTheyAreExactForThePoliciesThatComeWithTheProduct(String version) {
        CategorisationPolicy policy =
                ReferenceData.shipped().policies().find(version).orElseThrow();
        Everything everything =
                new Everything(policy, List.of(0, 8, 9, 10, 11), List.of("Install & Commission", "Billing"));

        assertThat(everything.facts).hasSize(4_800);
        for (int from = 0; from < everything.facts.size(); from++) {
            Set<String> least = everything.leastFrom(from);
            if (!everything.answered(from).equals(least)) {
                assertThat(everything.answered(from))
                        .as("from %s", everything.facts.get(from))
                        .isEqualTo(least);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void theyAreExactForPoliciesMadeByChance(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 10; i++) {
            Everything everything = new Everything(drawn(random), List.of(0, 1, 2, 3, 4, 5, 6), List.of("A", "B", "C"));
            assertThat(everything.facts).hasSize(13_440);
            for (int j = 0; j < 40; j++) {
                int from = random.nextInt(everything.facts.size());
                assertThat(everything.answered(from))
                        .as("from %s by %s", everything.facts.get(from), everything.policy.limbs())
                        .isEqualTo(everything.leastFrom(from));
            }
        }
    }

    private static CategorisationPolicy drawn(Random random) {
        List<Limb> limbs = new ArrayList<>(List.of(ANY));
        for (int i = 0; i < 6; i++) {
            List<Condition> conditions = new ArrayList<>();
            for (int c = 0; c <= random.nextInt(3); c++) {
                conditions.add(condition(random));
            }
            Condition when = random.nextBoolean() ? new Condition.AllOf(conditions) : new Condition.AnyOf(conditions);
            limbs.add(new Limb("limb-" + i, Category.of(1 + random.nextInt(4)), "By chance", false, when));
        }
        CategorisationPolicy like =
                ReferenceData.shipped().policies().find("dcc-reading").orElseThrow();
        return new CategorisationPolicy(
                "drawn",
                "Drawn",
                "",
                LocalDate.EPOCH,
                limbs,
                like.targets(),
                like.cadences(),
                like.escalations(),
                like.told());
    }

    private static Condition condition(Random random) {
        return switch (random.nextInt(7)) {
            case 0 ->
                new Condition.LevelIn(
                        EnumSet.of(ImpactLevel.values()[random.nextInt(5)], ImpactLevel.values()[random.nextInt(5)]));
            case 1, 2 -> new Condition.PartiesPreventedAtLeast(1 + random.nextInt(5));
            case 3 ->
                random.nextBoolean()
                        ? new Condition.ReducedCapacityIs(random.nextBoolean())
                        : new Condition.WorkaroundAvailableIs(random.nextBoolean());
            case 4 -> new Condition.DataLossIn(Set.of(DataLoss.values()[random.nextInt(3)]));
            case 5 -> new Condition.FinancialImpactIn(Set.of(FinancialImpact.values()[random.nextInt(4)]));
            default ->
                new Condition.BusinessProcessesInclude(
                        new HashSet<>(List.of("ABC".split("")[random.nextInt(3)], "ABC".split("")[random.nextInt(3)])));
        };
    }
}
