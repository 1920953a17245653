package uk.smartenergy.incident.api.paper;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.paper.PaperView.Figure;

/**
 * Which figures of the paper changed between two dates of knowledge, and what was recorded between that changed them.
 *
 * @param asOf of the paper, both times
 * @param figures those only that changed
 * @param unchanged how many others there are
 */
public record PaperDifferences(
        String report,
        String period,
        Instant asOf,
        Instant knownAtA,
        Instant knownAtB,
        List<Change> figures,
        long unchanged) {
    public PaperDifferences {
        figures = List.copyOf(figures);
    }

    /**
     * @param before {@code null}: the paper had no such figure
     * @param after {@code null}: the paper has it no more
     * @param change of the value; {@code null} unless both are numbers
     * @param entered records counted only after
     * @param left records counted only before
     * @param events recorded between, in that order, of all that it counts or counted
     * @param explanation in words, where no event explains it
     */
    public record Change(
            String figure,
            @Nullable Figure before,
            @Nullable Figure after,
            @Nullable BigDecimal change,
            List<String> entered,
            List<String> left,
            List<RecordedBetween> events,
            @Nullable String explanation) {
        public Change {
            entered = List.copyOf(entered);
            left = List.copyOf(left);
            events = List.copyOf(events);
        }
    }

    /** @param data the event itself */
    public record RecordedBetween(
            String record, String type, @Nullable String actor, Instant occurredAt, Instant recordedAt, Object data) {}
}
