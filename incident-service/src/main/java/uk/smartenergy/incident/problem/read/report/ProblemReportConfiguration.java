package uk.smartenergy.incident.problem.read.report;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.smartenergy.incident.problem.read.record.ProblemRecords;

@Configuration(proxyBeanMethods = false)
class ProblemReportConfiguration {
    @Bean
    Report problemReport(ProblemRecords problemRecords) {
        return new Report(problemRecords);
    }
}
