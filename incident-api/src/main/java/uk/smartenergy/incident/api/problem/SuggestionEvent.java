package uk.smartenergy.incident.api.problem;

import java.time.Instant;
import java.util.List;
import org.axonframework.serialization.Revision;
import uk.smartenergy.incident.api.incident.IncidentId;
import uk.smartenergy.incident.api.shared.Classification;
import uk.smartenergy.incident.api.shared.RecordEvent;

/** What happened to a suggestion to open a Problem. */
public sealed interface SuggestionEvent extends RecordEvent {

    @Revision("1")
    record SuggestionDismissed(
            SuggestionId suggestionId,
            Instant occurredAt,
            String reason,
            List<IncidentId> incidents,
            Classification classification)
            implements SuggestionEvent {
        public SuggestionDismissed {
            incidents = List.copyOf(incidents);
        }

        @Override
        public String record() {
            return suggestionId.value();
        }

        @Override
        public Classification classifies() {
            return classification;
        }
    }
}
