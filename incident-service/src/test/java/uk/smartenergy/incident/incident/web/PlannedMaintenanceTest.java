package uk.smartenergy.incident.incident.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.smartenergy.incident.api.incident.IncidentCommand.LinkIncident;
import uk.smartenergy.incident.api.incident.LinkType;
import uk.smartenergy.incident.api.maintenance.MaintenanceCommand.MoveWindow;
import uk.smartenergy.incident.api.maintenance.MaintenanceCommand.ScheduleWindow;
import uk.smartenergy.incident.api.shared.Classification;
import uk.smartenergy.incident.api.shared.Refusal;

class PlannedMaintenanceTest extends HttpTest {
    private static final String WINDOWS = "/api/v1/planned-maintenance";
    private static final String ONE = WINDOWS + "/" + FakeMaintenance.WINDOW;
    private static final String WINDOW = """
            {"provider": "CSP-N", "activity": "Upgrade", "services": ["SSI"], "regions": ["North"], "risk": "LOW",
             "start": "2018-11-06T21:00:00Z", "end": "2018-11-06T23:00:00Z"%s}""";

    @BeforeEach
    void users() {
        user("north", "SERVICE_PROVIDER", "CSP (North)", false);
        user("south", "SERVICE_PROVIDER", "CSP South", false);
        user("staff", "DCC_STAFF", "", false);
        user("ops", "OPS_GROUP", "", false);
    }

    @Nested
    class Scheduling {
        @Test
        void answersTheWindowWithItsPlaceAndVersion() {
            Got got = post(WINDOWS, WINDOW.formatted(", \"noticeGivenAt\": \"2018-09-01T10:00:00Z\""));

            assertThat(got.status()).as(got.response().body()).isEqualTo(201);
            assertThat(got.header("Location")).isEqualTo(ONE);
            assertThat(got.header("ETag")).isEqualTo("\"0\"");
            assertThat(got.json().path("note").asString()).contains("verify");
            ScheduleWindow sent = messages.onlyCommand(ScheduleWindow.class);
            assertThat(sent.content().provider()).isEqualTo("CSP North");
            assertThat(sent.content().services()).containsExactly("Self-Service Interface");
            assertThat(sent.content().classification()).isEqualTo(Classification.GREEN);
            assertThat(sent.occurredAt()).isEqualTo(Instant.parse("2018-09-01T10:00:00Z"));
        }

        @Test
        void tellsAllFaultsAtOnce() {
            Got got = post(WINDOWS, """
                    {"provider": "Northwick Energy", "services": ["Tea"], "risk": "SOME", "changeReference": "CRQ1",
                     "start": "2018-11-06T21:00:00Z", "end": "2018-11-06T21:00:00Z",
                     "noticeGivenAt": "2018-09-01T10:00:00Z", "occurredAt": "2018-09-02T10:00:00Z"}""");

            assertThat(got.status()).isEqualTo(400);
            assertThat(got.pointers())
                    .containsExactlyInAnyOrder(
                            "/provider",
                            "/activity",
                            "/services/0",
                            "/risk",
                            "/changeReference",
                            "/end",
                            "/noticeGivenAt");
        }

        @Test
        void isForTheOwnPartyUnlessTheDccDoesIt() {
            assertThat(postAs("north", WINDOWS, WINDOW.formatted("")).status()).isEqualTo(201);
            assertThat(postAs("south", WINDOWS, WINDOW.formatted(""))
                            .json()
                            .path("code")
                            .asString())
                    .isEqualTo("NOT_YOUR_PARTY");
            assertThat(postAs("staff", WINDOWS, WINDOW.formatted(", \"classification\": \"RED\""))
                            .json()
                            .path("code")
                            .asString())
                    .isEqualTo("CLEARANCE_NEEDED");
        }

