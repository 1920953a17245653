package uk.smartenergy.incident.incident.read.counts;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.smartenergy.incident.incident.read.record.Escalations;
import uk.smartenergy.incident.incident.read.record.IncidentRecords;
import uk.smartenergy.incident.incident.read.record.IncidentViews;
import uk.smartenergy.incident.incident.read.record.ReferenceFacts;

@Configuration(proxyBeanMethods = false)
class IncidentCountsConfiguration {
    @Bean
    IncidentCounts incidentCounts(
            IncidentRecords records, IncidentViews views, Escalations escalations, ReferenceFacts reference) {
        return new IncidentCounts(records, views, escalations, reference);
    }
}
