package uk.smartenergy.incident.api.incident;

import java.time.Instant;
import java.time.Period;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.categorisation.Category;

/**
 * Which Incidents. All that is given must hold; an empty set or {@code null} asks for nothing. Lists and reports take the same filter, which is
 * how every number leads to its list.
 *
 * @param open whether open, or not
 * @param categories the category as it stands
 * @param resolvers names of the Resolver as it stands; {@link #NONE}: those without one
 * @param regions names; {@link #NONE}: those without one, and likewise for services and business processes
 * @param raisedFrom raised at or after
 * @param raisedTo raised at or before
 * @param openLongerThan open, and raised so long ago that this period, counted by calendar in Europe/London, is over
 * @param openNotLongerThan open, and this period is not over
 * @param breached whether a target (response or resolution) is missed, or none is
 * @param text to be found in reference, summary, description, or the raiser's and external references, upper or lower case
 * @param outcome how it ended, and whether in time
 */
public record IncidentFilter(
        Set<IncidentState> states,
        @Nullable Boolean open,
        Set<Category> categories,
        Set<IncidentType> types,
        Set<String> resolvers,
        Set<String> raisedBy,
        Set<String> regions,
        Set<String> services,
        Set<String> businessProcesses,
        Set<String> externalReferences,
        @Nullable Instant raisedFrom,
        @Nullable Instant raisedTo,
        @Nullable Period openLongerThan,
        @Nullable Period openNotLongerThan,
        @Nullable Boolean breached,
        @Nullable String text,
        Outcome outcome) {

    /** What stands for "has none" in a filter and names the group of those. */
    public static final String NONE = "NONE";

    public IncidentFilter {
        states = Set.copyOf(states);
        categories = Set.copyOf(categories);
        types = Set.copyOf(types);
        resolvers = Set.copyOf(resolvers);
        raisedBy = Set.copyOf(raisedBy);
        regions = Set.copyOf(regions);
        services = Set.copyOf(services);
        businessProcesses = Set.copyOf(businessProcesses);
        externalReferences = Set.copyOf(externalReferences);
    }

    /** Whatever the outcome. */
    public IncidentFilter(
            Set<IncidentState> states,
            @Nullable Boolean open,
            Set<Category> categories,
            Set<IncidentType> types,
            Set<String> resolvers,
            Set<String> raisedBy,
            Set<String> regions,
            Set<String> services,
            Set<String> businessProcesses,
            Set<String> externalReferences,
            @Nullable Instant raisedFrom,
            @Nullable Instant raisedTo,
            @Nullable Period openLongerThan,
            @Nullable Period openNotLongerThan,
            @Nullable Boolean breached,
            @Nullable String text) {
        this(
                states,
                open,
                categories,
                types,
                resolvers,
                raisedBy,
                regions,
                services,
                businessProcesses,
                externalReferences,
                raisedFrom,
                raisedTo,
                openLongerThan,
                openNotLongerThan,
                breached,
                text,
                Outcome.ANY);
    }

    /**
     * @param resolvedFrom resolved, last, at or after
     * @param resolvedTo resolved, last, at or before
     * @param resolutionCategories the category whose Target Resolution counts: as it stood when it was resolved, or stands if it is open
     * @param responseMissed whether the Target Initial Response is missed
     * @param resolutionMissed whether the Target Resolution is missed
     * @param resolutionDueTo the Target Resolution ends, or ended, at or before
     */
    public record Outcome(
            @Nullable Instant resolvedFrom,
            @Nullable Instant resolvedTo,
            Set<Category> resolutionCategories,
            @Nullable Boolean responseMissed,
            @Nullable Boolean resolutionMissed,
            @Nullable Instant resolutionDueTo) {
        public static final Outcome ANY = new Outcome(null, null, Set.of(), null, null, null);

        public Outcome {
            resolutionCategories = Set.copyOf(resolutionCategories);
        }

        /** Whether it asks for anything that may change while time passes and nothing happens. */
        public boolean asksForTargets() {
            return responseMissed != null || resolutionMissed != null || resolutionDueTo != null;
        }
    }

    /** Every Incident. */
    public static IncidentFilter all() {
        return new IncidentFilter(
                Set.of(), null, Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), null,
                null, null, null, null, null);
    }
}
