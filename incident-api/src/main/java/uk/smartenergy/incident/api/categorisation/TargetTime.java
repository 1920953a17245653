package uk.smartenergy.incident.api.categorisation;

import java.util.Locale;

/** How long something may take. Not for measuring: what a Working Day is, the calendar in the reference data knows. */
public record TargetTime(int amount, Unit unit) {

    public enum Unit {
        MINUTES,
        HOURS,
        /** By the calendar in Europe/London. */
        CALENDAR_DAYS,
        WORKING_DAYS
    }

    public TargetTime {
        if (amount < 1) {
            throw new IllegalArgumentException("A time must be at least 1 " + unit);
        }
    }

    /** For a person, for example {@code 4 hours}. */
    @Override
    public String toString() {
        String words = unit.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return amount + " " + (amount == 1 ? words.substring(0, words.length() - 1) : words);
    }
}
