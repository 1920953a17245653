package uk.smartenergy.incident.incident.web.imports;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a CSV file (RFC 4180), at most {@link ImportFile#LONGEST} bytes of it in memory. Blank rows are passed over.
 *
 * <p>A row that is broken (a quote that is never closed, or closed in the middle of a field) costs its first line only: reading goes on with the
 * line after that one, so that one stray quote cannot swallow the rest of the file.
 */
final class CsvRows {
    private static final int NONE = -1;

    /**
     * A row of fields.
     *
     * @param line the physical line on which it begins
     * @param ended whether a line break follows it; the last row of a file may lack one, and then may have been cut off
     * @param fault what is wrong with the row; its fields are then those before the fault
     */
    record Row(
            long line,
            List<String> fields,
            int size,
            boolean ended,
            @Nullable ImportCode fault,
            @Nullable String detail) {}

    private final InputStream in;
    private final Utf8 utf8 = new Utf8();
    private byte[] window = new byte[64 << 10];
    private int start;
    private int position;
    private int limit;
    private boolean atEnd;
    private boolean begun;
    private long line = 1;

    /** Of the row being read. */
    private long rowLine;

    private int secondLine;
    private List<String> fields = new ArrayList<>();
    private @Nullable ImportCode fault;
    private @Nullable String detail;

    CsvRows(InputStream in) {
        this.in = in;
    }

    /** The next row; {@code null} at the end. */
    @Nullable
    Row next() throws IOException {
        skipMark();
        while (true) {
            begin();
            if (peek() == NONE) {
                return null;
            }
            Row row = row();
            if (row.fault() != null || !row.fields().stream().allMatch(String::isBlank)) {
                return row;
            }
        }
    }

    private void skipMark() throws IOException {
        if (!begun) {
            begun = true;
            while (limit < 3 && fill()) {
                // until there is enough to tell
            }
            position = Utf8.hasMark(window, 0, limit) ? 3 : 0;
        }
    }

    private void begin() {
        start = position;
        rowLine = line;
        secondLine = NONE;
        fields = new ArrayList<>();
        fault = null;
        detail = null;
    }

    private Row row() throws IOException {
        while (true) {
            int c = peek();
            boolean whole = c == '"' ? quoted() : plain();
            if (!whole) {
                return broken();
            }
            c = peek();
            if (c == ',') {
                position++;
                continue;
            }
            if (c == '\r') {
                position++;
            }
            boolean ended = peek() == '\n';
            int size = position - start;
            if (ended) {
                newLine();
            }
            return new Row(rowLine, fields, size, ended, fault, detail);
        }
    }

    /** A field without quotes; a quote within it stands for itself. @return {@code false}: the row is too long */
    private boolean plain() throws IOException {
        int from = position - start;
        while (true) {
            int c = peek();
            if (tooLong()) {
                return fails(ImportCode.LINE_TOO_LONG, "The row has more than 1 MiB");
            }
            if (c == ',' || c == '\n' || c == NONE) {
                boolean carriage = c != ',' && position - start > from && window[position - 1] == '\r';
                add(start + from, carriage ? position - 1 : position);
                return true;
            }
            position++;
        }
    }

    /** A field in quotes. @return {@code false}: it is broken, or too long */
    private boolean quoted() throws IOException {
        position++;
        int from = position - start;
        boolean doubled = false;
        while (true) {
            int c = peek();
            if (c == NONE) {
                return fails(ImportCode.MALFORMED, "A quote is opened and never closed");
            }
            if (tooLong()) {
                return fails(
                        ImportCode.LINE_TOO_LONG,
                        secondLine == NONE
                                ? "The row has more than 1 MiB"
                                : "A quote is opened and not closed within 1 MiB");
            }
            if (c == '"') {
                position++;
                if (peek() != '"') {
                    break;
                }
                doubled = true;
            }
            if (c == '\n') {
                newLine();
            } else {
                position++;
            }
        }
        int next = peek();
        if (next == '\r') {
            position++;
            next = peek() == '\n' || peek() == NONE ? '\n' : '\r';
            position--;
        }
        if (next != ',' && next != '\n' && next != NONE) {
            return fails(ImportCode.MALFORMED, "A quote is closed in the middle of a field");
        }
        addQuoted(start + from, position - 1, doubled);
        return true;
    }

    private void addQuoted(int from, int to, boolean doubled) {
        add(from, to);
        if (doubled) {
            fields.set(fields.size() - 1, fields.getLast().replace("\"\"", "\""));
        }
    }

    private void add(int from, int to) {
        String text = utf8.text(window, from, to);
        if (text == null && fault == null) {
            fault = ImportCode.NOT_UTF8;
            detail = "The row has bytes that are not UTF-8, in field " + (fields.size() + 1);
        }
        fields.add(text == null ? "" : text);
    }

    private boolean fails(ImportCode code, String why) {
        fault = code;
        detail = why;
        return false;
    }

    /** Gives up a row and goes on with the line after its first one. */
    private Row broken() throws IOException {
        int size = position - start;
        if (secondLine != NONE) {
            position = start + secondLine;
            line = rowLine + 1;
        } else {
            skipLine();
        }
        return new Row(rowLine, fields, size, true, fault, detail);
    }

    private void skipLine() throws IOException {
        while (true) {
            while (position < limit) {
                if (window[position] == '\n') {
                    newLine();
                    return;
                }
                position++;
            }
            start = position;
            if (!fill()) {
                return;
            }
        }
    }

    private void newLine() {
        position++;
        line++;
        if (secondLine == NONE) {
            secondLine = position - start;
        }
    }

    private boolean tooLong() {
        return position - start > ImportFile.LONGEST;
    }

    private int peek() throws IOException {
        return position < limit || fill() ? window[position] & 0xFF : NONE;
    }

    /** Reads more, keeping what belongs to the row being read. */
    private boolean fill() throws IOException {
        if (atEnd) {
            return false;
        }
        if (limit == window.length) {
            makeRoom();
        }
        int read;
        do {
            read = in.read(window, limit, window.length - limit);
        } while (read == 0);
        atEnd = read < 0;
        limit += Math.max(read, 0);
        return !atEnd;
    }

    private void makeRoom() {
        int kept = limit - start;
        byte[] target = kept > window.length / 2 ? new byte[window.length * 2] : window;
        System.arraycopy(window, start, target, 0, kept);
        window = target;
        position -= start;
        limit = kept;
        start = 0;
    }
}
