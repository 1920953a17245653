package uk.smartenergy.incident.incident.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.categorisation.Category;
import uk.smartenergy.incident.api.categorisation.Impact;
import uk.smartenergy.incident.api.incident.CommunicationContent;
import uk.smartenergy.incident.api.incident.CommunicationPart;
import uk.smartenergy.incident.api.incident.CommunicationStandard;
import uk.smartenergy.incident.api.incident.IncidentDetail;
import uk.smartenergy.incident.api.incident.IncidentId;
import uk.smartenergy.incident.api.incident.IncidentState;
import uk.smartenergy.incident.api.incident.IncidentType;
import uk.smartenergy.incident.api.incident.IncidentView;
import uk.smartenergy.incident.api.incident.Raiser;
import uk.smartenergy.incident.api.problem.KnownError;
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
        @Nullable Category ruledCategory,
        @Nullable Category proposedCategory,
        boolean disputed,
        boolean disputeOpen,
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
        @Nullable Instant nextUpdateDueAt,
        boolean updateOverdue,
        long updatesMissed,
        List<IncidentDetail.Pause> pauses,
        List<IncidentDetail.Escalation> escalations,
        List<CommunicationBody> communications,
        List<IncidentDetail.Link> links,
        List<DisputeBody> categoryDisputes,
        IncidentDetail.@Nullable NextEscalation nextEscalation,
        List<KnownError> knownErrors) {

    /** @param knownErrors workarounds that may help */
    static IncidentBody of(IncidentDetail detail, List<KnownError> knownErrors) {
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
                view.ruledCategory(),
                view.proposedCategory(),
                view.disputed(),
                view.disputeOpen(),
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
                view.nextUpdateDueAt(),
                view.updateOverdue(),
                view.updatesMissed(),
                detail.pauses(),
                detail.escalations(),
                detail.communications().stream().map(CommunicationBody::of).toList(),
                detail.links(),
                detail.categoryDisputes().stream()
                        .map(dispute -> DisputeBody.of(view.id(), dispute))
                        .toList(),
                detail.nextEscalation(),
                knownErrors);
    }

    /**
     * An update to Interested Parties, with what its readers think of it.
     *
     * @param template by which it is judged; {@code null}: it is not
     * @param missing what that required and nobody gave
     * @param complete whether nothing is missing; {@code null} if it is not judged
     */
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
            @Nullable String template,
            List<CommunicationPart> missing,
            @Nullable Boolean complete,
            List<IncidentDetail.Rating> ratings) {

        static CommunicationBody of(IncidentDetail.Communication communication) {
            CommunicationContent content = communication.content();
            CommunicationStandard standard = communication.standard();
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
                    standard == null ? null : standard.template(),
                    communication.missing(),
                    standard == null ? null : communication.missing().isEmpty(),
                    communication.ratings());
        }
    }
}
