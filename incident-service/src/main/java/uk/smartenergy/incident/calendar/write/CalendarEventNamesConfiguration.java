package uk.smartenergy.incident.calendar.write;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.smartenergy.incident.api.calendar.CalendarEvent;
import uk.smartenergy.incident.platform.eventstore.EventNames;
import uk.smartenergy.incident.platform.eventstore.EventNames.Entry;

/** The names under which changes of the calendar are stored; a stored name is for ever. */
@Configuration(proxyBeanMethods = false)
class CalendarEventNamesConfiguration {
    @Bean
    EventNames calendarEventNames() {
        return names();
    }

    static EventNames names() {
        return EventNames.of(
                Entry.of("calendar.CalendarCorrected", CalendarEvent.CalendarCorrected.class),
                Entry.of("calendar.CalendarGiven", CalendarEvent.CalendarGiven.class));
    }
}
