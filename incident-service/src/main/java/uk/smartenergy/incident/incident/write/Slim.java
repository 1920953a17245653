package uk.smartenergy.incident.incident.write;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.categorisation.CategoryDecision;
import uk.smartenergy.incident.api.incident.CommunicationContent;
import uk.smartenergy.incident.api.incident.IncidentEvent;
import uk.smartenergy.incident.api.incident.IncidentEvent.*;
import uk.smartenergy.incident.api.incident.Raiser;

/** Events without what no later decision looks at, chiefly the texts. */
final class Slim {
    private static final String LEFT_OUT = "-";

    private Slim() {}

    /** What to keep of an event; {@code null} if nothing. */
    static @Nullable IncidentEvent of(IncidentEvent event) {
        return switch (event) {
            case IncidentRaised e ->
                new IncidentRaised(
                        e.incidentId(),
                        e.occurredAt(),
                        LEFT_OUT,
                        null,
                        e.type(),
                        new Raiser(LEFT_OUT, null, null, null),
                        List.of(),
                        e.businessProcesses(),
                        null,
                        null,
                        e.impact(),
                        null,
                        null,
                        List.of(),
                        null,
                        e.classification());
            case IncidentCategorised e ->
                new IncidentCategorised(e.incidentId(), e.occurredAt(), withoutReasons(e.decision()));
            case ImpactAssessed e ->
                new ImpactAssessed(e.incidentId(), e.occurredAt(), e.impact(), e.businessProcesses(), null);
            case IncidentAssigned e -> new IncidentAssigned(e.incidentId(), e.occurredAt(), e.resolver(), null);
            case IncidentRespondedTo e -> new IncidentRespondedTo(e.incidentId(), e.occurredAt(), e.implied(), null);
            case IncidentPaused e -> new IncidentPaused(e.incidentId(), e.occurredAt(), LEFT_OUT, null);
            case IncidentResumed e -> new IncidentResumed(e.incidentId(), e.occurredAt(), null);
            case IncidentEscalated e ->
                new IncidentEscalated(e.incidentId(), e.occurredAt(), e.level(), LEFT_OUT, e.trigger());
            case IncidentCommunicated e ->
                new IncidentCommunicated(e.incidentId(), e.occurredAt(), e.number(), CommunicationContent.of(LEFT_OUT));
            case CommunicationRated e -> null;
            case CategoryDisputed e ->
                new CategoryDisputed(
                        e.incidentId(), e.occurredAt(), e.number(), e.party(), e.standing(), null, LEFT_OUT, null);
            case DisputeEvidenceAdded e -> null;
            case DisputeWithdrawn e -> new DisputeWithdrawn(e.incidentId(), e.occurredAt(), e.dispute(), LEFT_OUT);
            case CategoryRuled e ->
                new CategoryRuled(
                        e.incidentId(),
                        e.occurredAt(),
                        e.dispute(),
                        e.category(),
                        LEFT_OUT,
                        withoutReasons(e.ruledOn()),
                        e.effectiveFrom());
            case IncidentResolved e -> new IncidentResolved(e.incidentId(), e.occurredAt(), null);
            case IncidentClosed e ->
                new IncidentClosed(e.incidentId(), e.occurredAt(), null, e.withoutObjectionSince());
            case IncidentReopened e -> new IncidentReopened(e.incidentId(), e.occurredAt(), LEFT_OUT);
            case IncidentLinked e -> new IncidentLinked(e.incidentId(), e.occurredAt(), e.type(), e.target(), null);
        };
    }

    private static CategoryDecision withoutReasons(CategoryDecision decision) {
        return new CategoryDecision(
                decision.category(), decision.basis(), decision.policyVersion(), null, List.of(), null);
    }
}
