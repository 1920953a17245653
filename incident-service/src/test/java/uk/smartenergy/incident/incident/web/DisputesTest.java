package uk.smartenergy.incident.incident.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import uk.smartenergy.incident.api.categorisation.Category;
import uk.smartenergy.incident.api.incident.IncidentCommand;
import uk.smartenergy.incident.api.incident.IncidentId;
import uk.smartenergy.incident.api.shared.Refusal;
import uk.smartenergy.incident.platform.messaging.StoreAway;

class DisputesTest extends HttpTest {
    private static final String DISPUTES = "/api/v1/incidents/INC000000000001/category-disputes";
    private static final String DISPUTE = "{\"reason\": \"Nobody could install\", \"proposedCategory\": 1}";
    private static final String RULING = "{\"category\": 1, \"reason\": \"It was critical\"}";

    static Stream<Arguments> commands() {
        return Stream.of(
                Arguments.of("", DISPUTE, IncidentCommand.DisputeCategory.class),
                Arguments.of("/1/evidence", "{\"evidence\": \"A log\"}", IncidentCommand.AddDisputeEvidence.class),
                Arguments.of("/1/withdrawal", "{\"reason\": \"Settled\"}", IncidentCommand.WithdrawDispute.class),
                Arguments.of("/1/ruling", RULING, IncidentCommand.RuleOnDispute.class));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void aCommandIsSentAndAnsweredWithTheDispute(String call, String body, Class<? extends IncidentCommand> type) {
        messages.has(1, "Northwick Energy", null, false);

        Got got = post(DISPUTES + call, body, "If-Match", "\"0\"");

        assertThat(got.status()).isEqualTo(201);
        assertThat(got.header("Location")).endsWith(DISPUTES + "/1");
        assertThat(got.header("ETag")).isEqualTo("\"1\"");
        assertThat(got.json().path("number").asInt()).isEqualTo(1);
        assertThat(got.json().path("state").asString()).isEqualTo("OPEN");
        assertThat(got.json().path("precedents").asString()).isEqualTo(DISPUTES + "/1/precedents");
        assertThat(messages.onlyCommand(type).incidentId()).isEqualTo(IncidentId.of(1));
        assertThat(messages.sent.getFirst().caller().expectedVersion()).isZero();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void anUnknownIncidentAndARedOneAreNotThereInTheSameWords(
            String call, String body, Class<? extends IncidentCommand> type) {
        user("ops", "OPS_GROUP", "", false);
        messages.has(1, "Northwick Energy", null, true);

        Got hidden = postAs("ops", DISPUTES + call, body);
        messages.reset();
        Got unknown = postAs("ops", DISPUTES + call, body);

        assertThat(hidden.status()).isEqualTo(404);
        assertThat(hidden.json().path("code").asString()).isEqualTo("INCIDENT_NOT_FOUND");
        assertThat(hidden.response().body()).isEqualTo(unknown.response().body());
        assertThat(messages.sent).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void refusalsBecomeStatuses(String call, String body, Class<? extends IncidentCommand> type) {
        messages.has(1, "Northwick Energy", null, false);

        messages.refusal =
                new Refusal(Refusal.Kind.CONFLICT, "DISPUTE_ENDED", "It is", Map.of("disputeState", "RULED"));
        Got conflict = post(DISPUTES + call, body);
        assertThat(conflict.status()).isEqualTo(409);
        assertThat(conflict.json().path("disputeState").asString()).isEqualTo("RULED");

        messages.refusal = new Refusal(Refusal.Kind.STALE, "STALE_VERSION", "It has changed", Map.of());
        assertThat(post(DISPUTES + call, body, "If-Match", "\"0\"").status()).isEqualTo(412);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void onlyWhoSignsInAndMayCanDoIt(String call, String body, Class<? extends IncidentCommand> type) {
        user("csp", "SERVICE_PROVIDER", "CSP North", false);
        messages.has(1, "Northwick Energy", "CSP North", false);

        Got anonymous = send(request(DISPUTES + call)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));

        assertThat(anonymous.status()).isEqualTo(401);
        assertThat(postAs("csp", DISPUTES + call, body).status()).isEqualTo(403);
        assertThat(messages.sent).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"sam, INCIDENT_PARTY, 403", "desk, DCC_STAFF, 403", "ops, OPS_GROUP, 201", "secas, SECAS, 201"})
    void onlyTheOpsGroupAndSecasRule(String user, String role, int status) {
        user(user, role, role.equals("INCIDENT_PARTY") ? "Northwick Energy" : "", false);
        messages.has(1, "Northwick Energy", null, false);

        assertThat(postAs(user, DISPUTES + "/1/ruling", RULING).status()).isEqualTo(status);
    }

    @Test
    void allThatIsWrongIsToldAtOnce() {
        messages.has(1, "Northwick Energy", null, false);

        assertThat(post(DISPUTES, "{\"proposedCategory\": 6, \"occurredAt\": \"2030-01-01T00:00:00Z\"}")
                        .pointers())
                .containsExactlyInAnyOrder("/reason", "/proposedCategory", "/occurredAt");
        assertThat(post(DISPUTES + "/1/evidence", "{}").pointers()).containsExactly("/evidence");
        assertThat(post(DISPUTES + "/1/withdrawal", "{}").pointers()).containsExactly("/reason");
        assertThat(post(DISPUTES + "/1/ruling", "{}").pointers()).containsExactlyInAnyOrder("/category", "/reason");
        assertThat(messages.sent).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "sam, INCIDENT_PARTY, Northwick Energy, Northwick Energy",
        "desk, DCC_STAFF, '', DCC",
        "ops, OPS_GROUP, '', Operations Group",
        "secas, SECAS, '', SECAS"
    })
    void theOwnPartyDisputesUnlessAnotherIsNamed(String user, String role, String party, String named) {
        user(user, role, party, false);
        messages.has(1, "Other Energy", null, false);

        assertThat(postAs(user, DISPUTES, DISPUTE).status()).isEqualTo(201);
        IncidentCommand.DisputeCategory dispute = messages.onlyCommand(IncidentCommand.DisputeCategory.class);
        assertThat(dispute.party()).isEqualTo(named);
        assertThat(dispute.proposedCategory()).isEqualTo(Category.CATEGORY_1);
    }

    @Test
    void anAnswerThatWasLostIsMadeAnewAndIsThatOfTheOwnPartysDispute() {
        user("sam", "INCIDENT_PARTY", "Northwick Energy", false);
        messages.has(1, "Northwick Energy", null, false);
        messages.afterCommit = new StoreAway("gone", new RuntimeException());
        assertThat(postAs("sam", DISPUTES, DISPUTE, "Idempotency-Key", "k1").status())
                .isEqualTo(503);
        messages.afterCommit = null;
        messages.laterDisputes.add(RecordingMessages.dispute(2, "lou", "Larkfield Energy"));

        Got again = postAs("sam", DISPUTES, DISPUTE, "Idempotency-Key", "k1");

        assertThat(again.status()).isEqualTo(201);
        assertThat(again.header("Location")).isEqualTo(DISPUTES + "/1");
        assertThat(messages.sent).hasSize(1);
    }

    @Test
    void anIncidentPartyNamesNoOtherParty() {
        user("sam", "INCIDENT_PARTY", "Northwick Energy", false);
        user("ops", "OPS_GROUP", "", false);
        messages.has(1, "Northwick Energy", null, false);
        String inAnothersName = "{\"reason\": \"Why\", \"party\": \"Other Energy\"}";

        assertThat(postAs("sam", DISPUTES, inAnothersName).status()).isEqualTo(403);
        assertThat(messages.sent).isEmpty();
        assertThat(postAs("ops", DISPUTES, inAnothersName).status()).isEqualTo(201);
        assertThat(messages.onlyCommand(IncidentCommand.DisputeCategory.class).party())
                .isEqualTo("Other Energy");
    }

    @Test
    void anIncidentPartyTouchesItsOwnDisputesOnly() {
        user("sam", "INCIDENT_PARTY", "Northwick Energy", false);
        user("desk", "DCC_STAFF", "", false);
        IncidentId id = messages.has(1, "Northwick Energy", null, false);
        messages.disputes.put(id, RecordingMessages.dispute("kim", "Other Energy"));
        String evidence = "{\"evidence\": \"A log\"}";
        String reason = "{\"reason\": \"Settled\"}";

        assertThat(postAs("sam", DISPUTES + "/1/evidence", evidence).status()).isEqualTo(403);
        assertThat(postAs("sam", DISPUTES + "/1/withdrawal", reason).status()).isEqualTo(403);
        assertThat(postAs("desk", DISPUTES + "/1/withdrawal", reason).status()).isEqualTo(403);
        assertThat(postAs("desk", DISPUTES + "/1/evidence", evidence).status()).isEqualTo(201);
        messages.disputes.put(id, RecordingMessages.dispute("kim", "Northwick Energy"));
        assertThat(postAs("sam", DISPUTES + "/1/evidence", evidence).status()).isEqualTo(201);
        assertThat(postAs("sam", DISPUTES + "/1/withdrawal", reason).status()).isEqualTo(201);
    }

    @Test
    void disputesAreReadAsOfAndAsKnown() {
        messages.has(1, "Northwick Energy", null, false);

        Got list = get(DISPUTES + "?asOf=2018-10-04&knownAt=2018-10-04");

        assertThat(list.json().path("total").asInt()).isEqualTo(1);
        assertThat(list.json().at("/items/0/standing").asInt()).isEqualTo(2);
        assertThat(get(DISPUTES + "/1").json().path("party").asString()).isEqualTo("Northwick Energy");
        assertThat(get(DISPUTES + "/2").status()).isEqualTo(404);
        assertThat(get(DISPUTES + "/2").json().path("code").asString()).isEqualTo("DISPUTE_NOT_FOUND");
        assertThat(get(DISPUTES + "/one").status()).isEqualTo(404);
        assertThat(post(DISPUTES + "/2/ruling", RULING).status()).isEqualTo(404);
    }
}
