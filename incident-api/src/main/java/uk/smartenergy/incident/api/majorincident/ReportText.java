package uk.smartenergy.incident.api.majorincident;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.incident.IncidentId;
import uk.smartenergy.incident.api.shared.Classification;

/**
 * A version of a Major Incident report as somebody may read it. What is redacted is in no component of a redacted one.
 *
 * @param title for its first page
 * @param classification that is shown on every page
 * @param redacted whether this is the variant for everybody
 * @param version its number
 * @param writtenBy {@code null} in the variant for everybody, as is the note
 * @param parts texts by the names of the parts, in their order
 * @param redactions what was redacted, and why
 */
public record ReportText(
        IncidentId incident,
        ReportKind kind,
        String title,
        Classification classification,
        boolean redacted,
        int version,
        Instant writtenAt,
        @Nullable String writtenBy,
        @Nullable String note,
        Map<String, String> parts,
        List<Withheld> redactions) {
    public ReportText {
        parts = Collections.unmodifiableMap(new LinkedHashMap<>(parts));
        redactions = List.copyOf(redactions);
    }

    /**
     * What is, or will be, redacted in one part for one reason.
     *
     * @param occurrences how often it stands in that part
     * @param characters how long it is
     * @param quote the text itself; {@code null} in the variant for everybody
     */
    public record Withheld(
            String part,
            int occurrences,
            int characters,
            String reason,
            @Nullable String quote) {}
}
