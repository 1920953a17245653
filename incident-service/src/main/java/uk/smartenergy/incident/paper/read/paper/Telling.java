package uk.smartenergy.incident.paper.read.paper;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.paper.PaperSection;
import uk.smartenergy.incident.api.paper.PaperView.Figure;
import uk.smartenergy.incident.api.paper.PaperView.Piece;
import uk.smartenergy.incident.api.paper.PaperView.Section;
import uk.smartenergy.incident.api.paper.PaperView.Sentence;
import uk.smartenergy.incident.api.paper.PaperView.Table;

/** Collects what a section says, and each figure that it shows. */
final class Telling {
    private final List<Sentence> sentences = new ArrayList<>();
    private final List<Figure> figures = new ArrayList<>();

    void say(Piece... pieces) {
        sentences.add(Sentence.of(pieces));
    }

    void say(String words) {
        sentences.add(Sentence.of(words));
    }

    /** Figures that a part of the section shows. */
    void take(Telling part) {
        figures.addAll(part.figures);
    }

    List<Sentence> sentences() {
        return sentences;
    }

    static Piece plain(String words) {
        return new Piece(words, null);
    }

    /** Counts. @param shown the words that show it, such as "Five open Incidents" */
    Piece count(String name, long count, String shown, String source, Collection<String> records) {
        return figure(name, BigDecimal.valueOf(count), shown, source, records);
    }

    Piece figure(String name, @Nullable BigDecimal value, String shown, String source, Collection<String> records) {
        figures.add(
                new Figure(name, value, shown, source, records.stream().sorted().toList()));
        return new Piece(shown, source);
    }

    Section section(PaperSection section) {
        return section(section, section.heading(), null);
    }

    Section section(PaperSection section, String heading, @Nullable Table table) {
        return new Section(section, heading, section.level(), sentences, table, figures, null);
    }
}
