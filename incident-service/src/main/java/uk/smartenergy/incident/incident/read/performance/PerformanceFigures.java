package uk.smartenergy.incident.incident.read.performance;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import uk.smartenergy.incident.api.categorisation.Category;
import uk.smartenergy.incident.api.incident.IncidentId;
import uk.smartenergy.incident.api.incident.IncidentQuery.GetPerformanceReport;
import uk.smartenergy.incident.api.incident.PerformanceReport;
import uk.smartenergy.incident.api.shared.Moment;
import uk.smartenergy.incident.api.shared.Viewer;
import uk.smartenergy.incident.incident.read.record.Age;
import uk.smartenergy.incident.incident.read.record.IncidentRecords;
import uk.smartenergy.incident.incident.read.record.IncidentViews;
import uk.smartenergy.incident.incident.read.record.ReportFigures;

/** The Code Performance Measures of a month. The report itself says which Incidents missed; the others it counts were in time. */
public final class PerformanceFigures implements ReportFigures {
    private final Performance report;
    private final IncidentRecords records;
    private final IncidentViews views;

    public PerformanceFigures(Performance report, IncidentRecords records, IncidentViews views) {
        this.report = report;
        this.records = records;
        this.views = views;
    }

    @Override
    public String report() {
        return "performance";
    }

    @Override
    public Instant asOf(YearMonth period, Instant now) {
        return now;
    }

    @Override
    public List<Figure> of(Viewer viewer, Moment moment, YearMonth period) {
        PerformanceReport counted = report.on(new GetPerformanceReport(viewer, moment, period));
        Map<IncidentId, Category> resolved = resolved(viewer, moment, period);
        List<Figure> figures = new ArrayList<>();
        for (PerformanceReport.Measure measure : counted.measures()) {
            Set<IncidentId> missed = measure.misses().stream()
                    .map(PerformanceReport.Miss::incidentId)
                    .collect(toSet());
            Set<IncidentId> total = resolved.keySet().stream()
                    .filter(id -> measure.categories().contains(resolved.get(id)))
                    .collect(toSet());
            Set<IncidentId> met = new HashSet<>(total);
            met.removeAll(missed);
            figures.add(Figure.count(measure.code() + ".met", met));
            figures.add(Figure.count(measure.code() + ".missed", missed));
            figures.add(Figure.count(measure.code() + ".total", total));
            figures.add(new Figure(
                    measure.code() + ".percent",
                    measure.percent(),
                    total.stream().collect(toMap(Function.identity(), id -> met.contains(id) ? "met" : "missed"))));
        }
        figures.add(Figure.count(
                "openBeyondTarget",
                counted.openBeyondTarget().stream()
                        .map(PerformanceReport.OpenBeyondTarget::incidentId)
                        .collect(toSet())));
        return figures;
    }

    /** Those last resolved in the month, with the category that counts. */
    private Map<IncidentId, Category> resolved(Viewer viewer, Moment moment, YearMonth period) {
        Instant begin = period.atDay(1).atStartOfDay(Age.LONDON).toInstant();
        Instant end = period.plusMonths(1).atDay(1).atStartOfDay(Age.LONDON).toInstant();
        Map<IncidentId, Category> resolved = new HashMap<>();
        records.forEach(viewer, moment, fold -> {
            Instant at = fold.life().resolvedAt();
            if (at != null && !at.isBefore(begin) && at.isBefore(end)) {
                resolved.put(fold.id(), views.resolutionCategory(fold));
            }
        });
        return resolved;
    }
}
