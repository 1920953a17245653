package uk.smartenergy.incident.maintenance.write;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.smartenergy.incident.api.maintenance.MaintenanceEvent;
import uk.smartenergy.incident.api.maintenance.SubscriberEvent;
import uk.smartenergy.incident.platform.eventstore.EventNames;
import uk.smartenergy.incident.platform.eventstore.EventNames.Entry;
import uk.smartenergy.incident.platform.reference.MaintenanceRules;
import uk.smartenergy.incident.platform.reference.ReferenceData;

/** Wires the rules, and names the events for ever. */
@Configuration(proxyBeanMethods = false)
class MaintenanceWriteConfiguration {
    @Bean
    WindowRules windowRules(ReferenceData reference) {
        return new WindowRules(reference.rules(MaintenanceRules.class));
    }

    @Bean
    EventNames maintenanceEventNames() {
        return names();
    }

    static EventNames names() {
        return EventNames.of(
                Entry.of("maintenance.WindowScheduled", MaintenanceEvent.WindowScheduled.class),
                Entry.of("maintenance.WindowMoved", MaintenanceEvent.WindowMoved.class),
                Entry.of("maintenance.WindowAmended", MaintenanceEvent.WindowAmended.class),
                Entry.of("maintenance.WindowCancelled", MaintenanceEvent.WindowCancelled.class),
                Entry.of("maintenance.WindowCompleted", MaintenanceEvent.WindowCompleted.class),
                Entry.of("maintenance.ExceptionRequested", MaintenanceEvent.ExceptionRequested.class),
                Entry.of("maintenance.ExceptionViewGiven", MaintenanceEvent.ExceptionViewGiven.class),
                Entry.of("maintenance.ExceptionDecided", MaintenanceEvent.ExceptionDecided.class),
                Entry.of("maintenance.ExceptionWithdrawn", MaintenanceEvent.ExceptionWithdrawn.class),
                Entry.of("maintenance.SuggestionDismissed", MaintenanceEvent.SuggestionDismissed.class),
                Entry.of("maintenance.CalendarSubscribed", SubscriberEvent.CalendarSubscribed.class),
                Entry.of("maintenance.SubscriberWithdrawn", SubscriberEvent.SubscriberWithdrawn.class));
    }
}
