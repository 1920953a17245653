package uk.smartenergy.incident.incident.read.detail;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.smartenergy.incident.api.categorisation.CategorisationFacts;
import uk.smartenergy.incident.api.categorisation.CategorisationPolicy;
import uk.smartenergy.incident.api.categorisation.Category;
import uk.smartenergy.incident.api.categorisation.CategoryDecision;
import uk.smartenergy.incident.api.categorisation.LeastChange;
import uk.smartenergy.incident.incident.read.record.Escalations;
import uk.smartenergy.incident.incident.read.record.IncidentRecords;
import uk.smartenergy.incident.incident.read.record.IncidentViews;
import uk.smartenergy.incident.incident.read.record.ReferenceFacts;
import uk.smartenergy.incident.platform.projection.EventLog;
import uk.smartenergy.incident.platform.reference.PoliciesInForce;
import uk.smartenergy.incident.platform.reference.ReferenceData;

@Configuration(proxyBeanMethods = false)
class IncidentDetailConfiguration {
    @Bean
    IncidentDetails incidentDetails(
            IncidentRecords records,
            IncidentViews views,
            Escalations escalations,
            ReferenceFacts reference,
            Policies policies,
            EventLog log) {
        return new IncidentDetails(records, views, escalations, reference, policies, log);
    }

    @Bean
    Policies explainedPolicies(PoliciesInForce policies) {
        return new Explained(policies);
    }

    private record Explained(PoliciesInForce policies) implements Policies {
        @Override
        public List<LeastChange> leastChanges(CategoryDecision decision, Instant recordedAt) {
            return ask(decision, recordedAt, CategorisationPolicy::leastChanges).orElse(List.of());
        }

        @Override
        public Optional<Category> categoryOf(CategoryDecision decision, Instant recordedAt) {
            return ask(decision, recordedAt, CategorisationPolicy::categoryOf);
        }

        private <R> Optional<R> ask(
                CategoryDecision decision,
                Instant recordedAt,
                BiFunction<CategorisationPolicy, CategorisationFacts, R> question) {
            CategorisationFacts facts = decision.facts();
            String version = decision.policyVersion();
            return facts == null || version == null
                    ? Optional.empty()
                    : policies.book().find(version, recordedAt).map(policy -> question.apply(policy, facts));
        }

        @Override
        public String note() {
            return ReferenceData.NOTE;
        }
    }
}
