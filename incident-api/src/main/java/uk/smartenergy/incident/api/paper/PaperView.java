package uk.smartenergy.incident.api.paper;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.shared.Classification;

/**
 * The paper of a month, for one reader.
 *
 * @param title of the kind of paper
 * @param forWhat such as "For Information"
 * @param classification no record that is narrower is told of, beyond being counted
 * @param issue the number of the issue that this is; {@code null}: it is a draft
 * @param date of the paper: the day of {@code asOf} in Europe/London
 * @param note that limits are defaults
 * @param version of what its writers said, as in the {@code ETag}; -1 before the first
 */
public record PaperView(
        PaperId id,
        YearMonth month,
        Instant asOf,
        Instant knownAt,
        String reference,
        String title,
        String forWhat,
        Classification classification,
        @Nullable String author,
        LocalDate date,
        @Nullable Integer issue,
        List<Section> sections,
        String note,
        long version) {
    public PaperView {
        sections = List.copyOf(sections);
    }

    /** All figures, in their order. */
    public List<Figure> figures() {
        return sections.stream().flatMap(section -> section.figures().stream()).toList();
    }

    /**
     * @param section which of the paper's sections it belongs to
     * @param sentences what the service says
     * @param table {@code null}: there is none
     * @param figures all that sentences and table show
     * @param text what a writer added; never mixed with what the service says
     */
    public record Section(
            PaperSection section,
            String heading,
            int level,
            List<Sentence> sentences,
            @Nullable Table table,
            List<Figure> figures,
            @Nullable WriterText text) {
        public Section {
            sentences = List.copyOf(sentences);
            figures = List.copyOf(figures);
        }
    }

    /** @param pieces which together are the text; some lead to what they tell of */
    public record Sentence(String text, List<Piece> pieces) {
        public Sentence {
            pieces = List.copyOf(pieces);
        }

        public static Sentence of(Piece... pieces) {
            return new Sentence(Stream.of(pieces).map(Piece::words).collect(Collectors.joining()), List.of(pieces));
        }

        public static Sentence of(String words) {
            return of(new Piece(words, null));
        }
    }

    /** @param source where it leads; {@code null}: nowhere */
    public record Piece(String words, @Nullable String source) {}

    public record Table(String caption, List<String> header, List<Row> rows) {
        public Table {
            header = List.copyOf(header);
            rows = List.copyOf(rows);
        }
    }

    /** @param key what it is about, such as {@code PMR}. @param cells one for each header */
    public record Row(String key, List<List<Sentence>> cells) {
        public Row {
            cells = cells.stream().map(List::copyOf).toList();
        }
    }

    /**
     * @param name the same in every paper, so that two can be compared
     * @param value {@code null} where it is no number, or none is known
     * @param text as a person reads it
     * @param source where what is counted is listed, as of and as known at the paper's moment
     * @param records what is counted, by reference, as far as this reader may see it
     */
    public record Figure(String name, @Nullable BigDecimal value, String text, String source, List<String> records) {
        public Figure {
            records = List.copyOf(records);
        }

        /** Whether the two say the same of the same. */
        public boolean isLike(Figure other) {
            return text.equals(other.text) && sameValue(other) && records.equals(other.records);
        }

        private boolean sameValue(Figure other) {
            BigDecimal a = value;
            BigDecimal b = other.value;
            return a == null || b == null ? a == b : a.compareTo(b) == 0;
        }
    }

    /** @param version how many times the text was written */
    public record WriterText(
            String text,
            Classification classification,
            @Nullable String by,
            Instant writtenAt,
            int version) {}
}
