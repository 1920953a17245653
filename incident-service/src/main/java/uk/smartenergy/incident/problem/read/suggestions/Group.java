package uk.smartenergy.incident.problem.read.suggestions;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import uk.smartenergy.incident.problem.read.record.Words;

/** Incidents on one service in one region that all share some words. It grows in the order in which they were raised. */
final class Group {
    private final List<Case> members = new ArrayList<>();
    private Set<String> shared;
    /** How many words the member has that has the fewest. */
    private int fewest;

    Group(Case first, Set<String> words) {
        members.add(first);
        shared = words;
        fewest = words.size();
    }

    List<Case> members() {
        return members;
    }

    Set<String> shared() {
        return shared;
    }

    /** Whether one that is raised then comes too late for it. */
    boolean isOver(Case next, int days) {
        return Duration.between(
                                members.getFirst().raised().occurredAt(),
                                next.raised().occurredAt())
                        .compareTo(Duration.ofDays(days))
                > 0;
    }

    /** How many of a hundred words would be shared if it joined; 0 if too few in number. */
    int likeness(Set<String> words, int leastWords) {
        int common = 0;
        for (String word : shared) {
            if (words.contains(word)) {
                common++;
            }
        }
        int of = Math.min(fewest, words.size());
        return common < leastWords || of == 0 ? 0 : 100 * common / of;
    }

    void join(Case next, Set<String> words) {
        members.add(next);
        shared = Words.shared(shared, words);
        fewest = Math.min(fewest, words.size());
    }
}
