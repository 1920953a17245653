package uk.smartenergy.incident.platform.reference;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.categorisation.CategorisationPolicy;
import uk.smartenergy.incident.api.categorisation.TargetTime;

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
    private static final List<RulesFile<?>> RULES = List.of(
            new MaintenanceRulesFile(),
            new MajorIncidentReportRules.File(),
            new ProblemRulesFile(),
            new RegulatoryReportRules.File());

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
        Optional<Vocabulary> vocabulary = parsed(VOCABULARY, NamesReader::vocabulary);
        Optional<EscalationLevels> levels = parsed(ESCALATION, NamesReader::levels);
        Optional<Parties> parties = parsed(PARTIES, NamesReader::parties);
        Optional<WorkingDays> workingDays = parsed(WORKING_DAYS, CalendarReader::workingDays);
        Optional<Integer> daysToObject = parsed(CLOSURE, CalendarReader::daysToObject);
        Optional<List<PerformanceMeasure>> measures = parsed(MEASURES, MeasuresReader::measures);
        Optional<CommunicationTemplates> templates = parsed(TEMPLATES, TemplatesReader::templates);
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
}
