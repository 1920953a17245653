package uk.smartenergy.incident.incident.read.detail;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.categorisation.CategoryDecision;
import uk.smartenergy.incident.api.incident.CategoryExplanation;
import uk.smartenergy.incident.api.incident.IncidentDetail;
import uk.smartenergy.incident.api.incident.IncidentEvent;
import uk.smartenergy.incident.api.incident.IncidentEvent.CategoryDisputed;
import uk.smartenergy.incident.api.incident.IncidentEvent.CategoryRuled;
import uk.smartenergy.incident.api.incident.IncidentEvent.IncidentCategorised;
import uk.smartenergy.incident.api.incident.IncidentId;
import uk.smartenergy.incident.api.incident.IncidentQuery.GetCategoryExplanation;
import uk.smartenergy.incident.api.incident.IncidentQuery.GetIncident;
import uk.smartenergy.incident.api.incident.IncidentQuery.GetTimeline;
import uk.smartenergy.incident.api.incident.TimelineEntry;
import uk.smartenergy.incident.api.shared.Moment;
import uk.smartenergy.incident.api.shared.Viewer;
import uk.smartenergy.incident.incident.read.detail.Story.Step;
import uk.smartenergy.incident.incident.read.record.Entries;
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
                        .map(step -> Entries.of(step.recorded(), story.fold().classification()))
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
        CategoryDecision decision = categorised.decision();
        Instant madeAt = madeAt(story, step);
        return new CategoryExplanation(
                story.fold().id(),
                decision.category(),
                story.fold().firstCategory(),
                categorised.occurredAt(),
                step.recorded().recordedAt(),
                step.actor(),
                decision,
                policies.leastChanges(decision, madeAt),
                decision.basis() == CategoryDecision.Basis.RULED ? ruling(story, step, decision, madeAt) : null,
                policies.note());
    }

    /** When the decision was recorded; of a ruling, when that one was which it rules on, and whose policy version it froze. */
    private static Instant madeAt(Story story, Step step) {
        return story.steps().stream()
                .takeWhile(earlier -> earlier != step)
                .filter(earlier -> earlier.event() instanceof IncidentCategorised before
                        && before.decision().basis() != CategoryDecision.Basis.RULED)
                .reduce((earlier, later) -> later)
                .filter(before ->
                        ((IncidentCategorised) step.event()).decision().basis() == CategoryDecision.Basis.RULED)
                .orElse(step)
                .recorded()
                .recordedAt();
    }

    /**
     * The ruling that a category follows from: it is recorded just before it, and known with it; but it happened later than the category takes
     * effect, so that as of a moment between it is none of the steps.
     */
    private CategoryExplanation.@Nullable Ruling ruling(
            Story story, Step step, CategoryDecision decision, Instant madeAt) {
        for (Step ruling : story.stream()) {
            if (ruling.event() instanceof CategoryRuled ruled
                    && ruling.recorded().sequence() == step.recorded().sequence() - 1) {
                return new CategoryExplanation.Ruling(
                        ruled.dispute(),
                        disputingParty(story, ruled.dispute()),
                        ruled.reason(),
                        ruling.actor(),
                        ruled.occurredAt(),
                        ruled.effectiveFrom(),
                        policies.categoryOf(decision, madeAt).orElse(null));
            }
        }
        return null;
    }

    private static @Nullable String disputingParty(Story story, int number) {
        return story.stream().stream()
                .map(Step::event)
                .flatMap(event -> event instanceof CategoryDisputed disputed && disputed.number() == number
                        ? Stream.of(disputed.party())
                        : Stream.empty())
                .findFirst()
                .orElse(null);
    }

    private Optional<Story> story(Viewer viewer, Moment moment, IncidentId id) {
        return records.find(viewer, id).flatMap(seen -> {
            List<Step> all = log.stream(id.value()).stream()
                    .map(recorded -> new Step(recorded, recorded.payload(IncidentEvent.class)))
                    .toList();
            IncidentHistory history =
                    IncidentHistory.ofStream(all.stream().map(Step::recorded).toList(), reference::rankOf);
            return history.at(moment).map(fold -> new Story(fold, of(moment, all), all));
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
