package uk.smartenergy.incident.maintenance.web;

import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.smartenergy.incident.api.maintenance.MaintenanceQuery.GetHighestWindowNumber;
import uk.smartenergy.incident.api.maintenance.WindowId;
import uk.smartenergy.incident.api.shared.Viewer;
import uk.smartenergy.incident.platform.messaging.Messages;
import uk.smartenergy.incident.platform.messaging.References;
import uk.smartenergy.incident.platform.reference.ReferenceData;
import uk.smartenergy.incident.platform.web.Described;
import uk.smartenergy.incident.platform.web.Form;
import uk.smartenergy.incident.platform.web.Sender;
import uk.smartenergy.incident.platform.web.Standing;

/** Wires what the controllers of Planned Maintenance share. */
@Configuration(proxyBeanMethods = false)
class MaintenanceWebConfiguration {
    @Bean
    References maintenanceReferences(Messages messages) {
        return new References(WindowId.KIND, () -> messages.ask(new GetHighestWindowNumber(Viewer.clearedService())));
    }

    @Bean
    MaintenanceForms maintenanceForms(ReferenceData reference) {
        return new MaintenanceForms(reference);
    }

    @Bean
    MaintenanceQueries maintenanceQueries(ReferenceData reference, MaintenanceForms forms) {
        return new MaintenanceQueries(reference, forms);
    }

    @Bean
    MaintenanceDesk maintenanceDesk(
            Messages messages, Sender sender, References maintenanceReferences, MaintenanceForms forms) {
        return new MaintenanceDesk(messages, sender, maintenanceReferences, forms);
    }

    @Bean
    CalendarTokens calendarTokens(Messages messages, Standing standing) {
        return new CalendarTokens(messages, standing);
    }

    @Bean
    Described describedMaintenance(MaintenanceForms forms, MaintenanceQueries queries) {
        Map<String, Form> bodies = forms.bodies();
        bodies.put("subscribeToCalendar", queries.subscriber);
        return new Described(bodies, queries.byOperation());
    }
}
