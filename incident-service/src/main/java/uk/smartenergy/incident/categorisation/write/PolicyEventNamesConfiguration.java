package uk.smartenergy.incident.categorisation.write;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.smartenergy.incident.api.categorisation.PolicyEvent;
import uk.smartenergy.incident.platform.eventstore.EventNames;
import uk.smartenergy.incident.platform.eventstore.EventNames.Entry;

/** The names under which what happens to policies is stored; a stored name is for ever. */
@Configuration(proxyBeanMethods = false)
class PolicyEventNamesConfiguration {
    @Bean
    EventNames policyEventNames() {
        return names();
    }

    static EventNames names() {
        return EventNames.of(
                Entry.of("categorisation.PolicyGiven", PolicyEvent.PolicyGiven.class),
                Entry.of("categorisation.PolicyDrafted", PolicyEvent.PolicyDrafted.class),
                Entry.of("categorisation.DraftChanged", PolicyEvent.DraftChanged.class),
                Entry.of("categorisation.PolicyActivated", PolicyEvent.PolicyActivated.class),
                Entry.of("categorisation.PolicyRetired", PolicyEvent.PolicyRetired.class),
                Entry.of("categorisation.PoliciesConfigured", PolicyEvent.PoliciesConfigured.class));
    }
}
