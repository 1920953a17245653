package uk.smartenergy.incident.api.paper;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.shared.Classification;

/** What the writers of a paper said, and said before. @param version as in the {@code ETag} */
public record PaperTexts(
        PaperId id,
        @Nullable String reference,
        @Nullable String author,
        @Nullable String purpose,
        List<Version> texts,
        long version) {
    public PaperTexts {
        texts = List.copyOf(texts);
    }

    /** @param number of the text within its section, from 1. @param text {@code null}: withdrawn. @param standing whether it is the last */
    public record Version(
            PaperSection section,
            int number,
            @Nullable String text,
            Classification classification,
            @Nullable String by,
            Instant writtenAt,
            Instant recordedAt,
            boolean standing) {}
}
