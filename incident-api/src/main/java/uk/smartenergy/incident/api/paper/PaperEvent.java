package uk.smartenergy.incident.api.paper;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.shared.Classification;
import uk.smartenergy.incident.api.shared.RecordEvent;
import uk.smartenergy.incident.api.shared.Required;

/** What happened to a paper. The record itself is AMBER, as a draft is; each text and each issue has a classification of its own. */
public sealed interface PaperEvent extends RecordEvent {
    PaperId paper();

    @Override
    default String record() {
        return paper().value();
    }

    @Revision("1")
    record TextWritten(
            PaperId paper, Instant occurredAt, PaperSection section, String text, Classification classification)
            implements PaperEvent {
        public TextWritten {
            Required.text(text, "text");
        }
    }

    @Revision("1")
    record TextWithdrawn(PaperId paper, Instant occurredAt, PaperSection section) implements PaperEvent {}

    /** What is said of the paper itself from then on. @param reference {@code null}: the derived one. @param purpose of section 1 */
    @Revision("1")
    record DetailsGiven(
            PaperId paper,
            Instant occurredAt,
            @Nullable String reference,
            @Nullable String author,
            @Nullable String purpose)
            implements PaperEvent {}

    /** @param number from 1, within the paper. @param figures as they stood; never of what is RED */
    @Revision("1")
    record PaperIssued(
            PaperId paper,
            Instant occurredAt,
            int number,
            Instant asOf,
            Instant knownAt,
            String reference,
            Classification classification,
            List<FrozenFigure> figures)
            implements PaperEvent {
        public PaperIssued {
            figures = List.copyOf(figures);
        }
    }

    /** @param value {@code null} where the figure is no number */
    record FrozenFigure(String name, @Nullable BigDecimal value, String text) {}
}
