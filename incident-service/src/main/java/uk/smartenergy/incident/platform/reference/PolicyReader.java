package uk.smartenergy.incident.platform.reference;

import static java.util.stream.Collectors.joining;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.categorisation.CategorisationPolicy;
import uk.smartenergy.incident.api.categorisation.Category;
import uk.smartenergy.incident.api.categorisation.Condition;
import uk.smartenergy.incident.api.categorisation.DataLoss;
import uk.smartenergy.incident.api.categorisation.EscalationRule;
import uk.smartenergy.incident.api.categorisation.Fact;
import uk.smartenergy.incident.api.categorisation.FinancialImpact;
import uk.smartenergy.incident.api.categorisation.ImpactLevel;
import uk.smartenergy.incident.api.categorisation.Limb;
import uk.smartenergy.incident.api.categorisation.TargetKind;
import uk.smartenergy.incident.api.categorisation.TargetTime;
import uk.smartenergy.incident.api.categorisation.Targets;
import uk.smartenergy.incident.platform.reference.DataNode.Fields;

/** Reads one categorisation policy from its file or from a body. */
final class PolicyReader {
    /** The cadence that is none. */
    static final String ON_CHANGE = "on change";

    private static final Pattern TIME = Pattern.compile("(\\d{1,6}) (minute|hour|day|working day|calendar day)s?");
    private static final Pattern SHARE = Pattern.compile("(\\d{1,4})% of (initialResponse|resolution)");
    private static final int MOST_LIMBS = 200;
    private static final int MOST_CONDITIONS = 1_000;
    private static final int MOST_OF_A_CATEGORY = 50;
    private static final String[] MEMBERS = {
        "version",
        "name",
        "description",
        "note",
        "effectiveFrom",
        "days",
        "limbs",
        "targets",
        "communications",
        "escalations",
        "told"
    };

