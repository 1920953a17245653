package uk.smartenergy.incident.incident.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import uk.smartenergy.incident.api.backtest.BacktestCommand.CancelBacktest;
import uk.smartenergy.incident.api.backtest.BacktestCommand.RequestBacktest;
import uk.smartenergy.incident.api.backtest.BacktestId;
import uk.smartenergy.incident.api.shared.Refusal;

class BacktestsTest extends HttpTest {
    private static final String PATH = "/api/v1/categorisation-policies/backtests";
    private static final String JULY = """
            {"policy": "supplier-reading", "from": "2018-07-01", "to": "2018-07-31"}""";

    @Nested
    class Requesting {
        @Test
        void answersTheWholeResultWithLocationAndTag() {
            Got got = post(PATH, JULY);

            assertThat(got.status()).isEqualTo(201);
            JsonNode body = got.json();
            String id = body.path("id").asString();
            assertThat(BacktestId.isValid(id)).isTrue();
            assertThat(got.header("Location")).isEqualTo(PATH + "/" + id);
            assertThat(got.header("ETag")).isEqualTo("\"3\"");
            assertThat(body.path("state").asString()).isEqualTo("COMPLETED");
            assertThat(body.at("/progress/done").asInt()).isEqualTo(3);
            assertThat(body.at("/policy/version").asString()).isEqualTo("supplier-reading");
            assertThat(body.path("took").asString()).isEqualTo("PT0.04S");
            assertThat(body.path("incidents").asInt()).isEqualTo(3);
            assertThat(body.path("changed").asInt()).isEqualTo(1);
            assertThat(body.path("unchanged").asInt()).isEqualTo(2);
            assertThat(body.path("notReplayable").asInt()).isEqualTo(1);
            assertThat(body.path("counts").toString())
                    .isEqualTo("[{\"old\":2,\"new\":1,\"count\":1},{\"old\":2,\"new\":2,\"count\":2}]");
            assertThat(body.at("/targets/0/measure").asString()).isEqualTo("CPM4");
            assertThat(body.at("/targets/0/old/percent").asDouble()).isEqualTo(100);
            assertThat(body.at("/targets/0/new/percent").asDouble()).isEqualTo(50);
            assertThat(body.at("/majorIncidentReports/new/reports").asInt()).isEqualTo(2);
            assertThat(body.path("told").values())
                    .anySatisfy(
                            told -> assertThat(told.toString()).isEqualTo("{\"who\":\"Panel\",\"old\":0,\"new\":1}"));
        }

        @Test
        void showsWhatChangesWithBothExplanations() {
            JsonNode change = post(PATH, JULY).json().at("/changes/0");

            assertThat(change.path("incidentId").asString()).isEqualTo("INC000000000001");
            assertThat(change.path("oldCategory").asInt()).isEqualTo(2);
            assertThat(change.path("newCategory").asInt()).isEqualTo(1);
            assertThat(change.at("/oldExplanation/policyVersion").asString()).isEqualTo("dcc-reading");
            assertThat(change.at("/newExplanation/policyVersion").asString()).isEqualTo("supplier-reading");
            assertThat(change.at("/newExplanation/limbs").values()).anySatisfy(limb -> {
                assertThat(limb.path("limb").asString()).isEqualTo("install-and-commission-impact");
                assertThat(limb.path("met").asBoolean()).isTrue();
            });
            assertThat(change.at("/newExplanation/leastChanges").isEmpty()).isFalse();
            assertThat(change.path("oldResolutionMet").asBoolean()).isTrue();
            assertThat(change.path("newResolutionMet").asBoolean(true)).isFalse();
            assertThat(change.at("/reportsOwed/new").asInt()).isEqualTo(2);
            assertThat(change.at("/told/additionally").toString()).contains("Panel");
        }

