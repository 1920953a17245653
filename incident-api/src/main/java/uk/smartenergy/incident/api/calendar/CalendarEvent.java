package uk.smartenergy.incident.api.calendar;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.axonframework.serialization.Revision;
import uk.smartenergy.incident.api.shared.Event;

/** What happened to the Working-Day calendar. */
public sealed interface CalendarEvent extends Event {

    @Revision("1")
    record CalendarCorrected(LocalDate date, boolean workingDay, String reason) implements CalendarEvent {}

    /** The file's additions, all of them; those recorded before hold no more. */
    @Revision("1")
    record CalendarGiven(Set<LocalDate> extraWorkingDays, Set<LocalDate> extraHolidays) implements CalendarEvent {
        public CalendarGiven {
            extraWorkingDays = Collections.unmodifiableSet(new TreeSet<>(extraWorkingDays));
            extraHolidays = Collections.unmodifiableSet(new TreeSet<>(extraHolidays));
        }
    }
}
