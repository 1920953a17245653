package uk.smartenergy.incident.incident.read.categorisation;

import java.time.Instant;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import uk.smartenergy.incident.api.categorisation.Category;
import uk.smartenergy.incident.api.incident.IncidentFilter;
import uk.smartenergy.incident.api.incident.IncidentId;
import uk.smartenergy.incident.api.shared.Moment;
import uk.smartenergy.incident.api.shared.Viewer;
import uk.smartenergy.incident.incident.read.record.IncidentFold;
import uk.smartenergy.incident.incident.read.record.IncidentRecords;
import uk.smartenergy.incident.incident.read.record.ReportFigures;

/** The categorisation report on the Incidents raised in a month. */
public final class CategorisationFigures implements ReportFigures {
    private final IncidentRecords records;

    public CategorisationFigures(IncidentRecords records) {
        this.records = records;
    }

    @Override
    public String report() {
        return "categorisation";
    }

    @Override
    public Instant asOf(YearMonth period, Instant now) {
        return now;
    }

    @Override
    public List<Figure> of(Viewer viewer, Moment moment, YearMonth period) {
        Map<String, Set<IncidentId>> figures = new LinkedHashMap<>();
        List.of("total", "disputed", "ruled", "changed").forEach(name -> figures.put(name, new HashSet<>()));
        for (Category category : Category.values()) {
            List.of("raised", "disputed", "ruled", "changed", "standing", "ruledAs")
                    .forEach(name -> figures.put(of(category, name), new HashSet<>()));
        }
        for (Category first : Category.values()) {
            for (Category standing : Category.values()) {
                figures.put(cell(first, standing, IncidentFilter.NONE), new HashSet<>());
                for (Category ruled : Category.values()) {
                    figures.put(cell(first, standing, String.valueOf(ruled.number())), new HashSet<>());
                }
            }
        }
        Categorisation.forEachRaised(
                records, viewer, moment, period.atDay(1), period.atEndOfMonth(), fold -> count(fold, figures));
        return figures.entrySet().stream()
                .map(figure -> Figure.count(figure.getKey(), figure.getValue()))
                .toList();
    }

    private static void count(IncidentFold fold, Map<String, Set<IncidentId>> figures) {
        Category first = fold.firstCategory();
        Category standing = fold.category();
        Category ruled = fold.contest().ruled();
        add(fold, figures, "total", of(first, "raised"), of(standing, "standing"));
        if (fold.contest().disputed()) {
            add(fold, figures, "disputed", of(first, "disputed"));
        }
        if (ruled != null) {
            add(fold, figures, "ruled", of(first, "ruled"), of(ruled, "ruledAs"));
        }
        if (standing != first) {
            add(fold, figures, "changed", of(first, "changed"));
        }
        add(fold, figures, cell(first, standing, ruled == null ? IncidentFilter.NONE : String.valueOf(ruled.number())));
    }

    private static void add(IncidentFold fold, Map<String, Set<IncidentId>> figures, String... names) {
        for (String name : names) {
            figures.computeIfAbsent(name, any -> new HashSet<>()).add(fold.id());
        }
    }

    private static String of(Category category, String name) {
        return "categories." + category.number() + "." + name;
    }

    private static String cell(Category first, Category standing, String ruled) {
        return "matrix.first=%d.standing=%d.ruled=%s".formatted(first.number(), standing.number(), ruled);
    }
}
