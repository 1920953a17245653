package uk.smartenergy.incident.platform.ical;

import java.time.Instant;
import java.util.List;

/**
 * One entry of a calendar.
 *
 * @param uid stays the same however the entry changes
 * @param sequence rises with every change
 * @param changedAt when it changed last
 * @param location empty: none
 * @param organiser the name of who sees to it
 */
public record CalendarEntry(
        String uid,
        int sequence,
        Instant changedAt,
        Instant start,
        Instant end,
        String summary,
        String description,
        List<String> categories,
        String location,
        String organiser,
        boolean cancelled,
        Privacy privacy) {
    public CalendarEntry {
        categories = List.copyOf(categories);
    }

    /** For whose eyes it is. */
    public enum Privacy {
        PUBLIC,
        PRIVATE,
        CONFIDENTIAL
    }
}
