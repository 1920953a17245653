package uk.smartenergy.incident.api.categorisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * What is said of all combinations is tried against facts drawn at random, with numbers and Business Processes that the check itself never looks at. 200
 * policies with 150 facts each: 30,000 cases for the check, and as many for the differences.
 */
class PolicyCheckTest {
    private static final int POLICIES = 200;
    private static final int FACTS = 150;
    private static final List<String> PROCESSES = List.of("Billing", "Alerts", "Firmware", "Prepayment", "Other");

    private final Random random = new Random(20180801);

    @Test
    void holesOverlapsAndLimbsThatNeverDecideAreExactlyThoseThereAre() {
        int unsound = 0;
        for (int i = 0; i < POLICIES; i++) {
            List<Limb> limbs = limbs(i % 2 == 0);
            PolicyCheck check = PolicyCheck.of(limbs);
            holesAreHoles(limbs, check);
            for (int j = 0; j < FACTS; j++) {
                agree(limbs, check, facts());
            }
            for (PolicyCheck.Overlap overlap : check.overlaps()) {
                assertThat(metBy(limbs, overlap.example()))
                        .extracting(Limb::code)
                        .contains(overlap.limb(), overlap.alsoMet());
                assertThat(overlap.category()).isLessThan(overlap.categoryOfAlsoMet());
            }
            unsound += check.isSound() ? 0 : 1;
        }
        assertThat(unsound).isBetween(POLICIES / 20, POLICIES - POLICIES / 20);
    }

    private static void holesAreHoles(List<Limb> limbs, PolicyCheck check) {
        assertThat(check.holes()).allSatisfy(hole -> {
            assertThat(metBy(limbs, hole.example())).isEmpty();
            assertThat(hole.combinations()).isPositive();
        });
        long named =
                check.holes().stream().mapToLong(PolicyCheck.Hole::combinations).sum();
        if (check.holes().size() < 50) {
            assertThat(named).isEqualTo(check.undecided());
        }
        if (check.isSound()) {
            policy("sound", limbs);
            assertThat(PolicyCheck.faultsOf(limbs)).isEmpty();
        } else {
            assertThatThrownBy(() -> policy("unsound", limbs)).hasMessageStartingWith("No limb decides on");
            assertThat(PolicyCheck.faultsOf(limbs)).isNotEmpty();
        }
    }

    private static void agree(List<Limb> limbs, PolicyCheck check, CategorisationFacts facts) {
        List<Limb> met = metBy(limbs, facts);
        if (met.isEmpty()) {
            assertThat(check.isSound()).as("%s", facts).isFalse();
        }
        for (Limb one : met) {
            for (Limb other : met) {
                if (one.category().compareTo(other.category()) < 0) {
                    assertThat(check.overlaps())
                            .anyMatch(overlap -> overlap.limb().equals(one.code())
                                    && overlap.alsoMet().equals(other.code()));
                }
            }
            boolean decides = met.stream().noneMatch(other -> other.category().compareTo(one.category()) < 0);
            if (decides) {
                assertThat(check.neverDecide())
                        .extracting(PolicyCheck.NeverDecides::limb)
                        .doesNotContain(one.code());
            }
        }
    }

    @Test
    void theDifferencesAreExactlyThoseThatFactsShow() {
        for (int i = 0; i < POLICIES; i++) {
            CategorisationPolicy one = policy("one", limbs(true));
            CategorisationPolicy other = policy("other", limbs(true));
            PolicyDifferences differences = PolicyDifferences.between(one, other);
            for (PolicyDifferences.Cell cell : differences.matrix()) {
                assertThat(one.categoryOf(cell.example())).isEqualTo(cell.from());
                assertThat(other.categoryOf(cell.example())).isEqualTo(cell.to());
            }
            for (int j = 0; j < FACTS; j++) {
                CategorisationFacts facts = facts();
                assertThat(differences.matrix())
                        .anyMatch(cell -> cell.from() == one.categoryOf(facts) && cell.to() == other.categoryOf(facts));
            }
            assertThat(differences.matrix().stream()
                            .mapToLong(PolicyDifferences.Cell::combinations)
                            .sum())
                    .isEqualTo(differences.combinations());
            PolicyDifferences none = PolicyDifferences.between(one, one);
            assertThat(none.changed()).isZero();
            assertThat(none.limbsChanged()).isEmpty();
            assertThat(none.resolutions()).isEmpty();
        }
    }

