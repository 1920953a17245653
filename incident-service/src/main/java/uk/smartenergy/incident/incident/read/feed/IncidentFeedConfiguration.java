package uk.smartenergy.incident.incident.read.feed;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.smartenergy.incident.incident.read.record.IncidentRecords;
import uk.smartenergy.incident.platform.projection.EventLog;

@Configuration(proxyBeanMethods = false)
class IncidentFeedConfiguration {
    @Bean
    IncidentFeed incidentFeed(IncidentRecords records, EventLog log) {
        return new IncidentFeed(records, log);
    }
}
