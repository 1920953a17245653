package uk.smartenergy.incident.regulatory.web;

import java.util.HashMap;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.smartenergy.incident.platform.messaging.Messages;
import uk.smartenergy.incident.platform.reference.Calendars;
import uk.smartenergy.incident.platform.reference.ReferenceData;
import uk.smartenergy.incident.platform.reference.RegulatoryReportRules;
import uk.smartenergy.incident.platform.web.Described;
import uk.smartenergy.incident.platform.web.Form;
import uk.smartenergy.incident.platform.web.Sender;

@Configuration(proxyBeanMethods = false)
class RegulatoryWebConfiguration {
    @Bean
    RegulatoryDesk regulatoryDesk(Messages messages, Sender sender, ReferenceData reference, Calendars calendars) {
        return new RegulatoryDesk(messages, sender, reference.rules(RegulatoryReportRules.class), calendars);
    }

    @Bean
    SubmissionForms reportSubmissionForms(ReferenceData reference) {
        return new SubmissionForms(reference);
    }

    @Bean
    Described describedRegulatoryReports(SubmissionForms forms) {
        Map<String, Form> bodies = new HashMap<>(RegulatoryForms.BODIES);
        bodies.putAll(forms.bodies());
        return new Described(bodies, RegulatoryForms.QUERIES);
    }
}
