package uk.smartenergy.incident.incident.web.imports;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** What stands in one place of an {@link ImportFile}: an object, whatever it may mean, or something that is none. */
sealed interface ImportRecord {

    /** The physical line on which the record begins, from 1; blank lines and a CSV header count as lines. */
    long line();

    /** @param size about how many bytes it had */
    record Readable(long line, ObjectNode content, int size) implements ImportRecord {}

    /** @param externalReference as far as it could be made out */
    record Unreadable(long line, @Nullable String externalReference, ImportCode code, String detail)
            implements ImportRecord {}
}
