package uk.smartenergy.incident.platform.record;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.axonframework.queryhandling.QueryHandler;
import uk.smartenergy.incident.api.incident.IncidentId;
import uk.smartenergy.incident.api.incident.IncidentQuery.GetIncidentAccess;
import uk.smartenergy.incident.api.shared.RecordEntry;
import uk.smartenergy.incident.api.shared.RecordEvent;
import uk.smartenergy.incident.api.shared.RecordQuery.FindRecordEvents;
import uk.smartenergy.incident.api.shared.RecordQuery.GetRecordTimeline;
import uk.smartenergy.incident.api.shared.Viewer;

/** Answers what happened to a record of whichever kind. */
public final class RecordEvents {
    private final Collection<Histories<?>> histories;
    private final Elsewhere elsewhere;

    public RecordEvents(Collection<Histories<?>> histories, Elsewhere elsewhere) {
        this.histories = List.copyOf(histories);
        this.elsewhere = elsewhere;
    }

    private boolean mayBeTold(Viewer viewer, RecordEntry entry) {
        return entry.data().tellsOf().stream()
                .map(IncidentId::new)
                .allMatch(incident ->
                        elsewhere.ask(new GetIncidentAccess(viewer, incident)).isPresent());
    }

    @QueryHandler
    public Optional<List<RecordEntry>> on(GetRecordTimeline query) {
        return find(query.record())
                .filter(history -> history.isVisibleTo(query.viewer()))
                .map(history -> history.timeline(query.moment()))
                .filter(entries -> !entries.isEmpty())
                .map(entries -> entries.stream()
                        .filter(entry -> mayBeTold(query.viewer(), entry))
                        .toList());
    }

    @QueryHandler
    public List<RecordEntry> on(FindRecordEvents query) {
        return query.records().stream()
                .flatMap(record -> find(record).stream())
                .filter(history -> history.isVisibleTo(query.viewer()))
                .flatMap(history -> entries(history, query))
                .filter(entry -> mayBeTold(query.viewer(), entry))
                .sorted(Comparator.comparing(RecordEntry::recordedAt)
                        .thenComparing(RecordEntry::record)
                        .thenComparing(RecordEntry::sequence))
                .toList();
    }

    private static <E extends RecordEvent> Stream<RecordEntry> entries(History<E> history, FindRecordEvents query) {
        return history.facts().stream()
                .filter(fact -> fact.recordedAt().isAfter(query.after())
                        && !fact.recordedAt().isAfter(query.until()))
                .map(fact -> history.entry(fact, history.classification()));
    }

    private Optional<? extends History<?>> find(String record) {
        return histories.stream().flatMap(kind -> kind.find(record).stream()).findFirst();
    }
}
