package uk.smartenergy.incident.incident.read.replay;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.smartenergy.incident.incident.read.record.IncidentRecords;
import uk.smartenergy.incident.incident.read.record.IncidentViews;
import uk.smartenergy.incident.incident.read.record.PolicyViews;
import uk.smartenergy.incident.platform.reference.PoliciesInForce;

@Configuration(proxyBeanMethods = false)
class IncidentReplayConfiguration {
    @Bean
    IncidentReplay incidentReplay(
            IncidentRecords records, IncidentViews views, PolicyViews policyViews, PoliciesInForce policies) {
        return new IncidentReplay(records, views, policyViews, policies);
    }
}
