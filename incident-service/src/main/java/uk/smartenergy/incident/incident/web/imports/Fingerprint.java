package uk.smartenergy.incident.incident.web.imports;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import uk.smartenergy.incident.platform.web.Times;

/**
 * Tells whether two lines say the same, in whichever order, format or offset. It must stay as it is for ever: fingerprints are kept, and a line
 * taken over long ago must be known again.
 */
final class Fingerprint {
    private static final char BETWEEN_FIELDS = '\n';
    private static final char BETWEEN_ELEMENTS = '\u001F';

    private Fingerprint() {}

    /** @param known the dotted names that count; others say nothing */
    static String of(ObjectNode content, Collection<String> known) {
        Map<String, String> said = new TreeMap<>();
        collect(content, "", known, said);
        StringBuilder canonical = new StringBuilder();
        said.forEach((name, value) ->
                canonical.append(name).append('=').append(value).append(BETWEEN_FIELDS));
        return sha256(canonical.toString());
    }

    static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    private static void collect(ObjectNode object, String prefix, Collection<String> known, Map<String, String> said) {
        object.properties().forEach(property -> {
            String name = prefix + property.getKey();
            JsonNode value = property.getValue();
            if (value instanceof ObjectNode nested) {
                collect(nested, name + ".", known, said);
            } else if (known.contains(name)) {
                String text = text(name, value);
                if (!text.isEmpty()) {
                    said.put(name, text);
                }
            }
        });
    }

    private static String text(String name, JsonNode value) {
        if (value.isArray()) {
            StringBuilder list = new StringBuilder();
            value.values().forEach(element -> {
                String text = scalar(element);
                if (!text.isEmpty()) {
                    list.append(text).append(BETWEEN_ELEMENTS);
                }
            });
            return list.toString();
        }
        String text = scalar(value);
        return switch (name) {
            case "at" -> Times.instant(text).map(Instant::toString).orElse(text);
            case "action" -> text.toUpperCase(Locale.ROOT);
            default -> text;
        };
    }

    private static String scalar(JsonNode value) {
        if (value.isNull() || value.isContainer()) {
            return "";
        }
        // As a CSV cell escapes a comma within a name, see CsvFile.
        return value.asString().replace("\\,", ",").strip();
    }
}
