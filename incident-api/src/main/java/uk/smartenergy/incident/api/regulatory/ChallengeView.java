package uk.smartenergy.incident.api.regulatory;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.categorisation.Category;
import uk.smartenergy.incident.api.incident.IncidentId;
import uk.smartenergy.incident.api.shared.Classification;

/**
 * A challenge to a report.
 *
 * @param id such as {@code REG-PMR-2018-07-C1}
 * @param raisedBy the party or body in whose name
 * @param recordedBy the user
 * @param incidents references that the challenge names
 * @param leftOut Incidents that count as outages and that the report does not name, as the service finds them now for this viewer; {@code null}
 *     unless an outage is said to be missing
 * @param answered whether its action is done
 */
public record ChallengeView(
        String id,
        String report,
        ReportPeriod period,
        ChallengeKind kind,
        String text,
        String raisedBy,
        Instant raisedAt,
        Instant recordedAt,
        @Nullable String recordedBy,
        List<String> incidents,
        @Nullable List<LeftOut> leftOut,
        boolean answered,
        ActionView action,
        Classification classification,
        long version) {
    public ChallengeView {
        incidents = List.copyOf(incidents);
        leftOut = leftOut == null ? null : List.copyOf(leftOut);
    }

    /** An Incident that a report does not name although it counts as an outage of the period. */
    public record LeftOut(
            IncidentId incident,
            @Nullable String externalReference,
            String summary,
            Category category,
            @Nullable String region,
            Instant raisedAt,
            @Nullable Instant resolvedAt,
            Classification classification) {}
}
