package uk.smartenergy.incident.platform.document.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import uk.smartenergy.incident.platform.web.Field;
import uk.smartenergy.incident.platform.web.Problem;

/** The formats in which a report or paper is answered. */
public enum DocumentFormat {
    JSON(MediaType.APPLICATION_JSON),
    HTML(new MediaType(MediaType.TEXT_HTML, java.nio.charset.StandardCharsets.UTF_8)),
    PDF(MediaType.APPLICATION_PDF),
    DOCX(MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.wordprocessingml.document"));

    /** For links, which cannot say what they accept. */
    public static final Field<DocumentFormat> FORMAT =
            Field.choice("format", List.of(values()), DocumentFormat::extension, "The format, whatever Accept says.");

    private final MediaType type;

    DocumentFormat(MediaType type) {
        this.type = type;
    }

    public MediaType type() {
        return type;
    }

    /** Of file names. */
    public String extension() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The one that {@code Accept} prefers (RFC 9110, 12.5.1): of every format the most specific range that fits tells its weight, and of those with the
     * same weight the usual one wins.
     *
     * @param usual what is answered to who accepts anything
     * @throws Problem 406 if none is acceptable
     */
    static DocumentFormat accepted(HttpServletRequest request, DocumentFormat usual) {
        List<MediaType> ranges = new ArrayList<>();
        try {
            for (String header : Collections.list(request.getHeaders(HttpHeaders.ACCEPT))) {
                ranges.addAll(MediaType.parseMediaTypes(header));
            }
        } catch (InvalidMediaTypeException unreadable) {
            throw notAcceptable();
        }
        if (ranges.isEmpty()) {
            return usual;
        }
        return Stream.of(values())
                .filter(format -> format.weight(ranges) > 0)
                .max(Comparator.<DocumentFormat>comparingDouble(format -> format.weight(ranges))
                        .thenComparing(format -> format == usual)
                        .thenComparing(Comparator.<DocumentFormat>naturalOrder().reversed()))
                .orElseThrow(DocumentFormat::notAcceptable);
    }

    private double weight(List<MediaType> ranges) {
        Optional<MediaType> closest = ranges.stream()
                .filter(range -> range.includes(type))
                .max(Comparator.comparing((MediaType range) -> !range.isWildcardType())
                        .thenComparing(range -> !range.isWildcardSubtype()));
        return closest.map(MediaType::getQualityValue).orElse(0.0);
    }

    private static Problem notAcceptable() {
        return Problem.of(
                406,
                "NOT_ACCEPTABLE",
                "It is answered as "
                        + Stream.of(values())
                                .map(format -> format.type.toString())
                                .collect(Collectors.joining(", ")));
    }
}
