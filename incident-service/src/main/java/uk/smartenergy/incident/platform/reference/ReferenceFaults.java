package uk.smartenergy.incident.platform.reference;

import java.util.List;

/** The reference data is not sound, so the service does not start. Names every fault at once, each with its file and line. */
public final class ReferenceFaults extends RuntimeException {
    private final List<String> faults;

    ReferenceFaults(List<String> faults) {
        super("The reference data is not sound:\n  " + String.join("\n  ", faults));
        this.faults = List.copyOf(faults);
    }

    /** Each as {@code file:line: what is wrong}. */
    public List<String> faults() {
        return faults;
    }
}
