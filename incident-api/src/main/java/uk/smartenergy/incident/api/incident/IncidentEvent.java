package uk.smartenergy.incident.api.incident;

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

    /** A category was decided; follows every raising and assessing in the same commit. */
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

    @Revision("1")
    record IncidentEscalated(IncidentId incidentId, Instant occurredAt, String level, String reason)
            implements IncidentEvent {}

    /** @param number 1 for the Incident's first communication, and so on */
    @Revision("1")
    record IncidentCommunicated(IncidentId incidentId, Instant occurredAt, int number, CommunicationContent content)
            implements IncidentEvent {}

    @Revision("1")
    record CommunicationRated(
            IncidentId incidentId,
            Instant occurredAt,
            int communication,
            int rating,
            @Nullable String comment) implements IncidentEvent {}

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
