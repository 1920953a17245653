package uk.smartenergy.incident.calendar.read.calendar;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.smartenergy.incident.platform.reference.ReferenceData;

@Configuration(proxyBeanMethods = false)
class CalendarRecordsConfiguration {
    @Bean
    CalendarRecords calendars(ReferenceData reference) {
        return new CalendarRecords(reference.workingDays());
    }
}
