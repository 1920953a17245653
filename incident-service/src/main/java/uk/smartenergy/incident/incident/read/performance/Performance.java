package uk.smartenergy.incident.incident.read.performance;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.axonframework.queryhandling.QueryHandler;
import uk.smartenergy.incident.api.categorisation.Category;
import uk.smartenergy.incident.api.categorisation.TargetKind;
import uk.smartenergy.incident.api.incident.IncidentQuery.GetPerformanceReport;
import uk.smartenergy.incident.api.incident.PerformanceReport;
import uk.smartenergy.incident.api.incident.PerformanceReport.Measure;
import uk.smartenergy.incident.api.incident.PerformanceReport.Miss;
import uk.smartenergy.incident.api.incident.PerformanceReport.OpenBeyondTarget;
import uk.smartenergy.incident.api.incident.PerformanceReport.Standing;
import uk.smartenergy.incident.api.shared.Moment;
import uk.smartenergy.incident.incident.read.record.Age;
import uk.smartenergy.incident.incident.read.record.IncidentFold;
import uk.smartenergy.incident.incident.read.record.IncidentRecords;
import uk.smartenergy.incident.incident.read.record.IncidentViews;
import uk.smartenergy.incident.incident.read.record.TargetClock;
import uk.smartenergy.incident.platform.reference.PerformanceMeasure;

/** Answers how many Incidents were resolved in time. The links to the lists behind the counts are for the edge to fill in. */
public final class Performance {
    private final IncidentRecords records;
    private final IncidentViews views;
    private final List<PerformanceMeasure> measures;
    private final String note;

    /** @param note where the measures come from */
    public Performance(IncidentRecords records, IncidentViews views, List<PerformanceMeasure> measures, String note) {
        this.records = records;
        this.views = views;
        this.measures = List.copyOf(measures);
        this.note = note;
    }

    /** One measure while it is counted. */
    private static final class Count {
        final PerformanceMeasure measure;
        final List<Miss> misses = new ArrayList<>();
        long met;

        Count(PerformanceMeasure measure) {
            this.measure = measure;
        }
    }

    @QueryHandler
    public PerformanceReport on(GetPerformanceReport query) {
        Moment moment = query.moment();
        Instant begin = query.period().atDay(1).atStartOfDay(Age.LONDON).toInstant();
        Instant end =
                query.period().plusMonths(1).atDay(1).atStartOfDay(Age.LONDON).toInstant();
        List<Count> counts = measures.stream().map(Count::new).toList();
        List<OpenBeyondTarget> open = new ArrayList<>();
        records.forEach(query.viewer(), moment, fold -> {
            Instant resolvedAt = fold.life().resolvedAt();
            if (resolvedAt == null) {
                TargetClock.Reading reading = views.resolution(fold, moment);
                if (reading.missed() && reading.dueAt().isBefore(end)) {
                    open.add(openBeyondTarget(fold, reading, moment));
                }
            } else if (!resolvedAt.isBefore(begin) && resolvedAt.isBefore(end)) {
                count(counts, fold, resolvedAt, moment);
            }
        });
        open.sort(Comparator.comparing(OpenBeyondTarget::dueAt).thenComparing(OpenBeyondTarget::incidentId));
        return new PerformanceReport(
                query.period().toString(),
                moment.asOfOrNow(),
                moment.knownAtOrNow(),
                note,
                counts.stream().map(Performance::measure).toList(),
                open,
                null);
    }

    private void count(List<Count> counts, IncidentFold fold, Instant resolvedAt, Moment moment) {
        Category category = views.resolutionCategory(fold);
        for (Count count : counts) {
            if (count.measure.categories().contains(category)) {
                TargetClock.Reading reading = views.resolution(fold, moment);
                if (reading.missed()) {
                    count.misses.add(miss(fold, category, resolvedAt, reading, moment));
                } else {
                    count.met++;
                }
            }
        }
    }

    private Miss miss(
            IncidentFold fold, Category category, Instant resolvedAt, TargetClock.Reading reading, Moment moment) {
        return new Miss(
                fold.id(),
                fold.raised().summary(),
                category,
                fold.resolver(),
                fold.raisedAt(),
                resolvedAt,
                reading.dueAt(),
                Duration.between(reading.dueAt(), resolvedAt),
                explanation(fold, moment),
                null);
    }

    private OpenBeyondTarget openBeyondTarget(IncidentFold fold, TargetClock.Reading reading, Moment moment) {
        return new OpenBeyondTarget(
                fold.id(),
                fold.raised().summary(),
                fold.category(),
                fold.resolver(),
                fold.raisedAt(),
                reading.dueAt(),
                explanation(fold, moment),
                null);
    }

    private String explanation(IncidentFold fold, Moment moment) {
        return ClockWords.of(views.clock(TargetKind.RESOLUTION, fold, moment));
    }

    private static Measure measure(Count count) {
        PerformanceMeasure measure = count.measure;
        long missed = count.misses.size();
        long total = count.met + missed;
        count.misses.sort(Comparator.comparing(Miss::resolvedAt).thenComparing(Miss::incidentId));
        return new Measure(
                measure.code(),
                measure.name(),
                measure.clause(),
                List.copyOf(measure.categories()),
                count.met,
                missed,
                total,
                total == 0
                        ? null
                        : BigDecimal.valueOf(count.met * 100)
                                .divide(BigDecimal.valueOf(total), 2, RoundingMode.HALF_UP),
                measure.target(),
                measure.minimum(),
                standing(count.met, total, measure),
                null,
                null,
                null,
                count.misses);
    }

    private static Standing standing(long met, long total, PerformanceMeasure measure) {
        if (total == 0) {
            return Standing.NOTHING_MEASURED;
        }
        if (met * 100 >= total * measure.target()) {
            return Standing.AT_OR_ABOVE_TARGET;
        }
        return met * 100 >= total * measure.minimum() ? Standing.BELOW_TARGET : Standing.BELOW_MINIMUM;
    }
}
