package uk.smartenergy.incident.paper.web;

import java.util.ArrayList;
import java.util.List;
import uk.smartenergy.incident.api.paper.PaperView;
import uk.smartenergy.incident.api.paper.PaperView.Section;
import uk.smartenergy.incident.api.paper.PaperView.Sentence;
import uk.smartenergy.incident.platform.document.Block;
import uk.smartenergy.incident.platform.document.Cell;
import uk.smartenergy.incident.platform.document.Document;
import uk.smartenergy.incident.platform.document.Text;

/** The paper as a document in the field's layout: every figure is a link to what it counts, and every writer's text is marked. */
final class PaperDocument {
    /** The columns of the reporting table, of which the last says most. */
    private static final List<Integer> WIDTHS = List.of(25, 15, 20, 40);

    private PaperDocument() {}

    static Document of(PaperView paper) {
        List<Block> blocks = new ArrayList<>();
        paper.sections().forEach(section -> add(section, blocks));
        blocks.add(Block.note("As of " + paper.asOf() + ", as known at " + paper.knownAt() + ". Limits and due dates: "
                + paper.note() + "."));
        return new Document(
                paper.reference(),
                paper.title(),
                paper.forWhat(),
                paper.classification(),
                paper.author(),
                paper.date(),
                blocks);
    }

    private static void add(Section section, List<Block> blocks) {
        blocks.add(Block.heading(section.level(), section.heading()));
        if (!section.sentences().isEmpty()) {
            blocks.add(Block.paragraph(joined(section.sentences())));
        }
        PaperView.Table table = section.table();
        if (table != null) {
            blocks.add(new Block.Table(
                    table.caption(),
                    table.header(),
                    WIDTHS,
                    table.rows().stream()
                            .map(row -> row.cells().stream()
                                    .map(cell -> new Cell(cell.stream()
                                            .map(PaperDocument::text)
                                            .toList()))
                                    .toList())
                            .toList()));
        }
        if (section.text() != null) {
            blocks.add(Block.written(section.text().text()));
        }
    }

    private static Text joined(List<Sentence> sentences) {
        Text text = Text.empty();
        for (Sentence sentence : sentences) {
            text = text.runs().isEmpty() ? text(sentence) : text.plain(" ").and(text(sentence));
        }
        return text;
    }

    private static Text text(Sentence sentence) {
        Text text = Text.empty();
        for (PaperView.Piece piece : sentence.pieces()) {
            text = text.link(piece.words(), piece.source());
        }
        return text;
    }
}
