package uk.smartenergy.incident.incident.read.clocks;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.smartenergy.incident.incident.read.record.IncidentRecords;
import uk.smartenergy.incident.incident.read.record.IncidentViews;
import uk.smartenergy.incident.incident.read.record.ReferenceFacts;
import uk.smartenergy.incident.platform.projection.EventLog;
import uk.smartenergy.incident.platform.reference.ReferenceData;

@Configuration(proxyBeanMethods = false)
class IncidentClocksConfiguration {
    @Bean
    IncidentClocks incidentClocks(
            IncidentRecords records, IncidentViews views, ReferenceFacts reference, EventLog log) {
        return new IncidentClocks(records, views, reference, log, ReferenceData.NOTE);
    }
}
