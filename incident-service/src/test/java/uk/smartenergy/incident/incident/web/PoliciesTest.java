package uk.smartenergy.incident.incident.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import uk.smartenergy.incident.api.categorisation.PolicyCommand;

class PoliciesTest extends HttpTest {
    private static final String POLICIES = "/api/v1/categorisation-policies";

    @Test
    void whatIsShownCanBeChangedAndDrafted() {
        ObjectNode body = (ObjectNode) get(POLICIES + "/dcc-reading").json();
        body.put("version", "five-parties");
        ((ObjectNode) body.at("/limbs/0/when/partiesPrevented")).put("atLeast", 5);

        Got drafted = post(POLICIES, body.toString());

        assertThat(drafted.status()).as(drafted.response().body()).isEqualTo(201);
        assertThat(drafted.header("Location")).isEqualTo(POLICIES + "/five-parties");
        assertThat(drafted.header("ETag")).isNotEmpty();
        assertThat(drafted.json().path("state").asString()).isEqualTo("DRAFT");
        assertThat(drafted.json().at("/limbs/0/when/partiesPrevented/atLeast").asInt())
                .isEqualTo(5);
        JsonNode differences =
                get(POLICIES + "/dcc-reading/differences/five-parties").json();
        assertThat(differences.at("/limbs/changed/0/limb").asString()).isEqualTo("parties-prevented");
        assertThat(differences.path("changed").asInt()).isPositive();
        assertThat(differences.at("/matrix/0/example/level").asString()).isNotEmpty();
        assertThat(differences.at("/thresholds").size()).isEqualTo(2);
        assertThat(post(POLICIES, body.toString()).json().path("code").asString())
                .isEqualTo("VERSION_TAKEN");
    }

