package uk.smartenergy.incident.incident.write;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.smartenergy.incident.api.incident.IncidentEvent;
import uk.smartenergy.incident.platform.eventstore.EventNames;
import uk.smartenergy.incident.platform.eventstore.EventNames.Entry;

/** The names under which the Incident's events are stored. They stand here, and do not follow the classes, because a stored name is for ever. */
@Configuration(proxyBeanMethods = false)
class IncidentEventNamesConfiguration {
    @Bean
    EventNames incidentEventNames() {
        return names();
    }

    static EventNames names() {
        return EventNames.of(
                Entry.of("incident.IncidentRaised", IncidentEvent.IncidentRaised.class),
                Entry.of("incident.IncidentCategorised", IncidentEvent.IncidentCategorised.class),
                Entry.of("incident.ImpactAssessed", IncidentEvent.ImpactAssessed.class),
                Entry.of("incident.IncidentAssigned", IncidentEvent.IncidentAssigned.class),
                Entry.of("incident.IncidentRespondedTo", IncidentEvent.IncidentRespondedTo.class),
                Entry.of("incident.IncidentPaused", IncidentEvent.IncidentPaused.class),
                Entry.of("incident.IncidentResumed", IncidentEvent.IncidentResumed.class),
                Entry.of("incident.IncidentEscalated", IncidentEvent.IncidentEscalated.class),
                Entry.of("incident.CategoryDisputed", IncidentEvent.CategoryDisputed.class),
                Entry.of("incident.DisputeEvidenceAdded", IncidentEvent.DisputeEvidenceAdded.class),
                Entry.of("incident.DisputeWithdrawn", IncidentEvent.DisputeWithdrawn.class),
                Entry.of("incident.CategoryRuled", IncidentEvent.CategoryRuled.class),
                Entry.of("incident.IncidentCommunicated", IncidentEvent.IncidentCommunicated.class),
                Entry.of("incident.CommunicationRated", IncidentEvent.CommunicationRated.class),
                Entry.of("incident.IncidentResolved", IncidentEvent.IncidentResolved.class),
                Entry.of("incident.IncidentClosed", IncidentEvent.IncidentClosed.class),
                Entry.of("incident.IncidentReopened", IncidentEvent.IncidentReopened.class),
                Entry.of("incident.IncidentLinked", IncidentEvent.IncidentLinked.class));
    }
}
