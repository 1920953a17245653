package uk.smartenergy.incident.platform.reference;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import uk.smartenergy.incident.platform.reference.DataNode.Fields;

/** Reads {@code problems.yaml}. */
final class ProblemRulesFile implements RulesFile<ProblemEditions> {
    private static final int MOST_DAYS = 3_660;
    /** The most that each number may be; the least is 1. */
    private static final Map<String, Integer> NUMBERS = Map.of(
            "leastIncidents", 1_000,
            "days", MOST_DAYS,
            "leastWords", 50,
            "leastLikeness", 100,
            "lookBackDays", MOST_DAYS,
            "knownErrorWords", 50,
            "knownErrorLikeness", 100);

    private static final String STOP_WORDS = "stopWords";

    @Override
    public String name() {
        return "problems.yaml";
    }

    @Override
    public Class<ProblemEditions> type() {
        return ProblemEditions.class;
    }

    @Override
    public Optional<ProblemEditions> read(DataReader reader, DataNode root, Vocabulary vocabulary) {
        Set<String> known = new HashSet<>(NUMBERS.keySet());
        known.add(STOP_WORDS);
        return Editions.read(reader, root, known.toArray(String[]::new), fields -> rules(reader, fields))
                .map(ProblemEditions::new);
    }

    private static Optional<ProblemRules> rules(DataReader reader, Fields fields) {
        int before = reader.found();
        Map<String, Integer> numbers = new HashMap<>();
        NUMBERS.forEach((name, most) -> reader.required(fields, name)
                .flatMap(node -> reader.number(node, 1, most))
                .ifPresent(number -> numbers.put(name, number)));
        Set<String> stopWords = new HashSet<>();
        reader.items(fields, STOP_WORDS)
                .forEach(node -> reader.text(node).ifPresent(word -> stopWords.add(word.toLowerCase(Locale.ROOT))));
        return reader.found() > before
                ? Optional.empty()
                : Optional.of(new ProblemRules(
                        numbers.getOrDefault("leastIncidents", 1),
                        numbers.getOrDefault("days", 1),
                        numbers.getOrDefault("leastWords", 1),
                        numbers.getOrDefault("leastLikeness", 1),
                        numbers.getOrDefault("lookBackDays", 1),
                        numbers.getOrDefault("knownErrorWords", 1),
                        numbers.getOrDefault("knownErrorLikeness", 1),
                        stopWords));
    }
}
