package uk.smartenergy.incident.incident.read.record;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.categorisation.Category;
import uk.smartenergy.incident.api.incident.IncidentEvent.IncidentRaised;
import uk.smartenergy.incident.api.incident.IncidentFilter;
import uk.smartenergy.incident.api.shared.Moment;

/** An {@link IncidentFilter} at a moment. Lists and reports select by it, so that every number has its list. */
public final class Selection implements Predicate<IncidentFold> {
    private final IncidentFilter filter;
    private final Moment moment;
    private final IncidentViews views;
    private final @Nullable TextSearch text;

    public Selection(IncidentFilter filter, Moment moment, IncidentViews views) {
        this.filter = filter;
        this.moment = moment;
        this.views = views;
        this.text = filter.text() == null || filter.text().isBlank()
                ? null
                : new TextSearch(filter.text().strip());
    }

    @Override
    public boolean test(IncidentFold fold) {
        return testForEver(fold)
                && testFacts(fold)
                && testAge(fold, moment.asOfOrNow())
                && matchesTargets(fold, moment)
                && matchesUpdates(fold, moment);
    }

    /** Whether an Incident may be selected at one time and not at another. */
    public boolean changes() {
        return changesByFacts()
                || changesByAge()
                || filter.breached() != null
                || asksForUpdates()
                || !filter.outcome().equals(IncidentFilter.Outcome.ANY);
    }

    private boolean changesByFacts() {
        return filter.open() != null
                || !(filter.states().isEmpty()
                        && filter.categories().isEmpty()
                        && filter.resolvers().isEmpty()
                        && filter.businessProcesses().isEmpty())
                || filter.categoryHistory().changes();
    }

    private boolean changesByAge() {
        return filter.openLongerThan() != null || filter.openNotLongerThan() != null;
    }

    /**
     * Selects at many instants at once.
     *
     * @param fold as of the last of them
     * @param points rising
     * @return whether it is selected at each point, judged by what had happened by then; never before it was raised
     */
    public boolean[] testAt(IncidentFold fold, Instant[] points) {
        boolean[] selected = new boolean[points.length];
        if (!testForEver(fold)) {
            return selected;
        }
        int from = 0;
        while (from < points.length && points[from].isBefore(fold.raisedAt())) {
            from++;
        }
        while (from < points.length) {
            Instant next = fold.nextAfter(points[from]);
            int to = from + 1;
            while (to < points.length && (next == null || points[to].isBefore(next))) {
                to++;
            }
            IncidentFold then = fold.asOf(points[from]);
            if (testFacts(then)) {
                testBetweenFacts(then, points, from, to, selected);
            }
            from = to;
        }
        return selected;
    }

    /** Between two facts only time passes: ages are judged at each point, a target that is missed stays so. */
    private void testBetweenFacts(IncidentFold then, Instant[] points, int from, int to, boolean[] selected) {
        int begin = from;
        int end = to;
        if (filter.breached() != null) {
            int missed = firstMissed(then, points, from, to);
            begin = filter.breached() ? missed : from;
            end = filter.breached() ? to : missed;
        }
        for (int i = begin; i < end; i++) {
            Moment point = at(points[i]);
            selected[i] = testAge(then, points[i]) && matchesOutcome(then, point) && matchesUpdates(then, point);
        }
    }