        @Test
        void whatIsRedHasAReferenceDrawnByLot() {
            post(WINDOWS, WINDOW.formatted(", \"classification\": \"RED\""));

            assertThat(messages.onlyCommand(ScheduleWindow.class).record()).isGreaterThan("PMW500000000000");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "moves | {\"start\": \"2018-11-07T21:00:00Z\", \"end\": \"2018-11-07T23:00:00Z\", \"reason\": \"Clash\"}",
                "amendments | {\"activity\": \"Rollback\"}",
                "cancellation | {\"reason\": \"Not needed\"}",
                "completion | {\"startedAt\": \"2018-10-01T21:00:00Z\", \"endedAt\": \"2018-10-01T22:00:00Z\"}",
                "exception-requests/1/withdrawal | {\"reason\": \"Moved\"}"
            })
    void aChangeAnswersTheWholeWindowAndIsRefusedToOthers(String what, String body) {
        messages.maintenance.has("CSP North", false);

        Got got = postAs("north", ONE + "/" + what, body);
        assertThat(got.status()).as(got.response().body()).isEqualTo(200);
        assertThat(got.header("ETag")).isEqualTo("\"1\"");
        assertThat(got.json().path("id").asString()).isEqualTo(FakeMaintenance.WINDOW.value());
        assertThat(postAs("south", ONE + "/" + what, body).status()).isEqualTo(403);
        assertThat(postAs("ops", ONE + "/" + what, body).status()).isEqualTo(403);
        assertThat(post(WINDOWS + "/PMW000000000077/" + what, body).status()).isEqualTo(404);
        assertThat(post(WINDOWS + "/X/" + what, body).status()).isEqualTo(404);
    }

    @Test
    void aMovesCallerSeesItsVersionAndRefusalsAsTheyAre() {
        messages.maintenance.has("CSP North", false);
        String move = "{\"start\": \"2018-11-07T21:00:00Z\", \"end\": \"2018-11-07T23:00:00Z\", \"reason\": \"Clash\"}";

        post(ONE + "/moves", move, "If-Match", "\"0\"");
        assertThat(messages.onlyCommand(MoveWindow.class).reason()).isEqualTo("Clash");
        assertThat(messages.sent.getFirst().caller().expectedVersion()).isZero();

        messages.refusal = new Refusal(Refusal.Kind.CONFLICT, "WINDOW_OVER", "The window is over.", Map.of());
        Got over = post(ONE + "/moves", move);
        assertThat(over.status()).isEqualTo(409);
        assertThat(over.json().path("code").asString()).isEqualTo("WINDOW_OVER");
        messages.refusal = new Refusal(Refusal.Kind.STALE, "STALE_VERSION", "You have seen 0.", Map.of());
        assertThat(post(ONE + "/moves", move).status()).isEqualTo(412);
    }

    @Test
    void whatIsRedIsNotThereForTheUnclearedInTheSameWords() {
        messages.maintenance.has("CSP North", true);
        String reason = "{\"reason\": \"x\"}";
        for (String path : List.of("", "/incident-suggestions", "/exception-requests")) {
            Got got = send(as("staff", ONE + path));
            assertThat(got.status()).as(path).isIn(404);
        }
        Got red = postAs("staff", ONE + "/cancellation", reason);
        Got none = postAs("staff", WINDOWS + "/PMW000000000077/cancellation", reason);
        assertThat(red.status()).isEqualTo(404);
        assertThat(red.response().body().replace(FakeMaintenance.WINDOW.value(), "PMW000000000077"))
                .isEqualTo(none.response().body());
        assertThat(send(as("staff", WINDOWS)).json().path("total").asInt()).isZero();
        assertThat(send(as("staff", WINDOWS + ".ics")).response().body()).doesNotContain("PMW");
        assertThat(get(WINDOWS).json().path("total").asInt()).isEqualTo(1);
    }

