package uk.smartenergy.incident.api.paper;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.shared.Classification;

/** @param issuedAt when it was issued. @param recordedAt when that became known here. @param figures as they stood */
public record PaperIssueView(
        int number,
        Instant asOf,
        Instant knownAt,
        String reference,
        Classification classification,
        Instant issuedAt,
        Instant recordedAt,
        @Nullable String by,
        List<PaperEvent.FrozenFigure> figures) {
    public PaperIssueView {
        figures = List.copyOf(figures);
    }
}
