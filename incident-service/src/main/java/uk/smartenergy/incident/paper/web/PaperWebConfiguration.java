package uk.smartenergy.incident.paper.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.smartenergy.incident.platform.web.Described;

@Configuration(proxyBeanMethods = false)
class PaperWebConfiguration {
    @Bean
    Described describedPapers() {
        return PaperForms.described();
    }
}
