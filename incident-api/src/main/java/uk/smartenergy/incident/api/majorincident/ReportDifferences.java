package uk.smartenergy.incident.api.majorincident;

import java.util.List;
import uk.smartenergy.incident.api.incident.IncidentId;
import uk.smartenergy.incident.api.shared.Classification;

/** What one version of a report says otherwise than another. @param parts those that differ, in their order. @param unchanged the others */
public record ReportDifferences(
        IncidentId incident,
        ReportKind kind,
        Classification classification,
        int from,
        int to,
        List<PartDifference> parts,
        List<String> unchanged) {
    public ReportDifferences {
        parts = List.copyOf(parts);
        unchanged = List.copyOf(unchanged);
    }

    /** @param pieces one after the other: all but the inserted ones are the older text, all but the deleted ones the newer */
    public record PartDifference(String part, String title, List<Piece> pieces) {
        public PartDifference {
            pieces = List.copyOf(pieces);
        }
    }

    public record Piece(Change change, String text) {}

    public enum Change {
        SAME,
        DELETED,
        INSERTED
    }
}
