package uk.smartenergy.incident.categorisation.web.backtest;

import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.backtest.BacktestScope;
import uk.smartenergy.incident.api.backtest.BacktestScope.PolicyChoice;
import uk.smartenergy.incident.api.categorisation.CategorisationPolicy;
import uk.smartenergy.incident.platform.reference.PoliciesInForce;

/** Which policy a backtest means: a version as it was on record at the backtest's moment, or one of its own. */
final class BacktestPolicies {
    private final PoliciesInForce policies;

    BacktestPolicies(PoliciesInForce policies) {
        this.policies = policies;
    }

    CategorisationPolicy policy(PolicyChoice choice, BacktestScope scope) {
        return policies.book()
                .find(choice.version(), scope.knownAt())
                .orElseThrow(() -> new IllegalStateException("The policy " + choice.version() + " is not on record"));
    }

    /** The whole policy, if it is none on record. */
    @Nullable
    Object shown(PolicyChoice choice) {
        return null;
    }
}
