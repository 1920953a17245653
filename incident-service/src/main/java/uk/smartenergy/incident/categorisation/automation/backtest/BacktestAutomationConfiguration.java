package uk.smartenergy.incident.categorisation.automation.backtest;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import uk.smartenergy.incident.platform.messaging.Messages;
import uk.smartenergy.incident.platform.messaging.Regularly;

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
    Regularly replaying(WhenBacktestRequestedThenReplay automation, BacktestProperties properties) {
        return Regularly.runGently("backtests", properties.interval(), automation::workOnThoseRequested);
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
            Regularly.check("incident.backtests.interval", interval);
            if (atOnce < 1 || atOnce > 10_000) {
                throw new IllegalArgumentException("incident.backtests.at-once must be from 1 to 10,000");
            }
        }
    }
}
