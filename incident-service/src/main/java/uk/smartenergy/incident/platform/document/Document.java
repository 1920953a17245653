package uk.smartenergy.incident.platform.document;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.shared.Classification;

/**
 * What a paper or report says, told from how it looks; {@link Html}, {@link Pdf} and {@link Docx} show it. Nothing in it is read from a clock: the
 * same document gives the same bytes. It is not for screens, nor for layouts of one's own.
 *
 * @param reference as its readers cite it, such as {@code SECP_61_1210_19}
 * @param title what kind of paper it is
 * @param purpose a line such as "For Information"
 * @param classification shown on every page
 * @param date of it, as it is shown and as the file says
 */
public record Document(
        String reference,
        String title,
        String purpose,
        Classification classification,
        @Nullable String author,
        LocalDate date,
        List<Block> blocks) {
    public Document {
        blocks = List.copyOf(blocks);
    }

    /** As the field's papers say it at the foot of every page. */
    public String classificationLine() {
        String name = classification.name();
        return "This document has a Classification of " + name.charAt(0)
                + name.substring(1).toLowerCase(Locale.ROOT);
    }
}
