package uk.smartenergy.incident.api.incident;

import java.time.Instant;
import java.time.Period;
import java.time.YearMonth;
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
 * @param categoryHistory what became of the category
 * @param partyCategories Party categories of the raiser by the reference data, such as {@code Large Supplier}; {@link #NONE}: of parties that are
 *     not known there
 * @param updates by the updates to Interested Parties
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
        CategoryHistory categoryHistory,
        Set<String> partyCategories,
        Updates updates,
        Outcome outcome) {

    /**
     * @param overdue whether an update is owed whose time is over
     * @param in an update was sent, or fell due and did not come, in that month, by Europe/London
     * @param by of these, while one of these was Resolver; {@link IncidentFilter#NONE}: nobody was
     */
    public record Updates(
            @Nullable Boolean overdue, @Nullable YearMonth in, Set<String> by) {
        public static final Updates ANY = new Updates(null, null, Set.of());

        public Updates {
            by = Set.copyOf(by);
        }
    }

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
        partyCategories = Set.copyOf(partyCategories);
    }

    /** Whatever became of the category, whoever raised it, whatever the updates and the outcome. */
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
                CategoryHistory.ANY,
                Set.of(),
                Updates.ANY,
                Outcome.ANY);
    }

    /**
     * What became of the category of an Incident.
     *
     * @param first the category as first assigned
     * @param ruled the number of the category as ruled last; {@link #NONE}: never ruled on
     * @param disputed whether it was ever disputed by then, or never
     * @param disputeOpen whether a dispute is open, or none is
     * @param recategorised whether the category as it stands is another than the first, or the same
     * @param policyVersions the policy version that decided on the category as it stands; {@link #NONE}: decided elsewhere
     */
    public record CategoryHistory(
            Set<Category> first,
            Set<String> ruled,
            @Nullable Boolean disputed,
            @Nullable Boolean disputeOpen,
            @Nullable Boolean recategorised,
            Set<String> policyVersions) {
        public static final CategoryHistory ANY = new CategoryHistory(Set.of(), Set.of(), null, null, null, Set.of());

        public CategoryHistory {
            first = Set.copyOf(first);
            ruled = Set.copyOf(ruled);
            policyVersions = Set.copyOf(policyVersions);
        }

        /** Whether it asks for something that can change in the life of an Incident. */
        public boolean changes() {
            return !(ruled.isEmpty() && policyVersions.isEmpty())
                    || disputed != null
                    || disputeOpen != null
                    || recategorised != null;
        }
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

    /** This filter, asking this of what became of the Incident. @param open as for the filter */
    public IncidentFilter asking(
            @Nullable Boolean open,
            CategoryHistory categoryHistory,
            Set<String> partyCategories,
            Updates updates,
            Outcome outcome) {
        return new IncidentFilter(
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
                categoryHistory,
                partyCategories,
                updates,
                outcome);
    }

    /** Every Incident. */
    public static IncidentFilter all() {
        return new IncidentFilter(
                Set.of(), null, Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), null,
                null, null, null, null, null);
    }

    /** Those of these categories, as they stand, that were raised then. */
    public static IncidentFilter raised(Set<Category> categories, Instant from, Instant to) {
        return new IncidentFilter(
                Set.of(),
                null,
                categories,
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                from,
                to,
                null,
                null,
                null,
                null);
    }

    /** Those that have one of these external references. */
    public static IncidentFilter called(Set<String> externalReferences) {
        return new IncidentFilter(
                Set.of(),
                null,
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                externalReferences,
                null,
                null,
                null,
                null,
                null,
                null);
    }
}