    private static final Pattern VERSION = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,59}");

    private final DataReader reader;
    private final Vocabulary vocabulary;
    private final EscalationLevels levels;
    private final boolean levelsMayBeUnknown;
    private final TargetTime.@Nullable Unit plainDays;

    /**
     * @param levelsMayBeUnknown whether an escalation to an unknown level is left out, and no fault
     * @param plainDays what a plain "day" is in targets, whatever the file says; {@code null}: what the file says
     */
    PolicyReader(
            DataReader reader,
            Vocabulary vocabulary,
            EscalationLevels levels,
            boolean levelsMayBeUnknown,
            TargetTime.@Nullable Unit plainDays) {
        this.reader = reader;
        this.vocabulary = vocabulary;
        this.levels = levels;
        this.levelsMayBeUnknown = levelsMayBeUnknown;
        this.plainDays = plainDays;
    }

    /** All that a policy is made of, as far as it could be read. */
    record Parts(
            String version,
            String name,
            String description,
            LocalDate effectiveFrom,
            List<Limb> limbs,
            Map<Category, Targets> targets,
            Map<Category, TargetTime> cadences,
            Map<Category, List<EscalationRule>> escalations,
            Map<Category, List<String>> told) {

        /** @throws IllegalArgumentException if it is not a policy, saying why */
        CategorisationPolicy policy() {
            return new CategorisationPolicy(
                    version, name, description, effectiveFrom, limbs, targets, cadences, escalations, told);
        }
    }

    /** The policy; empty if there was a fault, which is noted. */
    Optional<CategorisationPolicy> read(DataNode root) {
        int before = reader.found();
        Parts parts = parts(root);
        if (reader.found() > before) {
            return Optional.empty();
        }
        try {
            return Optional.of(parts.policy());
        } catch (IllegalArgumentException unsound) {
            reader.fault(root, String.valueOf(unsound.getMessage()));
            return Optional.empty();
        }
    }

    /** What could be read; a policy only if there was no fault. */
    Parts parts(DataNode root) {
        Fields fields = reader.fields(root, MEMBERS);
        String version = reader.text(fields, "version").orElse("");
        if (!version.isEmpty() && !VERSION.matcher(version).matches()) {
            reader.fault(
                    fields.fields().getOrDefault("version", fields),
                    "a version has letters, digits, dots, hyphens and underscores, at most 60");
        }
        TargetTime.Unit days = days(fields);
        return new Parts(
                version,
                reader.text(fields, "name").orElse(""),
                reader.text(fields, "description").orElse(""),
                reader.required(fields, "effectiveFrom").flatMap(reader::date).orElse(LocalDate.EPOCH),
                limbs(fields),
                targets(fields, days),
                cadences(fields, days),
                escalations(fields),
                told(fields));
    }

    private TargetTime.Unit days(Fields fields) {
        TargetTime.Unit inFile = reader.required(fields, "days")
                .flatMap(node -> reader.choice(node, TargetTime.Unit.class))
                .orElse(TargetTime.Unit.WORKING_DAYS);
        return plainDays != null ? plainDays : inFile;
    }

    private List<Limb> limbs(Fields fields) {
        List<Limb> limbs = new ArrayList<>();
        Set<String> codes = new HashSet<>();
        List<DataNode> items = reader.items(fields, "limbs");
        if (items.size() > MOST_LIMBS) {
            reader.fault(
                    fields.fields().getOrDefault("limbs", fields), "a policy has at most " + MOST_LIMBS + " limbs");
            return limbs;
        }
        for (DataNode node : items) {
            Fields limb = reader.fields(node, "code", "category", "text", "interpretation", "when");
            Optional<String> code = reader.text(limb, "code");
            Optional<Category> category = reader.required(limb, "category")
                    .flatMap(n -> reader.number(n, 1, 5))
                    .map(Category::of);
            // A limb that is not worded is called by its code.
            Optional<String> text = reader.optional(limb, "text").isPresent() ? reader.text(limb, "text") : code;
            boolean interpretation = reader.optional(limb, "interpretation")
                    .flatMap(reader::truth)
                    .orElse(false);
            Optional<Condition> when = reader.required(limb, "when").flatMap(this::allOf);
            if (code.filter(codes::add).isEmpty() && code.isPresent()) {
                reader.fault(limb.fields().getOrDefault("code", limb), "two limbs are called " + code.get());
            } else if (code.isPresent() && category.isPresent() && text.isPresent() && when.isPresent()) {
                limbs.add(new Limb(code.get(), category.get(), text.get(), interpretation, when.get()));
            }
        }
        if (limbs.stream().mapToLong(limb -> limb.when().singles().count()).sum() > MOST_CONDITIONS) {
            reader.fault(
                    fields.fields().getOrDefault("limbs", fields),
                    "a policy has at most " + MOST_CONDITIONS + " conditions");
            limbs.clear();
        }
        return limbs;
    }

    private Optional<Condition> allOf(DataNode node) {
        Fields fields = reader.fields(
                node,
                Fact.LEVEL.apiName(),
                Fact.PARTIES_PREVENTED.apiName(),
                Fact.REDUCED_CAPACITY.apiName(),
                Fact.WORKAROUND_AVAILABLE.apiName(),
                Fact.DATA_LOSS.apiName(),
                Fact.FINANCIAL_IMPACT.apiName(),
                Fact.BUSINESS_PROCESSES.apiName(),
                "anyOf");
        List<Condition> all = new ArrayList<>();
        fields.fields().forEach((key, value) -> condition(key, value).ifPresent(all::add));
        if (fields.fields().isEmpty() && node instanceof Fields) {
            reader.fault(node, "a limb needs a condition");
        }
        if (all.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(all.size() == 1 ? all.getFirst() : new Condition.AllOf(all));
    }

    private Optional<Condition> condition(String key, DataNode node) {
        return switch (key) {
            case "level" ->
                Optional.of(choices(node, ImpactLevel.class))
                        .filter(chosen -> !chosen.isEmpty())
                        .map(Condition.LevelIn::new);
            case "partiesPrevented" ->
                (node instanceof Fields fields
                                ? reader.required(reader.fields(fields, "atLeast"), "atLeast")
                                : Optional.of(node))
                        .flatMap(least -> reader.number(least, 1, 1_000_000))
                        .map(Condition.PartiesPreventedAtLeast::new);
            case "reducedCapacity" -> reader.truth(node).map(Condition.ReducedCapacityIs::new);
            case "workaroundAvailable" -> reader.truth(node).map(Condition.WorkaroundAvailableIs::new);
            case "dataLoss" ->
                Optional.of(choices(node, DataLoss.class))
                        .filter(chosen -> !chosen.isEmpty())
                        .map(Condition.DataLossIn::new);
            case "financialImpact" ->
                Optional.of(choices(node, FinancialImpact.class))
                        .filter(chosen -> !chosen.isEmpty())
                        .map(Condition.FinancialImpactIn::new);
            case "businessProcesses" ->
                Optional.of(processes(node))
                        .filter(chosen -> !chosen.isEmpty())
                        .map(Condition.BusinessProcessesInclude::new);
            case "anyOf" ->
                Optional.of(reader.items(node).stream()
                                .map(this::allOf)
                                .flatMap(Optional::stream)
                                .toList())
                        .filter(some -> !some.isEmpty())
                        .map(Condition.AnyOf::new);
            default -> Optional.empty();
        };
    }

    private <E extends Enum<E>> Set<E> choices(DataNode node, Class<E> type) {
        Set<E> chosen = new LinkedHashSet<>();
        reader.items(node).forEach(item -> reader.choice(item, type).ifPresent(chosen::add));
        return chosen;
    }

    private Set<String> processes(DataNode node) {
        Set<String> names = new LinkedHashSet<>();
        for (DataNode item : reader.items(node)) {
            reader.text(item)
                    .ifPresent(text -> vocabulary
                            .businessProcess(text)
                            .ifPresentOrElse(
                                    names::add,
                                    () -> reader.fault(
                                            item,
                                            "there is no Business Process " + text + "; known are "
                                                    + String.join(", ", vocabulary.businessProcesses()))));
        }
        return names;
    }

    private Map<Category, Targets> targets(Fields fields, TargetTime.Unit days) {
        Map<Category, Targets> targets = new EnumMap<>(Category.class);
        byCategory(fields, "targets", (category, node) -> {
            Fields both = reader.fields(node, "initialResponse", "resolution");
            Optional<TargetTime> response =
                    reader.required(both, "initialResponse").flatMap(time -> time(time, days));
            Optional<TargetTime> resolution =
                    reader.required(both, "resolution").flatMap(time -> time(time, days));
            if (response.isPresent() && resolution.isPresent()) {
                targets.put(category, new Targets(response.get(), resolution.get()));
            }
        });
        return targets;
    }

    private Map<Category, TargetTime> cadences(Fields fields, TargetTime.Unit days) {
        Map<Category, TargetTime> cadences = new EnumMap<>(Category.class);
        byCategory(fields, "communications", (category, node) -> {
            if (!reader.text(node).equals(Optional.of(ON_CHANGE))) {
                time(node, days).ifPresent(time -> cadences.put(category, time));
            }
        });
        return cadences;
    }

    private Map<Category, List<EscalationRule>> escalations(Fields fields) {
        Map<Category, List<EscalationRule>> escalations = new EnumMap<>(Category.class);
        someCategories(fields, "escalations", (category, node) -> {
            List<EscalationRule> rules = new ArrayList<>();
            for (DataNode item : some(node)) {
                Fields rule = reader.fields(item, "at", "level");
                Optional<Matcher> at = reader.required(rule, "at").flatMap(this::share);
                Optional<String> level = reader.required(rule, "level").flatMap(this::level);
                if (at.isPresent() && level.isPresent()) {
                    rules.add(new EscalationRule(
                            at.get().group(2).equals("resolution")
                                    ? TargetKind.RESOLUTION
                                    : TargetKind.INITIAL_RESPONSE,
                            Integer.parseInt(at.get().group(1)),
                            level.get()));
                }
            }
            escalations.put(category, List.copyOf(rules));
        });
        return escalations;
    }

    private Optional<Matcher> share(DataNode node) {
        return reader.text(node).flatMap(text -> {
            Matcher matcher = SHARE.matcher(text);
            if (matcher.matches()
                    && Integer.parseInt(matcher.group(1)) >= 1
                    && Integer.parseInt(matcher.group(1)) <= 1000) {
                return Optional.of(matcher);
            }
            reader.fault(
                    node,
                    "expected a share such as 75% of resolution or 100% of initialResponse, from 1 to 1000%, found "
                            + node.kind());
            return Optional.empty();
        });
    }

    private Optional<String> level(DataNode node) {
        return reader.text(node).flatMap(text -> {
            Optional<String> level = levels.find(text).map(EscalationLevels.Level::code);
            if (level.isEmpty() && !levelsMayBeUnknown) {
                reader.fault(
                        node,
                        "there is no escalation level " + text + "; known are "
                                + levels.all().stream()
                                        .map(EscalationLevels.Level::code)
                                        .collect(joining(", ")));
            }
            return level;
        });
    }

    private Map<Category, List<String>> told(Fields fields) {
        Map<Category, List<String>> told = new EnumMap<>(Category.class);
        someCategories(
                fields,
                "told",
                (category, node) -> told.put(
                        category,
                        some(node).stream()
                                .flatMap(item -> reader.text(item).stream())
                                .distinct()
                                .toList()));
        return told;
    }

    private List<DataNode> some(DataNode node) {
        List<DataNode> items = reader.items(node);
        if (items.size() > MOST_OF_A_CATEGORY) {
            reader.fault(node, "expected at most " + MOST_OF_A_CATEGORY + " for a category");
            return List.of();
        }
        return items;
    }

    /** What may be left out, as a whole and for some categories. */
    private void someCategories(Fields fields, String key, ForCategory each) {
        reader.optional(fields, key).ifPresent(found -> {
            Fields categories = reader.fields(found, "1", "2", "3", "4", "5");
            for (Category category : Category.values()) {
                reader.optional(categories, Integer.toString(category.number()))
                        .ifPresent(node -> each.accept(category, node));
            }
        });
    }

    private interface ForCategory {
        void accept(Category category, DataNode node);
    }

    private void byCategory(Fields fields, String key, ForCategory each) {
        Optional<DataNode> found = reader.required(fields, key);
        if (found.isEmpty()) {
            return;
        }
        Fields categories = reader.fields(found.get(), "1", "2", "3", "4", "5");
        Function<Category, String> number = category -> Integer.toString(category.number());
        for (Category category : Category.values()) {
            reader.required(categories, number.apply(category)).ifPresent(node -> each.accept(category, node));
        }
    }

    private Optional<TargetTime> time(DataNode node, TargetTime.Unit days) {
        return reader.text(node).flatMap(text -> {
            Matcher matcher = TIME.matcher(text);
            if (!matcher.matches() || Integer.parseInt(matcher.group(1)) == 0) {
                reader.fault(
                        node,
                        "expected a time such as 10 minutes, 4 hours, 5 days, 5 working days or 5 calendar days, found "
                                + node.kind());
                return Optional.empty();
            }
            TargetTime.Unit unit = switch (matcher.group(2)) {
                case "minute" -> TargetTime.Unit.MINUTES;
                case "hour" -> TargetTime.Unit.HOURS;
                case "working day" -> TargetTime.Unit.WORKING_DAYS;
                case "calendar day" -> TargetTime.Unit.CALENDAR_DAYS;
                default -> days;
            };
            return Optional.of(new TargetTime(Integer.parseInt(matcher.group(1)), unit));
        });
    }
}
