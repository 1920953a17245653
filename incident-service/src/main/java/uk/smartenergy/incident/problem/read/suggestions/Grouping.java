package uk.smartenergy.incident.problem.read.suggestions;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.incident.IncidentId;
import uk.smartenergy.incident.api.shared.Moment;
import uk.smartenergy.incident.platform.reference.ProblemRules;

/**
 * Finds groups of like Incidents. It looks only at Incidents on the same service in the same region, in the order in which they were raised, and of
 * the groups there only at the latest; so it is done soon however many Incidents there are, and always finds the same.
 */
final class Grouping {
    private static final int GROUPS_LOOKED_AT = 200;
    private static final Comparator<Case> BY_RAISING =
            Comparator.comparing((Case one) -> one.raised().occurredAt()).thenComparing(Case::id);

    private final ProblemRules rules;
    private final Function<Case, Set<String>> words;

    Grouping(ProblemRules rules, Function<Case, Set<String>> words) {
        this.rules = rules;
        this.words = words;
    }

    /** Where Incidents are compared. @param region {@code null}: without one */
    record Place(String service, @Nullable String region) {}

    record Found(Place place, Group group) {}

    /** Groups with enough members. */
    List<Found> alike(Collection<Case> cases) {
        Map<Place, List<Case>> byPlace = new LinkedHashMap<>();
        cases.stream()
                .sorted(BY_RAISING)
                .forEach(one -> one.raised()
                        .services()
                        .forEach(service -> byPlace.computeIfAbsent(
                                        new Place(service, one.raised().region()), place -> new ArrayList<>())
                                .add(one)));
        List<Found> found = new ArrayList<>();
        Set<Set<IncidentId>> seen = new HashSet<>();
        byPlace.forEach((place, here) -> groups(here).stream()
                .filter(group -> group.members().size() >= rules.leastIncidents())
                .filter(group -> seen.add(ids(group.members())))
                .forEach(group -> found.add(new Found(place, group))));
        return found;
    }

    private static Set<IncidentId> ids(List<Case> members) {
        Set<IncidentId> ids = new HashSet<>();
        members.forEach(member -> ids.add(member.id()));
        return ids;
    }

    private List<Group> groups(List<Case> here) {
        List<Group> done = new ArrayList<>();
        List<Group> current = new ArrayList<>();
        for (Case next : here) {
            Set<String> said = words.apply(next);
            List<Group> over = current.stream()
                    .filter(group -> group.isOver(next, rules.days()))
                    .toList();
            done.addAll(over);
            current.removeAll(over);
            Group best = null;
            int most = Math.max(rules.leastLikeness(), 1) - 1;
            int first = Math.max(0, current.size() - GROUPS_LOOKED_AT);
            for (Group group : current.subList(first, current.size())) {
                int likeness = group.likeness(said, rules.leastWords());
                if (likeness > most) {
                    most = likeness;
                    best = group;
                }
            }
            if (best == null) {
                current.add(new Group(next, said));
            } else {
                best.join(next, said);
            }
        }
        done.addAll(current);
        return done;
    }

    /** Incidents that were said to be recurrences of each other, the first raised first. */
    static List<List<Case>> recurrences(Map<IncidentId, Case> cases, Moment moment) {
        Map<IncidentId, IncidentId> towards = new HashMap<>();
        cases.values()
                .forEach(one -> one.recurrences(moment)
                        .filter(cases::containsKey)
                        .forEach(other -> towards.put(root(towards, one.id()), root(towards, other))));
        Map<IncidentId, List<Case>> together = new TreeMap<>();
        cases.values().stream()
                .sorted(BY_RAISING)
                .forEach(one -> together.computeIfAbsent(root(towards, one.id()), id -> new ArrayList<>())
                        .add(one));
        return together.values().stream().filter(members -> members.size() > 1).toList();
    }

    private static IncidentId root(Map<IncidentId, IncidentId> towards, IncidentId id) {
        IncidentId at = id;
        IncidentId next = towards.getOrDefault(at, at);
        while (!next.equals(at)) {
            at = next;
            next = towards.getOrDefault(at, at);
        }
        return at;
    }
}
