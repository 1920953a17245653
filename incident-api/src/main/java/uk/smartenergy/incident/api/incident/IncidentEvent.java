package uk.smartenergy.incident.api.incident;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.categorisation.Category;
import uk.smartenergy.incident.api.categorisation.CategoryDecision;
import uk.smartenergy.incident.api.categorisation.Impact;
import uk.smartenergy.incident.api.shared.Classification;
import uk.smartenergy.incident.api.shared.Event;

/**
 * What happened to an Incident. {@code occurredAt} is when it happened, which may be long before it was recorded; facts of one Incident may be
 * recorded in another order than they happened. Who and when recorded is the message's metadata and timestamp.
 */
public sealed interface IncidentEvent extends Event {

    IncidentId incidentId();

    Instant occurredAt();

    @Revision("1")
    record IncidentRaised(
            IncidentId incidentId,
            Instant occurredAt,
            String summary,
            @Nullable String description,
            IncidentType type,
            Raiser raisedBy,
            List<String> services,
            List<String> businessProcesses,
            @Nullable String region,
            @Nullable String deviceOrMeterPoint,
            @Nullable Impact impact,
            @Nullable Category proposedCategory,
            @Nullable String triage,
            List<IncidentId> relatedIncidents,
            @Nullable String externalReference,
            Classification classification)
            implements IncidentEvent {
        public IncidentRaised {
            services = List.copyOf(services);
            businessProcesses = List.copyOf(businessProcesses);
            relatedIncidents = List.copyOf(relatedIncidents);
        }
    }

    /**
     * A category was decided; follows every raising and assessing in the same commit, but for an assessment that only words anew the facts that a
     * ruling stands on.
     */
    @Revision("1")
    record IncidentCategorised(IncidentId incidentId, Instant occurredAt, CategoryDecision decision)
            implements IncidentEvent {}

    /** The facts as they are now, complete. */
    @Revision("1")
    record ImpactAssessed(
            IncidentId incidentId,
            Instant occurredAt,
            Impact impact,
            List<String> businessProcesses,
            @Nullable String reason)
            implements IncidentEvent {
        public ImpactAssessed {
            businessProcesses = List.copyOf(businessProcesses);
        }
    }

    @Revision("1")
    record IncidentAssigned(
            IncidentId incidentId,
            Instant occurredAt,
            String resolver,
            @Nullable String reason) implements IncidentEvent {}

    /** @param implied nobody responded before it was resolved, so the resolution counts as the response */
    @Revision("1")
    record IncidentRespondedTo(
            IncidentId incidentId,
            Instant occurredAt,
            boolean implied,
            @Nullable String comment) implements IncidentEvent {}

    @Revision("1")
    record IncidentPaused(
            IncidentId incidentId,
            Instant occurredAt,
            String reason,
            @Nullable String evidence) implements IncidentEvent {}

    @Revision("1")
    record IncidentResumed(
            IncidentId incidentId,
            Instant occurredAt,
            @Nullable String comment) implements IncidentEvent {}

    /**
     * @param trigger what made it escalate by itself: each does so once in the life of an Incident; {@code null}: somebody escalated it
     */
    @Revision("1")
    record IncidentEscalated(
            IncidentId incidentId,
            Instant occurredAt,
            String level,
            String reason,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String trigger)
            implements IncidentEvent {

        /** By somebody. */
        public IncidentEscalated(IncidentId incidentId, Instant occurredAt, String level, String reason) {
            this(incidentId, occurredAt, level, reason, null);
        }
    }

    /**
     * A party disagrees with the category.
     *
     * @param number 1 for the Incident's first dispute, and so on
     * @param party who disagrees
     * @param standing the category that is disputed
     */
    @Revision("1")
    record CategoryDisputed(
            IncidentId incidentId,
            Instant occurredAt,
            int number,
            String party,
            Category standing,
            @Nullable Category proposedCategory,
            String reason,
            @Nullable String evidence)
            implements IncidentEvent {}

    /** @param reference where it can be found, such as a document's name */
    @Revision("1")
    record DisputeEvidenceAdded(
            IncidentId incidentId,
            Instant occurredAt,
            int dispute,
            @Nullable String party,
            String evidence,
            @Nullable String reference)
            implements IncidentEvent {}

    @Revision("1")
    record DisputeWithdrawn(IncidentId incidentId, Instant occurredAt, int dispute, String reason)
            implements IncidentEvent {}

    /**
     * A dispute has ended in a ruling. The categorisation that follows from it comes in the same commit, and takes effect from when the decision that
     * was ruled on had: the ruling says what the category ought to have been.
     *
     * @param ruledOn the decision that stood, with its facts and policy version; frozen here
     */
    @Revision("1")
    record CategoryRuled(
            IncidentId incidentId,
            Instant occurredAt,
            int dispute,
            Category category,
            String reason,
            CategoryDecision ruledOn,
            Instant effectiveFrom)
            implements IncidentEvent {}

    /**
     * @param number 1 for the Incident's first communication, and so on
     * @param standard what was required of it; {@code null}: nothing by which it could be judged, as before there were templates
     */
    @Revision("1")
    record IncidentCommunicated(
            IncidentId incidentId,
            Instant occurredAt,
            int number,
            CommunicationContent content,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            CommunicationStandard standard)
            implements IncidentEvent {

        /** One that is not judged. */
        public IncidentCommunicated(
                IncidentId incidentId, Instant occurredAt, int number, CommunicationContent content) {
            this(incidentId, occurredAt, number, content, null);
        }
    }

    /** @param reader whose rating it is; a later one of the same reader counts instead. {@code null}: it was not kept, and counts by itself */
    @Revision("1")
    record CommunicationRated(
            IncidentId incidentId,
            Instant occurredAt,
            int communication,
            int rating,
            @Nullable String comment,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String reader)
            implements IncidentEvent {}

    @Revision("1")
    record IncidentResolved(
            IncidentId incidentId,
            Instant occurredAt,
            @Nullable String resolution) implements IncidentEvent {}

    /** @param withoutObjectionSince when it was resolved, if it closed by itself; it counts only for that resolution */
    @Revision("1")
    record IncidentClosed(
            IncidentId incidentId,
            Instant occurredAt,
            @Nullable String comment,
            @Nullable Instant withoutObjectionSince)
            implements IncidentEvent {}

    @Revision("1")
    record IncidentReopened(IncidentId incidentId, Instant occurredAt, String reason) implements IncidentEvent {}

    @Revision("1")
    record IncidentLinked(
            IncidentId incidentId,
            Instant occurredAt,
            LinkType type,
            String target,
            @Nullable String comment) implements IncidentEvent {}
}
