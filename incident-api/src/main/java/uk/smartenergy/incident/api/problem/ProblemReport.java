package uk.smartenergy.incident.api.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The Quarterly Problem Report (SEC Appendix AG 3.2).
 *
 * @param period the quarter, such as {@code 2018-Q3}
 * @param asOf the end of the quarter, or when it was asked for if that is earlier: what is open is open then
 * @param totals of all Problems
 * @param byRegion a Problem of several regions counts in each
 */
public record ProblemReport(
        String period,
        Instant from,
        Instant asOf,
        Instant knownAt,
        String note,
        Figures totals,
        List<Figures> byRegion,
        List<Figures> byPriority,
        List<SlipOfProblem> slips) {
    public ProblemReport {
        byRegion = List.copyOf(byRegion);
        byPriority = List.copyOf(byPriority);
        slips = List.copyOf(slips);
    }

    /** What is counted; each is a number of Problems. */
    public enum Figure {
        /** Opened in the quarter. */
        OPENED,
        /** Closed in the quarter, and still closed at its end. */
        CLOSED,
        OPEN_AT_END,
        KNOWN_ERRORS,
        WITHOUT_ROOT_CAUSE,
        /** Open without a target date. */
        WITHOUT_TIMESCALE,
        OVERDUE,
        /** With a target date that was put off or given up in the quarter. */
        SLIPPED
    }

    /**
     * @param group {@code ALL}, a region, or a priority
     * @param problems where the Problems behind each figure are listed; added at the edge
     */
    public record Figures(
            String group,
            long opened,
            long closed,
            long openAtEnd,
            long knownErrors,
            long withoutRootCause,
            long withoutTimescale,
            long overdue,
            long slipped,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<Figure, String> problems) {
        public static final String ALL = "ALL";

        /** The same with its lists. */
        public Figures at(Map<Figure, String> lists) {
            return new Figures(
                    group,
                    opened,
                    closed,
                    openAtEnd,
                    knownErrors,
                    withoutRootCause,
                    withoutTimescale,
                    overdue,
                    slipped,
                    lists);
        }
    }

    public record SlipOfProblem(
            ProblemId problem,
            String title,
            java.time.LocalDate from,
            java.time.@Nullable LocalDate to,
            @Nullable Long days,
            @Nullable String reason,
            @Nullable String by,
            Instant at) {}
}
