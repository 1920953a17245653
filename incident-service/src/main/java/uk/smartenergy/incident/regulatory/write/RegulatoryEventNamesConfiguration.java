package uk.smartenergy.incident.regulatory.write;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.smartenergy.incident.api.regulatory.RegulatoryEvent;
import uk.smartenergy.incident.platform.eventstore.EventNames;
import uk.smartenergy.incident.platform.eventstore.EventNames.Entry;

/** The names under which the register's events are stored; a stored name is for ever. */
@Configuration(proxyBeanMethods = false)
class RegulatoryEventNamesConfiguration {
    @Bean
    EventNames regulatoryEventNames() {
        return names();
    }

    static EventNames names() {
        return EventNames.of(
                Entry.of("regulatory.ReportSubmitted", RegulatoryEvent.ReportSubmitted.class),
                Entry.of("regulatory.MeasureExplained", RegulatoryEvent.MeasureExplained.class),
                Entry.of("regulatory.ReportChallenged", RegulatoryEvent.ReportChallenged.class),
                Entry.of("regulatory.ActionRaised", RegulatoryEvent.ActionRaised.class),
                Entry.of("regulatory.ActionReported", RegulatoryEvent.ActionReported.class),
                Entry.of("regulatory.ActionDueDateMoved", RegulatoryEvent.ActionDueDateMoved.class),
                Entry.of("regulatory.ActionAssigned", RegulatoryEvent.ActionAssigned.class),
                Entry.of("regulatory.ActionCompleted", RegulatoryEvent.ActionCompleted.class));
    }
}
