package uk.smartenergy.incident.incident.read.categorisation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.categorisation.Category;
import uk.smartenergy.incident.api.incident.CategorisationReport;
import uk.smartenergy.incident.api.incident.CategorisationReport.Cell;
import uk.smartenergy.incident.api.incident.CategorisationReport.GroupBy;
import uk.smartenergy.incident.api.incident.IncidentFilter;
import uk.smartenergy.incident.api.incident.IncidentQuery.GetCategorisation;
import uk.smartenergy.incident.api.shared.Moment;
import uk.smartenergy.incident.api.shared.Viewer;
import uk.smartenergy.incident.incident.read.record.Age;
import uk.smartenergy.incident.incident.read.record.IncidentFold;
import uk.smartenergy.incident.incident.read.record.IncidentRecords;
import uk.smartenergy.incident.incident.read.record.IncidentViews;

/** Answers what became of the categories of the Incidents raised in a time. The links to the lists behind the counts are for the edge to add. */
public final class Categorisation {
    private static final Comparator<String> NONE_LAST =
            Comparator.<String, Boolean>comparing(IncidentFilter.NONE::equals).thenComparing(Comparator.naturalOrder());
    private static final Comparator<Cell> IN_ORDER = Comparator.comparing(Cell::first)
            .thenComparing(Cell::standing)
            .thenComparing(Cell::ruled, Comparator.nullsFirst(Comparator.naturalOrder()));

    private final IncidentRecords records;
    private final IncidentViews views;

    public Categorisation(IncidentRecords records, IncidentViews views) {
        this.records = records;
        this.views = views;
    }

    /** What is counted in one cell of the matrix. */
    record Fate(Category first, Category standing, @Nullable Category ruled) {
        static Fate of(IncidentFold fold) {
            return new Fate(
                    fold.firstCategory(), fold.category(), fold.contest().ruled());
        }
    }

    @QueryHandler
    public CategorisationReport on(GetCategorisation query) {
        Moment moment = query.moment();
        CategoryCount all = new CategoryCount();
        Map<Fate, Long> matrix = new HashMap<>();
        Map<String, CategoryCount> groups = new HashMap<>();
        forEachRaised(records, query.viewer(), moment, query.from(), query.to(), fold -> {
            all.add(fold);
            matrix.merge(Fate.of(fold), 1L, Long::sum);
            groupsOf(fold, query.groupBy())
                    .forEach(group -> groups.computeIfAbsent(group, key -> new CategoryCount())
                            .add(fold));
        });
        return new CategorisationReport(
                query.from(),
                query.to(),
                moment.asOfOrNow(),
                moment.knownAtOrNow(),
                all.total(),
                all.disputed(),
                all.ruled(),
                all.changed(),
                all.rows(),
                matrix.entrySet().stream()
                        .map(entry -> new Cell(
                                entry.getKey().first(),
                                entry.getKey().standing(),
                                entry.getKey().ruled(),
                                entry.getValue()))
                        .sorted(IN_ORDER)
                        .toList(),
                groups.entrySet().stream()
                        .sorted(Map.Entry.comparingByKey(NONE_LAST))
                        .map(group -> group.getValue().group(group.getKey()))
                        .toList());
    }

    /** Those raised from the beginning of one day to the end of another, in Europe/London. */
    static void forEachRaised(
            IncidentRecords records,
            Viewer viewer,
            Moment moment,
            LocalDate from,
            LocalDate to,
            Consumer<IncidentFold> use) {
        Instant begin = from.atStartOfDay(Age.LONDON).toInstant();
        Instant end = to.plusDays(1).atStartOfDay(Age.LONDON).toInstant();
        records.forEach(viewer, moment, fold -> {
            if (!fold.raisedAt().isBefore(begin) && fold.raisedAt().isBefore(end)) {
                use.accept(fold);
            }
        });
    }

    private List<String> groupsOf(IncidentFold fold, @Nullable GroupBy groupBy) {
        return switch (groupBy) {
            case null -> List.of();
            case MONTH ->
                List.of(YearMonth.from(fold.raisedAt().atZone(Age.LONDON)).toString());
            case BUSINESS_PROCESS ->
                fold.businessProcesses().isEmpty()
                        ? List.of(IncidentFilter.NONE)
                        : fold.businessProcesses().stream().distinct().toList();
            case REGION -> List.of(orNone(fold.raised().region()));
            case PARTY_CATEGORY ->
                List.of(orNone(views.partyCategory(fold.raised().raisedBy().party())));
            case CATEGORY -> List.of(Integer.toString(fold.category().number()));
            case POLICY_VERSION -> List.of(orNone(fold.policyVersion()));
        };
    }

    private static String orNone(@Nullable String name) {
        return name == null ? IncidentFilter.NONE : name;
    }
}
