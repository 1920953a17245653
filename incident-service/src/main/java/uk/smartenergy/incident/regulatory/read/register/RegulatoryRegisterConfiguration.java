package uk.smartenergy.incident.regulatory.read.register;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.smartenergy.incident.api.regulatory.RegulatoryEvent;
import uk.smartenergy.incident.platform.record.Elsewhere;
import uk.smartenergy.incident.platform.record.Histories;
import uk.smartenergy.incident.platform.reference.Calendars;
import uk.smartenergy.incident.platform.reference.ReferenceData;
import uk.smartenergy.incident.platform.reference.RegulatoryReportRules;

@Configuration(proxyBeanMethods = false)
class RegulatoryRegisterConfiguration {
    @Bean
    Histories<RegulatoryEvent> regulatoryHistories() {
        return new Histories<>("regulatory-reports", RegulatoryEvent.class);
    }

    @Bean
    RegisterReports registerReports(
            Histories<RegulatoryEvent> histories, ReferenceData reference, Calendars calendars, Elsewhere elsewhere) {
        return new RegisterReports(histories, reference.rules(RegulatoryReportRules.class), calendars, elsewhere);
    }
}
