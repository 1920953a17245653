package uk.smartenergy.incident.incident.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.categorisation.Category;
import uk.smartenergy.incident.api.incident.CategorisationReport;
import uk.smartenergy.incident.api.incident.IncidentFilter;
import uk.smartenergy.incident.api.incident.IncidentFilter.CategoryHistory;
import uk.smartenergy.incident.platform.web.Times;

/** The categorisation report with where the Incidents behind each of its numbers are listed. */
record CategorisationBody(
        LocalDate from,
        LocalDate to,
        Instant asOf,
        Instant knownAt,
        long total,
        long disputed,
        long ruled,
        long changed,
        String incidents,
        Lists lists,
        List<Row> categories,
        List<Cell> matrix,
        List<Group> groups) {

    /** Where the Incidents behind {@code disputed}, {@code ruled} and {@code changed} are listed. */
    record Lists(String disputed, String ruled, String changed) {}

    /** @param incidents where those behind {@code raised} are listed */
    record Row(
            Category category,
            long raised,
            long disputed,
            long ruled,
            long changed,
            long standing,
            long ruledAs,
            String incidents,
            RowLists lists) {}

    record RowLists(String disputed, String ruled, String changed, String standing, String ruledAs) {}

    record Cell(Category first, Category standing, @Nullable Category ruled, long count, String incidents) {}

    record Group(
            String group,
            long total,
            long disputed,
            long ruled,
            long changed,
            String incidents,
            Lists lists,
            List<Row> categories) {}

    static CategorisationBody of(CategorisationReport report, CategorisationReport.@Nullable GroupBy groupBy) {
        Linker all = new Linker(report, null, "");
        return new CategorisationBody(
                report.from(),
                report.to(),
                report.asOf(),
                report.knownAt(),
                report.total(),
                report.disputed(),
                report.ruled(),
                report.changed(),
                all.list(Set.of(), CategoryHistory.ANY),
                all.lists(Set.of()),
                report.categories().stream().map(all::row).toList(),
                report.matrix().stream().map(all::cell).toList(),
                report.groups().stream()
                        .map(group -> new Linker(report, groupBy, group.group()).group(group))
                        .toList());
    }

    /** Makes the links of the whole report, or of one group. */
    private static final class Linker {
        private static final Set<String> ANY_RULING = Set.of("1", "2", "3", "4", "5");

        private final IncidentLinks links;
        private final IncidentFilter filter;

        Linker(CategorisationReport report, CategorisationReport.@Nullable GroupBy groupBy, String group) {
            LocalDate from = report.from();
            LocalDate to = report.to();
            if (groupBy == CategorisationReport.GroupBy.MONTH) {
                YearMonth month = YearMonth.parse(group);
                from = month.atDay(1).isAfter(from) ? month.atDay(1) : from;
                to = month.atEndOfMonth().isBefore(to) ? month.atEndOfMonth() : to;
            }
            filter = new IncidentFilter(
                    Set.of(),
                    null,
                    groupBy == CategorisationReport.GroupBy.CATEGORY
                            ? Set.of(Category.of(Integer.parseInt(group)))
                            : Set.of(),
                    Set.of(),
                    Set.of(),
                    Set.of(),
                    groupBy == CategorisationReport.GroupBy.REGION ? Set.of(group) : Set.of(),
                    Set.of(),
                    groupBy == CategorisationReport.GroupBy.BUSINESS_PROCESS ? Set.of(group) : Set.of(),
                    Set.of(),
                    from.atStartOfDay(Times.LONDON).toInstant(),
                    Times.endOf(to),
                    null,
                    null,
                    null,
                    null,
                    groupBy == CategorisationReport.GroupBy.POLICY_VERSION
                            ? new CategoryHistory(Set.of(), Set.of(), null, null, null, Set.of(group))
                            : CategoryHistory.ANY,
                    groupBy == CategorisationReport.GroupBy.PARTY_CATEGORY ? Set.of(group) : Set.of(),
                    IncidentFilter.Updates.ANY,
                    IncidentFilter.Outcome.ANY);
            links = new IncidentLinks(filter, report.asOf(), report.knownAt());
        }

        /** @param standing the category as it stands; empty: any, or the group's */
        String list(Set<Category> standing, CategoryHistory history) {
            boolean nothing =
                    !filter.categories().isEmpty() && !filter.categories().containsAll(standing);
            // Standing at two categories at once is said by what never is either: changed, from the first to the same.
            return links.list(new IncidentFilter(
                    Set.of(),
                    null,
                    standing.isEmpty() ? filter.categories() : standing,
                    Set.of(),
                    Set.of(),
                    Set.of(),
                    filter.regions(),
                    Set.of(),
                    filter.businessProcesses(),
                    Set.of(),
                    filter.raisedFrom(),
                    filter.raisedTo(),
                    null,
                    null,
                    null,
                    null,
                    new CategoryHistory(
                            nothing ? standing : history.first(),
                            history.ruled(),
                            history.disputed(),
                            null,
                            nothing ? Boolean.TRUE : history.recategorised(),
                            filter.categoryHistory().policyVersions()),
                    filter.partyCategories(),
                    filter.updates(),
                    filter.outcome()));
        }

        Lists lists(Set<Category> first) {
            return new Lists(
                    list(Set.of(), new CategoryHistory(first, Set.of(), true, null, null, Set.of())),
                    list(Set.of(), new CategoryHistory(first, ANY_RULING, null, null, null, Set.of())),
                    list(Set.of(), new CategoryHistory(first, Set.of(), null, null, true, Set.of())));
        }

        Row row(CategorisationReport.Row row) {
            Set<Category> category = Set.of(row.category());
            Lists lists = lists(category);
            return new Row(
                    row.category(),
                    row.raised(),
                    row.disputed(),
                    row.ruled(),
                    row.changed(),
                    row.standing(),
                    row.ruledAs(),
                    list(Set.of(), new CategoryHistory(category, Set.of(), null, null, null, Set.of())),
                    new RowLists(
                            lists.disputed(),
                            lists.ruled(),
                            lists.changed(),
                            list(category, CategoryHistory.ANY),
                            list(
                                    Set.of(),
                                    new CategoryHistory(
                                            Set.of(), Set.of(number(row.category())), null, null, null, Set.of()))));
        }

        Cell cell(CategorisationReport.Cell cell) {
            Category ruled = cell.ruled();
            return new Cell(
                    cell.first(),
                    cell.standing(),
                    ruled,
                    cell.count(),
                    list(
                            Set.of(cell.standing()),
                            new CategoryHistory(
                                    Set.of(cell.first()),
                                    Set.of(ruled == null ? IncidentFilter.NONE : number(ruled)),
                                    null,
                                    null,
                                    null,
                                    Set.of())));
        }

        Group group(CategorisationReport.Group group) {
            return new Group(
                    group.group(),
                    group.total(),
                    group.disputed(),
                    group.ruled(),
                    group.changed(),
                    list(Set.of(), CategoryHistory.ANY),
                    lists(Set.of()),
                    group.categories().stream().map(this::row).toList());
        }

        private static String number(Category category) {
            return String.valueOf(category.number());
        }
    }
}
