package uk.smartenergy.incident.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** Reads JSON strictly: UTF-8, one value, no name twice, nothing deep or huge. */
public final class JsonBodies {
    private static final JsonMapper STRICT = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(40)
                            .maxNumberLength(40)
                            .maxNameLength(1_000)
                            .maxStringLength(1_000_000)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private JsonBodies() {}

    /** One value from bytes; {@link Problem} 400 if they are not such a value. */
    public static JsonNode parse(byte[] bytes) {
        String text = decode(bytes);
        try {
            return STRICT.readTree(text);
        } catch (StreamConstraintsException tooMuch) {
            throw Problem.unreadable("The JSON is nested too deeply, or has a number or name that is too long");
        } catch (JacksonException unreadable) {
            throw Problem.unreadable(
                    "The body is not JSON, or has something after it, or a name twice" + place(unreadable));
        }
    }

    static JsonNode read(HttpServletRequest request) throws IOException {
        byte[] bytes = request.getInputStream().readAllBytes();
        String type = request.getContentType();
        if (bytes.length == 0) {
            return JsonNodeFactory.instance.objectNode();
        }
        if (type == null || !isJson(type)) {
            throw Problem.of(415, "UNSUPPORTED_MEDIA_TYPE", "The body must be application/json in UTF-8")
                    .with("Accept", MediaType.APPLICATION_JSON_VALUE);
        }
        JsonNode json = parse(bytes);
        if (!json.isObject()) {
            throw Problem.invalid("", "must be an object");
        }
        return json;
    }

    private static boolean isJson(String type) {
        try {
            MediaType media = MediaType.parseMediaType(type);
            boolean json = media.equalsTypeAndSubtype(MediaType.APPLICATION_JSON)
                    || media.getType().equals("application")
                            && media.getSubtype().endsWith("+json");
            return json && (media.getCharset() == null || media.getCharset().equals(StandardCharsets.UTF_8));
        } catch (InvalidMediaTypeException | java.nio.charset.UnsupportedCharsetException unknown) {
            return false;
        }
    }

    private static String decode(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException malformed) {
            throw Problem.unreadable("The body is not UTF-8");
        }
    }

    private static String place(JacksonException unreadable) {
        var location = unreadable.getLocation();
        return location == null || location.getLineNr() < 1
                ? ""
                : " (line %d, column %d)".formatted(location.getLineNr(), location.getColumnNr());
    }
}
