package uk.smartenergy.incident.categorisation.write.backtest;

import static uk.smartenergy.incident.categorisation.write.backtest.Samples.*;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import uk.smartenergy.incident.api.backtest.BacktestEvent;
import uk.smartenergy.incident.api.backtest.BacktestEvent.*;
import uk.smartenergy.incident.platform.eventstore.ApprovedEvents;

/** What is stored of each event, for ever. A new one is written to {@code target/received-events}; look at it and move it to {@code approved-events}. */
class ApprovedBacktestEventsTest {
    private final ApprovedEvents approved = new ApprovedEvents(BacktestEventNamesConfiguration.names());

    static List<BacktestEvent> events() {
        return List.of(
                requested(),
                started(4),
                new BacktestTakenOver(ID, "two"),
                progressed(0, 2),
                new BacktestCompleted(ID),
                new BacktestCancelled(ID, "Wrong month"),
                new BacktestFailed(ID, "A fault of the service; its log says more"));
    }

    @ParameterizedTest
    @MethodSource("events")
    void isWrittenAndReadAsApproved(BacktestEvent event) throws IOException {
        approved.check(event);
    }

    @Test
    void everyEventHasANameAndASample() {
        approved.areAllOf(events(), BacktestEvent.class);
    }
}
