package uk.smartenergy.incident.categorisation.write.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.smartenergy.incident.categorisation.write.backtest.Samples.*;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.axonframework.test.aggregate.ResultValidator;
import org.axonframework.test.matchers.Matchers;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import uk.smartenergy.incident.api.backtest.BacktestCommand.*;
import uk.smartenergy.incident.api.backtest.BacktestEvent.*;
import uk.smartenergy.incident.api.backtest.BacktestState;
import uk.smartenergy.incident.api.shared.MetaKeys;
import uk.smartenergy.incident.api.shared.Refusal;

class BacktestTest {
    private static final Duration SILENCE = Duration.ofSeconds(30);

    private final FixtureConfiguration<Backtest> fixture = new AggregateTestFixture<>(Backtest.class);

    @Test
    void isRequested() {
        fixture.givenNoPriorActivity()
                .when(new RequestBacktest(ID, SCOPE), at(NOW))
                .expectEvents(requested())
                .expectResultMessagePayload(new BacktestAccepted(ID, BacktestState.REQUESTED, 0));
    }

    @Nested
    class Beginning {
        @Test
        void saysWhatItCovers() {
            fixture.given(requested())
                    .when(new BeginBacktest(ID, 2, true, "one", SILENCE), at(NOW))
                    .expectEvents(new BacktestStarted(ID, 2, true, "one"))
                    .expectResultMessagePayload(new BacktestAccepted(ID, BacktestState.RUNNING, 0));
        }

        @Test
        void isTheEndWhereThereIsNothingToDo() {
            fixture.given(requested())
                    .when(new BeginBacktest(ID, 0, false, "one", SILENCE), at(NOW))
                    .expectEvents(new BacktestStarted(ID, 0, false, "one"), new BacktestCompleted(ID));
        }

        @Test
        void againByTheSameRunnerChangesNothing() {
            fixture.given(requested(), started(4), progressed(0, 2))
                    .when(new BeginBacktest(ID, 4, false, "one", SILENCE), at(NOW))
                    .expectNoEvents()
                    .expectResultMessagePayload(new BacktestAccepted(ID, BacktestState.RUNNING, 2));
        }

        @Test
        void byAnotherRunnerIsRefusedWhileTheFirstIsHeardOf() {
            refused(
                    fixture.givenCurrentTime(NOW)
                            .andGiven(requested(), started(4))
                            .when(new BeginBacktest(ID, 4, false, "two", SILENCE), at(NOW.plusSeconds(29))),
                    "BACKTEST_TAKEN");
        }

        @Test
        void byAnotherRunnerTakesOverAfterASilence() {
            fixture.givenCurrentTime(NOW)
                    .andGiven(requested(), started(4), progressed(0, 2))
                    .when(new BeginBacktest(ID, 4, false, "two", SILENCE), at(NOW.plusSeconds(30)))
                    .expectEvents(new BacktestTakenOver(ID, "two"))
                    .expectResultMessagePayload(new BacktestAccepted(ID, BacktestState.RUNNING, 2));
        }

        @Test
        void failsIfItNoLongerCoversTheSame() {
            fixture.givenCurrentTime(NOW)
                    .andGiven(requested(), started(4), progressed(0, 2))
                    .when(new BeginBacktest(ID, 5, false, "two", SILENCE), at(NOW.plusSeconds(60)))
                    .expectEvents(new BacktestFailed(ID, "It covers 5 Incidents, and covered 4 when it began"));
        }
    }

    @Nested
    class Progress {
        @Test
        void isKept() {
            fixture.given(requested(), started(4))
                    .when(new RecordBacktestProgress(ID, 0, 2, RESULT), at(NOW))
                    .expectEvents(progressed(0, 2))
                    .expectResultMessagePayload(new BacktestAccepted(ID, BacktestState.RUNNING, 2));
        }

        @Test
        void completesItWithTheLastIncident() {
            fixture.given(requested(), started(4), progressed(0, 2))
                    .when(new RecordBacktestProgress(ID, 2, 4, RESULT), at(NOW))
                    .expectEvents(progressed(2, 4), new BacktestCompleted(ID));
        }

        @Test
        void thatAnotherHasBroughtAlreadyIsIgnored() {
            fixture.given(requested(), started(4), progressed(0, 2))
                    .when(new RecordBacktestProgress(ID, 0, 2, RESULT), at(NOW))
                    .expectNoEvents()
                    .expectResultMessagePayload(new BacktestAccepted(ID, BacktestState.RUNNING, 2));
        }

        @Test
        void leavesNothingOut() {
            refused(
                    fixture.given(requested(), started(4)).when(new RecordBacktestProgress(ID, 2, 4, RESULT), at(NOW)),
                    "BACKTEST_NOT_SO_FAR");
        }

        @Test
        void afterCancellingIsRefused() {
            refused(
                    fixture.given(requested(), started(4), new BacktestCancelled(ID, null))
                            .when(new RecordBacktestProgress(ID, 0, 2, RESULT), at(NOW)),
                    "BACKTEST_OVER");
        }
    }

    @Nested
    class Cancelling {
        @Test
        void endsIt() {
            fixture.given(requested(), started(4))
                    .when(new CancelBacktest(ID, "Wrong month"), at(NOW))
                    .expectEvents(new BacktestCancelled(ID, "Wrong month"));
        }

        @Test
        void againChangesNothing() {
            fixture.given(requested(), new BacktestCancelled(ID, "Wrong month"))
                    .when(new CancelBacktest(ID, null), at(NOW))
                    .expectNoEvents()
                    .expectSuccessfulHandlerExecution();
        }

        @Test
        void whatIsCompleteIsRefused() {
            refused(
                    fixture.given(requested(), started(0), new BacktestCompleted(ID))
                            .when(new CancelBacktest(ID, null), at(NOW)),
                    "BACKTEST_OVER");
        }

        @Test
        void byWhoHasSeenAnOlderVersionIsRefused() {
            refused(
                    fixture.given(requested(), started(4))
                            .when(
                                    new CancelBacktest(ID, null),
                                    Map.of(MetaKeys.NOW, NOW.toString(), MetaKeys.EXPECTED_VERSION, "0")),
                    "STALE_VERSION");
        }
    }

    @Test
    void failsOnlyWhileItIsNotOver() {
        fixture.given(requested(), started(4))
                .when(new FailBacktest(ID, "A fault"), at(NOW))
                .expectEvents(new BacktestFailed(ID, "A fault"));
        new AggregateTestFixture<>(Backtest.class)
                .given(requested(), started(0), new BacktestCompleted(ID))
                .when(new FailBacktest(ID, "A fault"), at(NOW))
                .expectNoEvents();
    }

    private static void refused(ResultValidator<Backtest> result, String code) {
        result.expectNoEvents().expectException(Matchers.predicate(failure -> {
            assertThat(((Refusal) failure).code()).isEqualTo(code);
            return true;
        }));
    }

    private static Map<String, Object> at(Instant now) {
        return Map.of(MetaKeys.NOW, now.toString());
    }
}
