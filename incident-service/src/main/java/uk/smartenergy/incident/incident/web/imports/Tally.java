package uk.smartenergy.incident.incident.web.imports;

import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.incident.IncidentId;

/** Counts what becomes of the lines, whichever order they finish in. For several threads. */
final class Tally {

    private static final int PAGE_BITS = 16;

    private long lines;
    private long accepted;
    private long unchanged;
    private long refused;
    private long incidents;
    private final Map<Long, BitSet> dense = new HashMap<>();
    private final Set<Long> scattered = new HashSet<>();
    private final TreeMap<Long, ImportReport.Refused> first = new TreeMap<>();

    synchronized void read() {
        lines++;
    }

    synchronized void count(long line, @Nullable String externalReference, Outcome outcome) {
        switch (outcome) {
            case Outcome.Taken taken -> {
                if (taken.changed()) {
                    accepted++;
                } else {
                    unchanged++;
                }
                touch(taken.incidentId());
            }
            case Outcome.NotTaken not -> {
                refused++;
                first.put(line, new ImportReport.Refused(line, externalReference, not.code(), not.detail()));
                if (first.size() > ImportReport.MOST_REFUSALS) {
                    first.pollLastEntry();
                }
            }
        }
    }

    private void touch(IncidentId incident) {
        long number = incident.number();
        boolean isNew;
        if (number >= IncidentId.FIRST_DRAWN) {
            isNew = scattered.add(number);
        } else {
            BitSet page = dense.computeIfAbsent(number >> PAGE_BITS, key -> new BitSet());
            int bit = (int) (number & ((1 << PAGE_BITS) - 1));
            isNew = !page.get(bit);
            page.set(bit);
        }
        if (isNew) {
            incidents++;
        }
    }

    synchronized ImportReport report() {
        return new ImportReport(lines, accepted, unchanged, refused, incidents, List.copyOf(first.values()));
    }
}
