package uk.smartenergy.incident.maintenance.meters;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.smartenergy.incident.platform.messaging.Messages;

@Configuration(proxyBeanMethods = false)
class MaintenanceMetersConfiguration {

    @Bean
    MaintenanceMeters maintenanceMeters(Messages messages, Clock clock) {
        return new MaintenanceMeters(messages, clock);
    }
}
