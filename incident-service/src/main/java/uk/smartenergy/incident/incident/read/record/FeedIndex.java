package uk.smartenergy.incident.incident.read.record;

import java.util.Arrays;
import uk.smartenergy.incident.api.incident.IncidentId;

/**
 * The feed as one class of readers sees it: which event stands at which ordinal. One thread writes, many read. Ordinals begin with 1.
 */
final class FeedIndex {
    private record Entries(long[] positions, IncidentId[] incidents) {}

    private volatile Entries entries = new Entries(new long[1024], new IncidentId[1024]);
    /** Written after the entries, and read before them, so that readers see what they count. */
    private volatile int size;

    void add(long position, IncidentId incident) {
        Entries now = entries;
        int next = size;
        if (next == now.positions.length) {
            now = new Entries(Arrays.copyOf(now.positions, next * 2), Arrays.copyOf(now.incidents, next * 2));
        }
        now.positions[next] = position;
        now.incidents[next] = incident;
        entries = now;
        size = next + 1;
    }

    int size() {
        return size;
    }

    /** @param ordinal from 1 to the size that was read before */
    long position(int ordinal) {
        return entries.positions[ordinal - 1];
    }

    IncidentId incident(int ordinal) {
        return entries.incidents[ordinal - 1];
    }
}
