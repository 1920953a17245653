package uk.smartenergy.incident.incident.read.communications;

import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import org.axonframework.queryhandling.QueryHandler;
import uk.smartenergy.incident.api.incident.CommunicationReport;
import uk.smartenergy.incident.api.incident.CommunicationReport.Figures;
import uk.smartenergy.incident.api.incident.IncidentFilter;
import uk.smartenergy.incident.api.incident.IncidentQuery.GetCommunicationReport;
import uk.smartenergy.incident.api.shared.Moment;
import uk.smartenergy.incident.incident.read.record.Age;
import uk.smartenergy.incident.incident.read.record.IncidentRecords;
import uk.smartenergy.incident.incident.read.record.IncidentViews;
import uk.smartenergy.incident.incident.read.record.Updates.Counts;

/** Answers how well Interested Parties were told: what came, whether it said what it should and came in time, and what its readers thought. */
public final class CommunicationQuality {
    private final IncidentRecords records;
    private final IncidentViews views;

    public CommunicationQuality(IncidentRecords records, IncidentViews views) {
        this.records = records;
        this.views = views;
    }

    @QueryHandler
    public CommunicationReport on(GetCommunicationReport query) {
        Moment moment = query.moment();
        Moment asOf = new Moment(moment.asOfOrNow(), moment.knownAt(), moment.now());
        Instant from = Age.begin(query.period());
        Instant to = Age.begin(query.period().plusMonths(1));
        Map<String, Counts> byResolver =
                new TreeMap<>(Comparator.<String, Boolean>comparing(IncidentFilter.NONE::equals)
                        .thenComparing(Comparator.naturalOrder()));
        records.forEach(
                query.viewer(),
                asOf,
                fold -> views.updates(fold, asOf)
                        .between(from, to)
                        .forEach(counts -> byResolver.merge(counts.resolver(), counts, Counts::plus)));
        Counts all = byResolver.values().stream().reduce(new Counts("ALL", 0, 0, 0, 0, 0, 0, 0), Counts::plus);
        return new CommunicationReport(
                query.period().toString(),
                moment.asOfOrNow(),
                moment.knownAtOrNow(),
                CommunicationReport.FORMULA,
                figures(all),
                byResolver.values().stream().map(CommunicationQuality::figures).toList());
    }

    private static Figures figures(Counts counts) {
        return Figures.of(
                counts.resolver(),
                counts.sent(),
                counts.judged(),
                counts.complete(),
                counts.onTime(),
                counts.missed(),
                counts.ratings(),
                counts.stars());
    }
}
