package uk.smartenergy.incident.api.categorisation;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import uk.smartenergy.incident.api.categorisation.CategoryDecision.FactFinding;

/**
 * What a limb asks of the facts: data, so that a policy can be shown, explained, and compared with another. Policies are stored with their conditions,
 * by the names here, which are for ever.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Condition.LevelIn.class, name = "LEVEL_IN"),
    @JsonSubTypes.Type(value = Condition.PartiesPreventedAtLeast.class, name = "PARTIES_PREVENTED_AT_LEAST"),
    @JsonSubTypes.Type(value = Condition.ReducedCapacityIs.class, name = "REDUCED_CAPACITY_IS"),
    @JsonSubTypes.Type(value = Condition.WorkaroundAvailableIs.class, name = "WORKAROUND_AVAILABLE_IS"),
    @JsonSubTypes.Type(value = Condition.DataLossIn.class, name = "DATA_LOSS_IN"),
    @JsonSubTypes.Type(value = Condition.FinancialImpactIn.class, name = "FINANCIAL_IMPACT_IN"),
    @JsonSubTypes.Type(value = Condition.BusinessProcessesInclude.class, name = "BUSINESS_PROCESSES_INCLUDE"),
    @JsonSubTypes.Type(value = Condition.AllOf.class, name = "ALL_OF"),
    @JsonSubTypes.Type(value = Condition.AnyOf.class, name = "ANY_OF")
})
public sealed interface Condition {

    boolean isMetBy(CategorisationFacts facts);

    /** What became of it: one finding for each single condition in it, whether it mattered or not. */
    List<FactFinding> findings(CategorisationFacts facts);

    /** The single conditions in it. */
    Stream<Single> singles();

    /** A condition on one fact. */
    sealed interface Single extends Condition {
        Fact fact();

        /** What it asks of the fact, for example {@code at least 10}. */
        String wording();

        @Override
        default List<FactFinding> findings(CategorisationFacts facts) {
            return List.of(new FactFinding(fact().apiName(), wording(), fact().valueIn(facts), isMetBy(facts)));
        }

        @Override
        default Stream<Single> singles() {
            return Stream.of(this);
        }
    }

    record LevelIn(Set<ImpactLevel> levels) implements Single {
        public LevelIn {
            levels = sorted(levels);
        }

        @Override
        public Fact fact() {
            return Fact.LEVEL;
        }

        @Override
        public String wording() {
            return oneOf(levels);
        }

        @Override
        public boolean isMetBy(CategorisationFacts facts) {
            return levels.contains(facts.level());
        }
    }

    /** @param threshold at least 1 */
    record PartiesPreventedAtLeast(int threshold) implements Single {
        public PartiesPreventedAtLeast {
            if (threshold < 1) {
                throw new IllegalArgumentException("A threshold for partiesPrevented must be at least 1");
            }
        }

        @Override
        public Fact fact() {
            return Fact.PARTIES_PREVENTED;
        }

        @Override
        public String wording() {
            return "at least " + threshold;
        }

        @Override
        public boolean isMetBy(CategorisationFacts facts) {
            return facts.partiesPrevented() >= threshold;
        }
    }

    record ReducedCapacityIs(boolean value) implements Single {
        @Override
        public Fact fact() {
            return Fact.REDUCED_CAPACITY;
        }

        @Override
        public String wording() {
            return Boolean.toString(value);
        }

        @Override
        public boolean isMetBy(CategorisationFacts facts) {
            return facts.reducedCapacity() == value;
        }
    }

    record WorkaroundAvailableIs(boolean value) implements Single {
        @Override
        public Fact fact() {
            return Fact.WORKAROUND_AVAILABLE;
        }

        @Override
        public String wording() {
            return Boolean.toString(value);
        }

        @Override
        public boolean isMetBy(CategorisationFacts facts) {
            return facts.workaroundAvailable() == value;
        }
    }

    record DataLossIn(Set<DataLoss> values) implements Single {
        public DataLossIn {
            values = sorted(values);
        }

        @Override
        public Fact fact() {
            return Fact.DATA_LOSS;
        }

        @Override
        public String wording() {
            return oneOf(values);
        }

        @Override
        public boolean isMetBy(CategorisationFacts facts) {
            return values.contains(facts.dataLoss());
        }
    }

    record FinancialImpactIn(Set<FinancialImpact> values) implements Single {
        public FinancialImpactIn {
            values = sorted(values);
        }

        @Override
        public Fact fact() {
            return Fact.FINANCIAL_IMPACT;
        }

        @Override
        public String wording() {
            return oneOf(values);
        }

        @Override
        public boolean isMetBy(CategorisationFacts facts) {
            return values.contains(facts.financialImpact());
        }
    }

    /** @param anyOf names from the reference data; one of them among the impacted ones is enough */
    record BusinessProcessesInclude(Set<String> anyOf) implements Single {
        public BusinessProcessesInclude {
            anyOf = sorted(anyOf);
        }

        @Override
        public Fact fact() {
            return Fact.BUSINESS_PROCESSES;
        }

        @Override
        public String wording() {
            return anyOf.size() == 1 ? "include " + anyOf.iterator().next() : "include " + oneOf(anyOf);
        }

        @Override
        public boolean isMetBy(CategorisationFacts facts) {
            return facts.businessProcesses().stream().anyMatch(anyOf::contains);
        }
    }

    record AllOf(List<Condition> conditions) implements Condition {
        public AllOf {
            conditions = List.copyOf(conditions);
            if (conditions.isEmpty()) {
                throw new IllegalArgumentException("A limb needs a condition");
            }
        }

        @Override
        public boolean isMetBy(CategorisationFacts facts) {
            return conditions.stream().allMatch(condition -> condition.isMetBy(facts));
        }

        @Override
        public List<FactFinding> findings(CategorisationFacts facts) {
            return conditions.stream()
                    .flatMap(condition -> condition.findings(facts).stream())
                    .toList();
        }

        @Override
        public Stream<Single> singles() {
            return conditions.stream().flatMap(Condition::singles);
        }
    }

    record AnyOf(List<Condition> conditions) implements Condition {
        public AnyOf {
            conditions = List.copyOf(conditions);
            if (conditions.isEmpty()) {
                throw new IllegalArgumentException("A choice of conditions needs one");
            }
        }

        @Override
        public boolean isMetBy(CategorisationFacts facts) {
            return conditions.stream().anyMatch(condition -> condition.isMetBy(facts));
        }

        @Override
        public List<FactFinding> findings(CategorisationFacts facts) {
            return conditions.stream()
                    .flatMap(condition -> condition.findings(facts).stream())
                    .map(finding -> new FactFinding(
                            finding.fact(), finding.condition() + " (or another)", finding.value(), finding.met()))
                    .toList();
        }

        @Override
        public Stream<Single> singles() {
            return conditions.stream().flatMap(Condition::singles);
        }
    }

    private static <T extends Comparable<T>> Set<T> sorted(Set<T> values) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("A condition needs at least one value");
        }
        return Collections.unmodifiableSet(new TreeSet<>(values));
    }

    private static String oneOf(Collection<?> values) {
        String all = values.stream().map(Object::toString).collect(joining(", "));
        return values.size() == 1 ? all : "one of " + all;
    }
}
