package uk.smartenergy.incident.majorincident.write;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.smartenergy.incident.api.majorincident.MajorIncidentReportEvent;
import uk.smartenergy.incident.platform.eventstore.EventNames;
import uk.smartenergy.incident.platform.eventstore.EventNames.Entry;
import uk.smartenergy.incident.platform.reference.MajorIncidentReportRules;
import uk.smartenergy.incident.platform.reference.ReferenceData;

/** The names under which what happens to Major Incident reports is stored; a stored name is for ever. */
@Configuration(proxyBeanMethods = false)
class MajorIncidentEventNamesConfiguration {
    @Bean
    EventNames majorIncidentEventNames() {
        return names();
    }

    @Bean
    ReportDecisions majorIncidentReportDecisions(ReferenceData reference) {
        return new ReportDecisions(reference.rules(MajorIncidentReportRules.class));
    }

    static EventNames names() {
        return EventNames.of(
                Entry.of("majorincident.ReportVersionWritten", MajorIncidentReportEvent.ReportVersionWritten.class),
                Entry.of("majorincident.ReportRedacted", MajorIncidentReportEvent.ReportRedacted.class),
                Entry.of("majorincident.ReportSubmitted", MajorIncidentReportEvent.ReportSubmitted.class),
                Entry.of("majorincident.FeedbackGiven", MajorIncidentReportEvent.FeedbackGiven.class),
                Entry.of("majorincident.AmendmentRequested", MajorIncidentReportEvent.AmendmentRequested.class),
                Entry.of("majorincident.ReportAmended", MajorIncidentReportEvent.ReportAmended.class),
                Entry.of("majorincident.ReportAgreed", MajorIncidentReportEvent.ReportAgreed.class),
                Entry.of("majorincident.ReportsPublished", MajorIncidentReportEvent.ReportsPublished.class));
    }
}
