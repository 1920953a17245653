package uk.smartenergy.incident.maintenance.read.subscribers;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SubscribersConfiguration {
    @Bean
    Subscribers maintenanceSubscribers() {
        return new Subscribers();
    }
}
