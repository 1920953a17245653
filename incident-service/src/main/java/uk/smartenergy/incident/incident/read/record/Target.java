package uk.smartenergy.incident.incident.read.record;

import java.time.Duration;
import uk.smartenergy.incident.api.categorisation.TargetKind;
import uk.smartenergy.incident.api.categorisation.TargetTime;

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
    public record Pair(Target response, Target resolution) {
        public Target of(TargetKind kind) {
            return kind == TargetKind.INITIAL_RESPONSE ? response : resolution;
        }
    }

    static Target of(TargetTime time) {
        return switch (time.unit()) {
            case MINUTES -> new Target(Duration.ofMinutes(time.amount()), Days.NONE);
            case HOURS -> new Target(Duration.ofHours(time.amount()), Days.NONE);
            case CALENDAR_DAYS -> new Target(Duration.ofDays(time.amount()), Days.CALENDAR);
            case WORKING_DAYS -> new Target(Duration.ofDays(time.amount()), Days.WORKING);
        };
    }

    /** A share of it, counted in the same way. */
    Target share(int percent) {
        return new Target(time.multipliedBy(percent).dividedBy(100), days);
    }

    /** For a person, for example {@code 4 hours}. */
    public String words() {
        TargetTime words = switch (days) {
            case CALENDAR -> new TargetTime((int) time.toDays(), TargetTime.Unit.CALENDAR_DAYS);
            case WORKING -> new TargetTime((int) time.toDays(), TargetTime.Unit.WORKING_DAYS);
            case NONE ->
                time.toMinutes() % 60 == 0
                        ? new TargetTime((int) time.toHours(), TargetTime.Unit.HOURS)
                        : new TargetTime((int) time.toMinutes(), TargetTime.Unit.MINUTES);
        };
        return words.toString();
    }
}
