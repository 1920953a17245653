package uk.smartenergy.incident.platform.document;

import java.util.List;
import java.util.stream.Stream;

/** A cell of a table: paragraphs, one below the other. */
public record Cell(List<Text> paragraphs) {
    public Cell {
        paragraphs = List.copyOf(paragraphs);
    }

    public static Cell of(Text... paragraphs) {
        return new Cell(List.of(paragraphs));
    }

    public static Cell of(String... paragraphs) {
        return new Cell(Stream.of(paragraphs).map(Text::of).toList());
    }
}
