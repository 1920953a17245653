package uk.smartenergy.incident.calendar.web;

import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.smartenergy.incident.platform.web.Described;

@Configuration(proxyBeanMethods = false)
class CalendarWebConfiguration {
    @Bean
    Described describedWorkingDays() {
        return new Described(
                Map.of("correctWorkingDays", WorkingDaysController.CORRECTION),
                Map.of("findWorkingDays", WorkingDaysController.DAYS));
    }
}
