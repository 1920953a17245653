package uk.smartenergy.incident.incident.read.categorisation;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.smartenergy.incident.incident.read.record.IncidentRecords;
import uk.smartenergy.incident.incident.read.record.IncidentViews;
import uk.smartenergy.incident.incident.read.record.ReportFigures;

@Configuration(proxyBeanMethods = false)
class CategorisationConfiguration {
    @Bean
    Categorisation categorisation(IncidentRecords records, IncidentViews views) {
        return new Categorisation(records, views);
    }

    @Bean
    ReportFigures categorisationFigures(IncidentRecords records) {
        return new CategorisationFigures(records);
    }
}
