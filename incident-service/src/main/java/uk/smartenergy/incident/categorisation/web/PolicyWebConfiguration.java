package uk.smartenergy.incident.categorisation.web;

import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.smartenergy.incident.platform.web.Described;

@Configuration(proxyBeanMethods = false)
class PolicyWebConfiguration {
    @Bean
    Described describedPolicies() {
        return new Described(
                Map.of(
                        "draftPolicy", PolicyForms.POLICY,
                        "changePolicy", PolicyForms.POLICY,
                        "validatePolicy", PolicyForms.POLICY,
                        "activatePolicy", PolicyForms.ACTIVATION,
                        "retirePolicy", PolicyForms.RETIREMENT),
                Map.of("findPolicies", PolicyForms.KNOWN, "getPolicy", PolicyForms.KNOWN));
    }
}
