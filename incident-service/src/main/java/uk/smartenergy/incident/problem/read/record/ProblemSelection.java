package uk.smartenergy.incident.problem.read.record;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.incident.IncidentId;
import uk.smartenergy.incident.api.problem.ProblemFilter;
import uk.smartenergy.incident.api.shared.Moment;

/** A {@link ProblemFilter} at a moment. List and report select by it, so that every number has its list. */
public final class ProblemSelection implements Predicate<ProblemFold> {
    private final ProblemFilter filter;
    private final Moment moment;
    private final Predicate<IncidentId> visible;

    /** @param visible which Incidents the viewer may see: the others find nothing */
    public ProblemSelection(ProblemFilter filter, Moment moment, Predicate<IncidentId> visible) {
        this.filter = filter;
        this.moment = moment;
        this.visible = visible;
    }

    @Override
    public boolean test(ProblemFold problem) {
        return isOneOf(filter.states(), problem.state())
                && is(filter.open(), problem.isOpen())
                && isOneOf(filter.priorities(), problem.priority())
                && isOneOf(filter.reasons(), problem.opened().reason())
                && hasOneOf(filter.regions(), problem.opened().regions())
                && hasOneOf(filter.services(), problem.opened().services())
                && hasOneOf(filter.owners(), problem.owner() == null ? List.of() : List.of(problem.owner()))
                && (filter.incidents().isEmpty()
                        || filter.incidents().stream()
                                .anyMatch(incident -> problem.names(incident) && visible.test(incident)))
                && is(filter.overdue(), problem.isOverdue(moment))
                && is(filter.known().rootCause(), problem.rootCause() != null)
                && is(filter.known().targetDate(), problem.targetDate() != null)
                && (filter.text() == null || problem.says(filter.text().toLowerCase(Locale.ROOT)))
                && isWithin(filter.times(), problem);
    }

    private static boolean isWithin(ProblemFilter.Times times, ProblemFold problem) {
        boolean slips = times.slippedFrom() != null || times.slippedTo() != null;
        return isBetween(times.openedFrom(), problem.opened().occurredAt(), times.openedTo())
                && isBetween(times.closedFrom(), problem.closedAt(), times.closedTo())
                && (!slips
                        || problem.slips().stream()
                                .anyMatch(slip -> isBetween(times.slippedFrom(), slip.at(), times.slippedTo())));
    }

    private static boolean isBetween(@Nullable Instant from, @Nullable Instant at, @Nullable Instant to) {
        if (at == null) {
            return from == null && to == null;
        }
        return (from == null || !at.isBefore(from)) && (to == null || !at.isAfter(to));
    }

    private static boolean is(@Nullable Boolean wanted, boolean found) {
        return wanted == null || wanted == found;
    }

    private static <T> boolean isOneOf(Set<T> wanted, T found) {
        return wanted.isEmpty() || wanted.contains(found);
    }

    private static boolean hasOneOf(Set<String> wanted, Collection<String> found) {
        return wanted.isEmpty()
                || found.stream().anyMatch(wanted::contains)
                || (found.isEmpty() && wanted.contains(ProblemFilter.NONE));
    }
}
