package uk.smartenergy.incident.majorincident.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.smartenergy.incident.platform.messaging.Messages;
import uk.smartenergy.incident.platform.web.Described;
import uk.smartenergy.incident.platform.web.Sender;

/** Wires what the controllers of Major Incident reports share. */
@Configuration(proxyBeanMethods = false)
class MajorIncidentWebConfiguration {
    @Bean
    ReportDesk majorIncidentReportDesk(Messages messages, Sender sender) {
        return new ReportDesk(messages, sender);
    }

    @Bean
    Described describedMajorIncidentReports() {
        return new Described(ReportForms.BODIES, ReportForms.queries());
    }
}
