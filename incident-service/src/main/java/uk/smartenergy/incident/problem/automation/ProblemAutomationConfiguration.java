package uk.smartenergy.incident.problem.automation;

import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.smartenergy.incident.platform.messaging.ImportsInProgress;
import uk.smartenergy.incident.platform.messaging.Messages;
import uk.smartenergy.incident.platform.messaging.References;
import uk.smartenergy.incident.platform.messaging.Regularly;

/** Not there with {@code incident.problems.for-major-incidents.enabled=false}: then they are suggested only. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty(name = "incident.problems.for-major-incidents.enabled", matchIfMissing = true)
@EnableConfigurationProperties(ProblemAutomationConfiguration.MajorIncidentProperties.class)
class ProblemAutomationConfiguration {
    private static final int ABREAST = 4;

    @Bean
    WhenMajorIncidentThenOpenProblem whenMajorIncidentThenOpenProblem(
            Messages messages,
            References problemReferences,
            ImportsInProgress imports,
            Clock clock,
            MajorIncidentProperties properties) {
        return new WhenMajorIncidentThenOpenProblem(
                messages, problemReferences, imports, clock, properties.grace(), ABREAST);
    }

    @Bean
    Regularly openingProblems(WhenMajorIncidentThenOpenProblem automation, MajorIncidentProperties properties) {
        return Regularly.run("opening-problems", properties.interval(), automation::openThoseDue);
    }

    /**
     * @param enabled whether Problems are opened for Major Incidents by themselves
     * @param interval how long to wait after each look for Major Incidents without a Problem
     * @param grace how long an Incident is left alone after anything was recorded of it
     */
    @ConfigurationProperties("incident.problems.for-major-incidents")
    record MajorIncidentProperties(
            @DefaultValue("true") boolean enabled,
            @DefaultValue("1s") Duration interval,
            @DefaultValue("1s") Duration grace) {
        MajorIncidentProperties {
            Regularly.check("incident.problems.for-major-incidents.interval", interval);
        }
    }
}
