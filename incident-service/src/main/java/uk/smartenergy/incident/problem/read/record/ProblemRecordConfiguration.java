package uk.smartenergy.incident.problem.read.record;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.smartenergy.incident.api.problem.ProblemEvent;
import uk.smartenergy.incident.platform.record.Elsewhere;
import uk.smartenergy.incident.platform.record.Histories;

@Configuration(proxyBeanMethods = false)
class ProblemRecordConfiguration {
    @Bean
    Histories<ProblemEvent> problemHistories() {
        return new Histories<>("problems", ProblemEvent.class);
    }

    @Bean
    LinksFromIncidents linksFromIncidents() {
        return new LinksFromIncidents();
    }

    @Bean
    ProblemRecords problemRecords(
            Histories<ProblemEvent> problemHistories, LinksFromIncidents linksFromIncidents, Elsewhere elsewhere) {
        return new ProblemRecords(problemHistories, linksFromIncidents, elsewhere);
    }
}
