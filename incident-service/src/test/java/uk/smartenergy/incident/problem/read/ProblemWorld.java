package uk.smartenergy.incident.problem.read;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.categorisation.Category;
import uk.smartenergy.incident.api.categorisation.CategoryDecision;
import uk.smartenergy.incident.api.incident.IncidentEvent;
import uk.smartenergy.incident.api.incident.IncidentEvent.IncidentCategorised;
import uk.smartenergy.incident.api.incident.IncidentEvent.IncidentRaised;
import uk.smartenergy.incident.api.incident.IncidentId;
import uk.smartenergy.incident.api.incident.IncidentQuery.GetIncidentAccess;
import uk.smartenergy.incident.api.incident.IncidentQuery.IncidentAccess;
import uk.smartenergy.incident.api.incident.IncidentType;
import uk.smartenergy.incident.api.incident.Raiser;
import uk.smartenergy.incident.api.problem.ProblemEvent;
import uk.smartenergy.incident.api.problem.ProblemEvent.ProblemOpened;
import uk.smartenergy.incident.api.problem.ProblemId;
import uk.smartenergy.incident.api.problem.ProblemPriority;
import uk.smartenergy.incident.api.problem.ProblemQuery;
import uk.smartenergy.incident.api.problem.ProblemQuery.*;
import uk.smartenergy.incident.api.problem.ProblemReason;
import uk.smartenergy.incident.api.problem.SuggestionEvent;
import uk.smartenergy.incident.api.problem.WatchEvent.WatchBegun;
import uk.smartenergy.incident.api.shared.Classification;
import uk.smartenergy.incident.api.shared.Event;
import uk.smartenergy.incident.api.shared.MetaKeys;
import uk.smartenergy.incident.api.shared.Moment;
import uk.smartenergy.incident.api.shared.Query;
import uk.smartenergy.incident.api.shared.RecordEvent;
import uk.smartenergy.incident.api.shared.Role;
import uk.smartenergy.incident.api.shared.Viewer;
import uk.smartenergy.incident.platform.projection.Projection;
import uk.smartenergy.incident.platform.projection.RecordedEvent;
import uk.smartenergy.incident.platform.record.Elsewhere;
import uk.smartenergy.incident.platform.record.Histories;
import uk.smartenergy.incident.platform.reference.ProblemEditions;
import uk.smartenergy.incident.platform.reference.ReferenceData;
import uk.smartenergy.incident.problem.read.errors.KnownErrors;
import uk.smartenergy.incident.problem.read.problems.ProblemList;
import uk.smartenergy.incident.problem.read.record.LinksFromIncidents;
import uk.smartenergy.incident.problem.read.record.ProblemRecords;
import uk.smartenergy.incident.problem.read.report.Report;
import uk.smartenergy.incident.problem.read.suggestions.Cases;
import uk.smartenergy.incident.problem.read.suggestions.Suggestions;

/** The read side of Problems with its images in memory: events go in, with the time of their recording, and questions are answered. */
public final class ProblemWorld {
    public static final Instant NOW = Instant.parse("2018-10-05T12:00:00Z");
    public static final Viewer STAFF = new Viewer("staff", Set.of(Role.DCC_STAFF), null, false);
    public static final Viewer CLEARED = new Viewer("cleared", Set.of(Role.DCC_STAFF), null, true);

    private final Histories<ProblemEvent> histories = new Histories<>("problems", ProblemEvent.class);
    private final Histories<SuggestionEvent> dismissals = new Histories<>("suggestions", SuggestionEvent.class);
    private final LinksFromIncidents links = new LinksFromIncidents();
    private final Cases cases = new Cases();
    private final ProblemRecords records = new ProblemRecords(histories, links, elsewhere());
    private final ProblemEditions rules = ReferenceData.shipped().rules(ProblemEditions.class);
    private final ProblemList list = new ProblemList(records);
    private final KnownErrors errors = new KnownErrors(records, rules);
    private final Report report = new Report(records);
    private final Suggestions suggestions = new Suggestions(cases, records, dismissals, rules);
    private final List<Projection> images = List.of(histories, dismissals, links, cases);
    private final Map<String, Long> sequences = new HashMap<>();
    private long position;

    public static ProblemId problem(long number) {
        return new ProblemId("PBI%012d".formatted(number));
    }

    public static Moment moment(@Nullable String asOf, @Nullable String knownAt) {
        return new Moment(
                asOf == null ? null : Instant.parse(asOf), knownAt == null ? null : Instant.parse(knownAt), NOW);
    }