    @Test
    void whatTheTwoSayDifferentlyIsToldInWords() {
        CategorisationPolicy one = policy("one", limbs(true));
        Map<Category, Targets> targets = new EnumMap<>(one.targets());
        targets.put(
                Category.CATEGORY_2,
                new Targets(
                        new TargetTime(20, TargetTime.Unit.MINUTES), new TargetTime(2, TargetTime.Unit.WORKING_DAYS)));
        CategorisationPolicy other = new CategorisationPolicy(
                "other",
                "Other",
                "",
                LocalDate.EPOCH,
                one.limbs(),
                targets,
                Map.of(Category.CATEGORY_1, new TargetTime(1, TargetTime.Unit.HOURS)),
                Map.of(Category.CATEGORY_1, List.of(new EscalationRule(TargetKind.RESOLUTION, 75, "PANEL"))),
                Map.of(Category.CATEGORY_1, List.of("Everybody")));

        PolicyDifferences differences = PolicyDifferences.between(one, other);

        assertThat(differences.resolutions())
                .containsExactly(new PolicyDifferences.Change(Category.CATEGORY_2, "4 hours", "2 working days"));
        assertThat(differences.cadences())
                .containsExactly(new PolicyDifferences.Change(Category.CATEGORY_1, "on change", "1 hour"));
        assertThat(differences.escalations())
                .containsExactly(
                        new PolicyDifferences.Change(Category.CATEGORY_1, "none", "75% of resolution to PANEL"));
        assertThat(differences.told())
                .containsExactly(new PolicyDifferences.Change(Category.CATEGORY_1, "none", "Everybody"));
        assertThat(differences.changed()).isZero();
    }

    private static List<Limb> metBy(List<Limb> limbs, CategorisationFacts facts) {
        return limbs.stream().filter(limb -> limb.isMetBy(facts)).toList();
    }

    /** @param sound whether the last limbs catch what the others leave */
    private List<Limb> limbs(boolean sound) {
        List<Limb> limbs = new ArrayList<>();
        int count = 2 + random.nextInt(5);
        for (int i = 0; i < count; i++) {
            limbs.add(limb("limb-" + i, Category.of(1 + random.nextInt(5)), condition(2)));
        }
        Set<ImpactLevel> all = new HashSet<>(Arrays.asList(ImpactLevel.values()));
        if (!sound) {
            all.remove(ImpactLevel.values()[random.nextInt(5)]);
        }
        limbs.add(limb("rest", Category.CATEGORY_5, new Condition.LevelIn(all)));
        return limbs;
    }

    private static Limb limb(String code, Category category, Condition when) {
        return new Limb(code, category, "In words", false, when);
    }

    private Condition condition(int depth) {
        return switch (random.nextInt(depth == 0 ? 7 : 9)) {
            case 0 -> new Condition.LevelIn(some(ImpactLevel.values()));
            case 1 -> new Condition.PartiesPreventedAtLeast(1 + random.nextInt(20));
            case 2 -> new Condition.ReducedCapacityIs(random.nextBoolean());
            case 3 -> new Condition.WorkaroundAvailableIs(random.nextBoolean());
            case 4 -> new Condition.DataLossIn(some(DataLoss.values()));
            case 5 -> new Condition.FinancialImpactIn(some(FinancialImpact.values()));
            case 6 -> new Condition.BusinessProcessesInclude(some("Billing", "Alerts", "Firmware"));
            case 7 -> new Condition.AllOf(List.of(condition(depth - 1), condition(depth - 1)));
            default -> new Condition.AnyOf(List.of(condition(depth - 1), condition(depth - 1)));
        };
    }

    @SafeVarargs
    private <T> Set<T> some(T... values) {
        Set<T> some = new HashSet<>();
        some.add(values[random.nextInt(values.length)]);
        for (T value : values) {
            if (random.nextInt(3) == 0) {
                some.add(value);
            }
        }
        return some;
    }

    private CategorisationFacts facts() {
        return new CategorisationFacts(
                ImpactLevel.values()[random.nextInt(5)],
                random.nextInt(30),
                random.nextBoolean(),
                random.nextBoolean(),
                DataLoss.values()[random.nextInt(3)],
                FinancialImpact.values()[random.nextInt(4)],
                IntStream.range(0, PROCESSES.size())
                        .filter(i -> random.nextBoolean())
                        .mapToObj(PROCESSES::get)
                        .toList());
    }

    private static CategorisationPolicy policy(String version, List<Limb> limbs) {
        Map<Category, Targets> targets = new EnumMap<>(Category.class);
        for (Category category : Category.values()) {
            targets.put(
                    category,
                    new Targets(new TargetTime(20, TargetTime.Unit.MINUTES), new TargetTime(4, TargetTime.Unit.HOURS)));
        }
        return new CategorisationPolicy(
                version, version, "", LocalDate.EPOCH, limbs, targets, Map.of(), Map.of(), Map.of());
    }
}
