package uk.smartenergy.incident.platform.reference;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import uk.smartenergy.incident.api.categorisation.CategorisationPolicy;
import uk.smartenergy.incident.api.categorisation.Category;
import uk.smartenergy.incident.api.categorisation.Limb;
import uk.smartenergy.incident.api.categorisation.PolicyCheck;
import uk.smartenergy.incident.api.categorisation.TargetTime;
import uk.smartenergy.incident.platform.reference.DataNode.Fields;
import uk.smartenergy.incident.platform.reference.DataNode.Items;
import uk.smartenergy.incident.platform.reference.DataNode.Scalar;

/**
 * Reads policies from JSON and writes them so that what was written can be read again, changed or not. What a body leaves out is taken from the
 * policy that it is based on.
 *
 * <p>It takes two forms of each part, that of a policy's file and that in which a policy is shown: {@code code} or {@code limb}; targets by category
 * or as a list with the cadences in it. What is shown and is not part of a policy, such as {@code active}, is passed over.
 */
public final class PolicyDocuments {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Members of an answer that are no part of the policy. */
    private static final Set<String> PASSED_OVER = Set.of(
            "basedOn",
            "active",
            "state",
            "origin",
            "revision",
            "recordedAt",
            "activations",
            "retiredFrom",
            "validation",
            "reason",
            "occurredAt");

    private final Vocabulary vocabulary;
    private final EscalationLevels levels;
    private final TargetTime.@Nullable Unit plainDays;

    /** @param plainDays what a plain "day" is in targets; {@code null}: Working Days, unless the body says so */
    public PolicyDocuments(Vocabulary vocabulary, EscalationLevels levels, TargetTime.@Nullable Unit plainDays) {
        this.vocabulary = vocabulary;
        this.levels = levels;
        this.plainDays = plainDays;
    }

    /** @param pointer a JSON Pointer into the body */
    public record PolicyFault(String pointer, String message) {}

    /**
     * @param policy what was read; empty if and only if there are faults
     * @param faults all of them
     * @param limbs those that could be read
     */
    public record Read(Optional<CategorisationPolicy> policy, List<PolicyFault> faults, List<Limb> limbs) {}

    /** What may be shown of a policy, and sent again. */
    public static PolicyDocument write(CategorisationPolicy policy) {
        return PolicyWriter.write(policy);
    }

    /** The same for one limb. */
    public static PolicyDocument.LimbDocument write(Limb limb) {
        return PolicyWriter.limb(limb);
    }

    /**
     * A policy from a body.
     *
     * @param pointer of the body within the request; empty: it is the whole
     * @param inForce the policy that it is based on unless it names another
     * @param version the policy's version, whatever the body says; {@code null}: as the body says
     */
    public Read read(
            JsonNode body, String pointer, PolicyBook book, CategorisationPolicy inForce, @Nullable String version) {
        List<PolicyFault> faults = new ArrayList<>();
        DataReader reader = DataReader.ofBody((where, what) -> faults.add(new PolicyFault(where, what)));
        DataNode root = DataNode.of(body, pointer);
        CategorisationPolicy base = base(root, book, inForce, reader);
        if (!(root instanceof Fields fields)) {
            return new Read(Optional.empty(), List.of(new PolicyFault(pointer, "must be an object")), List.of());
        }
        PolicyReader.Parts parts = new PolicyReader(reader, vocabulary, levels, false, plainDays)
                .parts(completed(fields, base, version, reader));
        if (faults.isEmpty()) {
            PolicyCheck.faultsOf(parts.limbs())
                    .forEach(unsound -> faults.add(new PolicyFault(pointer + "/limbs", unsound)));
        }
        return faults.isEmpty()
                ? new Read(Optional.of(parts.policy()), List.of(), parts.limbs())
                : new Read(Optional.empty(), List.copyOf(faults), parts.limbs());
    }

    private static CategorisationPolicy base(
            DataNode root, PolicyBook book, CategorisationPolicy inForce, DataReader reader) {
        DataNode named = root instanceof Fields fields ? fields.fields().get("basedOn") : null;
        if (named == null || named instanceof Scalar nothing && nothing.text().isBlank()) {
            return inForce;
        }
        Optional<CategorisationPolicy> found = reader.text(named).flatMap(book::find);
        if (found.isEmpty()) {
            reader.fault(named, "there is no such version");
        }
        return found.orElse(inForce);
    }