        @Test
        void takesDatesAsLondonHasThemAndFreezesTheMoment() {
            post(PATH, JULY);

            RequestBacktest sent = messages.onlyCommand(RequestBacktest.class);
            assertThat(sent.scope().from()).isEqualTo("2018-06-30T23:00:00Z");
            assertThat(sent.scope().to()).isEqualTo("2018-07-31T22:59:59.999999999Z");
            assertThat(sent.scope().asOf()).isEqualTo(WebTestApplication.NOW);
            assertThat(sent.scope().knownAt()).isEqualTo(WebTestApplication.NOW);
            assertThat(sent.scope().requestedBy().name()).isEqualTo("admin");
        }

        @Test
        void knowsNothingOfTheFuture() {
            post(PATH, JULY.replace("}", ", \"knownAt\": \"2030-01-01T00:00:00Z\", \"asOf\": \"2018-08-31\"}"));

            RequestBacktest sent = messages.onlyCommand(RequestBacktest.class);
            assertThat(sent.scope().knownAt()).isEqualTo(WebTestApplication.NOW);
            assertThat(sent.scope().asOf()).isEqualTo(Instant.parse("2018-08-31T22:59:59.999999999Z"));
        }

        @Test
        void takesAWholePolicy() {
            JsonNode policy =
                    get("/api/v1/categorisation-policies/supplier-reading").json();
            String own = policy.toString().replace("\"supplier-reading\"", "\"ours\"");
            Got got = post(PATH, JULY.replace("\"supplier-reading\"", own));

            assertThat(got.status()).as(got.response().body()).isEqualTo(201);
            assertThat(got.json().at("/policy/version").asString()).isEqualTo("ours");
            assertThat(got.json().at("/policy/onRecord").asBoolean(true)).isFalse();
            assertThat(got.json().at("/policy/document/limbs").isEmpty()).isFalse();
            assertThat(messages.onlyCommand(RequestBacktest.class)
                            .scope()
                            .policy()
                            .policy()
                            .version())
                    .isEqualTo("ours");
        }

        @Test
        void anEmptyPolicyIsNone() {
            Got got = post(PATH, JULY.replace("\"supplier-reading\"", "{}"));

            assertThat(got.status()).isEqualTo(400);
            assertThat(got.pointers()).containsExactly("/policy");
        }

        @Test
        void namesAllFaultsOfAWholePolicy() {
            Got got = post(PATH, """
                    {"policy": {"version": "ours", "limbs": [{"code": "x", "category": 9, "text": "y", "when": {"level": "LOUD"}}]},
                     "from": "2018-07-31", "to": "2018-07-01"}""");

            assertThat(got.status()).isEqualTo(400);
            assertThat(got.pointers()).contains("/to").anyMatch(pointer -> pointer.startsWith("/policy/limbs/0"));
            assertThat(messages.sent).isEmpty();
        }

        @Test
        void refusesWhatItCannotRead() {
            assertThat(post(PATH, "{}").pointers()).containsExactlyInAnyOrder("/policy", "/from", "/to");
            assertThat(post(PATH, JULY.replace("supplier-reading", "unheard-of"))
                            .pointers())
                    .containsExactly("/policy");
            assertThat(post(PATH, JULY.replace("\"supplier-reading\"", "[1]")).pointers())
                    .containsExactly("/policy");
            assertThat(post(PATH, JULY.replace("\"supplier-reading\"", "{\"version\": \"dcc-reading\"}"))
                            .status())
                    .isEqualTo(201);
        }

        @Test
        void repeatedWithTheSameKeyIsTheSameBacktest() {
            Got first = post(PATH, JULY, "Idempotency-Key", "july");
            answers.kept.clear();
            Got again = post(PATH, JULY, "Idempotency-Key", "july");

            assertThat(again.status()).isEqualTo(201);
            assertThat(again.header("Location")).isEqualTo(first.header("Location"));
            assertThat(messages.sent).hasSize(1);
        }

        @Test
        void isRefusedWhileTooManyWait() {
            messages.backtests.unfinished = 10;
            Got got = post(PATH, JULY);

            assertThat(got.status()).isEqualTo(429);
            assertThat(got.json().path("code").asString()).isEqualTo("TOO_MANY_BACKTESTS");
            assertThat(got.header("Retry-After")).isNotEmpty();
        }
    }

