package uk.smartenergy.incident.majorincident.read.reports;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.majorincident.Passages;
import uk.smartenergy.incident.api.majorincident.Passages.Place;
import uk.smartenergy.incident.api.majorincident.Redaction;
import uk.smartenergy.incident.api.majorincident.ReportText.Withheld;

/**
 * Takes what is redacted out of texts. A quote is taken out wherever it stands, not only in the part that it was found in: what may not be read in
 * one place may not be read in another.
 *
 * @param redactions all that hold, of whichever version and report of the Incident
 */
record Redactor(List<Redaction> redactions) {
    private static final String INSTEAD = "[redacted]";

    Redactor {
        redactions = redactions.stream().distinct().toList();
    }

    /** The text without what is redacted. */
    String redacted(String text) {
        String whole = Normalizer.normalize(text, Normalizer.Form.NFC);
        StringBuilder left = new StringBuilder();
        int at = 0;
        for (Place place : joined(whole)) {
            left.append(whole, at, place.from()).append(INSTEAD);
            at = place.to();
        }
        return left.append(whole.substring(at)).toString();
    }

    @Nullable
    String redactedIfAny(@Nullable String text) {
        return text == null ? null : redacted(text);
    }

    /** Places of all quotes, those that overlap or touch as one. */
    private List<Place> joined(String text) {
        List<Place> all = redactions.stream()
                .flatMap(redaction -> Passages.of(redaction.quote(), text).stream())
                .sorted(Comparator.comparing(Place::from))
                .toList();
        List<Place> joined = new ArrayList<>();
        for (Place place : all) {
            Place last = joined.isEmpty() ? null : joined.getLast();
            if (last != null && place.from() <= last.to()) {
                joined.set(joined.size() - 1, new Place(last.from(), Math.max(last.to(), place.to())));
            } else {
                joined.add(place);
            }
        }
        return joined;
    }

    /** What is taken out of these parts, by part and reason, and not the text itself. */
    List<Withheld> withheld(Map<String, String> parts) {
        List<Withheld> withheld = new ArrayList<>();
        parts.forEach((part, text) -> redactions.forEach(redaction -> {
            int occurrences = occurrences(redaction, text);
            if (occurrences > 0) {
                withheld.add(new Withheld(
                        part, occurrences, redaction.quote().length(), redacted(redaction.reason()), null));
            }
        }));
        return withheld;
    }

    /** The redactions themselves, for those who may read everything. */
    static List<Withheld> shown(List<Redaction> redactions, Map<String, String> parts) {
        return redactions.stream()
                .map(redaction -> new Withheld(
                        redaction.part(),
                        occurrences(redaction, parts.getOrDefault(redaction.part(), "")),
                        redaction.quote().length(),
                        redaction.reason(),
                        redaction.quote()))
                .toList();
    }

    private static int occurrences(Redaction redaction, String text) {
        return Passages.of(redaction.quote(), text).size();
    }
}
