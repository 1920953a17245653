package uk.smartenergy.incident.incident.read.clocks;

import java.util.Optional;
import org.axonframework.queryhandling.QueryHandler;
import uk.smartenergy.incident.api.incident.IncidentQuery.GetTargetClocks;
import uk.smartenergy.incident.api.incident.TargetClocks;
import uk.smartenergy.incident.incident.read.record.IncidentHistory;
import uk.smartenergy.incident.incident.read.record.IncidentRecords;
import uk.smartenergy.incident.incident.read.record.IncidentViews;
import uk.smartenergy.incident.incident.read.record.ReferenceFacts;
import uk.smartenergy.incident.platform.projection.EventLog;

/** Explains the target clocks of one Incident from its own events. Whether the viewer may see it, the image says first. */
public final class IncidentClocks {
    private final IncidentRecords records;
    private final IncidentViews views;
    private final ReferenceFacts reference;
    private final EventLog log;
    private final String note;

    /** @param note where the target times come from */
    public IncidentClocks(
            IncidentRecords records, IncidentViews views, ReferenceFacts reference, EventLog log, String note) {
        this.records = records;
        this.views = views;
        this.reference = reference;
        this.log = log;
        this.note = note;
    }

    @QueryHandler
    public Optional<TargetClocks> on(GetTargetClocks query) {
        return records.find(query.viewer(), query.incidentId())
                .map(seen -> IncidentHistory.ofStream(log.stream(seen.id().value()), reference::rankOf))
                .flatMap(history -> history.at(query.moment()))
                .map(fold -> new TargetClocks(
                        fold.id(),
                        query.moment().asOfOrNow(),
                        query.moment().knownAtOrNow(),
                        note,
                        views.clocks(fold, query.moment())));
    }
}
