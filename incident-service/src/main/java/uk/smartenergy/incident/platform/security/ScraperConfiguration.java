package uk.smartenergy.incident.platform.security;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** {@code INCIDENT_SCRAPER_PASSWORD} sets the password of the user for Prometheus; without it there is no such user. */
@Configuration(proxyBeanMethods = false)
class ScraperConfiguration {

    @Bean(initMethod = "start", destroyMethod = "stop")
    Scraper scraper(
            UserStore store,
            @Value("${incident.scraper-password:}") String password,
            @Value("${incident.security.bcrypt-strength:10}") int strength) {
        return new Scraper(store, new Passwords(strength), password);
    }
}
