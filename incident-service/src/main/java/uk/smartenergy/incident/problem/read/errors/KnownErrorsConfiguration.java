package uk.smartenergy.incident.problem.read.errors;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.smartenergy.incident.platform.reference.ProblemEditions;
import uk.smartenergy.incident.platform.reference.ReferenceData;
import uk.smartenergy.incident.problem.read.record.ProblemRecords;

@Configuration(proxyBeanMethods = false)
class KnownErrorsConfiguration {
    @Bean
    KnownErrors knownErrors(ProblemRecords problemRecords, ReferenceData reference) {
        return new KnownErrors(problemRecords, reference.rules(ProblemEditions.class));
    }
}
