package uk.smartenergy.incident.problem.write;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.smartenergy.incident.api.problem.ProblemEvent;
import uk.smartenergy.incident.api.problem.SuggestionEvent;
import uk.smartenergy.incident.api.problem.WatchEvent;
import uk.smartenergy.incident.platform.eventstore.EventNames;
import uk.smartenergy.incident.platform.eventstore.EventNames.Entry;

/** The names under which the events of Problems are stored; a stored name is for ever. */
@Configuration(proxyBeanMethods = false)
class ProblemEventNamesConfiguration {
    @Bean
    EventNames problemEventNames() {
        return names();
    }

    static EventNames names() {
        return EventNames.of(
                Entry.of("problem.ProblemOpened", ProblemEvent.ProblemOpened.class),
                Entry.of("problem.IncidentLinkedToProblem", ProblemEvent.IncidentLinkedToProblem.class),
                Entry.of("problem.IncidentRemovedFromProblem", ProblemEvent.IncidentRemovedFromProblem.class),
                Entry.of("problem.ProblemAssigned", ProblemEvent.ProblemAssigned.class),
                Entry.of("problem.RootCauseStated", ProblemEvent.RootCauseStated.class),
                Entry.of("problem.WorkaroundStated", ProblemEvent.WorkaroundStated.class),
                Entry.of("problem.ProblemPrioritised", ProblemEvent.ProblemPrioritised.class),
                Entry.of("problem.TargetDateSet", ProblemEvent.TargetDateSet.class),
                Entry.of("problem.FixPlanned", ProblemEvent.FixPlanned.class),
                Entry.of("problem.ProblemNoted", ProblemEvent.ProblemNoted.class),
                Entry.of("problem.ProblemClosed", ProblemEvent.ProblemClosed.class),
                Entry.of("problem.ProblemReopened", ProblemEvent.ProblemReopened.class),
                Entry.of("problem.SuggestionDismissed", SuggestionEvent.SuggestionDismissed.class),
                Entry.of("problem.WatchBegun", WatchEvent.WatchBegun.class));
    }
}
