package uk.smartenergy.incident.categorisation.meters;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import uk.smartenergy.incident.api.backtest.BacktestId;
import uk.smartenergy.incident.api.backtest.BacktestQuery.BacktestView;
import uk.smartenergy.incident.api.backtest.BacktestQuery.FindBacktests;
import uk.smartenergy.incident.api.backtest.BacktestScope;
import uk.smartenergy.incident.api.backtest.BacktestScope.PolicyChoice;
import uk.smartenergy.incident.api.backtest.BacktestScope.Requester;
import uk.smartenergy.incident.api.backtest.BacktestState;
import uk.smartenergy.incident.api.categorisation.CategorisationPolicy;
import uk.smartenergy.incident.api.categorisation.PolicyEvent.PoliciesConfigured;
import uk.smartenergy.incident.api.categorisation.PolicyEvent.PolicyActivated;
import uk.smartenergy.incident.api.categorisation.PolicyEvent.PolicyGiven;
import uk.smartenergy.incident.api.categorisation.PolicyRegister;
import uk.smartenergy.incident.api.shared.Page;
import uk.smartenergy.incident.platform.metrics.AskedMessages;
import uk.smartenergy.incident.platform.reference.ReferenceData;

class CategorisationMetersTest {
    private static final Instant NOW = Instant.parse("2018-10-05T12:00:00Z");
    private static final List<CategorisationPolicy> SHIPPED =
            ReferenceData.shipped().policies().all();

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

    @Test
    void policiesAreCountedByStateToday() {
        PolicyRegister register = PolicyRegister.EMPTY;
        for (CategorisationPolicy policy : SHIPPED) {
            register = register.after(new PolicyGiven(policy, 1), 0, NOW);
        }
        register = register.after(new PoliciesConfigured(List.of("dcc-reading")), 1, NOW)
                .after(new PolicyActivated("supplier-reading", LocalDate.of(2018, 10, 6), null), 2, NOW);
        PolicyRegister known = register;
        new PolicyMeters(new AskedMessages(query -> known), Clock.fixed(NOW, ZoneOffset.UTC)).bindTo(registry);
        assertThat(registry.scrape())
                .contains("incidents_policies{state=\"ACTIVE\"} 1")
                .contains("incidents_policies{state=\"SCHEDULED\"} 1")
                .contains("incidents_policies{state=\"AVAILABLE\"} " + (SHIPPED.size() - 2))
                .contains("incidents_policies{state=\"DRAFT\"} 0");
    }

    @Test
    void backtestsAreCountedByStateAsSomebodySeesThemWhoIsNotCleared() {
        AskedMessages messages = new AskedMessages(query -> new Page<>(
                List.of(
                        backtest(1, BacktestState.RUNNING, 5_000, 2_000),
                        backtest(2, BacktestState.COMPLETED, 7, 7),
                        backtest(3, BacktestState.REQUESTED, 0, 0)),
                null,
                3));
        new BacktestMeters(messages).bindTo(registry);
        assertThat(registry.scrape())
                .contains("incidents_backtests{state=\"RUNNING\"} 1")
                .contains("incidents_backtests{state=\"COMPLETED\"} 1")
                .contains("incidents_backtests{state=\"FAILED\"} 0")
                .contains("incidents_backtests_remaining 3000");
        assertThat(messages.asked)
                .singleElement()
                .isInstanceOfSatisfying(
                        FindBacktests.class,
                        query -> assertThat(query.viewer().cleared()).isFalse());
    }

    @Test
    void areNotNumbersWhileThereIsNoAnswer() {
        AskedMessages away = new AskedMessages(query -> {
            throw new IllegalStateException("the store is away");
        });
        new PolicyMeters(away, Clock.fixed(NOW, ZoneOffset.UTC)).bindTo(registry);
        new BacktestMeters(away).bindTo(registry);
        assertThat(registry.scrape())
                .contains("incidents_policies{state=\"ACTIVE\"} NaN")
                .contains("incidents_backtests_remaining NaN");
    }

    private static BacktestView backtest(long number, BacktestState state, int total, int done) {
        BacktestScope scope = new BacktestScope(
                new PolicyChoice(SHIPPED.getFirst(), true),
                null,
                NOW,
                NOW,
                NOW,
                NOW,
                new Requester("ann", Set.of(), null, false));
        return new BacktestView(
                BacktestId.of(number),
                0,
                state,
                scope,
                false,
                total,
                done,
                null,
                NOW,
                null,
                null,
                NOW,
                null,
                List.of(),
                0,
                0);
    }
}
