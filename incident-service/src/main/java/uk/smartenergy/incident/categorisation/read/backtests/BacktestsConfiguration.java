package uk.smartenergy.incident.categorisation.read.backtests;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.smartenergy.incident.platform.projection.EventLog;

@Configuration(proxyBeanMethods = false)
class BacktestsConfiguration {
    @Bean
    BacktestProjection backtestProjection() {
        return new BacktestProjection();
    }

    @Bean
    Backtests backtests(BacktestProjection projection, EventLog log) {
        return new Backtests(projection, log);
    }
}
