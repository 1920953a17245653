package uk.smartenergy.incident.incident.read.categorisation;

import java.util.Arrays;
import java.util.List;
import uk.smartenergy.incident.api.categorisation.Category;
import uk.smartenergy.incident.api.incident.CategorisationReport.Group;
import uk.smartenergy.incident.api.incident.CategorisationReport.Row;
import uk.smartenergy.incident.incident.read.record.Contest;
import uk.smartenergy.incident.incident.read.record.IncidentFold;

/** Counts what became of categories. */
final class CategoryCount {
    private static final int CATEGORIES = Category.values().length;

    private final long[] raised = new long[CATEGORIES];
    private final long[] disputed = new long[CATEGORIES];
    private final long[] ruled = new long[CATEGORIES];
    private final long[] changed = new long[CATEGORIES];
    private final long[] standing = new long[CATEGORIES];
    private final long[] ruledAs = new long[CATEGORIES];

    void add(IncidentFold fold) {
        int first = fold.firstCategory().ordinal();
        Contest contest = fold.contest();
        Category ruling = contest.ruled();
        raised[first]++;
        standing[fold.category().ordinal()]++;
        disputed[first] += contest.disputed() ? 1 : 0;
        changed[first] += fold.category() != fold.firstCategory() ? 1 : 0;
        if (ruling != null) {
            ruled[first]++;
            ruledAs[ruling.ordinal()]++;
        }
    }

    long total() {
        return Arrays.stream(raised).sum();
    }

    long disputed() {
        return Arrays.stream(disputed).sum();
    }

    long ruled() {
        return Arrays.stream(ruled).sum();
    }

    long changed() {
        return Arrays.stream(changed).sum();
    }

    List<Row> rows() {
        return Arrays.stream(Category.values())
                .map(category -> row(category, category.ordinal()))
                .toList();
    }

    private Row row(Category category, int i) {
        return new Row(category, raised[i], disputed[i], ruled[i], changed[i], standing[i], ruledAs[i]);
    }

    Group group(String name) {
        return new Group(name, total(), disputed(), ruled(), changed(), rows());
    }
}
