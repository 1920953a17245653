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

        static Times opened(Instant from, Instant to) {
            return new Times(from, to, null, null, null, null);
        }

        static Times closed(Instant from, Instant to) {
            return new Times(null, null, from, to, null, null);
        }

        static Times slipped(Instant from, Instant to) {
            return new Times(null, null, null, null, from, to);
        }
    }

    /** Every Problem. */
    public static ProblemFilter all() {
        return asking(null, Set.of(), Set.of(), Set.of(), null, Known.ANY, Times.ANY);
    }

    /** Every open Problem. */
    public static ProblemFilter openOnes() {
        return asking(true, Set.of(), Set.of(), Set.of(), null, Known.ANY, Times.ANY);
    }

    /** What a figure of the Quarterly Problem Report counts. @param from the quarter's beginning. @param to its end, or when it was asked for */
    public static ProblemFilter of(
            ProblemReport.Figure figure,
            Instant from,
            Instant to,
            Set<String> regions,
            Set<ProblemPriority> priorities) {
        return switch (figure) {
            case OPENED -> asking(null, Set.of(), regions, priorities, null, Known.ANY, Times.opened(from, to));
            case CLOSED -> asking(null, Set.of(), regions, priorities, null, Known.ANY, Times.closed(from, to));
            case OPEN_AT_END -> asking(true, Set.of(), regions, priorities, null, Known.ANY, Times.ANY);
            case KNOWN_ERRORS ->
                asking(null, Set.of(ProblemState.KNOWN_ERROR), regions, priorities, null, Known.ANY, Times.ANY);
            case WITHOUT_ROOT_CAUSE ->
                asking(true, Set.of(), regions, priorities, null, new Known(false, null), Times.ANY);
            case WITHOUT_TIMESCALE ->
                asking(true, Set.of(), regions, priorities, null, new Known(null, false), Times.ANY);
            case OVERDUE -> asking(null, Set.of(), regions, priorities, true, Known.ANY, Times.ANY);
            case SLIPPED -> asking(null, Set.of(), regions, priorities, null, Known.ANY, Times.slipped(from, to));
        };
    }

    private static ProblemFilter asking(
            @Nullable Boolean open,
            Set<ProblemState> states,
            Set<String> regions,
            Set<ProblemPriority> priorities,
            @Nullable Boolean overdue,
            Known known,
            Times times) {
        return new ProblemFilter(
                states, open, regions, Set.of(), Set.of(), priorities, Set.of(), Set.of(), overdue, null, known, times);
    }
}
