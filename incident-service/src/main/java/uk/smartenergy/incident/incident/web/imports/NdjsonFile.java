package uk.smartenergy.incident.incident.web.imports;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** JSON objects, one a line. Blank lines are passed over, and so is a byte order mark at the beginning. */
final class NdjsonFile implements ImportFile {
    /** So much of a line that is too long is looked into for its external reference. */
    private static final int PREFIX = 8 << 10;

    private final InputStream in;
    private final Utf8 utf8 = new Utf8();
    private final byte[] buffer = new byte[64 << 10];
    private int position;
    private int limit;

    private byte[] line = new byte[4 << 10];
    private int length;
    private boolean tooLong;
    private long number;

    NdjsonFile(InputStream in) {
        this.in = in;
    }

    @Override
    public boolean textual() {
        return false;
    }

    @Override
    public @Nullable ImportRecord next() throws IOException {
        while (readLine()) {
            number++;
            if (tooLong) {
                return new ImportRecord.Unreadable(
                        number, prefixReference(), ImportCode.LINE_TOO_LONG, "The line has more than 1 MiB");
            }
            int from = number == 1 && Utf8.hasMark(line, 0, length) ? 3 : 0;
            if (!isBlank(from)) {
                return record(from);
            }
        }
        return null;
    }

    private ImportRecord record(int from) {
        String text = utf8.text(line, from, length);
        return text == null
                ? new ImportRecord.Unreadable(
                        number, prefixReference(), ImportCode.NOT_UTF8, "The line has bytes that are not UTF-8")
                : LineObjects.read(number, text, length);
    }

    /** What can be made out at the beginning of a line that cannot be read as a whole. */
    private @Nullable String prefixReference() {
        int good = Math.min(length, PREFIX);
        for (int i = 0; i < good; i++) {
            if (line[i] < 0) {
                good = i;
            }
        }
        String text = utf8.text(line, 0, good);
        return text == null ? null : LineObjects.reference(text);
    }

    private boolean isBlank(int from) {
        for (int i = from; i < length; i++) {
            if (line[i] != ' ' && line[i] != '\t' && line[i] != '\r') {
                return false;
            }
        }
        return true;
    }

    /** Reads up to a line feed; what goes beyond the longest line is not kept. @return {@code false} at the end */
    private boolean readLine() throws IOException {
        length = 0;
        tooLong = false;
        boolean any = false;
        while (true) {
            if (position == limit && !fill()) {
                return any;
            }
            any = true;
            int end = position;
            while (end < limit && buffer[end] != '\n') {
                end++;
            }
            keep(position, end);
            position = end;
            if (end < limit) {
                position++;
                return true;
            }
        }
    }

    private void keep(int from, int to) {
        int wanted = to - from;
        if (tooLong || length + wanted > LONGEST) {
            tooLong = true;
            return;
        }
        if (length + wanted > line.length) {
            line = Arrays.copyOf(line, Math.min(LONGEST, Math.max(length + wanted, line.length * 2)));
        }
        System.arraycopy(buffer, from, line, length, wanted);
        length += wanted;
    }

    private boolean fill() throws IOException {
        position = 0;
        limit = 0;
        int read;
        do {
            read = in.read(buffer, 0, buffer.length);
        } while (read == 0);
        limit = Math.max(read, 0);
        return read > 0;
    }
}
