package uk.smartenergy.incident.incident.automation;

import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.smartenergy.incident.platform.messaging.ImportsInProgress;
import uk.smartenergy.incident.platform.messaging.Messages;
import uk.smartenergy.incident.platform.messaging.Regularly;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({
    IncidentAutomationConfiguration.ClosingProperties.class,
    IncidentAutomationConfiguration.EscalatingProperties.class
})
class IncidentAutomationConfiguration {
    private static final int ABREAST = 16;

    @Bean
    WhenResolvedWithoutObjectionThenClose whenResolvedWithoutObjectionThenClose(
            Messages messages, ImportsInProgress imports, Clock clock, ClosingProperties properties) {
        return new WhenResolvedWithoutObjectionThenClose(messages, imports, clock, properties.grace(), ABREAST);
    }

    @Bean
    WhenTargetsAreUsedUpThenEscalate whenTargetsAreUsedUpThenEscalate(
            Messages messages, ImportsInProgress imports, Clock clock, EscalatingProperties properties) {
        return new WhenTargetsAreUsedUpThenEscalate(messages, imports, clock, properties.grace(), ABREAST);
    }

    @Bean
    Regularly closing(WhenResolvedWithoutObjectionThenClose automation, ClosingProperties properties) {
        return Regularly.run("closing", properties.interval(), automation::closeThoseDue);
    }

    @Bean
    Regularly escalating(WhenTargetsAreUsedUpThenEscalate automation, EscalatingProperties properties) {
        return Regularly.run("escalating", properties.interval(), automation::escalateThoseDue);
    }

    /**
     * @param interval how long to wait after each look for resolved Incidents that are due to close
     * @param grace how long an Incident is left alone after anything was recorded of it
     */
    @ConfigurationProperties("incident.closing")
    record ClosingProperties(
            @DefaultValue("5s") Duration interval,
            @DefaultValue("5s") Duration grace) {
        ClosingProperties {
            Regularly.check("incident.closing.interval", interval);
        }
    }

    /**
     * @param interval how long to wait after each look for open Incidents that are due to escalate
     * @param grace how long an Incident is left alone after anything was recorded of it
     */
    @ConfigurationProperties("incident.escalation")
    record EscalatingProperties(
            @DefaultValue("500ms") Duration interval,
            @DefaultValue("750ms") Duration grace) {
        EscalatingProperties {
            Regularly.check("incident.escalation.interval", interval);
        }
    }
}
