package uk.smartenergy.incident.problem.read.suggestions;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.incident.IncidentId;
import uk.smartenergy.incident.api.problem.ProblemPriority;
import uk.smartenergy.incident.api.problem.ProblemQuery.*;
import uk.smartenergy.incident.api.problem.ProblemReason;
import uk.smartenergy.incident.api.problem.ProblemState;
import uk.smartenergy.incident.api.problem.Suggestion;
import uk.smartenergy.incident.api.problem.SuggestionEvent;
import uk.smartenergy.incident.api.problem.SuggestionEvent.SuggestionDismissed;
import uk.smartenergy.incident.api.problem.SuggestionId;
import uk.smartenergy.incident.api.shared.Moment;
import uk.smartenergy.incident.api.shared.Viewer;
import uk.smartenergy.incident.platform.record.Histories;
import uk.smartenergy.incident.platform.reference.ProblemEditions;
import uk.smartenergy.incident.platform.reference.ProblemRules;
import uk.smartenergy.incident.problem.read.record.ProblemFold;
import uk.smartenergy.incident.problem.read.record.ProblemRecords;
import uk.smartenergy.incident.problem.read.record.Words;

/**
 * Suggests Problems: for Incidents that were said to be recurrences of each other, for like ones on one service in one region, and for Major Incidents
 * that no Problem names. RED Incidents make suggestions of their own, for the cleared, so that what others see never depends on them.
 */
public final class Suggestions {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final int WORDS_IN_TITLE = 6;

    private final Cases cases;
    private final ProblemRecords problems;
    private final Histories<SuggestionEvent> dismissals;
    private final ProblemEditions editions;
    private final Map<IncidentId, Set<String>> words = new ConcurrentHashMap<>();
    private volatile @Nullable ProblemRules wordsOf;
    private volatile @Nullable Kept kept;

    /** What there is to suggest at present, as long as nothing that it is made of changes; also the day is part of that. */
    private record Kept(
            long cases, Object problems, Object dismissals, LocalDate day, Map<Boolean, List<Suggestion>> byRed) {
        boolean isOf(Kept other) {
            return cases == other.cases
                    && problems == other.problems
                    && dismissals == other.dismissals
                    && day.equals(other.day);
        }
    }

    public Suggestions(
            Cases cases, ProblemRecords problems, Histories<SuggestionEvent> dismissals, ProblemEditions editions) {
        this.cases = cases;
        this.problems = problems;
        this.dismissals = dismissals;
        this.editions = editions;
    }

    @QueryHandler
    public List<Suggestion> on(FindSuggestions query) {
        List<Suggestion> all = new ArrayList<>(suggest(false, query.moment()));
        if (query.viewer().cleared()) {
            all.addAll(suggest(true, query.moment()));
        }
        all.sort(Comparator.comparing((Suggestion one) -> -one.incidents().size())
                .thenComparing(Suggestion::to, Comparator.reverseOrder())
                .thenComparing(one -> one.id().value()));
        return List.copyOf(all);
    }

    @QueryHandler
    public Optional<Suggestion> on(GetSuggestion query) {
        return on(new FindSuggestions(query.viewer(), query.moment())).stream()
                .filter(one -> one.id().equals(query.suggestionId()))
                .findFirst();
    }

    @QueryHandler
    public List<MajorIncident> on(FindMajorIncidentsWithoutProblem query) {
        return cases.everMajor().stream()
                .filter(one -> !one.touchedAt().isAfter(query.untouchedSince()))
                .filter(one -> !problems.wasEverNamed(one.id()))
                .flatMap(one -> one
                        .major(query.moment())
                        .filter(since -> !since.imported() && cases.isWatched(since))
                        .map(since -> new MajorIncident(
                                one.id(),
                                one.raised().summary(),
                                one.raised().services(),
                                one.raised().region(),
                                one.raised().businessProcesses(),
                                one.raised().classification(),
                                since.occurredAt()))
                        .stream())
                .limit(query.limit())
                .toList();
    }

    @QueryHandler
    public ProblemCounts on(CountProblems query) {
        List<ProblemFold> open = problems.all(query.viewer(), query.moment()).stream()
                .filter(ProblemFold::isOpen)
                .toList();
        Map<ProblemPriority, Long> byPriority = new EnumMap<>(ProblemPriority.class);
        for (ProblemPriority priority : ProblemPriority.values()) {
            byPriority.put(
                    priority,
                    open.stream().filter(one -> one.priority() == priority).count());
        }
        return new ProblemCounts(
                byPriority,
                open.stream().filter(one -> one.isOverdue(query.moment())).count(),
                open.stream()
                        .filter(one -> one.state() == ProblemState.KNOWN_ERROR)
                        .count(),
                open.stream().filter(one -> one.owner() == null).count(),
                on(new FindSuggestions(query.viewer(), query.moment())).size());
    }

    private List<Suggestion> suggest(boolean red, Moment moment) {
        LocalDate day = moment.asOfOrNow().atZone(LONDON).toLocalDate();
        if (moment.asOf() != null || moment.knownAt() != null) {
            return suggest(red, moment, day);
        }
        Kept now = new Kept(cases.revision(), problems.image(), dismissals.all(), day, new ConcurrentHashMap<>());
        Kept before = kept;
        if (before != null && before.isOf(now)) {
            now = before;
        } else {
            kept = now;
        }
        return now.byRed().computeIfAbsent(red, key -> suggest(key, moment, day));
    }

