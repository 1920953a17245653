package uk.smartenergy.incident.incident.read.performance;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.smartenergy.incident.incident.read.record.IncidentRecords;
import uk.smartenergy.incident.incident.read.record.IncidentViews;
import uk.smartenergy.incident.incident.read.record.ReportFigures;
import uk.smartenergy.incident.platform.reference.ReferenceData;

@Configuration(proxyBeanMethods = false)
class PerformanceConfiguration {
    @Bean
    Performance performance(IncidentRecords records, IncidentViews views, ReferenceData reference) {
        return new Performance(records, views, reference.performanceMeasures(), ReferenceData.NOTE);
    }

    @Bean
    ReportFigures performanceFigures(Performance performance, IncidentRecords records, IncidentViews views) {
        return new PerformanceFigures(performance, records, views);
    }
}
