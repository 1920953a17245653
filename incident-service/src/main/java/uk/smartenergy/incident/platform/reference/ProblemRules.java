package uk.smartenergy.incident.platform.reference;

import java.util.Set;

/**
 * When Problems are suggested, and when the workaround of a known error is offered.
 *
 * @param leastIncidents so many Incidents on one service in one region make a suggestion
 * @param days within which all of them were raised
 * @param leastWords that all of them share
 * @param leastLikeness how many of a hundred words of the Incident that has the fewest are shared by all
 * @param lookBackDays how long ago the last of them may have been raised
 * @param knownErrorWords that an Incident and a known error share at least
 * @param knownErrorLikeness how many of a hundred words of the known error these are at least
 * @param stopWords that say nothing, in lower case
 */
public record ProblemRules(
        int leastIncidents,
        int days,
        int leastWords,
        int leastLikeness,
        int lookBackDays,
        int knownErrorWords,
        int knownErrorLikeness,
        Set<String> stopWords) {
    public ProblemRules {
        stopWords = Set.copyOf(stopWords);
    }
}