    @Nested
    class Incidents {
        @Test
        void areLinkedAtTheIncidentWhateverVersionOfTheWindowWasSeen() {
            messages.has(1, "Northwick Energy", null, false);
            messages.maintenance.has("CSP North", false);

            Got got = post(ONE + "/incidents", "{\"incident\": \"INC000000000001\"}", "If-Match", "\"0\"");

            assertThat(got.status()).as(got.response().body()).isEqualTo(200);
            LinkIncident link = messages.onlyCommand(LinkIncident.class);
            assertThat(link.type()).isEqualTo(LinkType.MAINTENANCE_WINDOW);
            assertThat(link.target()).isEqualTo(FakeMaintenance.WINDOW.value());
            assertThat(messages.sent.getFirst().caller().expectedVersion()).isNull();
            assertThat(post(ONE + "/incidents", "{\"incident\": \"INC000000000001\"}", "If-Match", "\"7\"")
                            .status())
                    .isEqualTo(412);
        }

        @Test
        void areLinkedOnlyIfBothAreRedOrNeitherIs() {
            messages.has(1, "Northwick Energy", null, true);
            messages.maintenance.has("CSP North", false);
            String incident = "{\"incident\": \"INC000000000001\"}";

            assertThat(post(ONE + "/incidents", incident).pointers()).containsExactly("/incident");
            Got hidden = postAs("staff", ONE + "/incidents", incident);
            Got none = postAs("staff", ONE + "/incidents", "{\"incident\": \"INC000000000099\"}");
            assertThat(hidden.response().body()).isEqualTo(none.response().body());
            assertThat(post(
                                    "/api/v1/incidents/INC000000000001/links",
                                    "{\"type\": \"MAINTENANCE_WINDOW\", \"target\": \"" + FakeMaintenance.WINDOW
                                            + "\"}")
                            .pointers())
                    .containsExactly("/target");
            assertThat(messages.sent).isEmpty();
        }
    }

    @Nested
    class Subscribing {
        @Test
        void showsTheTokenOnceAndKeepsItNowhere() {
            Got first = post(WINDOWS + "/subscribers", "{\"name\": \"wall\"}", "Idempotency-Key", "k");
            String token = first.json().path("token").asString();

            assertThat(first.status()).as(first.response().body()).isEqualTo(201);
            assertThat(first.json().path("url").asString()).endsWith(".ics?token=" + token);
            assertThat(messages.sent.toString()).doesNotContain(token);
            assertThat(answers.kept).isEmpty();
            Got again = post(WINDOWS + "/subscribers", "{\"name\": \"wall\"}", "Idempotency-Key", "k");
            assertThat(again.json().path("id")).isEqualTo(first.json().path("id"));
            assertThat(again.json().has("token")).isFalse();
            assertThat(get(WINDOWS + "/subscribers").response().body()).doesNotContain(token);
        }

        @Test
        void aTokenOpensTheFileAndNothingElse() {
            String token = post(WINDOWS + "/subscribers", "{\"name\": \"wall\"}")
                    .json()
                    .path("token")
                    .asString();

            Got file = send(request(WINDOWS + ".ics?token=" + token));
            assertThat(file.status()).as(file.response().body()).isEqualTo(200);
            assertThat(messages.maintenance.readers.getLast().cleared()).isFalse();
            assertThat(messages.maintenance.readers.getLast().name()).isEqualTo("admin");
            assertThat(send(request(WINDOWS + "?token=" + token)).status()).isEqualTo(401);
            assertThat(send(request("/api/v1/incidents?token=" + token)).status())
                    .isEqualTo(401);
            assertThat(send(request(WINDOWS + ".ics?token=" + token + "&region=North"))
                            .status())
                    .isEqualTo(400);
        }

        @Test
        void whoTriesManyTokensHasToWaitAndShutsOutNobodyElse() {
            String token = post(WINDOWS + "/subscribers", "{\"name\": \"wall\"}")
                    .json()
                    .path("token")
                    .asString();
            for (int i = 0; i < 12; i++) {
                send(request(WINDOWS + ".ics?token=guess" + i));
            }
            assertThat(send(request(WINDOWS + ".ics?token=guess")).status()).isEqualTo(429);
            assertThat(send(request(WINDOWS + ".ics?token=" + token)).status()).isEqualTo(200);
        }
    }
}