    private static Elsewhere elsewhere() {
        return new Elsewhere() {
            @Override
            @SuppressWarnings("unchecked")
            public <R> R ask(Query<R> query) {
                GetIncidentAccess asked = (GetIncidentAccess) query;
                boolean red = asked.incidentId().isDrawn();
                return (R) Optional.of(new IncidentAccess(asked.incidentId(), "Alpha Energy", null, Set.of(), red))
                        .filter(access -> !red || asked.viewer().cleared());
            }
        };
    }

    /** Recorded when it happened. */
    public ProblemWorld record(RecordEvent... events) {
        for (RecordEvent event : events) {
            record(event.occurredAt(), event.record(), event, Map.of());
        }
        return this;
    }

    public ProblemWorld late(String recordedAt, RecordEvent event) {
        return record(Instant.parse(recordedAt), event.record(), event, Map.of());
    }

    public ProblemWorld record(IncidentEvent event) {
        return record(event.occurredAt(), event.incidentId().value(), event, Map.of());
    }

    /** From then on, Problems are opened for Major Incidents. */
    public ProblemWorld watchedSince(Instant since) {
        return record(since, "watch", new WatchBegun("watch", since), Map.of());
    }

    public ProblemWorld record(Instant recordedAt, String stream, Event event, Map<String, String> meta) {
        long sequence = sequences.merge(stream, 0L, (old, zero) -> old + 1);
        RecordedEvent recorded = RecordedEvent.of(new GenericTrackedDomainEventMessage<>(
                new GlobalSequenceTrackingToken(++position),
                new GenericDomainEventMessage<>(
                        "Record",
                        stream,
                        sequence,
                        event,
                        MetaData.from(meta).and(MetaKeys.ACTOR, "ada"),
                        stream + "#" + sequence,
                        recordedAt)));
        images.forEach(image -> image.apply(recorded));
        images.forEach(Projection::publish);
        return this;
    }

    public static ProblemOpened opened(long number, String at, Classification classification, String... regions) {
        return new ProblemOpened(
                problem(number),
                Instant.parse(at),
                "Commissioning of hubs times out",
                null,
                ProblemReason.TREND,
                List.of("WAN"),
                List.of(regions),
                List.of("Install & Commission"),
                ProblemPriority.P2,
                null,
                classification,
                null);
    }

    /** On WAN in the North. */
    public ProblemWorld raised(long number, String at, String summary) {
        return raised(number, at, summary, "WAN", "North", Category.CATEGORY_3, Instant.parse(at), Map.of());
    }

    public ProblemWorld major(long number, String at, Instant recordedAt, Map<String, String> meta) {
        return raised(number, at, "Outage " + number, "SMKI", "South", Category.CATEGORY_1, recordedAt, meta);
    }

    public ProblemWorld raised(
            long number,
            String at,
            String summary,
            String service,
            String region,
            Category category,
            Instant recordedAt,
            Map<String, String> meta) {
        IncidentId id = IncidentId.of(number);
        record(
                recordedAt,
                id.value(),
                new IncidentRaised(
                        id,
                        Instant.parse(at),
                        summary,
                        null,
                        IncidentType.SERVICE,
                        new Raiser("Alpha Energy", "A. Person", "a@example.org", null),
                        List.of(service),
                        List.of(),
                        region,
                        null,
                        null,
                        null,
                        null,
                        List.of(),
                        null,
                        id.isDrawn() ? Classification.RED : Classification.GREEN),
                meta);
        return categorised(number, at, category, recordedAt, meta);
    }

    public ProblemWorld categorised(
            long number, String at, Category category, Instant recordedAt, Map<String, String> meta) {
        IncidentId id = IncidentId.of(number);
        return record(
                recordedAt,
                id.value(),
                new IncidentCategorised(id, Instant.parse(at), CategoryDecision.elsewhere(category, null, null)),
                meta);
    }

    @SuppressWarnings("unchecked")
    public <R> R ask(ProblemQuery<R> query) {
        Object answer = switch (query) {
            case FindProblems q -> list.on(q);
            case GetProblem q -> list.on(q);
            case GetHighestProblemNumber q -> list.on(q);
            case FindKnownErrors q -> errors.on(q);
            case FindSuggestions q -> suggestions.on(q);
            case GetSuggestion q -> suggestions.on(q);
            case FindMajorIncidentsWithoutProblem q -> suggestions.on(q);
            case CountProblems q -> suggestions.on(q);
            case GetProblemReport q -> report.on(q);
        };
        return (R) answer;
    }
}
