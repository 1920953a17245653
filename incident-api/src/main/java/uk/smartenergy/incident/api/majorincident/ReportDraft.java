package uk.smartenergy.incident.api.majorincident;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import uk.smartenergy.incident.api.incident.IncidentId;
import uk.smartenergy.incident.api.shared.Classification;

/**
 * What the records of an Incident say for a report on it. It is for a writer to go on from: what no record says stands nowhere in it.
 *
 * @param parts in their order
 * @param gaps names of the parts of which nothing is on record
 * @param redactions those of the Summary Report, if its texts were taken over
 */
public record ReportDraft(
        IncidentId incident,
        ReportKind kind,
        Classification classification,
        List<Part> parts,
        List<String> gaps,
        List<Redaction> redactions) {
    public ReportDraft {
        parts = List.copyOf(parts);
        gaps = List.copyOf(gaps);
        redactions = List.copyOf(redactions);
    }

    public record Part(String part, String title, List<Sentence> sentences) {
        public Part {
            sentences = List.copyOf(sentences);
        }

        /** A line each. */
        public String text() {
            return sentences.stream().map(Sentence::text).collect(Collectors.joining("\n"));
        }
    }

    /** @param events that it comes from. @param version of the Summary Report that it was taken over from; 0: it was drafted */
    public record Sentence(String text, List<Source> events, int version) {
        public Sentence {
            events = List.copyOf(events);
        }
    }

    /** An event of the Incident. @param sequence as in its timeline */
    public record Source(IncidentId incident, long sequence, String type, Instant occurredAt, Instant recordedAt) {}
}
