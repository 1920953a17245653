package uk.smartenergy.incident.platform.reference;

import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.categorisation.CategorisationPolicy;
import uk.smartenergy.incident.api.categorisation.Category;
import uk.smartenergy.incident.api.categorisation.TargetTime;
import uk.smartenergy.incident.api.incident.CommunicationPart;
import uk.smartenergy.incident.api.incident.ResolverKind;
import uk.smartenergy.incident.platform.reference.DataNode.Fields;

/** Loads the files that ship with the product, those in an operator's folder instead of them, and checks all together. */
final class ReferenceLoader {
    private static final String SHIPPED_AS = "reference/";
    private static final String POLICIES = "categorisation-policies/";
    private static final String ESCALATION = "escalation-levels.yaml";
    private static final String VOCABULARY = "vocabulary.yaml";
    private static final String PARTIES = "parties.yaml";
    private static final String WORKING_DAYS = "working-days.yaml";
    private static final String CLOSURE = "closure.yaml";
    private static final String MEASURES = "performance-measures.yaml";
    private static final String TEMPLATES = "communication-templates.yaml";
    /** The files of rules. */
    private static final List<RulesFile<?>> RULES = List.of(new MajorIncidentReportRules.File());

    private static final List<String> SINGLE = Stream.concat(
                    Stream.of(ESCALATION, VOCABULARY, PARTIES, WORKING_DAYS, CLOSURE, MEASURES, TEMPLATES),
                    RULES.stream().map(RulesFile::name))
            .toList();
    private static final List<String> SHIPPED = Stream.concat(
                    SINGLE.stream(), Stream.of(POLICIES + "dcc-reading.yaml", POLICIES + "supplier-reading.yaml"))
            .toList();

    private final List<String> faults = new ArrayList<>();
    /** By its path below the folder; what a message calls it is beside its text. */
    private final Map<String, Source> sources = new TreeMap<>();

    private record Source(String shownAs, String text) {}

    private ReferenceLoader() {}

    static ReferenceData shipped() {
        return load(null, List.of("dcc-reading"), null);
    }

    /**
     * @param folder the operator's files; {@code null}: none
     * @param activePolicies versions
     * @param plainDays what a plain day is in targets; {@code null}: as the policies say
     * @throws ReferenceFaults if anything is wrong anywhere
     */
    static ReferenceData load(@Nullable Path folder, List<String> activePolicies, TargetTime.@Nullable Unit plainDays) {
        ReferenceLoader loader = new ReferenceLoader();
        loader.readShipped();
        if (folder != null) {
            loader.readFolder(folder);
        }
        return loader.build(activePolicies, plainDays);
    }

    private void readShipped() {
        for (String name : SHIPPED) {
            try (InputStream in = ReferenceLoader.class.getResourceAsStream("/reference/" + name)) {
                if (in == null) {
                    throw new IllegalStateException("reference/" + name + " is not in the jar");
                }
                sources.put(name, new Source(SHIPPED_AS + name, new String(in.readAllBytes(), StandardCharsets.UTF_8)));
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
    }

    private void readFolder(Path folder) {
        if (!Files.isDirectory(folder)) {
            faults.add(folder + ": there is no such folder");
            return;
        }
        filesIn(folder).forEach(file -> {
            String name = file.getFileName().toString();
            if (SINGLE.contains(name)) {
                read(name, file);
            } else {
                faults.add(file + ": no such reference data; known are " + String.join(", ", SINGLE) + " and "
                        + POLICIES + "*.yaml");
            }
        });
        Path policies = folder.resolve(POLICIES);
        if (Files.isDirectory(policies)) {
            filesIn(policies).forEach(file -> read(POLICIES + file.getFileName(), file));
        }
    }

    /** The YAML files directly in it; others, such as notes, are nobody's business. */
    private List<Path> filesIn(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().matches("[^.].*\\.ya?ml"))
                    .filter(file -> Files.isRegularFile(file))
                    .sorted()
                    .toList();
        } catch (IOException | UncheckedIOException unreadable) {
            faults.add(folder + ": cannot be read");
            return List.of();
        }
    }

