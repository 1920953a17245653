package uk.smartenergy.incident.platform.reference;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** A piece of a YAML file that knows on which line it stands, so that a fault can be shown to whoever wrote it. */
sealed interface YamlNode {
    int line();

    /** What sort of thing it is, for a message. */
    String kind();

    record Scalar(int line, String text) implements YamlNode {
        @Override
        public String kind() {
            return text.isEmpty() ? "nothing" : "\"" + text + "\"";
        }
    }

    record Items(int line, List<YamlNode> items) implements YamlNode {
        @Override
        public String kind() {
            return "a list";
        }
    }

    /** @param twice keys that occur more than once */
    record Fields(int line, Map<String, YamlNode> fields, List<Scalar> twice) implements YamlNode {
        @Override
        public String kind() {
            return "a group of fields";
        }
    }

    /** The file is not YAML. */
    final class Unreadable extends Exception {
        private static final Pattern PLACE = Pattern.compile("^ +in .*, line (\\d+)");

        final int line;

        private Unreadable(int line, String message) {
            super(message);
            this.line = line;
        }

        /** The parser's sentences, and the last line that it names, which is where it stopped. */
        static Unreadable of(JacksonException notYaml) {
            List<String> said =
                    String.valueOf(notYaml.getOriginalMessage()).lines().toList();
            int line = notYaml.getLocation() == null ? 1 : notYaml.getLocation().getLineNr();
            for (String sentence : said) {
                Matcher place = PLACE.matcher(sentence);
                line = place.find() ? Integer.parseInt(place.group(1)) : line;
            }
            String sentences = said.stream()
                    .filter(sentence -> !sentence.isBlank() && !sentence.startsWith(" "))
                    .collect(joining(", "));
            return new Unreadable(Math.max(1, line), "not YAML: " + sentences);
        }
    }

    static YamlNode parse(String yaml) throws Unreadable {
        try (JsonParser parser = new YAMLMapper().createParser(yaml)) {
            JsonToken first = parser.nextToken();
            return first == null ? new Scalar(1, "") : node(parser);
        } catch (JacksonException notYaml) {
            throw Unreadable.of(notYaml);
        }
    }

    private static YamlNode node(JsonParser parser) {
        int line = parser.currentTokenLocation().getLineNr();
        return switch (parser.currentToken()) {
            case START_OBJECT -> fields(parser, line);
            case START_ARRAY -> {
                List<YamlNode> items = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    items.add(node(parser));
                }
                yield new Items(line, items);
            }
            case VALUE_NULL -> new Scalar(line, "");
            default -> new Scalar(line, String.valueOf(parser.getString()));
        };
    }

    private static Fields fields(JsonParser parser, int line) {
        Map<String, YamlNode> fields = new LinkedHashMap<>();
        List<Scalar> twice = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            Scalar key = new Scalar(parser.currentTokenLocation().getLineNr(), String.valueOf(parser.currentName()));
            parser.nextToken();
            if (fields.putIfAbsent(key.text(), node(parser)) != null) {
                twice.add(key);
            }
        }
        return new Fields(line, fields, twice);
    }
}
