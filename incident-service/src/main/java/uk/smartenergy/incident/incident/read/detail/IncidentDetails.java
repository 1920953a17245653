package uk.smartenergy.incident.incident.read.detail;

import java.util.List;
import java.util.Optional;
import org.axonframework.queryhandling.QueryHandler;
import uk.smartenergy.incident.api.incident.CategoryExplanation;
import uk.smartenergy.incident.api.incident.IncidentDetail;
import uk.smartenergy.incident.api.incident.IncidentEvent;
import uk.smartenergy.incident.api.incident.IncidentEvent.IncidentCategorised;
import uk.smartenergy.incident.api.incident.IncidentId;
import uk.smartenergy.incident.api.incident.IncidentQuery.GetCategoryExplanation;
import uk.smartenergy.incident.api.incident.IncidentQuery.GetIncident;
import uk.smartenergy.incident.api.incident.IncidentQuery.GetTimeline;
import uk.smartenergy.incident.api.incident.TimelineEntry;
import uk.smartenergy.incident.api.shared.Moment;
import uk.smartenergy.incident.api.shared.Viewer;
import uk.smartenergy.incident.incident.read.detail.Story.Step;
import uk.smartenergy.incident.incident.read.record.Escalations;
import uk.smartenergy.incident.incident.read.record.IncidentHistory;
import uk.smartenergy.incident.incident.read.record.IncidentRecords;
import uk.smartenergy.incident.incident.read.record.IncidentViews;
import uk.smartenergy.incident.incident.read.record.ReferenceFacts;
import uk.smartenergy.incident.platform.projection.EventLog;

/** Answers about one Incident, from its own events. Whether the viewer may see it, the image says first. */
public final class IncidentDetails {
    private final IncidentRecords records;
    private final IncidentViews views;
    private final Escalations escalations;
    private final ReferenceFacts reference;
    private final Policies policies;
    private final EventLog log;

    public IncidentDetails(
            IncidentRecords records,
            IncidentViews views,
            Escalations escalations,
            ReferenceFacts reference,
            Policies policies,
            EventLog log) {
        this.records = records;
        this.views = views;
        this.escalations = escalations;
        this.reference = reference;
        this.policies = policies;
        this.log = log;
    }

    @QueryHandler
    public Optional<IncidentDetail> on(GetIncident query) {
        return story(query.viewer(), query.moment(), query.incidentId())
                .map(story -> DetailFold.of(
                        story,
                        views.view(story.fold(), query.moment()),
                        escalations.next(story.fold(), query.moment()).orElse(null)));
    }

    @QueryHandler
    public Optional<List<TimelineEntry>> on(GetTimeline query) {
        return story(query.viewer(), query.moment(), query.incidentId())
                .map(story -> story.steps().stream()
                        .map(IncidentDetails::timelineEntry)
                        .toList());
    }

    @QueryHandler
    public Optional<CategoryExplanation> on(GetCategoryExplanation query) {
        return story(query.viewer(), query.moment(), query.incidentId())
                .flatMap(story -> story.steps().stream()
                        .filter(step -> step.event() instanceof IncidentCategorised)
                        .reduce((earlier, later) -> later)
                        .map(step -> explanation(story, step, (IncidentCategorised) step.event())));
    }

    private CategoryExplanation explanation(Story story, Step step, IncidentCategorised categorised) {
        return new CategoryExplanation(
                story.fold().id(),
                categorised.decision().category(),
                story.fold().firstCategory(),
                categorised.occurredAt(),
                step.recorded().recordedAt(),
                step.actor(),
                categorised.decision(),
                policies.leastChanges(categorised.decision()),
                policies.note());
    }

    private static TimelineEntry timelineEntry(Step step) {
        return new TimelineEntry(
                step.recorded().sequence(),
                step.event().getClass().getSimpleName(),
                step.actor(),
                step.actorParty(),
                step.event().occurredAt(),
                step.recorded().recordedAt(),
                step.event());
    }

    private Optional<Story> story(Viewer viewer, Moment moment, IncidentId id) {
        return records.find(viewer, id).flatMap(seen -> {
            List<Step> all = log.stream(id.value()).stream()
                    .map(recorded -> new Step(recorded, recorded.payload(IncidentEvent.class)))
                    .toList();
            IncidentHistory history =
                    IncidentHistory.ofStream(all.stream().map(Step::recorded).toList(), reference::rankOf);
            return history.at(moment).map(fold -> new Story(fold, of(moment, all)));
        });
    }

    private static List<Step> of(Moment moment, List<Step> all) {
        return all.stream()
                .filter(step -> moment.includes(
                        step.event().occurredAt(), step.recorded().recordedAt()))
                .sorted(Step.AS_HAPPENED)
                .toList();
    }
}
