package uk.smartenergy.incident.platform.health;

import org.axonframework.config.EventProcessingConfiguration;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.smartenergy.incident.platform.eventstore.StoreHealth;
import uk.smartenergy.incident.platform.projection.Projections;

/** Makes the indicators that the readiness group names. */
@Configuration(proxyBeanMethods = false)
class HealthConfiguration {
    @Bean
    HealthIndicator storeHealthIndicator(StoreHealth store) {
        return new StoreHealthIndicator(store);
    }

    @Bean
    HealthIndicator eventProcessorsHealthIndicator(EventProcessingConfiguration processing, Projections projections) {
        return new EventProcessorsHealthIndicator(processing, projections);
    }
}
