package uk.smartenergy.incident.problem.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.smartenergy.incident.api.problem.ProblemId;
import uk.smartenergy.incident.api.problem.ProblemQuery.GetHighestProblemNumber;
import uk.smartenergy.incident.api.shared.Viewer;
import uk.smartenergy.incident.platform.messaging.Messages;
import uk.smartenergy.incident.platform.messaging.References;
import uk.smartenergy.incident.platform.reference.ReferenceData;
import uk.smartenergy.incident.platform.web.Described;
import uk.smartenergy.incident.platform.web.Sender;

/** Wires what the controllers of Problems share. */
@Configuration(proxyBeanMethods = false)
class ProblemWebConfiguration {
    @Bean
    ProblemForms problemForms(ReferenceData reference) {
        return new ProblemForms(reference.vocabulary());
    }

    @Bean
    ProblemQueries problemQueries(ReferenceData reference) {
        return new ProblemQueries(reference.vocabulary());
    }

    @Bean
    References problemReferences(Messages messages) {
        return new References(ProblemId.KIND, () -> messages.ask(new GetHighestProblemNumber(Viewer.clearedService())));
    }

    @Bean
    ProblemDesk problemDesk(Messages messages, Sender sender, References problemReferences) {
        return new ProblemDesk(messages, sender, problemReferences);
    }

    @Bean
    Described describedProblems(ProblemForms forms, ProblemQueries queries) {
        return new Described(forms.byOperation(), queries.byOperation());
    }
}