    private int firstMissed(IncidentFold then, Instant[] points, int from, int to) {
        int low = from;
        int high = to;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (views.isBreached(then, at(points[middle]))) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private Moment at(Instant point) {
        return new Moment(point, moment.knownAt(), moment.now());
    }

    /** By what never changes in an Incident. */
    private boolean testForEver(IncidentFold fold) {
        IncidentRaised raised = fold.raised();
        Instant raisedAt = fold.raisedAt();
        return in(filter.types(), fold.type())
                && in(filter.raisedBy(), raised.raisedBy().party())
                && name(filter.regions(), raised.region())
                && names(filter.services(), raised.services())
                && name(filter.externalReferences(), raised.externalReference())
                && in(filter.categoryHistory().first(), fold.firstCategory())
                && (filter.partyCategories().isEmpty()
                        || name(
                                filter.partyCategories(),
                                views.partyCategory(raised.raisedBy().party())))
                && (filter.raisedFrom() == null || !raisedAt.isBefore(filter.raisedFrom()))
                && (filter.raisedTo() == null || !raisedAt.isAfter(filter.raisedTo()))
                && matchesText(fold);
    }

    /** By what changes when something happens. */
    private boolean testFacts(IncidentFold fold) {
        return in(filter.states(), fold.state())
                && (filter.open() == null || filter.open() == fold.isOpen())
                && in(filter.categories(), fold.category())
                && name(filter.resolvers(), fold.resolver())
                && names(filter.businessProcesses(), fold.businessProcesses())
                && testCategoryHistory(fold)
                && testOutcome(fold, filter.outcome());
    }

    private boolean testCategoryHistory(IncidentFold fold) {
        IncidentFilter.CategoryHistory history = filter.categoryHistory();
        if (!history.changes()) {
            return true;
        }
        Contest contest = fold.contest();
        Category ruled = contest.ruled();
        return name(history.ruled(), ruled == null ? null : String.valueOf(ruled.number()))
                && name(history.policyVersions(), fold.policyVersion())
                && (history.disputed() == null || history.disputed() == contest.disputed())
                && (history.disputeOpen() == null || history.disputeOpen() == contest.open())
                && (history.recategorised() == null
                        || history.recategorised() == (fold.category() != fold.firstCategory()));
    }

    /** By what changes while time passes. */
    private boolean testAge(IncidentFold fold, Instant asOf) {
        Instant raisedAt = fold.raisedAt();
        return (filter.openLongerThan() == null
                        || (fold.isOpen() && Age.isOver(raisedAt, filter.openLongerThan(), asOf)))
                && (filter.openNotLongerThan() == null
                        || (fold.isOpen() && !Age.isOver(raisedAt, filter.openNotLongerThan(), asOf)));
    }

    private boolean matchesText(IncidentFold fold) {
        IncidentRaised raised = fold.raised();
        return text == null
                || text.isIn(fold.id().value())
                || text.isIn(raised.summary())
                || text.isIn(raised.description())
                || text.isIn(raised.raisedBy().reference())
                || text.isIn(raised.externalReference());
    }

    private boolean testOutcome(IncidentFold fold, IncidentFilter.Outcome outcome) {
        Instant resolvedAt = fold.life().resolvedAt();
        Instant from = outcome.resolvedFrom();
        Instant to = outcome.resolvedTo();
        return (from == null || (resolvedAt != null && !resolvedAt.isBefore(from)))
                && (to == null || (resolvedAt != null && !resolvedAt.isAfter(to)))
                && (outcome.resolutionCategories().isEmpty()
                        || outcome.resolutionCategories().contains(views.resolutionCategory(fold)));
    }

    /** By what changes while time passes, and by what happens. */
    private boolean matchesTargets(IncidentFold fold, Moment at) {
        return (filter.breached() == null || filter.breached() == views.isBreached(fold, at))
                && matchesOutcome(fold, at);
    }

    private boolean matchesOutcome(IncidentFold fold, Moment at) {
        IncidentFilter.Outcome outcome = filter.outcome();
        return (outcome.responseMissed() == null
                        || outcome.responseMissed() == views.response(fold, at).missed())
                && (outcome.resolutionMissed() == null
                        || outcome.resolutionMissed()
                                == views.resolution(fold, at).missed())
                && (outcome.resolutionDueTo() == null
                        || !views.resolution(fold, at).dueAt().isAfter(outcome.resolutionDueTo()));
    }

    private boolean asksForUpdates() {
        return !filter.updates().equals(IncidentFilter.Updates.ANY);
    }

    private boolean matchesUpdates(IncidentFold fold, Moment at) {
        if (!asksForUpdates()) {
            return true;
        }
        IncidentFilter.Updates wanted = filter.updates();
        Updates updates = views.updates(fold, at);
        return (wanted.overdue() == null || wanted.overdue() == updates.overdue()) && hadUpdates(updates, wanted);
    }

    private static boolean hadUpdates(Updates updates, IncidentFilter.Updates wanted) {
        if (wanted.in() == null && wanted.by().isEmpty()) {
            return true;
        }
        Instant from = wanted.in() == null ? Instant.MIN : Age.begin(wanted.in());
        Instant to = wanted.in() == null ? Instant.MAX : Age.begin(wanted.in().plusMonths(1));
        return updates.between(from, to).stream()
                .anyMatch(counts -> wanted.by().isEmpty() || wanted.by().contains(counts.resolver()));
    }

    private static <T> boolean in(Set<T> wanted, T value) {
        return wanted.isEmpty() || wanted.contains(value);
    }

    private static boolean name(Set<String> wanted, @Nullable String value) {
        return wanted.isEmpty() || wanted.contains(value == null ? IncidentFilter.NONE : value);
    }

    private static boolean names(Set<String> wanted, List<String> values) {
        return wanted.isEmpty() || (values.isEmpty() ? wanted.contains(IncidentFilter.NONE) : any(wanted, values));
    }

    private static boolean any(Set<String> wanted, Collection<String> values) {
        return values.stream().anyMatch(wanted::contains);
    }
}
