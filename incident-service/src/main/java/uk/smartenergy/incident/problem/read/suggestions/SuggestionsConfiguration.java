package uk.smartenergy.incident.problem.read.suggestions;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.smartenergy.incident.api.problem.SuggestionEvent;
import uk.smartenergy.incident.platform.record.Histories;
import uk.smartenergy.incident.platform.reference.ProblemEditions;
import uk.smartenergy.incident.platform.reference.ReferenceData;
import uk.smartenergy.incident.problem.read.record.ProblemRecords;

@Configuration(proxyBeanMethods = false)
class SuggestionsConfiguration {
    @Bean
    Cases problemCases() {
        return new Cases();
    }

    @Bean
    Histories<SuggestionEvent> suggestionHistories() {
        return new Histories<>("problem-suggestions", SuggestionEvent.class);
    }

    @Bean
    Suggestions suggestions(
            Cases problemCases,
            ProblemRecords problemRecords,
            Histories<SuggestionEvent> suggestionHistories,
            ReferenceData reference) {
        return new Suggestions(
                problemCases, problemRecords, suggestionHistories, reference.rules(ProblemEditions.class));
    }
}
