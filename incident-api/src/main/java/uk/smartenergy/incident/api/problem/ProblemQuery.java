package uk.smartenergy.incident.api.problem;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.incident.IncidentId;
import uk.smartenergy.incident.api.shared.Classification;
import uk.smartenergy.incident.api.shared.Moment;
import uk.smartenergy.incident.api.shared.Page;
import uk.smartenergy.incident.api.shared.Query;
import uk.smartenergy.incident.api.shared.Viewer;

/** What can be asked about Problems. What the viewer may not see is as if it did not exist. */
public sealed interface ProblemQuery<R> extends Query<R> {

    /** What a list may be sorted by. */
    enum SortBy {
        OPENED_AT,
        PRIORITY,
        TARGET_DATE,
        CLOSED_AT,
        STATE,
        ID
    }

    /**
     * @param cursor from an earlier page of the same list; {@code null}: the beginning
     * @param limit how many at most; {@link Integer#MAX_VALUE}: all
     */
    record FindProblems(
            Viewer viewer,
            Moment moment,
            ProblemFilter filter,
            SortBy sortBy,
            boolean descending,
            @Nullable String cursor,
            int limit)
            implements ProblemQuery<Page<ProblemView>> {

        /** All of them, the most urgent first. */
        public FindProblems(Viewer viewer, Moment moment, ProblemFilter filter) {
            this(viewer, moment, filter, SortBy.PRIORITY, false, null, Integer.MAX_VALUE);
        }
    }

    record GetProblem(Viewer viewer, Moment moment, ProblemId problemId)
            implements ProblemQuery<Optional<ProblemDetail>> {}

    /** The highest number among the references that are given in order; 0 if there is none. */
    record GetHighestProblemNumber(Viewer viewer) implements ProblemQuery<Long> {}

    /**
     * Open Problems with a workaround that an Incident like this may have; empty sets and texts are like nothing.
     *
     * @param text summary and description of the Incident
     */
    record FindKnownErrors(
            Viewer viewer,
            Moment moment,
            Set<String> services,
            @Nullable String region,
            Set<String> businessProcesses,
            String text)
            implements ProblemQuery<List<KnownError>> {
        public FindKnownErrors {
            services = Set.copyOf(services);
            businessProcesses = Set.copyOf(businessProcesses);
        }
    }

    /** Most Incidents first. */
    record FindSuggestions(Viewer viewer, Moment moment) implements ProblemQuery<List<Suggestion>> {}

    record GetSuggestion(Viewer viewer, Moment moment, SuggestionId suggestionId)
            implements ProblemQuery<Optional<Suggestion>> {}

    /** The Quarterly Problem Report. @param from the quarter's first instant. @param to its last */
    record GetProblemReport(Viewer viewer, Moment moment, String period, Instant from, Instant to)
            implements ProblemQuery<ProblemReport> {}

    /** Open Problems in counts, for gauges. */
    record CountProblems(Viewer viewer, Moment moment) implements ProblemQuery<ProblemCounts> {}

    record ProblemCounts(
            Map<ProblemPriority, Long> open, long overdue, long knownErrors, long withoutOwner, long suggestions) {
        public ProblemCounts {
            open = Map.copyOf(open);
        }
    }

    /**
     * Major Incidents, RED included, that no Problem has ever named; for the automation only. Not those that became one by an import, or
     * before the service watched over them.
     *
     * @param untouchedSince only those of which nothing was recorded after that
     */
    record FindMajorIncidentsWithoutProblem(Viewer viewer, Moment moment, Instant untouchedSince, int limit)
            implements ProblemQuery<List<MajorIncident>> {}

    /** @param since when Category 1 took effect */
    record MajorIncident(
            IncidentId incident,
            String summary,
            List<String> services,
            @Nullable String region,
            List<String> businessProcesses,
            Classification classification,
            Instant since) {
        public MajorIncident {
            services = List.copyOf(services);
            businessProcesses = List.copyOf(businessProcesses);
        }
    }
}
