package uk.smartenergy.incident.api.problem;

import java.time.Instant;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.incident.IncidentId;
import uk.smartenergy.incident.api.shared.RecordCommand;

/** What can be asked of a suggestion. */
public sealed interface SuggestionCommand extends RecordCommand {

    /** Hides a suggestion until another Incident joins its Incidents. */
    record DismissSuggestion(
            @TargetAggregateIdentifier SuggestionId suggestionId,
            @Nullable Instant occurredAt,
            String reason,
            List<IncidentId> incidents)
            implements SuggestionCommand {
        public DismissSuggestion {
            incidents = List.copyOf(incidents);
        }

        @Override
        public String record() {
            return suggestionId.value();
        }
    }
}
