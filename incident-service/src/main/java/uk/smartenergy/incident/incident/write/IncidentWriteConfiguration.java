package uk.smartenergy.incident.incident.write;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.smartenergy.incident.platform.reference.ReferenceData;

@Configuration(proxyBeanMethods = false)
class IncidentWriteConfiguration {

    @Bean
    IncidentRules incidentRules(ReferenceData reference) {
        return new IncidentRules(reference);
    }

    @Bean
    IncidentRehearsal incidentRehearsal(
            IncidentRules rules, ObjectProvider<org.axonframework.config.Configuration> axon) {
        return new IncidentRehearsal(
                rules,
                id -> axon.getObject()
                        .repository(Incident.class)
                        .load(id.value())
                        .invoke(Incident::life));
    }
}
