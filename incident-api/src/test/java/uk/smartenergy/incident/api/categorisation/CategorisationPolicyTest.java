package uk.smartenergy.incident.api.categorisation;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.smartenergy.incident.api.categorisation.CategoryDecision.Basis;
import uk.smartenergy.incident.api.categorisation.CategoryDecision.FactFinding;

class CategorisationPolicyTest {
    private static final Limb ANY = new Limb(
            "any", Category.CATEGORY_5, "Anything", true, new Condition.LevelIn(EnumSet.allOf(ImpactLevel.class)));
    private static final Limb CRITICAL = new Limb(
            "critical", Category.CATEGORY_1, "Critical", false, new Condition.LevelIn(Set.of(ImpactLevel.CRITICAL)));
    private static final String[] PROCESSES = {"A", "B", "C"};
    private static final Limb MANY =
            new Limb("many", Category.CATEGORY_2, "Many", false, new Condition.PartiesPreventedAtLeast(10));

    @Test
    void aPolicyWithAHoleIsNoPolicyAndTheHoleIsNamed() {
        assertThatThrownBy(() -> policy(CRITICAL, MANY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("No limb decides on level NON_CRITICAL, partiesPrevented 0");
    }

    @Test
    void aHoleThatOnlyAThresholdShowsIsFound() {
        Limb few = new Limb("few", Category.CATEGORY_3, "Fewer", false, new Condition.PartiesPreventedAtLeast(9));
        Limb none = new Limb(
                "none",
                Category.CATEGORY_4,
                "With data lost",
                false,
                new Condition.DataLossIn(EnumSet.allOf(DataLoss.class)));
        assertThat(policy(few, none).categoryOf(facts(ImpactLevel.MINOR, 8))).isEqualTo(Category.CATEGORY_4);
        assertThatThrownBy(() -> policy(few)).hasMessageContaining("partiesPrevented 0");
    }

    @Test
    void everyLimbIsExplainedAlsoThoseThatNoLongerMatter() {
        CategoryDecision decision = policy(CRITICAL, MANY, ANY).decide(facts(ImpactLevel.CRITICAL, 9));
        assertThat(decision.category()).isEqualTo(Category.CATEGORY_1);
        assertThat(decision.basis()).isEqualTo(Basis.POLICY);
        assertThat(decision.policyVersion()).isEqualTo("test");
        assertThat(decision.limbs())
                .extracting("limb", "met")
                .containsExactly(tuple("critical", true), tuple("many", false), tuple("any", true));
        assertThat(decision.limbs().get(1).facts())
                .containsExactly(new FactFinding("partiesPrevented", "at least 10", "9", false));
        assertThat(decision.limbs().get(2).text()).isEqualTo("Anything (the policy's own interpretation)");
    }

    @Test
    void theGravestOfTheMetLimbsCountsWhereverItStands() {
        assertThat(policy(ANY, MANY, CRITICAL).categoryOf(facts(ImpactLevel.CRITICAL, 10)))
                .isEqualTo(Category.CATEGORY_1);
        assertThat(policy(ANY, MANY, CRITICAL).categoryOf(facts(ImpactLevel.MINOR, 10)))
                .isEqualTo(Category.CATEGORY_2);
    }

    @Test
    void aChoiceWithinALimbExplainsEveryAlternative() {
        Limb either = new Limb(
                "either",
                Category.CATEGORY_2,
                "Either",
                false,
                new Condition.AllOf(List.of(
                        new Condition.ReducedCapacityIs(true),
                        new Condition.AnyOf(List.of(
                                new Condition.WorkaroundAvailableIs(false),
                                new Condition.PartiesPreventedAtLeast(2))))));
        CategorisationFacts facts = new CategorisationFacts(
                ImpactLevel.MINOR, 3, true, true, DataLoss.NONE, FinancialImpact.NONE, List.of());
        assertThat(either.finding(facts).met()).isTrue();
        assertThat(either.finding(facts).facts()).extracting(FactFinding::met).containsExactly(true, false, true);
    }

    @Test
    void twoLimbsOfOneNameOrACategoryWithoutTargetsAreRefused() {
        assertThatThrownBy(() -> policy(ANY, ANY)).hasMessage("Two limbs are called any");
        assertThatThrownBy(() -> new CategorisationPolicy(
                        "test", "Test", "", LocalDate.EPOCH, List.of(ANY), Map.of(), Map.of(), Map.of(), Map.of()))
                .hasMessage("Category 1 has no targets");
    }

    @Test
    void aNumberIsChangedAsLittleAsNeeded() {
        assertThat(policy(CRITICAL, MANY, ANY).leastChanges(facts(ImpactLevel.MINOR, 50)))
                .containsExactly(
                        change(Category.CATEGORY_1, "level", "MINOR", "CRITICAL"),
                        change(Category.CATEGORY_5, "partiesPrevented", "50", "9"));
    }

    @Test
    void businessProcessesThatNoLimbNamesAreLeftAlone() {
        Limb install = new Limb(
                "install",
                Category.CATEGORY_1,
                "Install",
                true,
                new Condition.BusinessProcessesInclude(Set.of("Install")));
        CategorisationFacts billing = new CategorisationFacts(
                ImpactLevel.MINOR, 0, false, false, DataLoss.NONE, FinancialImpact.NONE, List.of("Billing"));
        assertThat(policy(install, ANY).leastChanges(billing))
                .containsExactly(change(Category.CATEGORY_1, "businessProcesses", "Billing", "Billing, Install"));
    }

    /** Against trying out everything, on policies made by chance. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void theLeastChangesAreExactlyTheSmallestThatAnyTrialFinds(long seed) {
        Random random = new Random(seed);
        CategorisationPolicy policy = randomPolicy(random);
        List<CategorisationFacts> everything = everything();
        for (int i = 0; i < 5; i++) {
            CategorisationFacts facts = everything.get(random.nextInt(everything.size()));
            Map<Category, Integer> fewest = new HashMap<>();
            Map<Category, Set<Set<String>>> smallest = new HashMap<>();
            for (CategorisationFacts other : everything) {
                Set<String> changed = changed(facts, other);
                Category category = policy.categoryOf(other);
                int least = fewest.getOrDefault(category, 99);
                if (category != policy.categoryOf(facts) && changed.size() <= least) {
                    if (changed.size() < least) {
                        smallest.put(category, new HashSet<>());
                    }
                    fewest.put(category, changed.size());
                    smallest.get(category).add(changed);
                }
            }
            Map<Category, Set<Set<String>>> found = policy.leastChanges(facts).stream()
                    .collect(toMap(
                            LeastChange::category,
                            change -> Set.of(change.changes().stream()
                                    .map(LeastChange.FactChange::fact)
                                    .collect(toSet())),
                            (a, b) -> {
                                Set<Set<String>> both = new HashSet<>(a);
                                both.addAll(b);
                                return both;
                            }));
            assertThat(found).as("from %s", facts).isEqualTo(smallest);
            assertThat(policy.leastChanges(facts)).doesNotHaveDuplicates();
        }
    }

    private static CategorisationPolicy randomPolicy(Random random) {
        List<Limb> limbs = new ArrayList<>(List.of(ANY));
        for (int i = 0; i < 6; i++) {
            List<Condition> conditions = new ArrayList<>();
            for (int c = 0; c <= random.nextInt(3); c++) {
                conditions.add(randomCondition(random));
            }
            Condition when = random.nextBoolean() ? new Condition.AllOf(conditions) : new Condition.AnyOf(conditions);
            limbs.add(new Limb("limb-" + i, Category.of(1 + random.nextInt(4)), "By chance", false, when));
        }
        return policy(limbs.toArray(Limb[]::new));
    }

    private static Condition randomCondition(Random random) {
        return switch (random.nextInt(7)) {
            case 0 -> new Condition.LevelIn(Set.of(pick(random, ImpactLevel.values())));
            case 1 -> new Condition.PartiesPreventedAtLeast(1 + random.nextInt(5));
            case 2 -> new Condition.ReducedCapacityIs(random.nextBoolean());
            case 3 -> new Condition.WorkaroundAvailableIs(random.nextBoolean());
            case 4 -> new Condition.DataLossIn(Set.of(pick(random, DataLoss.values())));
            case 5 -> new Condition.FinancialImpactIn(Set.of(pick(random, FinancialImpact.values())));
            default ->
                new Condition.BusinessProcessesInclude(
                        new HashSet<>(List.of(pick(random, PROCESSES), pick(random, PROCESSES))));
        };
    }

    private static <T> T pick(Random random, T[] values) {
        return values[random.nextInt(values.length)];
    }

    private static List<CategorisationFacts> everything() {
        List<CategorisationFacts> all = new ArrayList<>();
        List<List<String>> processes = List.of(
                List.of(),
                List.of("A"),
                List.of("B"),
                List.of("C"),
                List.of("A", "B"),
                List.of("D"),
                List.of("B", "C"));
        for (ImpactLevel level : ImpactLevel.values()) {
            for (int parties = 0; parties <= 6; parties++) {
                for (int bits = 0; bits < 4; bits++) {
                    for (DataLoss loss : DataLoss.values()) {
                        for (FinancialImpact financial : FinancialImpact.values()) {
                            for (List<String> some : processes) {
                                all.add(new CategorisationFacts(
                                        level, parties, (bits & 1) > 0, (bits & 2) > 0, loss, financial, some));
                            }
                        }
                    }
                }
            }
        }
        return all;
    }

    private static Set<String> changed(CategorisationFacts from, CategorisationFacts to) {
        return Arrays.stream(Fact.values())
                .filter(fact -> !fact.valueIn(from).equals(fact.valueIn(to)))
                .map(Fact::apiName)
                .collect(toSet());
    }

    private static CategorisationFacts facts(ImpactLevel level, int partiesPrevented) {
        return new CategorisationFacts(
                level, partiesPrevented, false, false, DataLoss.NONE, FinancialImpact.NONE, List.of());
    }

    private static LeastChange change(Category category, String fact, String from, String to) {
        return new LeastChange(category, List.of(new LeastChange.FactChange(fact, from, to)));
    }

    private static CategorisationPolicy policy(Limb... limbs) {
        TargetTime hour = new TargetTime(1, TargetTime.Unit.HOURS);
        Map<Category, Targets> targets =
                Arrays.stream(Category.values()).collect(toMap(Function.identity(), any -> new Targets(hour, hour)));
        return new CategorisationPolicy(
                "test", "Test", "", LocalDate.EPOCH, List.of(limbs), targets, Map.of(), Map.of(), Map.of());
    }

    private static org.assertj.core.groups.Tuple tuple(Object... values) {
        return org.assertj.core.api.Assertions.tuple(values);
    }
}
