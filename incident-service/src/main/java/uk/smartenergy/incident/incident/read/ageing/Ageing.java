package uk.smartenergy.incident.incident.read.ageing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.incident.AgeingReport;
import uk.smartenergy.incident.api.incident.AgeingReport.AgeBand;
import uk.smartenergy.incident.api.incident.AgeingReport.GroupBy;
import uk.smartenergy.incident.api.incident.IncidentFilter;
import uk.smartenergy.incident.api.incident.IncidentQuery.GetAgeing;
import uk.smartenergy.incident.api.incident.IncidentQuery.GetAgeingTrend;
import uk.smartenergy.incident.api.shared.Moment;
import uk.smartenergy.incident.incident.read.record.IncidentFold;
import uk.smartenergy.incident.incident.read.record.IncidentRecords;
import uk.smartenergy.incident.incident.read.record.IncidentViews;
import uk.smartenergy.incident.incident.read.record.Selection;

/** Answers how long the open Incidents have been open. The links to the lists behind the counts are for the edge to fill in. */
public final class Ageing {
    private static final Comparator<String> NONE_LAST =
            Comparator.<String, Boolean>comparing(IncidentFilter.NONE::equals).thenComparing(Comparator.naturalOrder());

    private final IncidentRecords records;
    private final IncidentViews views;

    public Ageing(IncidentRecords records, IncidentViews views) {
        this.records = records;
        this.views = views;
    }

    @QueryHandler
    public AgeingReport on(GetAgeing query) {
        Moment moment = query.moment();
        Instant asOf = moment.asOfOrNow();
        Selection selection = new Selection(query.filter(), moment, views);
        AgeCount all = new AgeCount();
        Map<String, AgeCount> groups = new HashMap<>();
        records.forEach(query.viewer(), moment, fold -> {
            if (fold.isOpen() && selection.test(fold)) {
                AgeBand band = AgeCount.bandOf(fold.raisedAt(), asOf);
                all.add(band);
                groupsOf(fold, query.groupBy())
                        .forEach(group -> groups.computeIfAbsent(group, key -> new AgeCount())
                                .add(band));
            }
        });
        return new AgeingReport(
                asOf,
                moment.knownAtOrNow(),
                all.open(),
                all.openOverOneMonth(),
                all.bands(),
                groups.entrySet().stream()
                        .sorted(Map.Entry.comparingByKey(NONE_LAST))
                        .map(group -> group(group.getKey(), group.getValue()))
                        .toList(),
                null,
                null);
    }

    /**
     * The same over time. At each point the filter is judged as of that point, so that it agrees with the report and the list of then: where
     * the filter asks for what may change in an Incident, such as its Resolver, Incidents come and go between points by more than raising,
     * re-opening and resolving. Of these movements, too, those are counted whose Incident is selected at the point that counts them.
     */
    @QueryHandler
    public AgeingReport.Trend on(GetAgeingTrend query) {
        Moment moment = query.moment();
        List<Instant> points = query.points();
        Moment atLastPoint = atLast(points, moment);
        Selection selection = new Selection(query.filter(), atLastPoint, views);
        boolean changes = selection.changes();
        Instant[] instants = points.toArray(Instant[]::new);
        TrendCount count = new TrendCount(query.since(), points);
        records.forEach(query.viewer(), atLastPoint, fold -> {
            if (changes) {
                count.add(fold, selection.testAt(fold, instants));
            } else if (selection.test(fold)) {
                count.add(fold);
            }
        });
        return new AgeingReport.Trend(moment.knownAtOrNow(), query.step().toString(), count.points());
    }

    private static Moment atLast(List<Instant> points, Moment moment) {
        Instant asOf = moment.asOf();
        if (points.isEmpty() || (asOf != null && asOf.isBefore(points.getLast()))) {
            return moment;
        }
        return new Moment(points.getLast(), moment.knownAt(), moment.now());
    }

    private static List<String> groupsOf(IncidentFold fold, @Nullable GroupBy groupBy) {
        return switch (groupBy) {
            case null -> List.of();
            case CATEGORY -> List.of(Integer.toString(fold.category().number()));
            case TYPE -> List.of(fold.type().name());
            case RESOLVER -> List.of(orNone(fold.resolver()));
            case REGION -> List.of(orNone(fold.raised().region()));
            case SERVICE -> {
                List<String> services = new ArrayList<>(
                        fold.raised().services().stream().distinct().toList());
                yield services.isEmpty() ? List.of(IncidentFilter.NONE) : services;
            }
        };
    }

    private static String orNone(@Nullable String name) {
        return name == null ? IncidentFilter.NONE : name;
    }

    private static AgeingReport.Group group(String name, AgeCount count) {
        return new AgeingReport.Group(name, count.open(), count.openOverOneMonth(), count.bands(), null, null);
    }
}
