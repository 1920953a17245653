package uk.smartenergy.incident.platform.document;

import java.util.List;
import java.util.stream.Stream;

/** What a document consists of, from top to bottom. */
public sealed interface Block {

    /** @param level 1 to 3; the title of the document stands above level 1 */
    record Heading(int level, Text text) implements Block {
        public Heading {
            if (level < 1 || level > 3) {
                throw new IllegalArgumentException("A heading is of level 1 to 3, not " + level);
            }
        }
    }

    record Paragraph(Text text) implements Block {}

    record Items(List<Text> items, boolean numbered) implements Block {
        public Items {
            items = List.copyOf(items);
        }
    }

    /** What stands below what it is about, smaller: where limits come from, what was left out. */
    record Note(Text text) implements Block {}

    /**
     * @param caption what it shows, in a line above it
     * @param header of each column; repeated on every page
     * @param widths of each column in percent, multiples of five; empty: all alike
     * @param rows each with as many cells as there are columns
     */
    record Table(String caption, List<String> header, List<Integer> widths, List<List<Cell>> rows) implements Block {
        public Table {
            widths = List.copyOf(widths);
            header = List.copyOf(header);
            rows = rows.stream().map(List::copyOf).toList();
            for (List<Cell> row : rows) {
                if (row.size() != header.size()) {
                    throw new IllegalArgumentException(
                            "A row has %d cells under %d headers".formatted(row.size(), header.size()));
                }
            }
        }

        /** Of a column in percent. */
        public int width(int column) {
            return column < widths.size() ? widths.get(column) : 100 / header.size();
        }
    }

    /** What a person wrote, visibly apart from what the service counted. @param label says whose it is, such as "Writer's text" */
    record Written(String label, List<Text> paragraphs) implements Block {
        public Written {
            paragraphs = List.copyOf(paragraphs);
        }
    }

    static Block heading(int level, String words) {
        return new Heading(level, Text.of(words));
    }

    static Block paragraph(String words) {
        return new Paragraph(Text.of(words));
    }

    static Block paragraph(Text text) {
        return new Paragraph(text);
    }

    static Block list(Text... items) {
        return new Items(List.of(items), false);
    }

    static Block note(String words) {
        return new Note(Text.of(words));
    }

    static Block table(String caption, List<String> header, List<List<Cell>> rows) {
        return new Table(caption, header, List.of(), rows);
    }

    /** @param words paragraphs are parted by empty lines */
    static Block written(String words) {
        return new Written(
                "Writer's text",
                Stream.of(words.strip().split("\\R\\s*\\R")).map(Text::of).toList());
    }
}
