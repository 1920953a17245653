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
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * A piece of a YAML file or a JSON body that knows where it stands, so that a fault can be shown to whoever wrote it: in a file its line, in a body
 * its JSON Pointer.
 */
sealed interface DataNode {
    String where();

    /** What sort of thing it is, for a message. */
    String kind();

    record Scalar(String where, String text) implements DataNode {
        @Override
        public String kind() {
            return text.isEmpty() ? "nothing" : "\"" + text + "\"";
        }
    }

    record Items(String where, List<DataNode> items) implements DataNode {
        @Override
        public String kind() {
            return "a list";
        }
    }

    /** @param twice keys that occur more than once */
    record Fields(String where, Map<String, DataNode> fields, List<Scalar> twice) implements DataNode {
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

    static DataNode parse(String yaml) throws Unreadable {
        try (JsonParser parser = new YAMLMapper().createParser(yaml)) {
            JsonToken first = parser.nextToken();
            return first == null ? new Scalar("1", "") : node(parser);
        } catch (JacksonException notYaml) {
            throw Unreadable.of(notYaml);
        }
    }

    private static DataNode node(JsonParser parser) {
        String line = line(parser);
        return switch (parser.currentToken()) {
            case START_OBJECT -> fields(parser, line);
            case START_ARRAY -> {
                List<DataNode> items = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    items.add(node(parser));
                }
                yield new Items(line, items);
            }
            case VALUE_NULL -> new Scalar(line, "");
            default -> new Scalar(line, String.valueOf(parser.getString()));
        };
    }

    private static Fields fields(JsonParser parser, String line) {
        Map<String, DataNode> fields = new LinkedHashMap<>();
        List<Scalar> twice = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            Scalar key = new Scalar(line(parser), String.valueOf(parser.currentName()));
            parser.nextToken();
            if (fields.putIfAbsent(key.text(), node(parser)) != null) {
                twice.add(key);
            }
        }
        return new Fields(line, fields, twice);
    }

    private static String line(JsonParser parser) {
        return Integer.toString(parser.currentTokenLocation().getLineNr());
    }

    /** A body as it was read; one name twice was refused before. */
    static DataNode of(JsonNode json, String pointer) {
        if (json.isObject()) {
            Map<String, DataNode> fields = new LinkedHashMap<>();
            json.properties().forEach(field -> {
                fields.put(field.getKey(), of(field.getValue(), pointer + "/" + escaped(field.getKey())));
            });
            return new Fields(pointer, fields, List.of());
        }
        if (json.isArray()) {
            List<DataNode> items = new ArrayList<>();
            json.values().forEach(item -> items.add(of(item, pointer + "/" + items.size())));
            return new Items(pointer, items);
        }
        return new Scalar(pointer, json.isNull() ? "" : json.asString());
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