    private static Fields completed(
            Fields body, CategorisationPolicy base, @Nullable String version, DataReader reader) {
        Map<String, DataNode> all = new LinkedHashMap<>(body.fields());
        all.keySet().removeAll(PASSED_OVER);
        all.values().removeIf(PolicyDocuments::isNothing);
        Fields given =
                DataNode.of(JSON.valueToTree(write(base)), body.where()) instanceof Fields fields ? fields : body;
        Map<String, DataNode> cadences = cadences(base, body.where());
        Map<String, DataNode> targets = targets(given.fields().get("targets"), new HashMap<>(), reader);
        if (all.get("targets") instanceof DataNode some) {
            targets.putAll(targets(some, cadences, reader));
        }
        if (all.get("communications") instanceof Fields some) {
            some.fields().forEach((category, cadence) -> cadences.put(category, orOnChange(cadence)));
        } else if (all.get("communications") instanceof DataNode other) {
            reader.fault(other, "expected a cadence for each category, found " + other.kind());
        }
        if (all.get("limbs") instanceof DataNode some) {
            all.put("limbs", limbs(some, reader));
        } else {
            all.put("limbs", limbs(given.fields().getOrDefault("limbs", body), reader));
        }
        all.put("targets", new Fields(body.where() + "/targets", targets, List.of()));
        all.put("communications", new Fields(body.where() + "/communications", cadences, List.of()));
        for (String member : List.of("effectiveFrom", "escalations", "told")) {
            all.computeIfAbsent(member, any -> given.fields().get(member));
        }
        if (version != null) {
            all.put("version", new Scalar(body.where() + "/version", version));
        }
        all.putIfAbsent("name", all.getOrDefault("version", new Scalar(body.where() + "/name", "unnamed")));
        all.putIfAbsent("description", new Scalar(body.where() + "/description", "Based on " + base.version() + "."));
        all.putIfAbsent("days", new Scalar(body.where() + "/days", TargetTime.Unit.WORKING_DAYS.name()));
        return new Fields(body.where(), all, List.of());
    }

    private static Map<String, DataNode> cadences(CategorisationPolicy policy, String where) {
        Map<String, DataNode> cadences = new LinkedHashMap<>();
        for (Category category : Category.values()) {
            TargetTime cadence = policy.cadences().get(category);
            String number = Integer.toString(category.number());
            cadences.put(
                    number,
                    new Scalar(
                            where + "/communications/" + number,
                            cadence == null ? PolicyReader.ON_CHANGE : cadence.toString()));
        }
        return cadences;
    }

    /** By category, from either form; the cadences in them go beside them. */
    private static Map<String, DataNode> targets(
            @Nullable DataNode node, Map<String, DataNode> cadences, DataReader reader) {
        Map<String, DataNode> targets = new LinkedHashMap<>();
        if (node instanceof Items list) {
            for (DataNode item : list.items()) {
                byItsCategory(item, reader).ifPresent(number -> {
                    if (targets.put(number, withoutCadence(item, number, cadences)) != null) {
                        reader.fault(item, "category " + number + " stands here twice");
                    }
                });
            }
        } else if (node instanceof Fields fields) {
            fields.fields().forEach((number, item) -> targets.put(number, withoutCadence(item, number, cadences)));
        } else if (node != null) {
            reader.fault(node, "expected the targets of each category, found " + node.kind());
        }
        return targets;
    }

    private static Optional<String> byItsCategory(DataNode item, DataReader reader) {
        if (!(item instanceof Fields fields)) {
            reader.fault(item, "expected the fields category, initialResponse, resolution, found " + item.kind());
            return Optional.empty();
        }
        return reader.required(fields, "category")
                .flatMap(category -> reader.number(category, 1, 5))
                .map(number -> Integer.toString(number));
    }

    private static DataNode withoutCadence(DataNode item, String number, Map<String, DataNode> cadences) {
        if (!(item instanceof Fields fields)) {
            return item;
        }
        Map<String, DataNode> rest = new LinkedHashMap<>(fields.fields());
        rest.remove("category");
        DataNode cadence = rest.remove("communications");
        if (cadence != null) {
            cadences.put(number, orOnChange(cadence));
        }
        return new Fields(fields.where(), rest, List.of());
    }

    private static DataNode limbs(DataNode node, DataReader reader) {
        return node instanceof Items list
                ? new Items(
                        list.where(),
                        list.items().stream().map(item -> limb(item, reader)).toList())
                : node;
    }

    private static DataNode limb(DataNode node, DataReader reader) {
        if (!(node instanceof Fields fields)) {
            return node;
        }
        Map<String, DataNode> rest = new LinkedHashMap<>(fields.fields());
        rest.remove("conditions");
        DataNode shown = rest.remove("limb");
        if (shown != null && !isNothing(shown)) {
            DataNode code = rest.putIfAbsent("code", shown);
            if (code instanceof Scalar one
                    && shown instanceof Scalar other
                    && !one.text().equals(other.text())) {
                reader.fault(shown, "limb and code are the same thing, and differ here");
            }
        }
        return new Fields(fields.where(), rest, List.of());
    }

    private static DataNode orOnChange(DataNode cadence) {
        return isNothing(cadence) ? new Scalar(cadence.where(), PolicyReader.ON_CHANGE) : cadence;
    }

    private static boolean isNothing(DataNode node) {
        return node instanceof Scalar scalar && scalar.text().isBlank();
    }
}
