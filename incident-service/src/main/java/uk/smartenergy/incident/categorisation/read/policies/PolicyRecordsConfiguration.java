package uk.smartenergy.incident.categorisation.read.policies;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.smartenergy.incident.api.categorisation.PolicyCommand;
import uk.smartenergy.incident.platform.messaging.DecidingImage;
import uk.smartenergy.incident.platform.messaging.ReadModelBehind;
import uk.smartenergy.incident.platform.reference.PoliciesInForce;
import uk.smartenergy.incident.platform.reference.ReferenceData;

@Configuration(proxyBeanMethods = false)
class PolicyRecordsConfiguration {
    @Bean
    PolicyRecords policyRecords(ReferenceData reference) {
        return new PolicyRecords(reference.policies());
    }

    /** Whoever asks before the book is known is told to try again. */
    @Bean
    PoliciesInForce policiesInForce(PolicyRecords records) {
        return () -> records.book().orElseThrow(ReadModelBehind::new);
    }

    @Bean
    DecidingImage policiesDecide(PolicyRecords records) {
        return new DecidingImage() {
            @Override
            public String stream() {
                return PolicyCommand.STREAM;
            }

            @Override
            public String projection() {
                return PolicyRecords.NAME;
            }

            @Override
            public long lastSequence() {
                return records.lastSequence();
            }

            @Override
            public boolean isKnown() {
                return records.book().isPresent();
            }
        };
    }
}
