package uk.smartenergy.incident.incident.read.precedents;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.categorisation.CategorisationFacts;
import uk.smartenergy.incident.api.categorisation.FactDistance;
import uk.smartenergy.incident.api.incident.IncidentEvent;
import uk.smartenergy.incident.api.incident.IncidentEvent.CategoryRuled;
import uk.smartenergy.incident.api.incident.IncidentQuery.GetPrecedents;
import uk.smartenergy.incident.api.incident.Precedents;
import uk.smartenergy.incident.api.incident.Precedents.Precedent;
import uk.smartenergy.incident.api.shared.MetaKeys;
import uk.smartenergy.incident.incident.read.record.IncidentFold;
import uk.smartenergy.incident.incident.read.record.IncidentRecords;
import uk.smartenergy.incident.platform.projection.EventLog;
import uk.smartenergy.incident.platform.projection.RecordedEvent;

/**
 * Finds earlier rulings on like facts, nearest first. The facts are compared in the image; the reasons, which it does not keep, are read from the
 * nearest ones' own events.
 */
public final class PrecedentSearch {
    private static final Comparator<Found> NEAREST_FIRST = Comparator.comparing(Found::distance)
            .thenComparing(found -> found.ruled().occurredAt(), Comparator.reverseOrder())
            .thenComparing(found -> found.ruled().incidentId())
            .thenComparing(found -> found.ruled().dispute());

    private final IncidentRecords records;
    private final Thresholds thresholds;
    private final EventLog log;

    public PrecedentSearch(IncidentRecords records, Thresholds thresholds, EventLog log) {
        this.records = records;
        this.thresholds = thresholds;
        this.log = log;
    }

    /** What the search asks of the policies. */
    @FunctionalInterface
    public interface Thresholds {
        /** The thresholds of a policy version for {@code partiesPrevented}; {@code null}: of the one in force then. */
        Collection<Integer> of(@Nullable String policyVersion, Instant at);
    }

    private record Found(CategoryRuled ruled, FactDistance distance) {}

    @QueryHandler
    public Optional<Precedents> on(GetPrecedents query) {
        return records.find(query.viewer(), query.incidentId())
                .flatMap(history -> history.at(query.moment()))
                .map(fold -> precedents(fold, query));
    }

    private Precedents precedents(IncidentFold here, GetPrecedents query) {
        @Nullable
        CategoryRuled ruling = here.rulings().stream()
                .filter(ruled -> ruled.dispute() == query.dispute())
                .findFirst()
                .orElse(null);
        @Nullable
        CategorisationFacts facts =
                ruling == null ? here.categorisationFacts() : ruling.ruledOn().facts();
        @Nullable Instant before = ruling == null ? null : ruling.occurredAt();
        List<Found> found = facts == null ? List.of() : find(here, facts, before, ruling, query);
        return new Precedents(
                here.id(),
                query.dispute(),
                facts,
                before,
                found.size(),
                found.stream().limit(query.limit()).map(this::precedent).toList());
    }

    private List<Found> find(
            IncidentFold here,
            CategorisationFacts facts,
            @Nullable Instant before,
            @Nullable CategoryRuled ruling,
            GetPrecedents query) {
        Collection<Integer> numbers = thresholds.of(
                ruling == null ? here.policyVersion() : ruling.ruledOn().policyVersion(), here.categorisedAt());
        List<Found> found = new ArrayList<>();
        records.forEach(query.viewer(), query.moment(), there -> {
            if (there != here && !there.id().equals(here.id())) {
                for (CategoryRuled ruled : there.rulings()) {
                    CategorisationFacts others = ruled.ruledOn().facts();
                    if (others != null && (before == null || ruled.occurredAt().isBefore(before))) {
                        found.add(new Found(ruled, FactDistance.between(facts, others, numbers)));
                    }
                }
            }
        });
        found.sort(NEAREST_FIRST);
        return found;
    }

    private Precedent precedent(Found found) {
        CategoryRuled slim = found.ruled();
        RecordedEvent recorded = log.stream(slim.incidentId().value()).stream()
                .filter(event -> event.payload(IncidentEvent.class) instanceof CategoryRuled ruled
                        && ruled.dispute() == slim.dispute())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No ruling on " + slim.incidentId()));
        CategoryRuled ruled = recorded.payload(CategoryRuled.class);
        return new Precedent(
                ruled.incidentId(),
                ruled.dispute(),
                new Precedents.Ruling(
                        ruled.category(), ruled.reason(), recorded.metadata(MetaKeys.ACTOR), ruled.occurredAt()),
                ruled.ruledOn().category(),
                ruled.ruledOn().policyVersion(),
                new Precedents.Distance(
                        found.distance().facts(), found.distance().steps()),
                found.distance().differs());
    }
}