    private void read(String name, Path file) {
        try {
            sources.put(name, new Source(file.toString(), Files.readString(file)));
        } catch (IOException unreadable) {
            faults.add(file + ": cannot be read as UTF-8 text");
        }
    }

    private ReferenceData build(List<String> activePolicies, TargetTime.@Nullable Unit plainDays) {
        Optional<Vocabulary> vocabulary = parsed(VOCABULARY, this::vocabulary);
        Optional<EscalationLevels> levels = parsed(ESCALATION, this::levels);
        Optional<Parties> parties = parsed(PARTIES, this::parties);
        Optional<WorkingDays> workingDays = parsed(WORKING_DAYS, this::workingDays);
        Optional<Integer> daysToObject = parsed(CLOSURE, this::daysToObject);
        Optional<List<PerformanceMeasure>> measures = parsed(MEASURES, this::measures);
        Optional<CommunicationTemplates> templates = parsed(TEMPLATES, ReferenceLoader::templates);
        Optional<PolicyBook> policies =
                vocabulary.flatMap(words -> levels.flatMap(known -> policies(words, known, activePolicies, plainDays)));
        Map<Class<?>, Object> rules = new HashMap<>();
        for (RulesFile<?> file : RULES) {
            vocabulary
                    .flatMap(words -> parsed(file.name(), (reader, root) -> file.read(reader, root, words)))
                    .flatMap(read -> read)
                    .ifPresent(read -> rules.put(file.type(), read));
        }
        if (!faults.isEmpty()
                || rules.size() < RULES.size()
                || policies.isEmpty()
                || levels.isEmpty()
                || vocabulary.isEmpty()
                || parties.isEmpty()
                || workingDays.isEmpty()
                || daysToObject.isEmpty()
                || measures.isEmpty()
                || templates.isEmpty()) {
            throw new ReferenceFaults(faults);
        }
        return new ReferenceData(
                policies.get(),
                levels.get(),
                vocabulary.get(),
                parties.get(),
                workingDays.get(),
                daysToObject.get(),
                measures.get(),
                templates.get(),
                rules);
    }

    private interface Parser<T> {
        T parse(DataReader reader, DataNode root);
    }

