package uk.smartenergy.incident.categorisation.write.backtest;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.smartenergy.incident.api.backtest.BacktestEvent;
import uk.smartenergy.incident.platform.eventstore.EventNames;
import uk.smartenergy.incident.platform.eventstore.EventNames.Entry;

/** The names under which a backtest's events are stored, for ever. */
@Configuration(proxyBeanMethods = false)
class BacktestEventNamesConfiguration {
    @Bean
    EventNames backtestEventNames() {
        return names();
    }

    static EventNames names() {
        return EventNames.of(
                Entry.of("backtest.BacktestRequested", BacktestEvent.BacktestRequested.class),
                Entry.of("backtest.BacktestStarted", BacktestEvent.BacktestStarted.class),
                Entry.of("backtest.BacktestTakenOver", BacktestEvent.BacktestTakenOver.class),
                Entry.of("backtest.BacktestProgressed", BacktestEvent.BacktestProgressed.class),
                Entry.of("backtest.BacktestCompleted", BacktestEvent.BacktestCompleted.class),
                Entry.of("backtest.BacktestCancelled", BacktestEvent.BacktestCancelled.class),
                Entry.of("backtest.BacktestFailed", BacktestEvent.BacktestFailed.class));
    }
}
