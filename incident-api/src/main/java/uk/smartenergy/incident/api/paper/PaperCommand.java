package uk.smartenergy.incident.api.paper;

import java.time.Instant;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.shared.Classification;
import uk.smartenergy.incident.api.shared.Command;

/** What can be asked of a paper. */
public sealed interface PaperCommand extends Command {
    PaperId paper();

    /** When it happened; {@code null}: now. */
    @Nullable
    Instant occurredAt();

    /** @param text {@code null}: the section's text is withdrawn */
    record WriteText(
            @TargetAggregateIdentifier PaperId paper,
            @Nullable Instant occurredAt,
            PaperSection section,
            @Nullable String text,
            Classification classification)
            implements PaperCommand {}

    record GiveDetails(
            @TargetAggregateIdentifier PaperId paper,
            @Nullable Instant occurredAt,
            @Nullable String reference,
            @Nullable String author,
            @Nullable String purpose)
            implements PaperCommand {}

    /**
     * Records that it was issued, as it stood.
     *
     * @param asOf of the paper
     * @param knownAt what was on record when its figures were taken
     */
    record IssuePaper(
            @TargetAggregateIdentifier PaperId paper,
            @Nullable Instant occurredAt,
            Instant asOf,
            Instant knownAt,
            String reference,
            Classification classification,
            List<PaperEvent.FrozenFigure> figures)
            implements PaperCommand {
        public IssuePaper {
            figures = List.copyOf(figures);
        }
    }
}
