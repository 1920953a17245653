package uk.smartenergy.incident.problem.read.errors;

import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.problem.KnownError;
import uk.smartenergy.incident.api.problem.ProblemEvent.ProblemOpened;
import uk.smartenergy.incident.api.problem.ProblemQuery.FindKnownErrors;
import uk.smartenergy.incident.api.problem.ProblemState;
import uk.smartenergy.incident.platform.reference.ProblemEditions;
import uk.smartenergy.incident.platform.reference.ProblemRules;
import uk.smartenergy.incident.problem.read.record.ProblemFold;
import uk.smartenergy.incident.problem.read.record.ProblemRecords;
import uk.smartenergy.incident.problem.read.record.Words;

/**
 * Finds open Problems with a workaround that an Incident may have: on a service that it affects, where it is, and in like words. A Business Process that
 * both affect counts as one of the words.
 */
public final class KnownErrors {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final int MOST = 5;
    /** What is everywhere is in every region. */
    private static final String EVERYWHERE = "GB-wide";

    private final ProblemRecords records;
    private final ProblemEditions rules;

    public KnownErrors(ProblemRecords records, ProblemEditions rules) {
        this.records = records;
        this.rules = rules;
    }

    private record Match(ProblemFold problem, int likeness, KnownError error) {}

    @QueryHandler
    public List<KnownError> on(FindKnownErrors query) {
        List<ProblemFold> candidates = records.all(query.viewer(), query.moment()).stream()
                .filter(problem -> problem.state() == ProblemState.KNOWN_ERROR)
                .filter(problem -> isOn(query.services(), problem.opened().services()))
                .filter(problem -> isIn(query.region(), problem.opened().regions()))
                .toList();
        if (candidates.isEmpty()) {
            return List.of();
        }
        ProblemRules now = rules.on(query.moment().asOfOrNow().atZone(LONDON).toLocalDate());
        Set<String> words = Words.of(query.text(), now.stopWords());
        return candidates.stream()
                .flatMap(problem -> match(problem, query, words, now).stream())
                .sorted(Comparator.comparingInt(Match::likeness)
                        .reversed()
                        .thenComparing(match -> match.problem().id()))
                .limit(MOST)
                .map(Match::error)
                .toList();
    }

    private static boolean isOn(Set<String> services, Collection<String> problems) {
        return problems.isEmpty() || problems.stream().anyMatch(services::contains);
    }

    private static boolean isIn(@Nullable String region, Collection<String> problems) {
        return problems.isEmpty()
                || problems.contains(EVERYWHERE)
                || EVERYWHERE.equals(region)
                || (region != null && problems.contains(region));
    }

    private static Optional<Match> match(
            ProblemFold problem, FindKnownErrors query, Set<String> words, ProblemRules rules) {
        ProblemOpened opened = problem.opened();
        String workaround = problem.workaround();
        Set<String> own = Words.of(
                Stream.of(opened.title(), opened.symptoms() == null ? "" : opened.symptoms())
                        .collect(Collectors.joining(" ")),
                rules.stopWords());
        Set<String> shared = Words.shared(own, words);
        Set<String> processes = new TreeSet<>(opened.businessProcesses());
        processes.retainAll(query.businessProcesses());
        int alike = shared.size() + processes.size();
        int likeness = own.isEmpty() ? 0 : 100 * shared.size() / own.size();
        if (workaround == null
                || shared.isEmpty()
                || alike < rules.knownErrorWords()
                || likeness < rules.knownErrorLikeness()) {
            return Optional.empty();
        }
        Set<String> services = new TreeSet<>(opened.services());
        services.retainAll(query.services());
        String where = (services.isEmpty() ? "" : " on " + String.join(", ", services))
                + (query.region() == null || opened.regions().isEmpty() ? "" : " in " + query.region());
        String why = "A known error" + where + ", sharing the words " + String.join(", ", shared)
                + (processes.isEmpty() ? "" : " and the Business Process " + String.join(", ", processes));
        return Optional.of(new Match(
                problem,
                likeness + 100 * processes.size(),
                new KnownError(problem.id(), opened.title(), workaround, why)));
    }
}
