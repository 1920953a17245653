package uk.smartenergy.incident.incident.read;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.categorisation.Category;
import uk.smartenergy.incident.api.categorisation.CategoryDecision;
import uk.smartenergy.incident.api.categorisation.EscalationRule;
import uk.smartenergy.incident.api.categorisation.LeastChange;
import uk.smartenergy.incident.api.categorisation.TargetKind;
import uk.smartenergy.incident.api.incident.IncidentEvent;
import uk.smartenergy.incident.api.incident.IncidentQuery;
import uk.smartenergy.incident.api.incident.ResolverKind;
import uk.smartenergy.incident.api.shared.MetaKeys;
import uk.smartenergy.incident.api.shared.Role;
import uk.smartenergy.incident.api.shared.Viewer;
import uk.smartenergy.incident.incident.read.ageing.Ageing;
import uk.smartenergy.incident.incident.read.ageing.AgeingFigures;
import uk.smartenergy.incident.incident.read.categorisation.Categorisation;
import uk.smartenergy.incident.incident.read.categorisation.CategorisationFigures;
import uk.smartenergy.incident.incident.read.clocks.IncidentClocks;
import uk.smartenergy.incident.incident.read.communications.CommunicationQuality;
import uk.smartenergy.incident.incident.read.counts.IncidentCounts;
import uk.smartenergy.incident.incident.read.detail.IncidentDetails;
import uk.smartenergy.incident.incident.read.detail.Policies;
import uk.smartenergy.incident.incident.read.differences.Differences;
import uk.smartenergy.incident.incident.read.feed.IncidentFeed;
import uk.smartenergy.incident.incident.read.list.IncidentList;
import uk.smartenergy.incident.incident.read.performance.Performance;
import uk.smartenergy.incident.incident.read.performance.PerformanceFigures;
import uk.smartenergy.incident.incident.read.precedents.PrecedentSearch;
import uk.smartenergy.incident.incident.read.rdp.RdpFigures;
import uk.smartenergy.incident.incident.read.rdp.RdpReport;
import uk.smartenergy.incident.incident.read.record.Escalations;
import uk.smartenergy.incident.incident.read.record.IncidentRecords;
import uk.smartenergy.incident.incident.read.record.IncidentViews;
import uk.smartenergy.incident.incident.read.record.RecordProjection;
import uk.smartenergy.incident.incident.read.record.ReferenceFacts;
import uk.smartenergy.incident.incident.read.record.Target;
import uk.smartenergy.incident.incident.read.record.TargetClock;
import uk.smartenergy.incident.platform.projection.EventLog;
import uk.smartenergy.incident.platform.projection.RecordedEvent;
import uk.smartenergy.incident.platform.reference.PolicyBook;
import uk.smartenergy.incident.platform.reference.ReferenceData;
import uk.smartenergy.incident.platform.reference.WorkingDays;

/** The read side with an event store in memory: events go in, with the time of their recording, and questions are answered. */
public final class World {
    public static final Viewer STAFF = new Viewer("staff", Set.of(Role.DCC_STAFF), null, false);
    public static final Viewer CLEARED = new Viewer("cleared", Set.of(Role.DCC_STAFF), null, true);

    public final EventStorageEngine engine = new InMemoryEventStorageEngine();
    public final IncidentRecords records = new IncidentRecords();
    public final TestReference reference = new TestReference();
    public final RecordProjection projection = new RecordProjection(records, reference::rankOf);
    public final EventLog log = new EventLog(() -> engine);
    public final List<GenericTrackedDomainEventMessage<?>> all = new ArrayList<>();

    private final IncidentViews views = new IncidentViews(reference);
    private final IncidentList list = new IncidentList(records, views);
    private final Ageing ageing = new Ageing(records, views);
    private final RdpReport rdp = new RdpReport(records);
    private final CommunicationQuality communications = new CommunicationQuality(records, views);
    private final Performance performance =
            new Performance(records, views, ReferenceData.shipped().performanceMeasures(), "note");
    private final IncidentFeed feed = new IncidentFeed(records, log);
    private final Escalations escalations = new Escalations(reference, views, Duration.ofDays(7));
    private final IncidentCounts counts = new IncidentCounts(records, views, escalations, reference);
    private final IncidentClocks clocks = new IncidentClocks(records, views, reference, log, "note");
    private final IncidentDetails details =
            new IncidentDetails(records, views, escalations, reference, new ShippedPolicies(), log);
    private final PrecedentSearch precedents = new PrecedentSearch(records, (version, at) -> List.of(10, 50), log);
    private final Categorisation categorisation = new Categorisation(records, views);
    private final Differences differences = new Differences(
            List.of(
                    new AgeingFigures(records),
                    new RdpFigures(rdp),
                    new CategorisationFigures(records),
                    new PerformanceFigures(performance, records, views)),
            records,
            log);
    private final Map<String, Long> sequences = new HashMap<>();

