package uk.smartenergy.incident.incident.read.differences;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.smartenergy.incident.incident.read.record.IncidentRecords;
import uk.smartenergy.incident.incident.read.record.ReportFigures;
import uk.smartenergy.incident.platform.projection.EventLog;

@Configuration(proxyBeanMethods = false)
class DifferencesConfiguration {
    @Bean
    Differences differences(List<ReportFigures> reports, IncidentRecords records, EventLog log) {
        return new Differences(reports, records, log);
    }
}
