package uk.smartenergy.incident.incident.read.record;

import java.time.Duration;

/** A target time. @param days how its days are counted */
public record Target(Duration time, Days days) {

    /** How days are counted, in Europe/London. */
    public enum Days {
        /** It has none: hours and minutes run always. */
        NONE,
        /** By calendar: a day later it is the same time of day, whatever the clocks did. */
        CALENDAR,
        /** Working Days only, all hours of each. */
        WORKING
    }

    /** The targets of a category. */
    public record Pair(Target response, Target resolution) {}
}