    @Test
    void isReadAgainWithItsTagAndListed() {
        String location = post(PATH, JULY).header("Location");

        assertThat(get(location).json().path("state").asString()).isEqualTo("COMPLETED");
        assertThat(get(location).header("ETag")).isEqualTo("\"3\"");
        assertThat(get(PATH).json().path("total").asInt()).isEqualTo(2);
        assertThat(get(PATH).json().at("/items/1/changed").asInt()).isEqualTo(1);
    }

    @Test
    void changesAreFilteredAndComeAsATable() {
        String location = post(PATH, JULY).header("Location");

        assertThat(get(location + "/changes?oldCategory=2&newCategory=1")
                        .json()
                        .path("total")
                        .asInt())
                .isEqualTo(1);
        assertThat(get(location + "/changes?newCategory=4").json().path("total").asInt())
                .isEqualTo(0);
        assertThat(get(location + "/changes?newCategory=6").pointers()).containsExactly("/newCategory");
        assertThat(get(location + "/changes?cursor=x").pointers()).containsExactly("/cursor");
        List<String> table = send(as("admin", location + "/changes").header("Accept", "text/csv"))
                .response()
                .body()
                .lines()
                .toList();
        assertThat(table).hasSize(2);
        assertThat(table.getFirst()).startsWith("incidentId,summary,externalReference,raisedAt");
        assertThat(table.getLast()).contains("install-and-commission-impact");
    }

    @Nested
    class Cancelling {
        private final String cancellation = PATH + "/" + FakeBacktests.RUNNING + "/cancellation";

        @Test
        void answersTheBacktestAsItThenStands() {
            Got got = post(cancellation, "{\"reason\": \"Wrong month\"}");

            assertThat(got.status()).isEqualTo(200);
            assertThat(got.json().path("state").asString()).isEqualTo("CANCELLED");
            assertThat(messages.onlyCommand(CancelBacktest.class).reason()).isEqualTo("Wrong month");
        }

        @Test
        void isRefusedAsTheDomainRefusesIt() {
            messages.refusal = new Refusal(Refusal.Kind.CONFLICT, "BACKTEST_OVER", "It is COMPLETED", Map.of());
            assertThat(post(cancellation, "{}").status()).isEqualTo(409);
            messages.refusal = new Refusal(Refusal.Kind.STALE, "STALE_VERSION", "It is at version 4", Map.of());
            assertThat(post(cancellation, "{}", "If-Match", "\"1\"").status()).isEqualTo(412);
        }

        @Test
        void whatIsNotThereIsNotFound() {
            assertThat(post(PATH + "/BT-00000000ffff/cancellation", "{}").status())
                    .isEqualTo(404);
            assertThat(post(PATH + "/nonsense/cancellation", "{}").status()).isEqualTo(404);
        }
    }

    @Test
    void aRedOneIsNotThereForWhoIsNotCleared() {
        user("not-cleared", "OPS_GROUP", "", false);
        user("cleared", "OPS_GROUP", "", true);
        String location = PATH + "/" + FakeBacktests.RUNNING;
        Got absent = send(as("not-cleared", PATH + "/BT-00000000ffff"));
        messages.backtests.makeRed(FakeBacktests.RUNNING);

        Got hidden = send(as("not-cleared", location));
        assertThat(hidden.status()).isEqualTo(404);
        assertThat(hidden.response().body()).isEqualTo(absent.response().body());
        assertThat(send(as("not-cleared", location + "/changes")).status()).isEqualTo(404);
        assertThat(postAs("not-cleared", location + "/cancellation", "{}").status())
                .isEqualTo(404);
        assertThat(send(as("not-cleared", PATH)).json().path("total").asInt()).isEqualTo(0);
        assertThat(send(as("cleared", location)).status()).isEqualTo(200);
    }

    @Test
    void onlyWhoSeesAmberMayAsk() {
        user("a-party", "INCIDENT_PARTY", "Northwick Energy", false);

        assertThat(postAs("a-party", PATH, JULY).status()).isEqualTo(403);
        assertThat(send(as("a-party", PATH)).status()).isEqualTo(403);
        assertThat(send(request(PATH)).status()).isEqualTo(401);
    }
}
