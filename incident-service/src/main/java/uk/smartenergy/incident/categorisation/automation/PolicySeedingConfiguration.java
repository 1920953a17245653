package uk.smartenergy.incident.categorisation.automation;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.smartenergy.incident.platform.messaging.Messages;
import uk.smartenergy.incident.platform.messaging.ReadModelBehind;
import uk.smartenergy.incident.platform.messaging.Seeding;
import uk.smartenergy.incident.platform.reference.PoliciesInForce;
import uk.smartenergy.incident.platform.reference.ReferenceData;

@Configuration(proxyBeanMethods = false)
class PolicySeedingConfiguration {
    @Bean
    WhenStartedThenRecordPolicies whenStartedThenRecordPolicies(Messages messages, ReferenceData reference) {
        return new WhenStartedThenRecordPolicies(messages, reference.policies());
    }

    @Bean
    Seeding policySeeding(WhenStartedThenRecordPolicies automation, PoliciesInForce policies) {
        return new Seeding("categorisation policies", automation::record, () -> isKnown(policies));
    }

    private static boolean isKnown(PoliciesInForce policies) {
        try {
            policies.book();
            return true;
        } catch (ReadModelBehind notYet) {
            return false;
        }
    }
}