    /** Explains by the policies that come with the product. */
    private static final class ShippedPolicies implements Policies {
        private final PolicyBook book = ReferenceData.shipped().policies();

        @Override
        public List<LeastChange> leastChanges(CategoryDecision decision, Instant recordedAt) {
            return Optional.ofNullable(decision.policyVersion())
                    .flatMap(book::find)
                    .map(policy -> policy.leastChanges(Objects.requireNonNull(decision.facts())))
                    .orElse(List.of());
        }

        @Override
        public Optional<Category> categoryOf(CategoryDecision decision, Instant recordedAt) {
            return Optional.ofNullable(decision.policyVersion())
                    .flatMap(book::find)
                    .map(policy -> policy.categoryOf(Objects.requireNonNull(decision.facts())));
        }

        @Override
        public String note() {
            return "note";
        }
    }

    /** Records events as one unit of work. */
    public void record(Instant recordedAt, IncidentEvent... events) {
        for (IncidentEvent event : events) {
            String id = event.incidentId().value();
            long sequence = sequences.merge(id, 0L, (old, zero) -> old + 1);
            GenericDomainEventMessage<?> message = new GenericDomainEventMessage<>(
                    "Incident",
                    id,
                    sequence,
                    event,
                    MetaData.with(MetaKeys.ACTOR, "somebody"),
                    id + "#" + sequence,
                    recordedAt);
            engine.appendEvents(message);
            all.add(new GenericTrackedDomainEventMessage<>(new GlobalSequenceTrackingToken(all.size()), message));
            projection.apply(RecordedEvent.of(all.getLast()));
        }
        projection.publish();
    }

    public void record(Life life) {
        life.facts().forEach(fact -> record(fact.recordedAt(), fact.events().toArray(IncidentEvent[]::new)));
    }

    /** Records the units of work of many lives in the order of their recording times. */
    public void record(List<Life> lives) {
        lives.stream()
                .flatMap(life -> life.facts().stream())
                .sorted(java.util.Comparator.comparing(Life.Unit::recordedAt))
                .forEach(unit -> record(unit.recordedAt(), unit.events().toArray(IncidentEvent[]::new)));
    }

    @SuppressWarnings("unchecked")
    public <R> R ask(IncidentQuery<R> query) {
        Object answer = switch (query) {
            case IncidentQuery.FindIncidents q -> list.on(q);
            case IncidentQuery.GetIncident q -> details.on(q);
            case IncidentQuery.GetTimeline q -> details.on(q);
            case IncidentQuery.GetCategoryExplanation q -> details.on(q);
            case IncidentQuery.GetIncidentAccess q -> counts.on(q);
            case IncidentQuery.GetAgeing q -> ageing.on(q);
            case IncidentQuery.GetAgeingTrend q -> ageing.on(q);
            case IncidentQuery.GetRdpIncidentReport q -> rdp.on(q);
            case IncidentQuery.GetCommunicationReport q -> communications.on(q);
            case IncidentQuery.GetPerformanceReport q -> performance.on(q);
            case IncidentQuery.GetPrecedents q -> precedents.on(q);
            case IncidentQuery.GetCategorisation q -> categorisation.on(q);
            case IncidentQuery.GetDifferences q -> differences.on(q);
            case IncidentQuery.GetFeed q -> feed.on(q);
            case IncidentQuery.GetOpenCounts q -> counts.on(q);
            case IncidentQuery.FindDueToClose q -> counts.on(q);
            case IncidentQuery.FindDueToEscalate q -> counts.on(q);
            case IncidentQuery.GetTargetClocks q -> clocks.on(q);
            case IncidentQuery.GetHighestNumber q -> counts.on(q);
            case IncidentQuery.GetNarrowestClassification q -> counts.on(q);
        };
        return (R) answer;
    }