    private List<Suggestion> suggest(boolean red, Moment moment, LocalDate day) {
        ProblemRules rules = editions.on(day);
        Set<IncidentId> ever = new HashSet<>();
        Set<IncidentId> inOpen = new HashSet<>();
        /* What is in one closed Problem, or dismissed, is no news until another Incident joins. */
        List<Set<IncidentId>> known = new ArrayList<>(dismissed(moment));
        for (ProblemFold problem : problems.all(Viewer.clearedService(), moment)) {
            Set<IncidentId> named = new HashSet<>();
            problem.incidents().forEach(named::add);
            ever.addAll(named);
            if (problem.isOpen()) {
                inOpen.addAll(named);
            } else {
                known.add(named);
            }
        }
        Map<IncidentId, Case> free = new HashMap<>();
        for (Case one : cases.all()) {
            if (one.id().isDrawn() == red && one.isKnown(moment) && !inOpen.contains(one.id())) {
                free.put(one.id(), one);
            }
        }
        Instant oldest =
                day.minusDays(rules.lookBackDays()).atStartOfDay(LONDON).toInstant();
        List<Suggestion> found = new ArrayList<>();
        for (List<Case> again : Grouping.recurrences(free, moment)) {
            again.forEach(one -> free.remove(one.id()));
            if (!again.getLast().raised().occurredAt().isBefore(oldest)) {
                found.add(recurrence(again));
            }
        }
        List<Case> majors = cases.everMajor().stream()
                .filter(one -> one.id().isDrawn() == red && one.isKnown(moment) && !ever.contains(one.id()))
                .filter(one -> one.major(moment).isPresent())
                .toList();
        Instant since = oldest.minus(Duration.ofDays(rules.days()));
        List<Case> recent = free.values().stream()
                .filter(one -> !one.raised().occurredAt().isBefore(since))
                .toList();
        new Grouping(rules, one -> wordsOf(one, rules))
                .alike(recent).stream()
                        .filter(one -> !one.group()
                                .members()
                                .getLast()
                                .raised()
                                .occurredAt()
                                .isBefore(oldest))
                        .map(Suggestions::alike)
                        .forEach(found::add);
        Set<IncidentId> covered = new HashSet<>();
        found.forEach(one -> covered.addAll(one.incidents()));
        majors.stream()
                .filter(one -> !covered.contains(one.id()))
                .map(one -> major(one, moment))
                .forEach(found::add);
        return found.stream()
                .filter(one -> known.stream().noneMatch(hidden -> hidden.containsAll(one.incidents())))
                .toList();
    }

    private Set<String> wordsOf(Case one, ProblemRules rules) {
        if (wordsOf != rules) {
            words.clear();
            wordsOf = rules;
        }
        return words.computeIfAbsent(one.id(), id -> Words.of(one.text(), rules.stopWords()));
    }

    private List<Set<IncidentId>> dismissed(Moment moment) {
        return dismissals.all().stream()
                .flatMap(history -> history.at(moment).stream())
                .flatMap(fact -> fact.event() instanceof SuggestionDismissed dismissed
                        ? Stream.of(Set.copyOf(dismissed.incidents()))
                        : Stream.empty())
                .toList();
    }

    private static Suggestion recurrence(List<Case> again) {
        Case first = again.getFirst();
        String why = "%d Incidents in %s that are said to be recurrences of each other, the first of them %s"
                .formatted(again.size(), days(again), first.id());
        return suggestion(again, why, "Recurrence: " + first.raised().summary(), ProblemReason.RECURRENCE, Set.of());
    }

    private static Suggestion alike(Grouping.Found found) {
        List<Case> members = found.group().members();
        Set<String> shared = found.group().shared();
        String where = found.place().service()
                + (found.place().region() == null
                        ? " without a region"
                        : " in " + found.place().region());
        String why = "%d Incidents in %s on %s, sharing the words %s"
                .formatted(members.size(), days(members), where, String.join(", ", shared));
        String title = "%s: %s"
                .formatted(
                        where,
                        String.join(", ", shared.stream().limit(WORDS_IN_TITLE).toList()));
        return suggestion(members, why, title, ProblemReason.RECURRENCE, shared);
    }

    private static Suggestion major(Case one, Moment moment) {
        String since = one.major(moment)
                .map(decision -> decision.occurredAt().toString())
                .orElse("");
        return suggestion(
                List.of(one),
                "A Major Incident since " + since + " that no Problem names",
                one.raised().summary(),
                ProblemReason.MAJOR_INCIDENT,
                Set.of());
    }

    private static String days(List<Case> members) {
        long days = ChronoUnit.DAYS.between(
                        members.getFirst().raised().occurredAt().atZone(LONDON).toLocalDate(),
                        members.getLast().raised().occurredAt().atZone(LONDON).toLocalDate())
                + 1;
        return days == 1 ? "one day" : days + " days";
    }

    private static Suggestion suggestion(
            List<Case> members, String why, String title, ProblemReason reason, Set<String> shared) {
        List<IncidentId> incidents = members.stream().map(Case::id).toList();
        Set<String> regions = new TreeSet<>();
        members.forEach(member -> Stream.ofNullable(member.raised().region()).forEach(regions::add));
        return new Suggestion(
                SuggestionId.of(incidents),
                why,
                title.length() > 300 ? title.substring(0, 300) : title,
                reason,
                common(members.stream()
                        .map(member -> member.raised().services())
                        .toList()),
                regions.size() == 1 ? regions.iterator().next() : null,
                common(members.stream()
                        .map(member -> member.raised().businessProcesses())
                        .toList()),
                List.copyOf(shared),
                incidents,
                members.stream()
                        .map(member -> member.raised().classification())
                        .max(Comparator.naturalOrder())
                        .orElseThrow(),
                members.getFirst().raised().occurredAt(),
                members.getLast().raised().occurredAt());
    }

    /** What all of them have. */
    private static List<String> common(List<List<String>> lists) {
        Collection<String> common = new ArrayList<>(lists.getFirst());
        lists.forEach(common::retainAll);
        return List.copyOf(common);
    }
}
