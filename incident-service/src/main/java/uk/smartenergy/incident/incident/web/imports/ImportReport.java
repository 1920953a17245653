package uk.smartenergy.incident.incident.web.imports;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of an import.
 *
 * @param lines records read: neither blank lines nor a CSV header
 * @param accepted lines that changed something
 * @param unchanged lines that were known already, or change nothing
 * @param incidents distinct Incidents that accepted and unchanged lines are about
 * @param refusals the first of them, by line
 */
record ImportReport(long lines, long accepted, long unchanged, long refused, long incidents, List<Refused> refusals) {
    /** How many refusals are told. */
    static final int MOST_REFUSALS = 1_000;

    ImportReport {
        refusals = List.copyOf(refusals);
    }

    /** @param externalReference as far as it could be made out */
    record Refused(long line, @Nullable String externalReference, String code, String detail) {}
}
