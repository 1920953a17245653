package uk.smartenergy.incident.incident.read.record;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.categorisation.CategorisationFacts;
import uk.smartenergy.incident.api.categorisation.CategoryDecision;
import uk.smartenergy.incident.api.categorisation.Impact;
import uk.smartenergy.incident.api.incident.CommunicationContent;
import uk.smartenergy.incident.api.incident.CommunicationStandard;
import uk.smartenergy.incident.api.incident.IncidentEvent;
import uk.smartenergy.incident.api.incident.IncidentEvent.CategoryDisputed;
import uk.smartenergy.incident.api.incident.IncidentEvent.CategoryRuled;
import uk.smartenergy.incident.api.incident.IncidentEvent.CommunicationRated;
import uk.smartenergy.incident.api.incident.IncidentEvent.DisputeEvidenceAdded;
import uk.smartenergy.incident.api.incident.IncidentEvent.DisputeWithdrawn;
import uk.smartenergy.incident.api.incident.IncidentEvent.ImpactAssessed;
import uk.smartenergy.incident.api.incident.IncidentEvent.IncidentAssigned;
import uk.smartenergy.incident.api.incident.IncidentEvent.IncidentCategorised;
import uk.smartenergy.incident.api.incident.IncidentEvent.IncidentClosed;
import uk.smartenergy.incident.api.incident.IncidentEvent.IncidentCommunicated;
import uk.smartenergy.incident.api.incident.IncidentEvent.IncidentEscalated;
import uk.smartenergy.incident.api.incident.IncidentEvent.IncidentLinked;
import uk.smartenergy.incident.api.incident.IncidentEvent.IncidentPaused;
import uk.smartenergy.incident.api.incident.IncidentEvent.IncidentRaised;
import uk.smartenergy.incident.api.incident.IncidentEvent.IncidentReopened;
import uk.smartenergy.incident.api.incident.IncidentEvent.IncidentResolved;
import uk.smartenergy.incident.api.incident.IncidentEvent.IncidentRespondedTo;
import uk.smartenergy.incident.api.incident.IncidentEvent.IncidentResumed;
import uk.smartenergy.incident.api.incident.IncidentId;
import uk.smartenergy.incident.api.incident.Raiser;

/**
 * Makes facts small: leaves out long texts and evidence, which only the views of a single Incident show, and keeps each repeated value
 * once. For one thread.
 */
final class Compacted {
    /** Enough for names, too little for texts that hardly repeat. */
    private static final int MOST_SHARED = 50_000;

    private static final CommunicationContent NO_CONTENT = CommunicationContent.of("-");

    private final Map<Object, Object> shared = new HashMap<>();

    /** @param before the Incident's fact before, if any */
    Fact fact(IncidentId id, @Nullable Fact before, long sequence, Instant recordedAt, IncidentEvent event) {
        Instant recorded = before != null && before.recordedAt().equals(recordedAt) ? before.recordedAt() : recordedAt;
        Instant occurred = event.occurredAt().equals(recorded) ? recorded : event.occurredAt();
        if (before != null && before.occurredAt().equals(occurred)) {
            occurred = before.occurredAt();
        }
        return new Fact(Math.toIntExact(sequence), occurred, recorded, event(id, occurred, event));
    }

    private @Nullable IncidentEvent event(IncidentId id, Instant at, IncidentEvent event) {
        return switch (event) {
            case IncidentRaised e ->
                new IncidentRaised(
                        id,
                        at,
                        e.summary(),
                        e.description(),
                        e.type(),
                        new Raiser(
                                share(e.raisedBy().party()),
                                null,
                                null,
                                e.raisedBy().reference()),
                        names(e.services()),
                        names(e.businessProcesses()),
                        shareOrNull(e.region()),
                        null,
                        e.impact() == null ? null : impact(e.impact()),
                        e.proposedCategory(),
                        null,
                        List.of(),
                        e.externalReference(),
                        e.classification());
            case IncidentCategorised e -> new IncidentCategorised(id, at, decision(e.decision()));
            case ImpactAssessed e -> new ImpactAssessed(id, at, impact(e.impact()), names(e.businessProcesses()), null);
            case IncidentAssigned e -> new IncidentAssigned(id, at, share(e.resolver()), null);
            case IncidentRespondedTo e -> new IncidentRespondedTo(id, at, e.implied(), null);
            case IncidentPaused e -> new IncidentPaused(id, at, "", null);
            case IncidentResumed e -> new IncidentResumed(id, at, null);
            case IncidentEscalated e -> new IncidentEscalated(id, at, share(e.level()), "", shareOrNull(e.trigger()));
            case IncidentResolved e -> new IncidentResolved(id, at, null);
            case IncidentClosed e -> new IncidentClosed(id, at, null, e.withoutObjectionSince());
            case IncidentReopened e -> new IncidentReopened(id, at, "");
            case CategoryDisputed e ->
                new CategoryDisputed(
                        id, at, e.number(), share(e.party()), e.standing(), e.proposedCategory(), "", null);
            case DisputeEvidenceAdded e -> null;
            case DisputeWithdrawn e -> new DisputeWithdrawn(id, at, e.dispute(), "");
            case CategoryRuled e ->
                new CategoryRuled(id, at, e.dispute(), e.category(), "", withFacts(e.ruledOn()), e.effectiveFrom());
            case IncidentCommunicated e -> new IncidentCommunicated(id, at, e.number(), NO_CONTENT, missing(e));
            case CommunicationRated e ->
                new CommunicationRated(id, at, e.communication(), e.rating(), null, shareOrNull(e.reader()));
            case IncidentLinked e -> null;
        };
    }

    /** What was required and is missing, which without the content comes to the same as all that was required with it. */
    private @Nullable CommunicationStandard missing(IncidentCommunicated e) {
        CommunicationStandard standard = e.standard();
        return standard == null
                ? null
                : share(new CommunicationStandard(share(standard.template()), standard.missingIn(e.content())));
    }

    private CategoryDecision decision(CategoryDecision full) {
        // What a policy decided, it decided on the facts of the event before; what others did, they may have done on
        // other ones.
        return full.basis() == CategoryDecision.Basis.POLICY
                ? share(new CategoryDecision(
                        full.category(), full.basis(), full.policyVersion(), null, List.of(), null))
                : withFacts(full);
    }

    /** With the facts, by which like cases are found, and which a replay decides on. */
    private CategoryDecision withFacts(CategoryDecision full) {
        CategorisationFacts facts = full.facts();
        return share(new CategoryDecision(
                full.category(),
                full.basis(),
                full.policyVersion(),
                facts == null ? null : share(facts),
                List.of(),
                null));
    }

    private Impact impact(Impact full) {
        return share(new Impact(
                full.level(),
                full.partiesPrevented(),
                full.reducedCapacity(),
                full.workaroundAvailable(),
                full.dataLoss(),
                full.financialImpact(),
                null));
    }

    private List<String> names(List<String> names) {
        return share(names.stream().map(this::share).toList());
    }

    private @Nullable String shareOrNull(@Nullable String value) {
        return value == null ? null : share(value);
    }

    @SuppressWarnings("unchecked") // equal values have the same type
    private <T> T share(T value) {
        Object known = shared.get(value);
        if (known != null) {
            return (T) known;
        }
        if (shared.size() < MOST_SHARED) {
            shared.put(value, value);
        }
        return value;
    }
}
