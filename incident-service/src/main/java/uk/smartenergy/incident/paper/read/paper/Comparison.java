package uk.smartenergy.incident.paper.read.paper;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.calendar.CalendarQuery.Day;
import uk.smartenergy.incident.api.calendar.CalendarQuery.FindDays;
import uk.smartenergy.incident.api.incident.IncidentId;
import uk.smartenergy.incident.api.incident.IncidentQuery.GetTimeline;
import uk.smartenergy.incident.api.majorincident.MajorIncidentReportEvent;
import uk.smartenergy.incident.api.paper.PaperDifferences;
import uk.smartenergy.incident.api.paper.PaperDifferences.Change;
import uk.smartenergy.incident.api.paper.PaperDifferences.RecordedBetween;
import uk.smartenergy.incident.api.paper.PaperQuery;
import uk.smartenergy.incident.api.paper.PaperView;
import uk.smartenergy.incident.api.paper.PaperView.Figure;
import uk.smartenergy.incident.api.regulatory.RegulatoryEvent;
import uk.smartenergy.incident.api.shared.RecordQuery.FindRecordEvents;

/** Two papers of the same month and day, known at two dates: what differs, and what was recorded between of whatever a figure counts. */
final class Comparison {
    private static final String NO_EVENT =
            "Nothing was recorded between of what it counts: a calendar, a policy or other reference data is known otherwise.";

    /** A report is due at most so many months before the paper's. */
    private static final int MONTHS_BACK = 4;

    private final Scope scope;
    private final Instant after;

    private Comparison(Scope scope, Instant after) {
        this.scope = scope;
        this.after = after;
    }

    /** @param scope of the later one. @param after what was known at first */
    static PaperDifferences of(Scope scope, Instant after, PaperView a, PaperView b) {
        Map<String, Figure> before = byName(a);
        Map<String, Figure> later = byName(b);
        Set<String> names = new LinkedHashSet<>(before.keySet());
        names.addAll(later.keySet());
        Comparison comparison = new Comparison(scope, after);
        List<Change> changes = names.stream()
                .map(name -> comparison.change(name, before.get(name), later.get(name)))
                .flatMap(Stream::ofNullable)
                .toList();
        return new PaperDifferences(
                PaperQuery.REPORT,
                scope.month().toString(),
                scope.asOf(),
                after,
                scope.moment().knownAtOrNow(),
                changes,
                names.size() - changes.size());
    }

    private static Map<String, Figure> byName(PaperView paper) {
        Map<String, Figure> figures = new LinkedHashMap<>();
        paper.figures().forEach(figure -> figures.putIfAbsent(figure.name(), figure));
        return figures;
    }

    private @Nullable Change change(String name, @Nullable Figure a, @Nullable Figure b) {
        if (a != null && b != null && a.isLike(b)) {
            return null;
        }
        List<String> before = a == null ? List.of() : a.records();
        List<String> now = b == null ? List.of() : b.records();
        Set<String> both = new LinkedHashSet<>(before);
        both.addAll(now);
        boolean timing = name.endsWith(ReportingSection.TIMING);
        List<RecordedBetween> events = events(both).stream()
                .filter(event -> !timing || event.data() instanceof RegulatoryEvent.ReportSubmitted)
                .toList();
        String calendar = timing ? calendar() : null;
        BigDecimal from = a == null ? null : a.value();
        BigDecimal to = b == null ? null : b.value();
        return new Change(
                name,
                a,
                b,
                from == null || to == null ? null : to.subtract(from),
                now.stream().filter(record -> !before.contains(record)).toList(),
                before.stream().filter(record -> !now.contains(record)).toList(),
                events,
                calendar != null ? calendar : events.isEmpty() ? NO_EVENT : null);
    }

    /** What became known of the Working Days by which timing is reckoned; {@code null}: nothing. */
    private @Nullable String calendar() {
        Instant until = scope.moment().knownAtOrNow();
        LocalDate from = scope.month().minusMonths(MONTHS_BACK).atDay(1);
        LocalDate to = LocalDate.ofInstant(scope.asOf(), Scope.LONDON);
        List<Day> known =
                scope.ask(new FindDays(scope.viewer(), from, to, after)).days();
        String days = scope.ask(new FindDays(scope.viewer(), from, to, until)).days().stream()
                .filter(day -> known.stream()
                        .anyMatch(one -> one.date().equals(day.date()) && one.workingDay() != day.workingDay()))
                .map(day -> day.date()
                        + (day.workingDay() ? " is a Working Day" : " is no Working Day")
                        + (day.name() == null ? "" : " (" + day.name() + ")"))
                .collect(Collectors.joining("; "));
        return days.isEmpty() ? null : "The Working-Day calendar was corrected between: " + days + ".";
    }

    /** Of records of every kind; an Incident's Major Incident reports are records beside it. */
    private List<RecordedBetween> events(Set<String> records) {
        List<RecordedBetween> found = new ArrayList<>();
        Set<IncidentId> incidents = records.stream()
                .filter(IncidentId::isValid)
                .map(IncidentId::new)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        incidents.forEach(incident -> found.addAll(events(incident)));
        Set<String> others =
                records.stream().filter(id -> !IncidentId.isValid(id)).collect(Collectors.toSet());
        incidents.forEach(incident -> others.add(MajorIncidentReportEvent.streamOf(incident)));
        scope
                .ask(new FindRecordEvents(
                        scope.viewer(), others, after, scope.moment().knownAtOrNow()))
                .stream()
                .filter(entry -> !entry.occurredAt().isAfter(scope.asOf()))
                .map(entry -> new RecordedBetween(
                        entry.record(),
                        entry.type(),
                        entry.actor(),
                        entry.occurredAt(),
                        entry.recordedAt(),
                        entry.data()))
                .forEach(found::add);
        found.sort(Comparator.comparing(RecordedBetween::recordedAt));
        return found;
    }

    private List<RecordedBetween> events(IncidentId incident) {
        return scope.ask(new GetTimeline(scope.viewer(), scope.moment(), incident)).stream()
                .flatMap(List::stream)
                .filter(entry -> entry.recordedAt().isAfter(after))
                .map(entry -> new RecordedBetween(
                        incident.value(),
                        entry.type(),
                        entry.actor(),
                        entry.occurredAt(),
                        entry.recordedAt(),
                        entry.data()))
                .toList();
    }
}
