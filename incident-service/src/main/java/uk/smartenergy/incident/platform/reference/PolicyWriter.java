package uk.smartenergy.incident.platform.reference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.categorisation.CategorisationPolicy;
import uk.smartenergy.incident.api.categorisation.Category;
import uk.smartenergy.incident.api.categorisation.Condition;
import uk.smartenergy.incident.api.categorisation.Limb;
import uk.smartenergy.incident.api.categorisation.TargetTime;
import uk.smartenergy.incident.platform.reference.PolicyDocument.ConditionDocument;
import uk.smartenergy.incident.platform.reference.PolicyDocument.EscalationDocument;
import uk.smartenergy.incident.platform.reference.PolicyDocument.LimbDocument;
import uk.smartenergy.incident.platform.reference.PolicyDocument.TargetsDocument;

/** Writes a policy in the form from which {@link PolicyReader} reads the same policy. */
final class PolicyWriter {
    private PolicyWriter() {}

    static PolicyDocument write(CategorisationPolicy policy) {
        return new PolicyDocument(
                policy.version(),
                policy.name(),
                policy.description(),
                policy.effectiveFrom(),
                policy.limbs().stream().map(PolicyWriter::limb).toList(),
                Arrays.stream(Category.values())
                        .map(category -> targets(policy, category))
                        .toList(),
                byNumber(policy.escalations(), rule -> new EscalationDocument(rule.when(), rule.level())),
                byNumber(policy.told(), who -> who));
    }

    private static <T, R> Map<String, List<R>> byNumber(
            Map<Category, List<T>> byCategory, java.util.function.Function<T, R> form) {
        Map<String, List<R>> all = new LinkedHashMap<>();
        for (Category category : Category.values()) {
            List<T> some = byCategory.get(category);
            if (some != null) {
                all.put(
                        Integer.toString(category.number()),
                        some.stream().map(form).toList());
            }
        }
        return all;
    }

    private static TargetsDocument targets(CategorisationPolicy policy, Category category) {
        @Nullable TargetTime cadence = policy.cadences().get(category);
        return new TargetsDocument(
                category,
                policy.targetsOf(category).initialResponse().toString(),
                policy.targetsOf(category).resolution().toString(),
                cadence == null ? null : cadence.toString());
    }

    static LimbDocument limb(Limb limb) {
        return new LimbDocument(
                limb.code(),
                limb.code(),
                limb.category(),
                limb.text(),
                limb.interpretation(),
                allOf(List.of(limb.when())),
                limb.when()
                        .singles()
                        .map(single -> new ConditionDocument(single.fact().apiName(), single.wording()))
                        .toList());
    }

    /**
     * The form of a file has each fact, and one choice, at most once side by side. What does not fit beside the others goes into a choice of one.
     */
    static Map<String, Object> allOf(List<Condition> conditions) {
        List<Condition> all = conditions.stream().flatMap(PolicyWriter::flat).toList();
        Map<String, Object> when = new LinkedHashMap<>();
        List<Condition> rest = new ArrayList<>();
        for (Condition condition : all) {
            if (when.containsKey(key(condition))) {
                rest.add(condition);
            } else {
                when.put(key(condition), value(condition));
            }
        }
        if (!rest.isEmpty()) {
            all.stream()
                    .filter(condition -> condition instanceof Condition.AnyOf && !rest.contains(condition))
                    .forEach(rest::addFirst);
            when.put("anyOf", choices(rest));
        }
        return when;
    }

    /** As a choice, what all must hold. */
    private static List<Map<String, Object>> choices(List<Condition> all) {
        if (all.getFirst() instanceof Condition.AnyOf(List<Condition> options)) {
            List<Condition> others = all.subList(1, all.size());
            return options.stream()
                    .map(option -> allOf(
                            Stream.concat(Stream.of(option), others.stream()).toList()))
                    .toList();
        }
        return List.of(allOf(all));
    }

    private static Stream<Condition> flat(Condition condition) {
        return condition instanceof Condition.AllOf(List<Condition> conditions)
                ? conditions.stream().flatMap(PolicyWriter::flat)
                : Stream.of(condition);
    }

    private static String key(Condition condition) {
        return condition instanceof Condition.Single single ? single.fact().apiName() : "anyOf";
    }

    private static Object value(Condition condition) {
        return switch (condition) {
            case Condition.LevelIn in -> names(in.levels());
            case Condition.PartiesPreventedAtLeast least -> Map.of("atLeast", least.threshold());
            case Condition.ReducedCapacityIs is -> is.value();
            case Condition.WorkaroundAvailableIs is -> is.value();
            case Condition.DataLossIn in -> names(in.values());
            case Condition.FinancialImpactIn in -> names(in.values());
            case Condition.BusinessProcessesInclude include -> List.copyOf(include.anyOf());
            case Condition.AnyOf anyOf ->
                anyOf.conditions().stream()
                        .map(option -> allOf(List.of(option)))
                        .toList();
            case Condition.AllOf allOf ->
                throw new IllegalStateException("What all must hold stands side by side: " + allOf);
        };
    }

    private static List<String> names(Iterable<? extends Enum<?>> values) {
        List<String> names = new ArrayList<>();
        values.forEach(value -> names.add(value.name()));
        return names;
    }
}
