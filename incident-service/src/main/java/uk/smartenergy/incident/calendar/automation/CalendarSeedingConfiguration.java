package uk.smartenergy.incident.calendar.automation;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.smartenergy.incident.platform.messaging.Messages;
import uk.smartenergy.incident.platform.messaging.Seeding;
import uk.smartenergy.incident.platform.reference.ReferenceData;

@Configuration(proxyBeanMethods = false)
class CalendarSeedingConfiguration {
    @Bean
    WhenStartedThenRecordCalendar whenStartedThenRecordCalendar(Messages messages, ReferenceData reference) {
        return new WhenStartedThenRecordCalendar(messages, reference.workingDays());
    }

    @Bean
    Seeding calendarSeeding(WhenStartedThenRecordCalendar automation) {
        return new Seeding("calendar additions", automation::record, () -> true);
    }
}
