package uk.smartenergy.incident.incident.read.record;

import java.time.Duration;

/** A target time. @param workingTime whether it runs on Working Days only, 24 hours on each; otherwise it always runs */
public record Target(Duration time, boolean workingTime) {

    /** The targets of a category. */
    public record Pair(Target response, Target resolution) {}
}
