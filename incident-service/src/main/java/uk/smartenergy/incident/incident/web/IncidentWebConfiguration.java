package uk.smartenergy.incident.incident.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.smartenergy.incident.api.incident.IncidentQuery.GetHighestNumber;
import uk.smartenergy.incident.api.shared.Viewer;
import uk.smartenergy.incident.platform.messaging.Messages;
import uk.smartenergy.incident.platform.messaging.References;
import uk.smartenergy.incident.platform.reference.ReferenceData;
import uk.smartenergy.incident.platform.web.Described;
import uk.smartenergy.incident.platform.web.Sender;

/** Wires what the controllers of Incidents share. */
@Configuration(proxyBeanMethods = false)
class IncidentWebConfiguration {

    @Bean
    Words words(ReferenceData reference) {
        return new ReferenceWords(reference.vocabulary(), reference.escalationLevels());
    }

    @Bean
    IncidentForms incidentForms(Words words) {
        return new IncidentForms(words);
    }

    @Bean
    IncidentQueries incidentQueries(Words words) {
        return new IncidentQueries(words);
    }

    @Bean
    References incidentReferences(Messages messages) {
        return new References("INC", () -> messages.ask(new GetHighestNumber(Viewer.clearedService())));
    }

    @Bean
    IncidentDesk incidentDesk(Messages messages, Sender sender, References incidentReferences) {
        return new IncidentDesk(messages, sender, incidentReferences);
    }

    @Bean
    Described describedIncidents(IncidentForms forms, IncidentQueries queries) {
        return new Described(forms.byOperation(), queries.byOperation());
    }
}
