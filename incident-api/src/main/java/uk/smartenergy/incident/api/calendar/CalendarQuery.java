package uk.smartenergy.incident.api.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.shared.Query;
import uk.smartenergy.incident.api.shared.Viewer;

/** What can be asked about the Working-Day calendar. */
public sealed interface CalendarQuery<R> extends Query<R> {

    /** @param knownAt {@code null}: as known now */
    record FindDays(
            Viewer viewer,
            LocalDate from,
            LocalDate to,
            @Nullable Instant knownAt) implements CalendarQuery<Days> {}

    /** @param revision how many changes the calendar has had */
    record Days(List<Day> days, long revision) {
        public Days {
            days = List.copyOf(days);
        }
    }

    /** @param name of the public holiday, or the reason of the correction */
    record Day(
            LocalDate date,
            boolean workingDay,
            Why why,
            @Nullable String name) {}

    enum Why {
        WEEKDAY,
        WEEKEND,
        PUBLIC_HOLIDAY,
        /** Added by the reference data's file. */
        ADDITION,
        CORRECTION
    }
}
