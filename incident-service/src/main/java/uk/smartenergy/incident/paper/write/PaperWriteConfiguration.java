package uk.smartenergy.incident.paper.write;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.smartenergy.incident.api.paper.PaperEvent;
import uk.smartenergy.incident.platform.eventstore.EventNames;
import uk.smartenergy.incident.platform.eventstore.EventNames.Entry;

/** The names under which what happens to papers is stored; a stored name is for ever. */
@Configuration(proxyBeanMethods = false)
class PaperWriteConfiguration {
    @Bean
    EventNames paperEventNames() {
        return names();
    }

    static EventNames names() {
        return EventNames.of(
                Entry.of("paper.TextWritten", PaperEvent.TextWritten.class),
                Entry.of("paper.TextWithdrawn", PaperEvent.TextWithdrawn.class),
                Entry.of("paper.DetailsGiven", PaperEvent.DetailsGiven.class),
                Entry.of("paper.PaperIssued", PaperEvent.PaperIssued.class));
    }
}
