package uk.smartenergy.incident.incident.read.record;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
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
        return matchesState(fold)
                && matchesNames(fold)
                && matchesTimes(fold)
                && matchesText(fold)
                && matchesTargets(fold);
    }

    private boolean matchesState(IncidentFold fold) {
        return in(filter.states(), fold.state())
                && (filter.open() == null || filter.open() == fold.isOpen())
                && in(filter.categories(), fold.category())
                && in(filter.types(), fold.type());
    }

    private boolean matchesNames(IncidentFold fold) {
        IncidentRaised raised = fold.raised();
        return name(filter.resolvers(), fold.resolver())
                && in(filter.raisedBy(), raised.raisedBy().party())
                && name(filter.regions(), raised.region())
                && names(filter.services(), raised.services())
                && names(filter.businessProcesses(), fold.businessProcesses())
                && name(filter.externalReferences(), raised.externalReference());
    }

    private boolean matchesTimes(IncidentFold fold) {
        Instant raisedAt = fold.raisedAt();
        Instant asOf = moment.asOfOrNow();
        return (filter.raisedFrom() == null || !raisedAt.isBefore(filter.raisedFrom()))
                && (filter.raisedTo() == null || !raisedAt.isAfter(filter.raisedTo()))
                && (filter.openLongerThan() == null
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

    private boolean matchesTargets(IncidentFold fold) {
        return filter.breached() == null || filter.breached() == views.isBreached(fold, moment);
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
