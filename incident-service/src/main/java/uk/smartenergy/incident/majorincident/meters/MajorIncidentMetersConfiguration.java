package uk.smartenergy.incident.majorincident.meters;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.smartenergy.incident.platform.messaging.Messages;

@Configuration(proxyBeanMethods = false)
class MajorIncidentMetersConfiguration {
    @Bean
    MajorIncidentReportMeters majorIncidentReportMeters(Messages messages, Clock clock) {
        return new MajorIncidentReportMeters(messages, clock);
    }
}
