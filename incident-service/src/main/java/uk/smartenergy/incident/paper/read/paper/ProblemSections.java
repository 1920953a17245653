package uk.smartenergy.incident.paper.read.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.smartenergy.incident.api.paper.PaperSection;
import uk.smartenergy.incident.api.paper.PaperView.Piece;
import uk.smartenergy.incident.api.paper.PaperView.Section;
import uk.smartenergy.incident.api.problem.ProblemFilter;
import uk.smartenergy.incident.api.problem.ProblemQuery.FindProblems;
import uk.smartenergy.incident.api.problem.ProblemView;

/** The open Problems by region, and each that may be named under its own heading, such as "CSP North Issues". */
final class ProblemSections {
    private static final String GB_WIDE = "GB-wide";
    private static final String NOWHERE = "no region";

    private final Scope scope;

    private ProblemSections(Scope scope) {
        this.scope = scope;
    }

    static List<Section> of(Scope scope) {
        List<ProblemView> open = scope.ask(new FindProblems(scope.viewer(), scope.moment(), ProblemFilter.openOnes()))
                .items();
        return new ProblemSections(scope).sections(open);
    }

    private List<Section> sections(List<ProblemView> open) {
        List<Section> sections = new ArrayList<>();
        sections.add(overview(open));
        open.stream()
                .filter(problem -> scope.mayName(problem.classification()))
                .sorted(java.util.Comparator.comparing(ProblemSections::region))
                .map(this::one)
                .forEach(sections::add);
        return sections;
    }

    private Section overview(List<ProblemView> open) {
        Telling telling = new Telling();
        Piece all = count(telling, "open", open, Words.capital(Words.count(open.size(), "Problem is", "Problems are")));
        if (open.isEmpty()) {
            telling.say(all, Telling.plain(" open."));
            return telling.section(PaperSection.PROBLEMS);
        }
        Map<String, List<ProblemView>> byRegion = open.stream()
                .collect(Collectors.groupingBy(ProblemSections::region, TreeMap::new, Collectors.toList()));
        List<Piece> pieces = new ArrayList<>(List.of(all, Telling.plain(" open: ")));
        byRegion.forEach((region, some) -> {
            if (pieces.size() > 2) {
                pieces.add(Telling.plain(", "));
            }
            pieces.add(count(telling, "open." + region, some, Words.number(some.size())));
            pieces.add(Telling.plain(region.equals(GB_WIDE) ? " " + region : " in " + region));
        });
        pieces.add(Telling.plain("."));
        telling.say(pieces.toArray(Piece[]::new));
        List<ProblemView> timeless =
                open.stream().filter(problem -> problem.targetDate() == null).toList();
        List<ProblemView> overdue = open.stream().filter(ProblemView::overdue).toList();
        telling.say(
                count(
                        telling,
                        "withoutTimescale",
                        timeless,
                        Words.capital(Words.some(timeless.size())),
                        "timescale",
                        "false"),
                Telling.plain(" of them " + Words.has(timeless.size()) + " no clear timescale for resolution; "),
                count(telling, "overdue", overdue, Words.some(overdue.size()), "overdue", "true"),
                Telling.plain(" " + Words.is(overdue.size()) + " past the target date."));
        long unnamed = open.stream()
                .filter(problem -> !scope.mayName(problem.classification()))
                .count();
        if (unnamed > 0) {
            telling.say(Words.capital(Words.count(unnamed, "Problem is", "Problems are"))
                    + " counted here and not told at this classification.");
        }
        return telling.section(PaperSection.PROBLEMS);
    }

    private Section one(ProblemView problem) {
        Telling telling = new Telling();
        String name = "problems." + problem.id();
        List<String> records = List.of(problem.id().value());
        String source = scope.sources().of("problems", problem.id().value());
        long incidents = problem.incidents().size();
        telling.say(
                Telling.plain("Problem "),
                new Piece(problem.id().value(), source),
                Telling.plain(", " + region(problem) + ", open since " + Words.day(problem.openedAt())),
                Telling.plain(incidents == 0 ? "" : ", with "),
                incidents == 0
                        ? Telling.plain("")
                        : telling.count(
                                name + ".incidents",
                                incidents,
                                Words.count(incidents, "linked Incident", "linked Incidents"),
                                source,
                                problem.incidents().stream()
                                        .map(Object::toString)
                                        .toList()),
                Telling.plain("."));
        String timescale = problem.targetDate() == null
                ? "There is no clear timescale for resolution"
                : "The target date is " + Words.day(problem.targetDate());
        telling.say(
                telling.figure(name + ".timescale", null, timescale, source, records),
                Telling.plain(problem.overdue() ? ", which is over." : "."));
        if (!problem.slips().isEmpty()) {
            telling.say(
                    Telling.plain("Its target date was put off or given up "),
                    telling.count(
                            name + ".slips",
                            problem.slips().size(),
                            problem.slips().size() == 1
                                    ? "once"
                                    : Words.number(problem.slips().size()) + " times",
                            source,
                            records),
                    Telling.plain(
                            problem.slips().getLast().reason() == null
                                    ? "."
                                    : ", last: "
                                            + Words.sentence(String.valueOf(
                                                    problem.slips().getLast().reason()))));
        }
        telling.say(
                problem.rootCause() == null
                        ? "Its cause is not known."
                        : "Cause: " + Words.sentence(problem.rootCause()));
        telling.say(
                problem.workaround() == null
                        ? "No workaround is known."
                        : "Workaround: " + Words.sentence(problem.workaround()));
        return telling.section(PaperSection.PROBLEMS, problem.title(), null);
    }

    /** @param asked what of the open ones is asked for beside: names and values in pairs */
    private Piece count(Telling telling, String name, List<ProblemView> some, String shown, String... asked) {
        return telling.count(
                "problems." + name,
                some.size(),
                shown,
                scope.sources()
                        .at(
                                "/problems",
                                Stream.concat(Stream.of("open", "true"), Stream.of(asked))
                                        .toArray(String[]::new)),
                some.stream().map(problem -> problem.id().value()).toList());
    }

    private static String region(ProblemView problem) {
        return problem.regions().isEmpty()
                ? NOWHERE
                : problem.regions().stream().sorted().collect(Collectors.joining(" and "));
    }
}
