package uk.smartenergy.incident.categorisation.web.backtest;

import java.security.SecureRandom;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.smartenergy.incident.api.backtest.BacktestId;
import uk.smartenergy.incident.platform.messaging.Messages;
import uk.smartenergy.incident.platform.reference.PoliciesInForce;
import uk.smartenergy.incident.platform.reference.PolicyDocuments;
import uk.smartenergy.incident.platform.reference.ReferenceData;
import uk.smartenergy.incident.platform.web.Described;
import uk.smartenergy.incident.platform.web.Sender;

@Configuration(proxyBeanMethods = false)
class BacktestWebConfiguration {
    @Bean
    BacktestForms backtestForms(PoliciesInForce policies, PolicyDocuments documents) {
        return new BacktestForms(policies, documents);
    }

    @Bean
    BacktestDesk backtestDesk(Messages messages, Sender sender, PoliciesInForce policies, ReferenceData reference) {
        SecureRandom lot = new SecureRandom();
        return new BacktestDesk(
                messages,
                sender,
                () -> BacktestId.of(lot.nextLong()),
                new BacktestPresenter(policies, reference.performanceMeasures()));
    }

    @Bean
    Described describedBacktests(BacktestForms forms) {
        return new Described(forms.bodies(), BacktestForms.queries());
    }
}