    /** The Code's defaults, with weekends but no public holidays. */
    public static final class TestReference implements ReferenceFacts {
        /** No Working Days are weekends and these. */
        public static WorkingDays without(LocalDate... holidays) {
            return new WorkingDays(year -> Map.of(), Set.of(), Set.of(holidays));
        }

        /** Arithmetic by such days. */
        public record Days(WorkingDays days) implements TargetClock.WorkingTime {
            @Override
            public Instant plusWorkingTime(Instant from, Duration time) {
                return days.plusWorkingTime(from, time);
            }

            @Override
            public Duration workingTimeBetween(Instant from, Instant to) {
                return days.workingTimeBetween(from, to);
            }

            @Override
            public boolean isWorkingDay(LocalDate day) {
                return days.isWorkingDay(day);
            }
        }

        /** Which calendar was known when; a test may correct it. */
        public Function<@Nullable Instant, TargetClock.WorkingTime> calendars = always(new Days(without()));

        private static Function<@Nullable Instant, TargetClock.WorkingTime> always(TargetClock.WorkingTime days) {
            return knownAt -> days;
        }

        /** The same for every category. */
        public final List<EscalationRule> escalations = List.of(
                new EscalationRule(TargetKind.INITIAL_RESPONSE, 80, "SERVICE_DESK"),
                new EscalationRule(TargetKind.INITIAL_RESPONSE, 100, "SERVICE_DESK_MANAGER"),
                new EscalationRule(TargetKind.RESOLUTION, 75, "SERVICE_MANAGER"),
                new EscalationRule(TargetKind.RESOLUTION, 100, "OPERATIONS_DIRECTOR"),
                new EscalationRule(TargetKind.RESOLUTION, 200, "PANEL"));

        private static final List<String> LEVELS =
                List.of("SERVICE_DESK", "SERVICE_DESK_MANAGER", "SERVICE_MANAGER", "OPERATIONS_DIRECTOR", "PANEL");
        /** By category. */
        public List<Target.Pair> targets = List.of(
                pair(Duration.ofMinutes(10), Duration.ofHours(4), false),
                pair(Duration.ofMinutes(20), Duration.ofHours(24), false),
                pair(Duration.ofMinutes(45), Duration.ofHours(72), false),
                pair(Duration.ofHours(3), Duration.ofDays(5), true),
                pair(Duration.ofDays(1), Duration.ofDays(10), true));

        private static Target.Pair pair(Duration response, Duration resolution, boolean workingTime) {
            return new Target.Pair(
                    new Target(response, Target.Days.NONE),
                    new Target(resolution, workingTime ? Target.Days.WORKING : Target.Days.NONE));
        }

        @Override
        public Target.Pair targets(
                @Nullable String policyVersion, Category category, Instant decidedAt, Instant recordedAt) {
            return targets.get(category.ordinal());
        }

        @Override
        public @Nullable Target cadence(
                @Nullable String policyVersion, Category category, Instant decidedAt, Instant recordedAt) {
            return switch (category) {
                case CATEGORY_1 -> new Target(Duration.ofHours(1), Target.Days.NONE);
                case CATEGORY_2 -> new Target(Duration.ofHours(4), Target.Days.NONE);
                case CATEGORY_3 -> new Target(Duration.ofDays(1), Target.Days.CALENDAR);
                case CATEGORY_4, CATEGORY_5 -> null;
            };
        }

        @Override
        public List<EscalationRule> escalations(
                @Nullable String policyVersion, Category category, Instant decidedAt, Instant recordedAt) {
            return escalations;
        }

        @Override
        public TargetClock.WorkingTime calendar(@Nullable Instant knownAt) {
            return calendars.apply(knownAt);
        }

        @Override
        public Object policies() {
            return targets;
        }

        @Override
        public Duration timeForObjections() {
            return Duration.ofDays(3);
        }

        @Override
        public ResolverKind kindOf(@Nullable String resolver) {
            return resolver == null ? ResolverKind.NONE : ResolverKind.OTHER;
        }

        @Override
        public @Nullable String partyCategory(String party) {
            return party.startsWith("Alpha") ? "Large Supplier" : null;
        }

        @Override
        public int rankOf(String escalationLevel) {
            return LEVELS.indexOf(escalationLevel);
        }
    }
}
