package uk.smartenergy.incident.api.calendar;

import java.time.LocalDate;
import java.util.Set;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import uk.smartenergy.incident.api.shared.Command;

/** What can be asked of the Working-Day calendar. */
public sealed interface CalendarCommand extends Command {
    /** The one stream of the calendar. */
    String STREAM = "working-days";

    @TargetAggregateIdentifier
    default String stream() {
        return STREAM;
    }

    /** Say that a day is a Working Day, or is none, whatever was known before. */
    record CorrectCalendar(LocalDate date, boolean workingDay, String reason) implements CalendarCommand {}

    /** Record the additions that the reference data's file has, so far as they differ from those recorded last. */
    record SeedCalendar(Set<LocalDate> extraWorkingDays, Set<LocalDate> extraHolidays) implements CalendarCommand {
        public SeedCalendar {
            extraWorkingDays = Set.copyOf(extraWorkingDays);
            extraHolidays = Set.copyOf(extraHolidays);
        }
    }

    /** The answer to a command that was not refused. @param revision how many changes the calendar has had */
    record CalendarAccepted(long revision, boolean changed) {}
}
