package uk.smartenergy.incident.api.incident;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.categorisation.Category;
import uk.smartenergy.incident.api.shared.Classification;

/**
 * An Incident in a list: what is needed to find it and to judge whether it needs attention.
 *
 * @param version as in the {@code ETag}
 * @param firstCategory as first assigned
 * @param category as it stands
 * @param ruledCategory as ruled last; {@code null} if there was no ruling
 * @param disputed whether it was ever disputed
 * @param disputeOpen whether a dispute is open
 * @param raisedAt when it was raised (happened)
 * @param recordedAt when it became known here
 * @param resolver who is responsible; {@code null} if nobody
 * @param resolvedAt when last resolved; {@code null} while open
 * @param escalationLevel the highest level it was escalated to; {@code null} if never
 * @param responseDueAt when the Target Initial Response ends; moves while pending
 * @param resolutionDueAt when the Target Resolution ends; moves while pending
 * @param responseTargetMissed whether the Target Initial Response is missed
 * @param resolutionTargetMissed whether the Target Resolution is missed
 * @param closesAt when it closes without objection; only while resolved
 * @param nextUpdateDueAt when Interested Parties are owed the next update; {@code null} if it is resolved, or they are told when something changes
 * @param updateOverdue whether that time is over
 * @param updatesMissed how many times an update fell due in its life and none came
 */
public record IncidentView(
        IncidentId id,
        long version,
        String summary,
        IncidentType type,
        IncidentState state,
        Category category,
        Category firstCategory,
        @Nullable Category ruledCategory,
        @Nullable Category proposedCategory,
        boolean disputed,
        boolean disputeOpen,
        RaisedBy raisedBy,
        @Nullable String resolver,
        @Nullable String region,
        List<String> services,
        List<String> businessProcesses,
        Classification classification,
        @Nullable String externalReference,
        Instant raisedAt,
        Instant recordedAt,
        @Nullable Instant respondedAt,
        @Nullable Instant resolvedAt,
        @Nullable Instant closedAt,
        @Nullable String escalationLevel,
        @Nullable Instant responseDueAt,
        @Nullable Instant resolutionDueAt,
        boolean responseTargetMissed,
        boolean resolutionTargetMissed,
        @Nullable Instant closesAt,
        @Nullable Instant nextUpdateDueAt,
        boolean updateOverdue,
        long updatesMissed) {

    /** Who raised it, without the contact: a list is read by more people than need to telephone. */
    public record RaisedBy(String party) {}
}
