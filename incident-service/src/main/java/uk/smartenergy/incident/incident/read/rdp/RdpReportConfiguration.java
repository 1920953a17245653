package uk.smartenergy.incident.incident.read.rdp;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.smartenergy.incident.incident.read.record.IncidentRecords;
import uk.smartenergy.incident.incident.read.record.ReportFigures;

@Configuration(proxyBeanMethods = false)
class RdpReportConfiguration {
    @Bean
    RdpReport rdpReport(IncidentRecords records) {
        return new RdpReport(records);
    }

    @Bean
    ReportFigures rdpFigures(RdpReport report) {
        return new RdpFigures(report);
    }
}
