package uk.smartenergy.incident.incident.read.detail;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.categorisation.Impact;
import uk.smartenergy.incident.api.incident.IncidentDetail;
import uk.smartenergy.incident.api.incident.IncidentDetail.Communication;
import uk.smartenergy.incident.api.incident.IncidentDetail.Escalation;
import uk.smartenergy.incident.api.incident.IncidentDetail.Link;
import uk.smartenergy.incident.api.incident.IncidentDetail.NextEscalation;
import uk.smartenergy.incident.api.incident.IncidentDetail.Pause;
import uk.smartenergy.incident.api.incident.IncidentDetail.Rating;
import uk.smartenergy.incident.api.incident.IncidentEvent.CommunicationRated;
import uk.smartenergy.incident.api.incident.IncidentEvent.ImpactAssessed;
import uk.smartenergy.incident.api.incident.IncidentEvent.IncidentCommunicated;
import uk.smartenergy.incident.api.incident.IncidentEvent.IncidentEscalated;
import uk.smartenergy.incident.api.incident.IncidentEvent.IncidentLinked;
import uk.smartenergy.incident.api.incident.IncidentEvent.IncidentPaused;
import uk.smartenergy.incident.api.incident.IncidentEvent.IncidentRaised;
import uk.smartenergy.incident.api.incident.IncidentEvent.IncidentReopened;
import uk.smartenergy.incident.api.incident.IncidentEvent.IncidentResolved;
import uk.smartenergy.incident.api.incident.IncidentState;
import uk.smartenergy.incident.api.incident.IncidentView;
import uk.smartenergy.incident.api.incident.Lifecycle;
import uk.smartenergy.incident.incident.read.detail.Story.Step;

/** Folds an Incident's events into all that is known of it. */
final class DetailFold {
    private @Nullable Impact impact;
    private @Nullable String resolution;
    private @Nullable IncidentPaused pause;
    private Lifecycle life = Lifecycle.RAISED;
    private final List<Pause> pauses = new ArrayList<>();
    private final List<Escalation> escalations = new ArrayList<>();
    private final Map<Integer, Step> communications = new TreeMap<>();
    private final Map<Integer, List<Rating>> ratings = new TreeMap<>();
    private final List<Link> links = new ArrayList<>();
    private final DisputeFold disputes = new DisputeFold();

    private DetailFold() {}

    static IncidentDetail of(Story story, IncidentView overview, @Nullable NextEscalation nextEscalation) {
        DetailFold fold = new DetailFold();
        story.steps().forEach(fold::add);
        return fold.detail(story.fold().raised(), overview, nextEscalation);
    }

    private void add(Step step) {
        life = life.after(step.event()).orElse(life);
        endPause(step.event().occurredAt());
        disputes.add(step);
        switch (step.event()) {
            case IncidentRaised raised -> impact = raised.impact();
            case ImpactAssessed assessed -> impact = assessed.impact();
            case IncidentPaused paused -> pause = paused;
            case IncidentEscalated e ->
                escalations.add(new Escalation(
                        e.occurredAt(), e.level(), e.reason(), step.actor(), e.trigger() != null, e.trigger()));
            case IncidentCommunicated communicated -> communications.put(communicated.number(), step);
            case CommunicationRated e ->
                ratings.computeIfAbsent(e.communication(), number -> new ArrayList<>())
                        .add(new Rating(e.occurredAt(), step.actor(), e.rating(), e.comment()));
            case IncidentResolved resolved -> resolution = resolved.resolution();
            case IncidentReopened reopened -> resolution = null;
            case IncidentLinked e -> links.add(new Link(e.type(), e.target(), e.comment(), e.occurredAt()));
            default -> {}
        }
    }

    private void endPause(Instant at) {
        IncidentPaused ended = pause;
        if (ended != null && life.state() != IncidentState.PENDING) {
            pauses.add(new Pause(ended.occurredAt(), at, ended.reason(), ended.evidence()));
            pause = null;
        }
    }

    private IncidentDetail detail(
            IncidentRaised raised, IncidentView overview, @Nullable NextEscalation nextEscalation) {
        IncidentPaused lasting = pause;
        if (lasting != null) {
            pauses.add(new Pause(lasting.occurredAt(), null, lasting.reason(), lasting.evidence()));
        }
        return new IncidentDetail(
                overview,
                raised.raisedBy(),
                raised.description(),
                raised.deviceOrMeterPoint(),
                impact,
                raised.triage(),
                raised.relatedIncidents(),
                resolution,
                pauses,
                escalations,
                communications.values().stream().map(this::communication).toList(),
                links,
                disputes.all(),
                nextEscalation);
    }

    private Communication communication(Step step) {
        IncidentCommunicated communicated = (IncidentCommunicated) step.event();
        return new Communication(
                communicated.number(),
                communicated.occurredAt(),
                step.actor(),
                communicated.content(),
                communicated.standard(),
                ratings.getOrDefault(communicated.number(), List.of()));
    }
}
