package uk.smartenergy.incident.incident.web.imports;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads the JSON object of one line, strictly: nothing after it, no name twice, not too deep. */
final class LineObjects {
    /** How deep a line may nest; a history needs three levels. */
    private static final int DEEPEST = 20;

    private static final String REFERENCE = "externalReference";
    private static final int LONGEST_REFERENCE_SHOWN = 200;

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxNumberLength(100)
                            .maxNameLength(1_000)
                            .build())
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private LineObjects() {}

    /** The record that this text is. */
    static ImportRecord read(long line, String text, int size) {
        try {
            JsonNode node = JSON.readTree(text);
            return node instanceof ObjectNode object
                    ? new ImportRecord.Readable(line, object, size)
                    : new ImportRecord.Unreadable(
                            line, null, ImportCode.MALFORMED, "A line must be one JSON object of its own");
        } catch (JacksonException unreadable) {
            return new ImportRecord.Unreadable(line, reference(text), ImportCode.MALFORMED, why(unreadable));
        }
    }

    /** The external reference of a line that may break off or be broken behind it; {@code null} if it cannot be made out. */
    static @Nullable String reference(String text) {
        try (JsonParser parser = JSON.createParser(text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return null;
            }
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                boolean wanted = parser.currentName().equals(REFERENCE);
                JsonToken value = parser.nextToken();
                if (wanted) {
                    return value == JsonToken.VALUE_STRING ? shown(parser.getString()) : null;
                }
                parser.skipChildren();
            }
            return null;
        } catch (JacksonException unreadable) {
            return null;
        }
    }

    /** A reference as an answer may repeat it, however long it was. */
    static String shown(String reference) {
        return reference.codePointCount(0, reference.length()) <= LONGEST_REFERENCE_SHOWN
                ? reference
                : reference.substring(0, reference.offsetByCodePoints(0, LONGEST_REFERENCE_SHOWN)) + "…";
    }

    private static String why(JacksonException unreadable) {
        if (unreadable instanceof StreamConstraintsException) {
            return "The line nests deeper than %d levels, or has a number or name that is too long".formatted(DEEPEST);
        }
        String message = String.valueOf(unreadable.getOriginalMessage());
        int column =
                unreadable.getLocation() == null ? 0 : unreadable.getLocation().getColumnNr();
        if (message.startsWith("Duplicate")) {
            return "The line says something twice, the second time before column %d".formatted(column);
        }
        if (message.startsWith("Trailing token")) {
            return "A line must be one JSON object of its own; something follows it at column %d".formatted(column);
        }
        return "The line is not JSON from column %d on".formatted(column);
    }
}
