package uk.smartenergy.incident.incident.read.list;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.smartenergy.incident.incident.read.record.IncidentRecords;
import uk.smartenergy.incident.incident.read.record.IncidentViews;

@Configuration(proxyBeanMethods = false)
class IncidentListConfiguration {
    @Bean
    IncidentList incidentList(IncidentRecords records, IncidentViews views) {
        return new IncidentList(records, views);
    }
}
