package uk.smartenergy.incident.api.problem;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.incident.IncidentId;

/**
 * Which Problems. All that is given must hold; an empty set or {@code null} asks for nothing. List and report take the same filter, which is how every
 * number leads to its list.
 *
 * @param open whether open, or not
 * @param regions names; {@link #NONE}: those without one, and likewise for services and owners
 * @param incidents with one of these linked Incidents
 * @param text to be found in reference, title, description, symptoms, root cause or workaround, upper or lower case
 * @param known what must be known, or must not
 * @param times when what happened
 */
public record ProblemFilter(
        Set<ProblemState> states,
        @Nullable Boolean open,
        Set<String> regions,
        Set<String> services,
        Set<String> owners,
        Set<ProblemPriority> priorities,
        Set<ProblemReason> reasons,
        Set<IncidentId> incidents,
        @Nullable Boolean overdue,
        @Nullable String text,
        Known known,
        Times times) {

    /** What stands for "has none" in a filter and names the group of those. */
    public static final String NONE = "NONE";

    public ProblemFilter {
        states = Set.copyOf(states);
        regions = Set.copyOf(regions);
        services = Set.copyOf(services);
        owners = Set.copyOf(owners);
        priorities = Set.copyOf(priorities);
        reasons = Set.copyOf(reasons);
        incidents = Set.copyOf(incidents);
    }

    /** @param rootCause whether one is known. @param targetDate whether there is one, that is a timescale */
    public record Known(
            @Nullable Boolean rootCause, @Nullable Boolean targetDate) {
        public static final Known ANY = new Known(null, null);
    }

    /** Both ends count. @param slippedFrom some target date was put off or given up at or after */
    public record Times(
            @Nullable Instant openedFrom,
            @Nullable Instant openedTo,
            @Nullable Instant closedFrom,
            @Nullable Instant closedTo,
            @Nullable Instant slippedFrom,
            @Nullable Instant slippedTo) {
        public static final Times ANY = new Times(null, null, null, null, null, null);
    }

    /** Every Problem. */
    public static ProblemFilter all() {
        return new ProblemFilter(
                Set.of(), null, Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), null, null, Known.ANY,
                Times.ANY);
    }

    /** Every open Problem. */
    public static ProblemFilter openOnes() {
        return new ProblemFilter(
                Set.of(), true, Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), null, null, Known.ANY,
                Times.ANY);
    }
}
