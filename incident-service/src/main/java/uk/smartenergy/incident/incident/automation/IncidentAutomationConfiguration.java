package uk.smartenergy.incident.incident.automation;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.smartenergy.incident.platform.messaging.ImportsInProgress;
import uk.smartenergy.incident.platform.messaging.Messages;

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
        return new Regularly("closing", automation::closeThoseDue, properties.interval());
    }

    @Bean
    Regularly escalating(WhenTargetsAreUsedUpThenEscalate automation, EscalatingProperties properties) {
        return new Regularly("escalating", automation::escalateThoseDue, properties.interval());
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
            atLeastTenMillis("incident.closing.interval", interval);
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
            atLeastTenMillis("incident.escalation.interval", interval);
        }
    }

    private static void atLeastTenMillis(String name, Duration interval) {
        if (interval.compareTo(Duration.ofMillis(10)) < 0) {
            throw new IllegalArgumentException(name + " must be at least 10 ms");
        }
    }

    /** Runs an automation again and again while the service runs: last to start, first to stop. */
    static final class Regularly implements SmartLifecycle {
        private final String name;
        private final Runnable automation;
        private final Duration interval;
        private @Nullable ScheduledExecutorService executor;

        Regularly(String name, Runnable automation, Duration interval) {
            this.name = name;
            this.automation = automation;
            this.interval = interval;
        }

        @Override
        public synchronized void start() {
            if (executor == null) {
                executor = Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().name(name).daemon().factory());
                executor.scheduleWithFixedDelay(
                        automation, interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
            }
        }

        @Override
        public synchronized void stop() {
            if (executor != null) {
                executor.shutdown();
                try {
                    executor.awaitTermination(5, TimeUnit.SECONDS);
                } catch (InterruptedException interrupted) {
                    Thread.currentThread().interrupt();
                }
                executor.shutdownNow();
                executor = null;
            }
        }

        @Override
        public synchronized boolean isRunning() {
            return executor != null;
        }
    }
}
