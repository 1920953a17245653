package uk.smartenergy.incident.incident.read.communications;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.smartenergy.incident.incident.read.record.IncidentRecords;
import uk.smartenergy.incident.incident.read.record.IncidentViews;

@Configuration(proxyBeanMethods = false)
class CommunicationQualityConfiguration {
    @Bean
    CommunicationQuality communicationQuality(IncidentRecords records, IncidentViews views) {
        return new CommunicationQuality(records, views);
    }
}
