package uk.smartenergy.incident.incident.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.smartenergy.incident.api.incident.IncidentId;
import uk.smartenergy.incident.api.problem.ProblemDetail;
import uk.smartenergy.incident.api.problem.ProblemId;
import uk.smartenergy.incident.api.problem.ProblemPriority;
import uk.smartenergy.incident.api.problem.ProblemQuery;
import uk.smartenergy.incident.api.problem.ProblemQuery.*;
import uk.smartenergy.incident.api.problem.ProblemReason;
import uk.smartenergy.incident.api.problem.ProblemState;
import uk.smartenergy.incident.api.problem.ProblemView;
import uk.smartenergy.incident.api.problem.Suggestion;
import uk.smartenergy.incident.api.problem.SuggestionId;
import uk.smartenergy.incident.api.shared.Classification;
import uk.smartenergy.incident.api.shared.Page;

/** There is every Problem whose reference is not drawn; to the cleared, all others too. */
final class FakeProblems {
    static final SuggestionId SUGGESTION = new SuggestionId("SUG000000000001");

    private FakeProblems() {}

    static Object answer(ProblemQuery<?> query) {
        return switch (query) {
            case FindProblems find -> new Page<>(List.of(view(new ProblemId("PBI000000000001"))), null, 1);
            case GetProblem get ->
                Optional.of(get.problemId())
                        .filter(id -> !id.isDrawn() || get.viewer().cleared())
                        .map(FakeProblems::detail);
            case GetHighestProblemNumber highest -> 1L;
            case FindKnownErrors find -> List.of();
            case FindSuggestions find -> List.of(suggestion());
            case GetSuggestion get ->
                Optional.of(suggestion()).filter(one -> one.id().equals(get.suggestionId()));
            case GetProblemReport get -> throw new AssertionError("Not asked here: " + get);
            case CountProblems count -> new ProblemCounts(Map.of(), 0, 0, 0, 0);
            case FindMajorIncidentsWithoutProblem find -> List.of();
        };
    }

    private static Suggestion suggestion() {
        return new Suggestion(
                SUGGESTION,
                "3 Incidents in 41 days on WAN in North, sharing the words install, commission, hub",
                "WAN in North: install",
                ProblemReason.RECURRENCE,
                List.of("WAN"),
                "North",
                List.of(),
                List.of("install"),
                List.of(IncidentId.of(1)),
                Classification.GREEN,
                RecordingMessages.THEN,
                RecordingMessages.THEN);
    }

    private static ProblemDetail detail(ProblemId id) {
        return new ProblemDetail(view(id), null, null, null, List.of(), List.of(), List.of(), List.of());
    }

    private static ProblemView view(ProblemId id) {
        return new ProblemView(
                id,
                3,
                "Installs in the North do not ramp up",
                ProblemState.OPEN,
                ProblemReason.TREND,
                ProblemPriority.P2,
                "CSP North",
                List.of("WAN"),
                List.of("North"),
                List.of(),
                List.of(),
                null,
                null,
                null,
                null,
                id.isDrawn() ? Classification.RED : Classification.GREEN,
                RecordingMessages.THEN,
                RecordingMessages.THEN,
                null,
                List.of(),
                null,
                false);
    }
}
