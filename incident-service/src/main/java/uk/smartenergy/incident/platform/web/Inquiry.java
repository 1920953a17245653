package uk.smartenergy.incident.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.util.MimeTypeUtils;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import uk.smartenergy.incident.api.shared.Moment;
import uk.smartenergy.incident.api.shared.Viewer;

/**
 * What a reading request asks: who, when, and with which query parameters. Controllers take one as a parameter.
 *
 * @param csv whether the answer is wanted as CSV rather than JSON
 */
public record Inquiry(Viewer viewer, Instant now, HttpServletRequest request, boolean csv) {
    private static final int PAGE = 50;

    /** When it was so. */
    public static final Field<Instant> AS_OF = Field.endingAt("asOf", "When it was so; default now.");

    /** What was on record. */
    public static final Field<Instant> KNOWN_AT =
            Field.endingAt("knownAt", "Only what was on record by then; default now.");

    /** The two times that go on every read. */
    public static final Form MOMENT = Form.of("Moment", AS_OF, KNOWN_AT);

    static Inquiry of(Viewer viewer, Instant now, HttpServletRequest request) {
        return new Inquiry(viewer, now, request, wantsCsv(request));
    }

    /** The query parameters in this form; ends the request with 400 if anything is wrong, also a parameter that the form does not have. */
    public Filled as(Form form) {
        Reading reading = Reading.text(now);
        ObjectNode query = JsonNodeFactory.instance.objectNode();
        request.getParameterMap().forEach((name, values) -> {
            if (form.fields().stream().noneMatch(field -> field.name().equals(name))) {
                reading.faults().add(pointerTo(name), "is not a parameter of this request");
            } else if (values.length == 1) {
                query.put(name, values[0]);
            } else if (form.fields().stream()
                    .anyMatch(field -> field.name().equals(name)
                            && "array".equals(field.schema().get("type")))) {
                var all = query.putArray(name);
                List.of(values).forEach(all::add);
            } else {
                reading.faults().add(pointerTo(name), "must be given only once");
            }
        });
        return form.read(query, reading);
    }

    /** The moment that a filled form with the fields of {@link #MOMENT} asks about. */
    public Moment moment(Filled filled) {
        return new Moment(filled.get(AS_OF), filled.get(KNOWN_AT), now);
    }

    /** How many elements of a list at most: as asked, else a page of it, or all of it in a table. */
    public int limit(Filled filled, Field<Integer> limit) {
        return filled.or(limit, csv ? Integer.MAX_VALUE : PAGE);
    }

    /** The moment, where nothing else may be asked. */
    public Moment moment() {
        return moment(as(MOMENT));
    }

    private static String pointerTo(String name) {
        String shown = name.length() > 60 ? name.substring(0, 60) : name;
        return "/" + shown.replace("~", "~0").replace("/", "~1");
    }

    static boolean wantsCsv(HttpServletRequest request) {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        if (accept == null) {
            return false;
        }
        try {
            List<MediaType> types = new ArrayList<>(MediaType.parseMediaTypes(accept));
            MimeTypeUtils.sortBySpecificity(types);
            types.sort((a, b) -> Double.compare(b.getQualityValue(), a.getQualityValue()));
            for (MediaType type : types) {
                if (type.includes(MediaType.APPLICATION_JSON)) {
                    return false;
                }
                if (type.includes(Csv.TYPE)) {
                    return true;
                }
            }
            return false;
        } catch (InvalidMediaTypeException unreadable) {
            return false;
        }
    }
}
