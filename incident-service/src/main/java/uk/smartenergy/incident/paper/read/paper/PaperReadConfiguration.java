package uk.smartenergy.incident.paper.read.paper;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.smartenergy.incident.api.paper.PaperEvent;
import uk.smartenergy.incident.platform.record.Elsewhere;
import uk.smartenergy.incident.platform.record.Histories;

@Configuration(proxyBeanMethods = false)
class PaperReadConfiguration {
    @Bean
    Histories<PaperEvent> paperHistories() {
        return new Histories<>("papers", PaperEvent.class);
    }

    @Bean
    Papers papers(Histories<PaperEvent> paperHistories, Elsewhere elsewhere) {
        return new Papers(paperHistories, elsewhere);
    }
}
