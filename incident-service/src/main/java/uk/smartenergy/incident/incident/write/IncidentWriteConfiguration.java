package uk.smartenergy.incident.incident.write;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.smartenergy.incident.platform.reference.ReferenceData;

@Configuration(proxyBeanMethods = false)
class IncidentWriteConfiguration {

    @Bean
    IncidentRules incidentRules(ReferenceData reference) {
        return new IncidentRules(reference);
    }
}
