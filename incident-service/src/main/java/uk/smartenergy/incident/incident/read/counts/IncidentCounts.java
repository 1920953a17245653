package uk.smartenergy.incident.incident.read.counts;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.axonframework.queryhandling.QueryHandler;
import uk.smartenergy.incident.api.categorisation.Category;
import uk.smartenergy.incident.api.incident.IncidentQuery.DueToClose;
import uk.smartenergy.incident.api.incident.IncidentQuery.DueToEscalate;
import uk.smartenergy.incident.api.incident.IncidentQuery.FindDueToClose;
import uk.smartenergy.incident.api.incident.IncidentQuery.FindDueToEscalate;
import uk.smartenergy.incident.api.incident.IncidentQuery.GetHighestNumber;
import uk.smartenergy.incident.api.incident.IncidentQuery.GetIncidentAccess;
import uk.smartenergy.incident.api.incident.IncidentQuery.GetNarrowestClassification;
import uk.smartenergy.incident.api.incident.IncidentQuery.GetOpenCounts;
import uk.smartenergy.incident.api.incident.IncidentQuery.IncidentAccess;
import uk.smartenergy.incident.api.incident.IncidentQuery.OpenCounts;
import uk.smartenergy.incident.api.incident.IncidentQuery.OpenKey;
import uk.smartenergy.incident.api.shared.Classification;
import uk.smartenergy.incident.api.shared.Moment;
import uk.smartenergy.incident.incident.read.record.Age;
import uk.smartenergy.incident.incident.read.record.Escalations;
import uk.smartenergy.incident.incident.read.record.IncidentFold;
import uk.smartenergy.incident.incident.read.record.IncidentHistory;
import uk.smartenergy.incident.incident.read.record.IncidentRecords;
import uk.smartenergy.incident.incident.read.record.IncidentViews;
import uk.smartenergy.incident.incident.read.record.ReferenceFacts;
import uk.smartenergy.incident.incident.read.record.Updates;

/** Short answers that machines ask for. */
public final class IncidentCounts {
    private final IncidentRecords records;
    private final IncidentViews views;
    private final Escalations escalations;
    private final ReferenceFacts reference;

    public IncidentCounts(
            IncidentRecords records, IncidentViews views, Escalations escalations, ReferenceFacts reference) {
        this.records = records;
        this.views = views;
        this.escalations = escalations;
        this.reference = reference;
    }

    @QueryHandler
    public Classification on(GetNarrowestClassification query) {
        return records.narrowest(query.viewer());
    }

    /** Gauges are read by nobody in particular, so RED is never counted, whoever asks. */
    @QueryHandler
    public OpenCounts on(GetOpenCounts query) {
        Moment moment = query.moment();
        Map<OpenKey, Long> open = new HashMap<>();
        Map<OpenKey, Long> overOneMonth = new HashMap<>();
        Map<Category, Long> responseMissed = new EnumMap<>(Category.class);
        Map<Category, Long> resolutionMissed = new EnumMap<>(Category.class);
        Map<Category, Long> disputed = new EnumMap<>(Category.class);
        Map<Category, Long> updateOverdue = new EnumMap<>(Category.class);
        Map<Category, Long> updatesMissed = new EnumMap<>(Category.class);
        records.forEach(query.viewer(), moment, fold -> {
            if (fold.isOpen() && fold.classification() != Classification.RED) {
                OpenKey key = new OpenKey(fold.category(), fold.type(), reference.kindOf(fold.resolver()));
                open.merge(key, 1L, Long::sum);
                if (Age.isOver(fold.raisedAt(), Age.ONE_MONTH, moment.asOfOrNow())) {
                    overOneMonth.merge(key, 1L, Long::sum);
                }
                if (views.response(fold, moment).missed()) {
                    responseMissed.merge(fold.category(), 1L, Long::sum);
                }
                if (views.resolution(fold, moment).missed()) {
                    resolutionMissed.merge(fold.category(), 1L, Long::sum);
                }
                if (fold.contest().open()) {
                    disputed.merge(fold.category(), 1L, Long::sum);
                }
                Updates updates = views.updates(fold, moment);
                if (updates.overdue()) {
                    updateOverdue.merge(fold.category(), 1L, Long::sum);
                }
                updatesMissed.merge(fold.category(), updates.missed(), Long::sum);
            }
        });
        return new OpenCounts(
                Map.copyOf(open),
                Map.copyOf(overOneMonth),
                Map.copyOf(responseMissed),
                Map.copyOf(resolutionMissed),
                Map.copyOf(disputed),
                Map.copyOf(updateOverdue),
                Map.copyOf(updatesMissed));
    }

    /** The longest due come first. */
    @QueryHandler
    public List<DueToClose> on(FindDueToClose query) {
        List<DueToClose> due = new ArrayList<>();
        Moment moment = Moment.present(query.now());
        records.forEach(query.viewer(), moment, fold -> {
            Instant resolvedAt = fold.life().resolvedAt();
            // Working time is never faster than time, and its arithmetic is slow.
            if (resolvedAt != null
                    && !fold.lastRecordedAt().isAfter(query.untouchedSince())
                    && !resolvedAt.plus(reference.timeForObjections()).isAfter(query.now())) {
                Instant closesAt = views.closesAt(fold, moment);
                if (closesAt != null && !closesAt.isAfter(query.now())) {
                    due.add(new DueToClose(fold.id(), resolvedAt, closesAt));
                }
            }
        });
        due.sort(Comparator.comparing(DueToClose::dueAt).thenComparing(DueToClose::incidentId));
        return List.copyOf(due.subList(0, Math.min(due.size(), Math.max(query.limit(), 0))));
    }

    /** An open Incident, and since when it is due to escalate. */
    private record Waiting(IncidentFold fold, Instant since) {}

    /** The longest due come first. Reasons are found for those only that are asked for: there may be very many, such as after an import. */
    @QueryHandler
    public List<DueToEscalate> on(FindDueToEscalate query) {
        List<Waiting> waiting = new ArrayList<>();
        Moment moment = Moment.present(query.now());
        records.forEach(query.viewer(), moment, fold -> {
            Instant since = escalations.nextAt(fold, moment);
            if (!since.isAfter(query.now()) && !fold.lastRecordedAt().isAfter(query.untouchedSince())) {
                waiting.add(new Waiting(fold, since));
            }
        });
        waiting.sort(Comparator.comparing(Waiting::since)
                .thenComparing(one -> one.fold().id()));
        return waiting.stream()
                .limit(Math.max(query.limit(), 0))
                .map(one ->
                        new DueToEscalate(one.fold().id(), one.fold().version(), escalations.due(one.fold(), moment)))
                .toList();
    }

    @QueryHandler
    public Optional<IncidentAccess> on(GetIncidentAccess query) {
        return records.find(query.viewer(), query.incidentId()).map(IncidentCounts::access);
    }

    @QueryHandler
    public Long on(GetHighestNumber query) {
        return records.highestNumber();
    }

    private static IncidentAccess access(IncidentHistory history) {
        return new IncidentAccess(
                history.id(),
                history.raised().raisedBy().party(),
                history.currentResolver(),
                history.concerned(),
                history.isRed());
    }
}
