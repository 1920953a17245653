package uk.smartenergy.incident.incident.read.rdp;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.axonframework.queryhandling.QueryHandler;
import uk.smartenergy.incident.api.incident.IncidentFilter;
import uk.smartenergy.incident.api.incident.IncidentQuery.GetRdpIncidentReport;
import uk.smartenergy.incident.api.incident.IncidentType;
import uk.smartenergy.incident.api.incident.RdpIncidentReport;
import uk.smartenergy.incident.api.incident.RdpIncidentReport.ByRdp;
import uk.smartenergy.incident.api.incident.RdpIncidentReport.Line;
import uk.smartenergy.incident.api.shared.Moment;
import uk.smartenergy.incident.incident.read.record.Age;
import uk.smartenergy.incident.incident.read.record.IncidentFold;
import uk.smartenergy.incident.incident.read.record.IncidentRecords;
import uk.smartenergy.incident.incident.read.record.Span;

/**
 * Answers the RDP Incident Report. An Incident counts by its state at the last instant of the month, and again as of the report's own
 * date: one that was re-opened between is counted in both as it then was.
 */
public final class RdpReport {
    private final IncidentRecords records;

    public RdpReport(IncidentRecords records) {
        this.records = records;
    }

    @QueryHandler
    public RdpIncidentReport on(GetRdpIncidentReport query) {
        Moment moment = query.moment();
        Instant asOf = moment.asOfOrNow();
        Instant begin = query.period().atDay(1).atStartOfDay(Age.LONDON).toInstant();
        Instant next =
                query.period().plusMonths(1).atDay(1).atStartOfDay(Age.LONDON).toInstant();
        Instant end = asOf.isBefore(next) ? asOf : next.minusNanos(1);
        List<Line> lines = new ArrayList<>();
        records.forEach(query.viewer(), new Moment(asOf, moment.knownAt(), moment.now()), fold -> {
            if (fold.type() == IncidentType.RDP) {
                Line line = line(fold, begin, end, asOf);
                if (line.openedAndResolvedInPeriod() || line.unresolvedAtPeriodEnd()) {
                    lines.add(line);
                }
            }
        });
        lines.sort(Comparator.comparing(Line::raisedAt).thenComparing(Line::id));
        ByRdp all = sum("", lines);
        return new RdpIncidentReport(
                query.period().toString(),
                asOf,
                moment.knownAtOrNow(),
                all.openedAndResolvedInPeriod(),
                all.unresolvedAtPeriodEnd(),
                all.resolvedSince(),
                all.stillOpen(),
                all.stillOpenOverOneMonth(),
                byRdp(lines),
                lines);
    }

    private static Line line(IncidentFold fold, Instant begin, Instant end, Instant asOf) {
        boolean raisedBefore = !fold.raisedAt().isAfter(end);
        boolean openAtEnd = raisedBefore && fold.openSpans().stream().anyMatch(span -> contains(span, end));
        boolean raisedInPeriod = raisedBefore && !fold.raisedAt().isBefore(begin);
        boolean stillOpen = openAtEnd && fold.isOpen();
        return new Line(
                fold.id(),
                fold.raised().externalReference(),
                fold.raised().summary(),
                fold.category(),
                fold.resolver(),
                fold.state(),
                fold.raisedAt(),
                fold.life().resolvedAt(),
                raisedInPeriod && !openAtEnd,
                openAtEnd,
                openAtEnd && !fold.isOpen(),
                stillOpen,
                stillOpen && Age.isOver(fold.raisedAt(), Age.ONE_MONTH, asOf));
    }

    private static boolean contains(Span span, Instant at) {
        Instant to = span.to();
        return !span.from().isAfter(at) && (to == null || to.isAfter(at));
    }

    private static List<ByRdp> byRdp(List<Line> lines) {
        Map<String, List<Line>> byName =
                new TreeMap<>(Comparator.<String, Boolean>comparing(IncidentFilter.NONE::equals)
                        .thenComparing(Comparator.naturalOrder()));
        for (Line line : lines) {
            String rdp = line.rdp() == null ? IncidentFilter.NONE : line.rdp();
            byName.computeIfAbsent(rdp, name -> new ArrayList<>()).add(line);
        }
        return byName.entrySet().stream()
                .map(entry -> sum(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static ByRdp sum(String rdp, List<Line> lines) {
        return new ByRdp(
                rdp,
                count(lines, Line::openedAndResolvedInPeriod),
                count(lines, Line::unresolvedAtPeriodEnd),
                count(lines, Line::resolvedSince),
                count(lines, Line::stillOpen),
                count(lines, Line::stillOpenOverOneMonth));
    }

    private static long count(List<Line> lines, Predicate<Line> where) {
        return lines.stream().filter(where).count();
    }
}
