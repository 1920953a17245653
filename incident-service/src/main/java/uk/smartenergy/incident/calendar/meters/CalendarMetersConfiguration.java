package uk.smartenergy.incident.calendar.meters;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.smartenergy.incident.platform.messaging.Messages;

@Configuration(proxyBeanMethods = false)
class CalendarMetersConfiguration {

    @Bean
    CalendarMeters calendarMeters(Messages messages, Clock clock) {
        return new CalendarMeters(messages, clock);
    }
}
