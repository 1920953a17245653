package uk.smartenergy.incident.majorincident.read.reports;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.smartenergy.incident.api.majorincident.MajorIncidentReportEvent;
import uk.smartenergy.incident.platform.record.Elsewhere;
import uk.smartenergy.incident.platform.record.Histories;
import uk.smartenergy.incident.platform.reference.Calendars;
import uk.smartenergy.incident.platform.reference.MajorIncidentReportRules;
import uk.smartenergy.incident.platform.reference.ReferenceData;

@Configuration(proxyBeanMethods = false)
class MajorIncidentReportsConfiguration {
    @Bean
    Histories<MajorIncidentReportEvent> majorIncidentReportHistories() {
        return new Histories<>(ReportRecords.NAME, MajorIncidentReportEvent.class);
    }

    @Bean
    ReportRecords majorIncidentReportRecords(
            Histories<MajorIncidentReportEvent> histories,
            Elsewhere elsewhere,
            Calendars calendars,
            ReferenceData reference) {
        Obligations obligations =
                new Obligations(elsewhere, calendars, reference.rules(MajorIncidentReportRules.class));
        return new ReportRecords(histories, obligations, elsewhere);
    }
}