    @Test
    void anUnsoundPolicyIsRefusedWithItsHolesAndItsValidationNamesThemToo() {
        String holes = """
                {"version": "holes", "limbs": [{"code": "a", "category": 1, "text": "A", "when": {"level": "CRITICAL"}}]}""";

        Got refused = post(POLICIES, holes);
        Got validated = post(POLICIES + "/validation", holes);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().at("/errors/0/message").asString())
                .isEqualTo(
                        "No limb decides on level NON_CRITICAL or MODERATE or MINOR or MINIMAL, whatever the other facts");
        assertThat(validated.status()).isEqualTo(200);
        assertThat(validated.json().path("sound").asBoolean()).isFalse();
        assertThat(validated.json().at("/holes/0/facts/level").size()).isPositive();
        assertThat(messages.sent).isEmpty();
    }

    @Test
    void aPolicyOnRecordIsValidatedWithItsOverlapsNamed() {
        JsonNode validation = get(POLICIES + "/dcc-reading/validation").json();

        assertThat(validation.path("sound").asBoolean()).isTrue();
        assertThat(validation.path("combinations").asInt()).isEqualTo(5 * 2 * 4 * 3 * 4);
        assertThat(validation.path("holes").size()).isZero();
        assertThat(validation.at("/overlaps/0/example/level").asString()).isNotEmpty();
        assertThat(validation.at("/thresholds/0/partiesPrevented").asInt()).isEqualTo(10);
    }

    @Test
    void aDraftIsChangedByWhoHasSeenItAndStaysWhenActivated() {
        post(POLICIES, "{\"version\": \"mine\"}");
        String tag = get(POLICIES + "/mine").header("ETag");

        assertThat(put("/mine", "{\"name\": \"Mine\"}", "\"0\"").status()).isEqualTo(412);
        Got changed = put("/mine", "{\"name\": \"Mine\"}", tag);
        assertThat(changed.status()).as(changed.response().body()).isEqualTo(200);
        assertThat(changed.json().path("name").asString()).isEqualTo("Mine");
        assertThat(changed.header("ETag")).isNotEqualTo(tag);
        assertThat(put("/mine", "{\"version\": \"yours\"}", "*").pointers()).containsExactly("/version");
        assertThat(put("/dcc-reading", "{}", "*").status()).isEqualTo(409);
        assertThat(put("/king", "{}", "*").status()).isEqualTo(404);

        post(POLICIES + "/mine/activation", "{}");
        assertThat(put("/mine", "{\"name\": \"Again\"}", "*")
                        .json()
                        .path("code")
                        .asString())
                .isEqualTo("POLICY_NOT_DRAFT");
    }

    @Test
    void activatingTakesABodyOfAnyFormOrNone() {
        Got activated =
                send(as("admin", POLICIES + "/supplier-reading/activation").POST(HttpRequest.BodyPublishers.noBody()));
        assertThat(activated.status()).as(activated.response().body()).isEqualTo(200);
        assertThat(activated.json().path("state").asString()).isEqualTo("ACTIVE");
        assertThat(get(POLICIES).json().at("/inForce/1/version").asString()).isEqualTo("supplier-reading");
        assertThat(messages.onlyCommand(PolicyCommand.ActivatePolicy.class).from())
                .isNull();

        Got later = post(
                POLICIES + "/supplier-reading/activation",
                "{\"effectiveFrom\": \"2018-11-01\", \"reason\": \"Panel\"}");
        assertThat(later.status()).isEqualTo(200);
        assertThat(later.json().at("/activations/1/from").asString()).isEqualTo("2018-11-01");
        Got early = post(POLICIES + "/supplier-reading/activation", "{\"from\": \"2010-01-01\"}");
        assertThat(early.status()).isEqualTo(400);
        assertThat(early.json().path("code").asString()).isEqualTo("ACTIVATED_TOO_EARLY");
        assertThat(post(POLICIES + "/supplier-reading/activation", "{\"from\": \"soon\"}")
                        .pointers())
                .containsExactly("/from");
        assertThat(post(POLICIES + "/king/activation", "{}").status()).isEqualTo(404);
    }

    @Test
    void whatAloneIsInForceIsNotRetired() {
        assertThat(post(POLICIES + "/dcc-reading/retirement", "{}")
                        .json()
                        .path("code")
                        .asString())
                .isEqualTo("NOTHING_ELSE_IN_FORCE");
        post(POLICIES + "/supplier-reading/activation", "{}");
        assertThat(post(POLICIES + "/supplier-reading/retirement", "{\"reason\": \"Wrong\"}")
                        .json()
                        .path("state")
                        .asString())
                .isEqualTo("RETIRED");
        assertThat(post(POLICIES + "/supplier-reading/activation", "{}").status())
                .isEqualTo(409);
    }

    @Test
    void onlyThoseWhoDecideThePolicyActivateIt() {
        user("opsgroup", "OPS_GROUP", "", false);
        assertThat(postAs("opsgroup", POLICIES, "{\"version\": \"theirs\"}").status())
                .isEqualTo(201);
        assertThat(postAs("opsgroup", POLICIES + "/theirs/activation", "{}").status())
                .isEqualTo(403);
    }

    @Test
    void theCalendarIsShownAndCorrected() {
        Got corrected = post(
                "/api/v1/working-days/corrections",
                "{\"date\": \"2018-12-24\", \"workingDay\": false, \"reason\": \"Declared\"}");
        assertThat(corrected.status()).as(corrected.response().body()).isEqualTo(201);
        assertThat(corrected.json().path("workingDay").asBoolean()).isFalse();
        JsonNode days =
                get("/api/v1/working-days?from=2018-12-21&to=2018-12-24").json();
        assertThat(corrected.header("ETag"))
                .isEqualTo(get("/api/v1/working-days").header("ETag"));
        assertThat(days.path("total").asInt()).isEqualTo(4);
        assertThat(days.path("workingDays").asInt()).isEqualTo(1);
        assertThat(post("/api/v1/working-days/corrections", "{\"date\": \"soon\"}")
                        .pointers())
                .containsExactlyInAnyOrder("/date", "/workingDay", "/reason");
        assertThat(get("/api/v1/working-days?from=2018-12-21&to=2018-12-20").status())
                .isEqualTo(400);
    }

    private Got put(String version, String body, String ifMatch) {
        return send(as("admin", POLICIES + version)
                .header("Content-Type", "application/json")
                .header("If-Match", ifMatch)
                .PUT(HttpRequest.BodyPublishers.ofString(body)));
    }
}
