package uk.smartenergy.incident.incident.read.detail;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.smartenergy.incident.api.categorisation.CategorisationFacts;
import uk.smartenergy.incident.api.categorisation.CategoryDecision;
import uk.smartenergy.incident.api.categorisation.LeastChange;
import uk.smartenergy.incident.incident.read.record.Escalations;
import uk.smartenergy.incident.incident.read.record.IncidentRecords;
import uk.smartenergy.incident.incident.read.record.IncidentViews;
import uk.smartenergy.incident.incident.read.record.ReferenceFacts;
import uk.smartenergy.incident.platform.projection.EventLog;
import uk.smartenergy.incident.platform.reference.ReferenceData;

@Configuration(proxyBeanMethods = false)
class IncidentDetailConfiguration {
    @Bean
    IncidentDetails incidentDetails(
            IncidentRecords records,
            IncidentViews views,
            Escalations escalations,
            ReferenceFacts reference,
            Policies policies,
            EventLog log) {
        return new IncidentDetails(records, views, escalations, reference, policies, log);
    }

    @Bean
    Policies explainedPolicies(ReferenceData reference) {
        return new Policies() {
            @Override
            public List<LeastChange> leastChanges(CategoryDecision decision) {
                CategorisationFacts facts = decision.facts();
                String version = decision.policyVersion();
                return facts == null || version == null
                        ? List.of()
                        : reference
                                .policies()
                                .find(version)
                                .map(policy -> policy.leastChanges(facts))
                                .orElse(List.of());
            }

            @Override
            public String note() {
                return ReferenceData.NOTE;
            }
        };
    }
}
