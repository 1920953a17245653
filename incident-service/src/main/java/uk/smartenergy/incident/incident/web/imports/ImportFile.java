package uk.smartenergy.incident.incident.web.imports;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A file of histories, read record by record with flat memory. A bad record is one of the records; only a broken transfer is an exception. */
interface ImportFile {
    /** No line (in CSV: no record) may have more bytes. */
    int LONGEST = 1 << 20;

    /** The next record; {@code null} at the end. */
    @Nullable
    ImportRecord next() throws IOException;

    /** Whether all values are text, as in CSV. */
    boolean textual();
}
