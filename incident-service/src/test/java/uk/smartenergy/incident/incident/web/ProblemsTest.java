package uk.smartenergy.incident.incident.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.smartenergy.incident.api.incident.IncidentId;
import uk.smartenergy.incident.api.problem.ProblemCommand;
import uk.smartenergy.incident.api.problem.ProblemPriority;
import uk.smartenergy.incident.api.problem.SuggestionCommand;
import uk.smartenergy.incident.api.shared.Classification;
import uk.smartenergy.incident.api.shared.Refusal;

class ProblemsTest extends HttpTest {
    private static final String PROBLEMS = "/api/v1/problems";
    private static final String ONE = PROBLEMS + "/PBI000000000001";
    private static final String RED_INCIDENT = "INC500000000001";
    private static final String RED_PROBLEM = PROBLEMS + "/PBI500000000001";

    @Test
    void itIsOpenedUnderTheNextReferenceWithWhatIsKnown() {
        messages.has(1, "Northwick Energy", null, false);

        Got got = post(PROBLEMS, "{\"title\": \"No ramp up\", \"priority\": 2, \"incidents\": [\"INC000000000001\"]}");

        ProblemCommand.OpenProblem command = messages.onlyCommand(ProblemCommand.OpenProblem.class);
        assertThat(got.status()).isEqualTo(201);
        assertThat(got.header("Location")).isEqualTo(PROBLEMS + "/" + command.problemId());
        assertThat(got.header("ETag")).isEqualTo("\"3\"");
        assertThat(command.priority()).isEqualTo(ProblemPriority.P2);
        assertThat(command.beginnings().incidents()).containsExactly(IncidentId.of(1));
        assertThat(command.classification()).isEqualTo(Classification.GREEN);
    }

    @Test
    void allFaultsAreToldAtOnce() {
        Got got = post(
                PROBLEMS,
                "{\"priority\": \"P9\", \"fixReference\": \"CRQ1\", \"targetDate\": \"soon\", \"incidents\": [\"INC000000000009\"]}");

        assertThat(got.status()).isEqualTo(400);
        assertThat(got.pointers())
                .containsExactlyInAnyOrder("/title", "/priority", "/fixReference", "/targetDate", "/incidents/0");
    }

    @Test
    void aSuggestionIsFollowedWithAllItsIncidents() {
        assertThat(post(PROBLEMS, "{\"suggestion\": \"" + FakeProblems.SUGGESTION + "\"}")
                        .status())
                .isEqualTo(201);

        ProblemCommand.OpenProblem command = messages.onlyCommand(ProblemCommand.OpenProblem.class);
        assertThat(command.title()).isEqualTo("WAN in North: install");
        assertThat(command.beginnings().incidents()).containsExactly(IncidentId.of(1));
        assertThat(post(PROBLEMS, "{\"suggestion\": \"SUG000000000009\"}").pointers())
                .containsExactly("/suggestion");
    }

    @Test
    void whatIsRedIsLinkedOnlyWithWhatIsRed() {
        messages.has(500_000_000_001L, "Northwick Energy", null, true);
        messages.has(1, "Northwick Energy", null, false);
        user("uncleared", "DCC_STAFF", "", false);
        String red = "{\"incident\": \"%s\"}".formatted(RED_INCIDENT);

        assertThat(post(ONE + "/incidents", red).json().at("/errors/0/message").asString())
                .contains("only a RED Problem");
        assertThat(post(RED_PROBLEM + "/incidents", "{\"incident\": \"INC000000000001\"}")
                        .status())
                .isEqualTo(400);
        assertThat(post(RED_PROBLEM + "/incidents", red).status()).isEqualTo(200);
        assertThat(postAs("uncleared", ONE + "/incidents", red).response().body())
                .isEqualTo(postAs("uncleared", ONE + "/incidents", red.replace("001", "002"))
                        .response()
                        .body());
        assertThat(postAs("uncleared", RED_PROBLEM + "/notes", "{\"text\": \"x\"}")
                        .status())
                .isEqualTo(404);
        assertThat(postAs("uncleared", PROBLEMS, "{\"title\": \"x\", \"classification\": \"RED\"}")
                        .json()
                        .path("code")
                        .asString())
                .isEqualTo("CLEARANCE_NEEDED");
    }

    @Test
    void noTimescaleMustBeSaid() {
        assertThat(post(ONE + "/target-dates", "{\"reason\": \"Parts late\"}").pointers())
                .containsExactly("/targetDate");
        assertThat(post(ONE + "/target-dates", "{\"targetDate\": null, \"reason\": \"Parts late\"}")
                        .status())
                .isEqualTo(200);
        assertThat(messages.onlyCommand(ProblemCommand.SetTargetDate.class).targetDate())
                .isNull();
    }

    @Test
    void theOwnersUsersWorkOnItAndNoOtherProvidersDo() {
        user("owner", "SERVICE_PROVIDER", "CSP North", false);
        user("other", "SERVICE_PROVIDER", "CSP South", false);

        assertThat(postAs("owner", ONE + "/root-causes", "{\"rootCause\": \"Wrong variant\"}")
                        .status())
                .isEqualTo(200);
        assertThat(postAs("other", ONE + "/root-causes", "{\"rootCause\": \"Wrong variant\"}")
                        .json()
                        .path("code")
                        .asString())
                .isEqualTo("NOT_YOUR_PROBLEM");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "incidents",
                "removals",
                "assignments",
                "root-causes",
                "workarounds",
                "priorities",
                "fixes",
                "notes",
                "reopenings",
                "target-dates"
            })
    void anEmptyBodyAnUnknownProblemAndARefusalAreAnswered(String part) {
        assertThat(post(ONE + "/" + part, "{}").status()).isEqualTo(400);
        assertThat(post(PROBLEMS + "/INC000000000001/" + part, "{}").status()).isEqualTo(404);
        assertThat(messages.sent).isEmpty();
    }

    @Test
    void refusalsKeepTheirCodes() {
        messages.refusal =
                new Refusal(Refusal.Kind.CONFLICT, "ROOT_CAUSE_OR_REASON_NEEDED", "Neither is there.", Map.of());
        assertThat(post(ONE + "/closures", "{}").status()).isEqualTo(409);
        messages.refusal = new Refusal(Refusal.Kind.STALE, "STALE_VERSION", "Seen another.", Map.of());
        assertThat(post(ONE + "/closures", "{}", "If-Match", "\"1\"").status()).isEqualTo(412);
    }

    @Test
    void aSuggestionIsDismissedWithAReason() {
        String dismissal = PROBLEMS + "/suggestions/" + FakeProblems.SUGGESTION + "/dismissal";

        assertThat(post(dismissal, "{}").status()).isEqualTo(400);
        assertThat(post(dismissal, "{\"reason\": \"Long ago\"}").status()).isEqualTo(200);
        assertThat(messages.onlyCommand(SuggestionCommand.DismissSuggestion.class)
                        .incidents())
                .containsExactly(IncidentId.of(1));
    }
}
