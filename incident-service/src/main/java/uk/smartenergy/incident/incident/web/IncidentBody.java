package uk.smartenergy.incident.incident.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.categorisation.Category;
import uk.smartenergy.incident.api.categorisation.Impact;
import uk.smartenergy.incident.api.incident.CommunicationContent;
import uk.smartenergy.incident.api.incident.IncidentDetail;
import uk.smartenergy.incident.api.incident.IncidentId;
import uk.smartenergy.incident.api.incident.IncidentState;
import uk.smartenergy.incident.api.incident.IncidentType;
import uk.smartenergy.incident.api.incident.IncidentView;
import uk.smartenergy.incident.api.incident.Raiser;
import uk.smartenergy.incident.api.shared.Classification;

/** An Incident as the API shows it: the members of the list's view, and the rest of what is known, side by side. */
record IncidentBody(
        IncidentId id,
        long version,
        String summary,
        @Nullable String description,
        IncidentType type,
        IncidentState state,
        Category category,
        Category firstCategory,
        @Nullable Category proposedCategory,
        Raiser raisedBy,
        @Nullable String resolver,
        @Nullable String region,
        List<String> services,
        List<String> businessProcesses,
        @Nullable String deviceOrMeterPoint,
        @Nullable Impact impact,
        @Nullable String triage,
        List<IncidentId> relatedIncidents,
        Classification classification,
        @Nullable String externalReference,
        Instant raisedAt,
        Instant recordedAt,
        @Nullable Instant respondedAt,
        @Nullable Instant resolvedAt,
        @Nullable Instant closedAt,
        @Nullable String resolution,
        @Nullable String escalationLevel,
        @Nullable Instant responseDueAt,
        @Nullable Instant resolutionDueAt,
        boolean responseTargetMissed,
        boolean resolutionTargetMissed,
        @Nullable Instant closesAt,
        List<IncidentDetail.Pause> pauses,
        List<IncidentDetail.Escalation> escalations,
        List<CommunicationBody> communications,
        List<IncidentDetail.Link> links,
        IncidentDetail.@Nullable NextEscalation nextEscalation) {

    static IncidentBody of(IncidentDetail detail) {
        IncidentView view = detail.overview();
        return new IncidentBody(
                view.id(),
                view.version(),
                view.summary(),
                detail.description(),
                view.type(),
                view.state(),
                view.category(),
                view.firstCategory(),
                view.proposedCategory(),
                detail.raisedBy(),
                view.resolver(),
                view.region(),
                view.services(),
                view.businessProcesses(),
                detail.deviceOrMeterPoint(),
                detail.impact(),
                detail.triage(),
                detail.relatedIncidents(),
                view.classification(),
                view.externalReference(),
                view.raisedAt(),
                view.recordedAt(),
                view.respondedAt(),
                view.resolvedAt(),
                view.closedAt(),
                detail.resolution(),
                view.escalationLevel(),
                view.responseDueAt(),
                view.resolutionDueAt(),
                view.responseTargetMissed(),
                view.resolutionTargetMissed(),
                view.closesAt(),
                detail.pauses(),
                detail.escalations(),
                detail.communications().stream().map(CommunicationBody::of).toList(),
                detail.links(),
                detail.nextEscalation());
    }

    /** An update to Interested Parties, with what its readers think of it. */
    record CommunicationBody(
            int number,
            Instant at,
            @Nullable String by,
            String text,
            @Nullable String affected,
            @Nullable String whoIsAffected,
            @Nullable Instant since,
            @Nullable String workaround,
            @Nullable Instant nextUpdateDue,
            @Nullable Instant expectedFix,
            List<IncidentDetail.Rating> ratings) {

        static CommunicationBody of(IncidentDetail.Communication communication) {
            CommunicationContent content = communication.content();
            return new CommunicationBody(
                    communication.number(),
                    communication.at(),
                    communication.by(),
                    content.text(),
                    content.affected(),
                    content.whoIsAffected(),
                    content.since(),
                    content.workaround(),
                    content.nextUpdateDue(),
                    content.expectedFix(),
                    communication.ratings());
        }
    }
}