    private <T> Optional<T> parsed(String name, Parser<T> parser) {
        Source source = sources.get(name);
        if (source == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    parser.parse(DataReader.ofFile(source.shownAs(), faults), DataNode.parse(source.text())));
        } catch (DataNode.Unreadable unreadable) {
            faults.add(source.shownAs() + ":" + unreadable.line + ": " + unreadable.getMessage());
            return Optional.empty();
        }
    }

    private Optional<PolicyBook> policies(
            Vocabulary vocabulary,
            EscalationLevels levels,
            List<String> activePolicies,
            TargetTime.@Nullable Unit plainDays) {
        Map<String, CategorisationPolicy> byVersion = new TreeMap<>();
        for (String name : sources.keySet()) {
            if (name.startsWith(POLICIES)) {
                // Whoever replaces the levels need not replace the shipped policies that escalate to those of before.
                boolean shipped = shownAs(name).startsWith(SHIPPED_AS);
                parsed(
                                name,
                                (reader, root) ->
                                        new PolicyReader(reader, vocabulary, levels, shipped, plainDays).read(root))
                        .flatMap(policy -> policy)
                        .ifPresent(policy -> {
                            if (byVersion.putIfAbsent(policy.version(), policy) != null) {
                                faults.add(shownAs(name) + ":1: another file has the version " + policy.version()
                                        + " already");
                            }
                        });
            }
        }
        if (!faults.isEmpty()) {
            return Optional.empty();
        }
        List<CategorisationPolicy> active = new ArrayList<>();
        for (String version : activePolicies) {
            CategorisationPolicy policy = byVersion.get(version);
            if (policy == null) {
                faults.add("incident.categorisation.policy: there is no policy " + version + "; known are "
                        + String.join(", ", byVersion.keySet()));
            } else {
                active.add(policy);
            }
        }
        if (activePolicies.isEmpty()) {
            faults.add("incident.categorisation.policy: names no policy");
        }
        return faults.isEmpty()
                ? Optional.of(new PolicyBook(List.copyOf(byVersion.values()), active))
                : Optional.empty();
    }

    private String shownAs(String name) {
        Source source = sources.get(name);
        return source == null ? name : source.shownAs();
    }

    private Vocabulary vocabulary(DataReader reader, DataNode root) {
        Fields fields = reader.fields(root, "note", "services", "businessProcesses", "regions");
        return new Vocabulary(
                names(reader, fields, "services"),
                names(reader, fields, "businessProcesses"),
                names(reader, fields, "regions"));
    }

    private static Names names(DataReader reader, Fields fields, String key) {
        Names names = new Names();
        for (DataNode node : reader.items(fields, key)) {
            Fields entry = reader.fields(node, "name", "aliases");
            reader.text(entry, "name").ifPresent(name -> addAll(reader, entry, names, name));
        }
        return names;
    }

    private static void addAll(DataReader reader, Fields entry, Names names, String name) {
        add(reader, entry, names, name, name);
        reader.optional(entry, "aliases")
                .ifPresent(aliases -> reader.items(aliases)
                        .forEach(alias -> reader.text(alias).ifPresent(text -> add(reader, alias, names, name, text))));
    }

    private static void add(DataReader reader, DataNode where, Names names, String name, String alias) {
        if (!names.add(name, alias)) {
            reader.fault(where, alias + " means " + names.find(alias).orElse("nothing") + " already");
        }
    }

    private EscalationLevels levels(DataReader reader, DataNode root) {
        Fields fields = reader.fields(root, "note", "levels");
        Names names = new Names();
        List<EscalationLevels.Level> levels = new ArrayList<>();
        for (DataNode node : reader.items(fields, "levels")) {
            Fields entry = reader.fields(node, "code", "name", "aliases");
            Optional<String> code = reader.text(entry, "code");
            Optional<String> name = reader.text(entry, "name");
            if (code.isPresent() && name.isPresent()) {
                levels.add(new EscalationLevels.Level(code.get(), name.get()));
                addAll(reader, entry, names, code.get());
                add(reader, entry, names, code.get(), name.get());
            }
        }
        if (names.all().size() < levels.size()) {
            reader.fault(fields, "two levels have the same code");
        }
        return new EscalationLevels(levels, names);
    }

    private Parties parties(DataReader reader, DataNode root) {
        Fields fields = reader.fields(root, "note", "parties");
        Names names = new Names();
        Map<String, Parties.Party> byName = new HashMap<>();
        for (DataNode node : reader.items(fields, "parties")) {
            Fields entry = reader.fields(node, "name", "kind", "category", "aliases");
            Optional<String> name = reader.text(entry, "name");
            Optional<ResolverKind> kind =
                    reader.required(entry, "kind").flatMap(value -> reader.choice(value, ResolverKind.class));
            Optional<String> category = reader.text(entry, "category");
            if (name.isPresent() && kind.isPresent() && category.isPresent()) {
                if (byName.put(name.get(), new Parties.Party(name.get(), kind.get(), category.get())) != null) {
                    reader.fault(entry, name.get() + " stands here twice");
                }
                addAll(reader, entry, names, name.get());
            }
        }
        return new Parties(names, byName);
    }

    private WorkingDays workingDays(DataReader reader, DataNode root) {
        Fields fields = reader.fields(root, "note", "country", "region", "extraWorkingDays", "extraHolidays");
        Optional<String> country = reader.text(fields, "country");
        Optional<String> region = reader.text(fields, "region");
        Set<LocalDate> extraWorkingDays = new HashSet<>(reader.dates(fields, "extraWorkingDays"));
        Set<LocalDate> extraHolidays = new HashSet<>(reader.dates(fields, "extraHolidays"));
        extraWorkingDays.stream()
                .filter(extraHolidays::contains)
                .forEach(day -> reader.fault(fields, day + " cannot be both a Working Day and a holiday"));
        if (country.isEmpty() || region.isEmpty()) {
            return new WorkingDays(year -> Map.of(), extraWorkingDays, extraHolidays);
        }
        return new WorkingDays(
                publicHolidays(reader, fields, country.get(), region.get()), extraWorkingDays, extraHolidays);
    }

    private static IntFunction<Map<LocalDate, String>> publicHolidays(
            DataReader reader, Fields fields, String country, String region) {
        try {
            HolidayManager manager = HolidayManager.getInstance(ManagerParameters.create(country));
            if (!manager.getCalendarHierarchy().getChildren().containsKey(region)) {
                reader.fault(fields, "there is no holiday calendar for the region " + region + " of " + country);
            }
            return year -> manager.getHolidays(Year.of(year), region).stream()
                    .collect(Collectors.toUnmodifiableMap(
                            holiday -> holiday.getDate(),
                            holiday -> holiday.getDescription(Locale.UK),
                            (one, other) -> one));
        } catch (RuntimeException unknown) {
            reader.fault(fields, "there is no holiday calendar for the country " + country);
            return year -> Map.of();
        }
    }

    private int daysToObject(DataReader reader, DataNode root) {
        Fields fields = reader.fields(root, "note", "workingDaysToObject");
        return reader.required(fields, "workingDaysToObject")
                .flatMap(node -> reader.number(node, 1, 250))
                .orElse(1);
    }

    private List<PerformanceMeasure> measures(DataReader reader, DataNode root) {
        Fields fields = reader.fields(root, "note", "measures");
        List<PerformanceMeasure> measures = new ArrayList<>();
        Set<String> codes = new HashSet<>();
        Set<Category> taken = EnumSet.noneOf(Category.class);
        for (DataNode node : reader.items(fields, "measures")) {
            Fields entry = reader.fields(node, "code", "name", "clause", "categories", "target", "minimum");
            Optional<String> code = reader.text(entry, "code");
            Optional<String> name = reader.text(entry, "name");
            Optional<String> clause = reader.text(entry, "clause");
            Set<Category> categories = categories(reader, entry, taken);
            Optional<Integer> target = reader.required(entry, "target").flatMap(share -> reader.number(share, 0, 100));
            Optional<Integer> minimum =
                    reader.required(entry, "minimum").flatMap(share -> reader.number(share, 0, 100));
            code.filter(known -> !codes.add(known))
                    .ifPresent(known -> reader.fault(entry, "two measures are called " + known));
            if (code.isEmpty()
                    || name.isEmpty()
                    || clause.isEmpty()
                    || categories.isEmpty()
                    || target.isEmpty()
                    || minimum.isEmpty()) {
                continue;
            }
            if (minimum.get() > target.get()) {
                reader.fault(entry, "the minimum " + minimum.get() + " is above the target " + target.get());
            } else {
                measures.add(new PerformanceMeasure(
                        code.get(), name.get(), clause.get(), categories, target.get(), minimum.get()));
            }
        }
        return measures;
    }

    private static Set<Category> categories(DataReader reader, Fields entry, Set<Category> taken) {
        Set<Category> categories = EnumSet.noneOf(Category.class);
        Optional<DataNode> listed = reader.required(entry, "categories");
        List<DataNode> items = listed.map(reader::items).orElse(List.of());
        for (DataNode node : items) {
            reader.number(node, 1, 5).map(Category::of).ifPresent(category -> {
                categories.add(category);
                if (!taken.add(category)) {
                    reader.fault(node, "Category " + category.number() + " is measured already");
                }
            });
        }
        if (listed.isPresent() && items.isEmpty()) {
            reader.fault(entry, "a measure needs categories");
        }
        return categories;
    }

    private static CommunicationTemplates templates(DataReader reader, DataNode root) {
        Fields fields = reader.fields(root, "note", "templates");
        List<CommunicationTemplates.Template> all = new ArrayList<>();
        Map<Category, CommunicationTemplates.Template> byCategory = new EnumMap<>(Category.class);
        for (DataNode node : reader.items(fields, "templates")) {
            Fields entry =
                    reader.fields(node, "code", "name", "categories", "required", "incomplete", "subject", "text");
            List<Category> categories = categories(reader, entry);
            template(reader, entry).ifPresent(template -> {
                if (all.stream().anyMatch(other -> other.code().equalsIgnoreCase(template.code()))) {
                    reader.fault(entry, "another template has the code " + template.code() + " already");
                }
                all.add(template);
                categories.forEach(category -> {
                    if (byCategory.put(category, template) != null) {
                        reader.fault(entry, "another template is for category " + category.number() + " already");
                    }
                });
            });
        }
        for (Category category : Category.values()) {
            if (!byCategory.containsKey(category)) {
                reader.fault(fields, "there is no template for category " + category.number());
            }
        }
        return new CommunicationTemplates(all, byCategory);
    }

    private static Optional<CommunicationTemplates.Template> template(DataReader reader, Fields entry) {
        Optional<String> code = reader.text(entry, "code");
        Optional<String> name = reader.text(entry, "name");
        Optional<String> subject = reader.text(entry, "subject");
        Optional<String> text = reader.text(entry, "text");
        List<CommunicationPart> required = new ArrayList<>();
        reader.optional(entry, "required")
                .ifPresent(list ->
                        reader.items(list).forEach(item -> part(reader, item).ifPresent(required::add)));
        CommunicationTemplates.Incomplete incomplete = reader.optional(entry, "incomplete")
                .flatMap(node -> reader.choice(node, CommunicationTemplates.Incomplete.class))
                .orElse(CommunicationTemplates.Incomplete.SHOWN);
        reader.optional(entry, "subject").ifPresent(node -> checkPlaceholders(reader, node));
        reader.optional(entry, "text").ifPresent(node -> checkPlaceholders(reader, node));
        return code.isEmpty() || name.isEmpty() || subject.isEmpty() || text.isEmpty()
                ? Optional.empty()
                : Optional.of(new CommunicationTemplates.Template(
                        code.get(), name.get(), subject.get(), text.get(), required, incomplete));
    }

    private static void checkPlaceholders(DataReader reader, DataNode node) {
        reader.text(node)
                .ifPresent(text -> CommunicationTemplates.PLACEHOLDER
                        .matcher(text)
                        .results()
                        .map(found -> found.group(1))
                        .filter(name -> !CommunicationTemplates.PLACEHOLDERS.contains(name))
                        .distinct()
                        .forEach(name -> reader.fault(
                                node,
                                "there is no placeholder {" + name + "}; known are "
                                        + CommunicationTemplates.PLACEHOLDERS.stream()
                                                .sorted()
                                                .collect(Collectors.joining(", ")))));
    }

    private static Optional<CommunicationPart> part(DataReader reader, DataNode node) {
        Optional<String> name = reader.text(node);
        Optional<CommunicationPart> part = name.flatMap(text -> Stream.of(CommunicationPart.values())
                .filter(one -> one.apiName().equals(text))
                .findFirst());
        if (name.isPresent() && part.isEmpty()) {
            reader.fault(
                    node,
                    "expected one of "
                            + Stream.of(CommunicationPart.values())
                                    .map(CommunicationPart::apiName)
                                    .collect(Collectors.joining(", "))
                            + ", found " + node.kind());
        }
        return part;
    }

    private static List<Category> categories(DataReader reader, Fields entry) {
        return reader.optional(entry, "categories").map(reader::items).orElse(List.of()).stream()
                .flatMap(node -> reader.number(node, 1, 5).stream())
                .map(Category::of)
                .toList();
    }
}
