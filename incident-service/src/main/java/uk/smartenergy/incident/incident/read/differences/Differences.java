package uk.smartenergy.incident.incident.read.differences;

import static java.util.stream.Collectors.toSet;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.incident.DifferencesReport;
import uk.smartenergy.incident.api.incident.DifferencesReport.Cause;
import uk.smartenergy.incident.api.incident.DifferencesReport.FigureChange;
import uk.smartenergy.incident.api.incident.DifferencesReport.MovedIncident;
import uk.smartenergy.incident.api.incident.IncidentId;
import uk.smartenergy.incident.api.incident.IncidentQuery.GetDifferences;
import uk.smartenergy.incident.api.incident.TimelineEntry;
import uk.smartenergy.incident.api.shared.Classification;
import uk.smartenergy.incident.api.shared.Moment;
import uk.smartenergy.incident.incident.read.record.Entries;
import uk.smartenergy.incident.incident.read.record.IncidentRecords;
import uk.smartenergy.incident.incident.read.record.ReportFigures;
import uk.smartenergy.incident.incident.read.record.ReportFigures.Figure;
import uk.smartenergy.incident.platform.projection.EventLog;

/**
 * Answers why the figures of a report changed between two dates of knowledge. The report is taken twice, as of the same instant: what differs is what
 * was recorded between, or reference data that is known otherwise.
 */
public final class Differences {
    /** Each is read from its own stream. */
    static final int MOST_INCIDENTS = 500;

    private static final String NO_EVENT =
            "Nothing was recorded of it between: a calendar, a policy or other reference data is known otherwise.";

    private final Map<String, ReportFigures> reports = new HashMap<>();
    private final IncidentRecords records;
    private final EventLog log;

    public Differences(Collection<ReportFigures> reports, IncidentRecords records, EventLog log) {
        this.records = records;
        reports.forEach(report -> this.reports.put(report.report(), report));
        this.log = log;
    }

    /** What moved: the figures that each Incident entered and left. */
    private static final class Moves {
        private final Map<IncidentId, List<String>> entered = new TreeMap<>();
        private final Map<IncidentId, List<String>> left = new TreeMap<>();

        void add(Change change) {
            change.entered.forEach(id -> put(entered, id, change.name()));
            change.left.forEach(id -> put(left, id, change.name()));
        }

        private static void put(Map<IncidentId, List<String>> moves, IncidentId id, String figure) {
            moves.computeIfAbsent(id, any -> new ArrayList<>()).add(figure);
        }

        List<IncidentId> incidents() {
            Set<IncidentId> all = new TreeSet<>(entered.keySet());
            all.addAll(left.keySet());
            return List.copyOf(all);
        }
    }

    /** A figure as known at the two dates. */
    private record Change(Figure a, Figure b, List<IncidentId> entered, List<IncidentId> left) {
        static Change of(Figure a, Figure b) {
            return new Change(a, b, without(b, a), without(a, b));
        }

        private static List<IncidentId> without(Figure some, Figure others) {
            return some.incidents().entrySet().stream()
                    .filter(entry -> !entry.getValue().equals(others.incidents().get(entry.getKey())))
                    .map(Map.Entry::getKey)
                    .sorted()
                    .toList();
        }

        String name() {
            return a.name();
        }

        boolean isNone() {
            return entered.isEmpty() && left.isEmpty() && Objects.equals(a.value(), b.value());
        }
    }

    @QueryHandler
    public Optional<DifferencesReport> on(GetDifferences query) {
        return Optional.ofNullable(reports.get(query.report())).map(report -> compare(report, query));
    }

    private DifferencesReport compare(ReportFigures report, GetDifferences query) {
        Instant asOf = query.asOf() != null ? query.asOf() : report.asOf(query.period(), query.now());
        List<Figure> a = figures(report, query, asOf, query.knownAtA());
        Map<String, Figure> b = new LinkedHashMap<>();
        figures(report, query, asOf, query.knownAtB()).forEach(figure -> b.put(figure.name(), figure));
        Moves moves = new Moves();
        List<Change> changes = new ArrayList<>();
        for (Figure before : a) {
            Change change = Change.of(before, Objects.requireNonNull(b.get(before.name())));
            if (!change.isNone()) {
                changes.add(change);
                moves.add(change);
            }
        }
        List<IncidentId> moved = moves.incidents();
        Set<IncidentId> touched = moved.stream()
                .filter(id -> records.find(query.viewer(), id)
                        .filter(history -> history.isRecordedBetween(query.knownAtA(), query.knownAtB(), asOf))
                        .isPresent())
                .collect(toSet());
        return new DifferencesReport(
                query.report(),
                query.period().toString(),
                asOf,
                query.knownAtA(),
                query.knownAtB(),
                changes.stream().map(change -> shown(change, touched)).toList(),
                a.size() - changes.size(),
                moved.size(),
                moved.stream()
                        .limit(MOST_INCIDENTS)
                        .map(id ->
                                moved(id, moves, touched.contains(id) ? recordedBetween(id, query, asOf) : List.of()))
                        .toList());
    }

    private static List<Figure> figures(ReportFigures report, GetDifferences query, Instant asOf, Instant knownAt) {
        return report.of(query.viewer(), new Moment(asOf, knownAt, query.now()), query.period());
    }

    private static FigureChange shown(Change change, Set<IncidentId> touched) {
        BigDecimal a = change.a().value();
        BigDecimal b = change.b().value();
        Set<Cause> causes = Stream.concat(change.entered().stream(), change.left().stream())
                .map(id -> touched.contains(id) ? Cause.EVENTS : Cause.REFERENCE_DATA)
                .collect(toSet());
        return new FigureChange(
                change.name(),
                a,
                b,
                a == null || b == null ? null : b.subtract(a),
                change.entered(),
                change.left(),
                causes.isEmpty() ? Set.of(Cause.REFERENCE_DATA) : causes);
    }

    private static MovedIncident moved(IncidentId id, Moves moves, List<TimelineEntry> events) {
        @Nullable String explanation = events.isEmpty() ? NO_EVENT : null;
        return new MovedIncident(
                id,
                moves.entered.getOrDefault(id, List.of()),
                moves.left.getOrDefault(id, List.of()),
                events.isEmpty() ? Cause.REFERENCE_DATA : Cause.EVENTS,
                explanation,
                events);
    }

    private List<TimelineEntry> recordedBetween(IncidentId id, GetDifferences query, Instant asOf) {
        Classification classification = records.find(query.viewer(), id)
                .map(history -> history.raised().classification())
                .orElse(Classification.RED);
        return log.stream(id.value()).stream()
                .filter(recorded -> recorded.recordedAt().isAfter(query.knownAtA())
                        && !recorded.recordedAt().isAfter(query.knownAtB()))
                .map(recorded -> Entries.of(recorded, classification))
                .filter(entry -> !entry.occurredAt().isAfter(asOf))
                .toList();
    }
}
