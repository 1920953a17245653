package uk.smartenergy.incident.incident.read.ageing;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.smartenergy.incident.incident.read.record.IncidentRecords;
import uk.smartenergy.incident.incident.read.record.IncidentViews;
import uk.smartenergy.incident.incident.read.record.ReportFigures;

@Configuration(proxyBeanMethods = false)
class AgeingConfiguration {
    @Bean
    Ageing ageing(IncidentRecords records, IncidentViews views) {
        return new Ageing(records, views);
    }

    @Bean
    ReportFigures ageingFigures(IncidentRecords records) {
        return new AgeingFigures(records);
    }
}
