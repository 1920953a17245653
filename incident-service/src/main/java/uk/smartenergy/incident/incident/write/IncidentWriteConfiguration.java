package uk.smartenergy.incident.incident.write;

import org.axonframework.common.caching.Cache;
import org.axonframework.common.caching.NoCache;
import org.axonframework.common.caching.WeakReferenceCache;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import uk.smartenergy.incident.platform.reference.PoliciesInForce;
import uk.smartenergy.incident.platform.reference.ReferenceData;

@Configuration(proxyBeanMethods = false)
class IncidentWriteConfiguration {

    @Bean
    IncidentRules incidentRules(ReferenceData reference, PoliciesInForce policies) {
        return new IncidentRules(reference, policies);
    }

    /**
     * Keeps Incidents that were worked on lately, for as long as the memory is not needed: but only where this process is the only writer. A node
     * that shares its store would refuse by what it remembers while another node has gone on.
     */
    @Bean
    Cache incidentCache(Environment environment) {
        boolean soleWriter = environment.getProperty("mongodb.uri", "").isBlank();
        return soleWriter ? new WeakReferenceCache() : NoCache.INSTANCE;
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
