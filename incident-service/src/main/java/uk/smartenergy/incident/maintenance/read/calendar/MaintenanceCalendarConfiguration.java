package uk.smartenergy.incident.maintenance.read.calendar;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.smartenergy.incident.api.maintenance.MaintenanceEvent;
import uk.smartenergy.incident.platform.record.Elsewhere;
import uk.smartenergy.incident.platform.record.Histories;
import uk.smartenergy.incident.platform.reference.Calendars;
import uk.smartenergy.incident.platform.reference.MaintenanceRules;
import uk.smartenergy.incident.platform.reference.ReferenceData;

@Configuration(proxyBeanMethods = false)
class MaintenanceCalendarConfiguration {
    @Bean
    Histories<MaintenanceEvent> maintenanceHistories() {
        return new Histories<>("maintenance-windows", MaintenanceEvent.class);
    }

    @Bean
    LinkedIncidents maintenanceLinkedIncidents() {
        return new LinkedIncidents();
    }

    @Bean
    MaintenanceCalendar maintenanceCalendar(
            Histories<MaintenanceEvent> histories, ReferenceData reference, Calendars calendars) {
        return new MaintenanceCalendar(histories, reference.rules(MaintenanceRules.class), calendars);
    }

    @Bean
    IncidentsWithin incidentsWithinWindows(
            Histories<MaintenanceEvent> histories,
            LinkedIncidents links,
            ReferenceData reference,
            Elsewhere elsewhere,
            MaintenanceCalendar calendar) {
        return new IncidentsWithin(histories, links, reference.rules(MaintenanceRules.class), elsewhere, calendar);
    }
}
