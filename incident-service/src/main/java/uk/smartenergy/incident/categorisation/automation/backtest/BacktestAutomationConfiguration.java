package uk.smartenergy.incident.categorisation.automation.backtest;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
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
import org.springframework.core.env.Environment;
import uk.smartenergy.incident.platform.messaging.Messages;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(BacktestAutomationConfiguration.BacktestProperties.class)
class BacktestAutomationConfiguration {

    /** A runner that no other node can be is dead if it is not this one: then nothing is waited for. */
    @Bean
    WhenBacktestRequestedThenReplay whenBacktestRequestedThenReplay(
            Messages messages, Clock clock, BacktestProperties properties, Environment environment) {
        boolean soleRunner = environment.getProperty("mongodb.uri", "").isBlank();
        return new WhenBacktestRequestedThenReplay(
                messages,
                clock,
                UUID.randomUUID().toString(),
                soleRunner ? Duration.ZERO : properties.takeOverAfter(),
                properties.atOnce());
    }

    @Bean
    Replaying replaying(WhenBacktestRequestedThenReplay automation, BacktestProperties properties) {
        return new Replaying(automation, properties.interval());
    }

    /**
     * @param interval how long to wait after each look for backtests to work on
     * @param atOnce how many Incidents are replayed at a time; progress is kept after each time
     * @param takeOverAfter how long nothing must have come from another node before its backtest is taken over
     */
    @ConfigurationProperties("incident.backtests")
    record BacktestProperties(
            @DefaultValue("50ms") Duration interval,
            @DefaultValue("2000") int atOnce,
            @DefaultValue("30s") Duration takeOverAfter) {
        BacktestProperties {
            if (interval.compareTo(Duration.ofMillis(10)) < 0) {
                throw new IllegalArgumentException("incident.backtests.interval must be at least 10 ms");
            }
            if (atOnce < 1 || atOnce > 10_000) {
                throw new IllegalArgumentException("incident.backtests.at-once must be from 1 to 10,000");
            }
        }
    }

    /** Runs the automation while the service runs, on a thread of its own that gives way to others. */
    static final class Replaying implements SmartLifecycle {
        private final WhenBacktestRequestedThenReplay automation;
        private final Duration interval;
        private @Nullable ScheduledExecutorService executor;
        private volatile boolean stopping;

        Replaying(WhenBacktestRequestedThenReplay automation, Duration interval) {
            this.automation = automation;
            this.interval = interval;
        }

        @Override
        public synchronized void start() {
            if (executor == null) {
                stopping = false;
                executor = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform()
                        .name("backtests")
                        .priority(Thread.MIN_PRIORITY)
                        .daemon()
                        .factory());
                executor.scheduleWithFixedDelay(
                        () -> automation.workOnThoseRequested(() -> stopping),
                        interval.toMillis(),
                        interval.toMillis(),
                        TimeUnit.MILLISECONDS);
            }
        }

        @Override
        public synchronized void stop() {
            if (executor != null) {
                stopping = true;
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
