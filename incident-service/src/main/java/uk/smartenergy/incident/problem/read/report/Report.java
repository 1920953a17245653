package uk.smartenergy.incident.problem.read.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.axonframework.queryhandling.QueryHandler;
import uk.smartenergy.incident.api.incident.IncidentId;
import uk.smartenergy.incident.api.problem.ProblemFilter;
import uk.smartenergy.incident.api.problem.ProblemPriority;
import uk.smartenergy.incident.api.problem.ProblemQuery.GetProblemReport;
import uk.smartenergy.incident.api.problem.ProblemReport;
import uk.smartenergy.incident.api.problem.ProblemReport.Figure;
import uk.smartenergy.incident.api.problem.ProblemReport.Figures;
import uk.smartenergy.incident.api.shared.Moment;
import uk.smartenergy.incident.platform.reference.ReferenceData;
import uk.smartenergy.incident.problem.read.record.ProblemFold;
import uk.smartenergy.incident.problem.read.record.ProblemRecords;
import uk.smartenergy.incident.problem.read.record.ProblemSelection;

/** Counts the Problems of a quarter, each figure by the filter of its list. */
public final class Report {
    private static final Predicate<IncidentId> ANY = incident -> true;

    private final ProblemRecords records;

    public Report(ProblemRecords records) {
        this.records = records;
    }

    @QueryHandler
    public ProblemReport on(GetProblemReport query) {
        Instant asked = query.moment().asOfOrNow();
        Instant until = asked.isBefore(query.to()) ? asked : query.to();
        Moment moment =
                new Moment(until, query.moment().knownAt(), query.moment().now());
        List<ProblemFold> all = records.all(query.viewer(), moment);
        List<Figures> byRegion = new ArrayList<>();
        regions(all)
                .forEach(region -> byRegion.add(figures(
                        region,
                        all.stream()
                                .filter(one -> one.opened().regions().contains(region)
                                        || (one.opened().regions().isEmpty() && region.equals(ProblemFilter.NONE)))
                                .toList(),
                        query.from(),
                        moment)));
        List<Figures> byPriority = new ArrayList<>();
        for (ProblemPriority priority : ProblemPriority.values()) {
            byPriority.add(figures(
                    priority.name(),
                    all.stream().filter(one -> one.priority() == priority).toList(),
                    query.from(),
                    moment));
        }
        return new ProblemReport(
                query.period(),
                query.from(),
                until,
                moment.knownAtOrNow(),
                ReferenceData.NOTE,
                figures(Figures.ALL, all, query.from(), moment),
                byRegion,
                byPriority,
                slips(all, query.from(), until));
    }

    private static Set<String> regions(List<ProblemFold> all) {
        Set<String> regions = new TreeSet<>();
        for (ProblemFold one : all) {
            regions.addAll(
                    one.opened().regions().isEmpty()
                            ? Set.of(ProblemFilter.NONE)
                            : one.opened().regions());
        }
        return regions;
    }

    private static Figures figures(String group, List<ProblemFold> all, Instant from, Moment moment) {
        return new Figures(
                group,
                count(Figure.OPENED, all, from, moment),
                count(Figure.CLOSED, all, from, moment),
                count(Figure.OPEN_AT_END, all, from, moment),
                count(Figure.KNOWN_ERRORS, all, from, moment),
                count(Figure.WITHOUT_ROOT_CAUSE, all, from, moment),
                count(Figure.WITHOUT_TIMESCALE, all, from, moment),
                count(Figure.OVERDUE, all, from, moment),
                count(Figure.SLIPPED, all, from, moment),
                Map.of());
    }

    private static long count(Figure figure, List<ProblemFold> all, Instant from, Moment moment) {
        ProblemSelection selection = new ProblemSelection(
                ProblemFilter.of(figure, from, moment.asOfOrNow(), Set.of(), Set.of()), moment, ANY);
        return all.stream().filter(selection).count();
    }

    private static List<ProblemReport.SlipOfProblem> slips(List<ProblemFold> all, Instant from, Instant until) {
        return all.stream()
                .flatMap(one -> one.slips().stream()
                        .filter(slip -> !slip.at().isBefore(from) && !slip.at().isAfter(until))
                        .map(slip -> new ProblemReport.SlipOfProblem(
                                one.id(),
                                one.opened().title(),
                                slip.from(),
                                slip.to(),
                                slip.days(),
                                slip.reason(),
                                slip.by(),
                                slip.at())))
                .sorted(Comparator.comparing(ProblemReport.SlipOfProblem::at)
                        .thenComparing(ProblemReport.SlipOfProblem::problem))
                .toList();
    }
}
