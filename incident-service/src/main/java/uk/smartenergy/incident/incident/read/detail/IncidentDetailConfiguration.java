package uk.smartenergy.incident.incident.read.detail;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.smartenergy.incident.api.categorisation.CategoryDecision;
import uk.smartenergy.incident.api.incident.CategoryExplanation.LeastChange;
import uk.smartenergy.incident.incident.read.record.IncidentRecords;
import uk.smartenergy.incident.incident.read.record.IncidentViews;
import uk.smartenergy.incident.incident.read.record.ReferenceFacts;
import uk.smartenergy.incident.platform.projection.EventLog;

@Configuration(proxyBeanMethods = false)
class IncidentDetailConfiguration {
    @Bean
    IncidentDetails incidentDetails(
            IncidentRecords records, IncidentViews views, ReferenceFacts reference, Policies policies, EventLog log) {
        return new IncidentDetails(records, views, reference, policies, log);
    }

    @Bean
    Policies explainedPolicies() {
        return new Policies() {
            @Override
            public List<LeastChange> leastChanges(CategoryDecision decision) {
                return List.of();
            }

            @Override
            public String note() {
                return "default, verify against the SEC in force";
            }
        };
    }
}
