package uk.smartenergy.incident.problem.read.problems;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.smartenergy.incident.problem.read.record.ProblemRecords;

@Configuration(proxyBeanMethods = false)
class ProblemListConfiguration {
    @Bean
    ProblemList problemList(ProblemRecords problemRecords) {
        return new ProblemList(problemRecords);
    }
}
