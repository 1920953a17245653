package uk.smartenergy.incident.problem.web;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;
import uk.smartenergy.incident.api.problem.ProblemFilter;
import uk.smartenergy.incident.api.problem.ProblemPriority;
import uk.smartenergy.incident.api.problem.ProblemReport;
import uk.smartenergy.incident.api.problem.ProblemReport.Figure;
import uk.smartenergy.incident.api.problem.ProblemReport.Figures;

/** Where the Problems behind a number of the report are listed: as of and as known at the very instants of the report. */
final class ProblemLinks {
    private final ProblemReport report;

    private ProblemLinks(ProblemReport report) {
        this.report = report;
    }

    static ProblemReport linked(ProblemReport report) {
        ProblemLinks links = new ProblemLinks(report);
        return new ProblemReport(
                report.period(),
                report.from(),
                report.asOf(),
                report.knownAt(),
                report.note(),
                report.totals().at(links.lists(Set.of(), Set.of())),
                report.byRegion().stream()
                        .map(figures -> figures.at(links.lists(Set.of(figures.group()), Set.of())))
                        .toList(),
                report.byPriority().stream()
                        .map(figures ->
                                figures.at(links.lists(Set.of(), Set.of(ProblemPriority.valueOf(figures.group())))))
                        .toList(),
                report.slips());
    }

    /** All figures of a report, for a table. */
    static List<Figures> rows(ProblemReport report) {
        return java.util.stream.Stream.of(List.of(report.totals()), report.byRegion(), report.byPriority())
                .flatMap(List::stream)
                .toList();
    }

    private Map<Figure, String> lists(Set<String> regions, Set<ProblemPriority> priorities) {
        Map<Figure, String> lists = new EnumMap<>(Figure.class);
        Arrays.stream(Figure.values())
                .forEach(figure -> lists.put(
                        figure, list(ProblemFilter.of(figure, report.from(), report.asOf(), regions, priorities))));
        return lists;
    }

    private String list(ProblemFilter filter) {
        UriComponentsBuilder url = UriComponentsBuilder.fromPath("/api/v1/problems");
        filter.states().forEach(state -> put(url, "state", state));
        filter.regions().forEach(region -> put(url, "region", region));
        filter.priorities().forEach(priority -> put(url, "priority", priority));
        put(url, "open", filter.open());
        put(url, "overdue", filter.overdue());
        put(url, "rootCauseKnown", filter.known().rootCause());
        put(url, "timescale", filter.known().targetDate());
        put(url, "openedFrom", filter.times().openedFrom());
        put(url, "openedTo", filter.times().openedTo());
        put(url, "closedFrom", filter.times().closedFrom());
        put(url, "closedTo", filter.times().closedTo());
        put(url, "slippedFrom", filter.times().slippedFrom());
        put(url, "slippedTo", filter.times().slippedTo());
        put(url, "asOf", report.asOf());
        put(url, "knownAt", report.knownAt());
        return url.build().toUriString();
    }

    private static void put(UriComponentsBuilder url, String name, @Nullable Object value) {
        if (value != null) {
            url.queryParam(name, UriUtils.encode(value.toString(), "UTF-8"));
        }
    }
}
