package uk.smartenergy.incident.incident.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import uk.smartenergy.incident.api.communication.Channel;
import uk.smartenergy.incident.api.communication.DeliveryCommand;
import uk.smartenergy.incident.api.communication.SubscriptionCommand;
import uk.smartenergy.incident.api.communication.SubscriptionId;
import uk.smartenergy.incident.api.incident.IncidentCommand;
import uk.smartenergy.incident.platform.webhook.Secrets;

class CommunicationsTest extends HttpTest {
    private static final String COMMUNICATIONS = "/api/v1/incidents/INC000000000001/communications";
    private static final String SUBSCRIPTIONS = "/api/v1/subscriptions";
    private static final String WEBHOOK = "{\"channel\": \"WEBHOOK\", \"url\": \"http://localhost/hook\"}";

    @Autowired
    private Secrets secrets;

    @Test
    void aBareTextIsTaken() {
        messages.has(1, "Northwick Energy", null, false);

        assertThat(post(COMMUNICATIONS, "{\"text\": \"Known\"}").status()).isEqualTo(201);
        assertThat(messages.onlyCommand(IncidentCommand.CommunicateIncident.class)
                        .history())
                .isFalse();
    }

    @Test
    void aNamedTemplateWantsAllThatItRequiresAndSaysSoAtOnce() {
        messages.has(1, "Northwick Energy", null, false);

        Got got =
                post(COMMUNICATIONS, "{\"text\": \"Known\", \"template\": \"MAJOR_INCIDENT\", \"affected\": \"WAN\"}");

        assertThat(got.status()).isEqualTo(400);
        assertThat(got.pointers())
                .containsExactlyInAnyOrder("/whoIsAffected", "/since", "/workaround", "/nextUpdateDue", "/expectedFix");
        assertThat(post(COMMUNICATIONS, "{\"text\": \"Known\", \"template\": \"HAIKU\"}")
                        .pointers())
                .containsExactly("/template");
        assertThat(messages.sent).isEmpty();
    }

    @Test
    void theDraftHoldsWhatIsKnownAndNamesWhatIsNot() {
        messages.has(1, "Northwick Energy", null, false);

        JsonNode draft = get(COMMUNICATIONS + "/draft").json();

        assertThat(draft.path("template").asString()).isEqualTo("SERIOUS_INCIDENT");
        assertThat(draft.path("affected").asString()).isEqualTo("WAN, SMKI");
        assertThat(draft.path("nextUpdateDue").asString()).isEqualTo("2018-10-05T16:00:00Z");
        assertThat(draft.path("missing").values())
                .extracting(JsonNode::asString)
                .containsExactly("workaround", "expectedFix");
        assertThat(get(COMMUNICATIONS + "/draft?template=HAIKU").status()).isEqualTo(400);
    }

    @Test
    void theTemplatesAreListed() {
        assertThat(get("/api/v1/communication-templates")
                        .json()
                        .at("/items/0/required")
                        .size())
                .isEqualTo(6);
    }

    @Test
    void theReportShowsItsFormulaAndWhereItsIncidentsAre() {
        JsonNode report = get("/api/v1/reports/communications?period=2018-07").json();

        assertThat(report.path("formula").asString()).contains("completeShare");
        assertThat(report.at("/byProvider/0/quality").asDouble()).isEqualTo(50.0);
        assertThat(report.at("/byProvider/0/incidents").asString())
                .contains("updatesIn=2018-07")
                .contains("updatesBy=CSP%20North");
        assertThat(get("/api/v1/reports/communications").status()).isEqualTo(400);
    }

    @Test
    void aSecretIsShownOnceOnly() {
        Got made = post(SUBSCRIPTIONS, WEBHOOK);

        assertThat(made.status()).isEqualTo(201);
        assertThat(made.json().path("secret").asString()).startsWith("whsec_");
        JsonNode shown = get(made.header("Location")).json();
        assertThat(shown.has("secret")).isFalse();
        assertThat(shown.path("url").asString()).isEqualTo("http://localhost/hook");
        SubscriptionCommand.Subscribe command = messages.onlyCommand(SubscriptionCommand.Subscribe.class);
        assertThat(command.owner()).isEqualTo("admin");
        assertThat(command.channel()).isEqualTo(Channel.WEBHOOK);
    }

    @Test
    void repeatedWithTheSameKeyItIsTheSameSubscription() {
        Got first = post(SUBSCRIPTIONS, WEBHOOK, "Idempotency-Key", "once");
        Got kept = post(SUBSCRIPTIONS, WEBHOOK, "Idempotency-Key", "once");
        answers.kept.clear();
        Got again = post(SUBSCRIPTIONS, WEBHOOK, "Idempotency-Key", "once");

        assertThat(kept.json()).isEqualTo(first.json());
        assertThat(again.json()).isEqualTo(first.json());
    }

    @Test
    void ofAnEndedSubscriptionARepetitionBringsNoSecretBack() {
        Got first = post(SUBSCRIPTIONS, WEBHOOK, "Idempotency-Key", "ended");
        SubscriptionId id = new SubscriptionId(first.json().path("id").asString());
        assertThat(secrets.find(id)).isPresent();
        send(as("admin", first.header("Location")).DELETE());
        answers.kept.clear();

        assertThat(post(SUBSCRIPTIONS, WEBHOOK, "Idempotency-Key", "ended").status())
                .isEqualTo(404);
        assertThat(secrets.find(id)).isEmpty();
    }

    @Test
    void aSubscriptionHasAnEntityTagByWhichItIsEnded() {
        Got made = post(SUBSCRIPTIONS, WEBHOOK);
        String path = made.header("Location");

        assertThat(made.header("ETag")).isNotEmpty().isEqualTo(get(path).header("ETag"));
        assertThat(send(as("admin", path).header("If-Match", "\"7\"").DELETE()).status())
                .isEqualTo(412);
        assertThat(send(as("admin", path)
                                .header("If-Match", made.header("ETag"))
                                .DELETE())
                        .status())
                .isEqualTo(204);
        assertThat(get(path).status()).isEqualTo(404);
    }

    @Test
    void theListOfSubscriptionsComesInPages() {
        List<String> made = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            made.add(post(SUBSCRIPTIONS, WEBHOOK).json().path("id").asString());
        }

        JsonNode first = get(SUBSCRIPTIONS + "?limit=2").json();
        JsonNode second = get(SUBSCRIPTIONS + "?limit=2&cursor="
                        + first.path("nextCursor").asString())
                .json();

        assertThat(first.path("total").asInt()).isEqualTo(3);
        assertThat(Stream.of(first, second)
                        .flatMap(page -> page.path("items").valueStream())
                        .map(one -> one.path("id").asString()))
                .containsExactlyElementsOf(made);
        assertThat(second.path("nextCursor").isNull()).isTrue();
        assertThat(get(SUBSCRIPTIONS + "?cursor=SUB" + "0".repeat(32)).status()).isEqualTo(400);
    }

    @Test
    void whoIsAddedUnderANameThatWasUsedBeforeInheritsNoSubscription() {
        user("leaver", "INCIDENT_PARTY", "Northwick Energy", false);
        Got made = send(as("leaver", SUBSCRIPTIONS)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(WEBHOOK)));
        assertThat(send(as("leaver", SUBSCRIPTIONS)).json().path("total").asInt())
                .isEqualTo(1);
        send(as("admin", "/api/v1/users/leaver").DELETE());
        user("leaver", "INCIDENT_PARTY", "Northwick Energy", false);

        assertThat(send(as("leaver", SUBSCRIPTIONS)).json().path("total").asInt())
                .isZero();
        assertThat(send(as("leaver", made.header("Location"))).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"channel\": \"PIGEON\"}",
                "{\"channel\": \"WEBHOOK\"}",
                "{\"channel\": \"WEBHOOK\", \"url\": \"ftp://localhost\"}",
                "{\"channel\": \"WEBHOOK\", \"url\": \"http://a:b@localhost\"}",
                "{\"channel\": \"WEBHOOK\", \"url\": \"http://localhost\", \"secret\": \"short\"}",
                "{\"channel\": \"WEBHOOK\", \"url\": \"http://localhost\", \"regions\": [\"Atlantis\"]}",
                "{\"channel\": \"WEBHOOK\", \"url\": \"http://localhost\", \"incident\": \"INC000000000009\"}",
                "{\"channel\": \"EMAIL\", \"address\": \"a@b.example, c@d.example\"}",
                "{\"channel\": \"EMAIL\", \"address\": \"A <a@b.example>\"}",
                "{\"channel\": \"EMAIL\", \"address\": \"a@b.example\\r\\nBcc: c@d.example\"}",
            })
    void whatCannotBeServedIsRefused(String body) {
        assertThat(post(SUBSCRIPTIONS, body).status()).isEqualTo(400);
        assertThat(messages.sent).isEmpty();
    }

    @Test
    void withoutAMailServerThereIsNoEMail() {
        Got got = post(SUBSCRIPTIONS, "{\"channel\": \"EMAIL\", \"address\": \"a@b.example\"}");

        assertThat(got.status()).isEqualTo(409);
        assertThat(got.json().path("code").asString()).isEqualTo("EMAIL_NOT_CONFIGURED");
    }

    @Test
    void aRedIncidentIsNotForSubscribing() {
        messages.has(500_000_000_001L, "Northwick Energy", null, true);
        String body = "{\"channel\": \"WEBHOOK\", \"url\": \"http://localhost\", \"incident\": \"INC500000000001\"}";
        user("uncleared", "DCC_STAFF", "", false);

        assertThat(post(SUBSCRIPTIONS, body).json().at("/errors/0/message").asString())
                .contains("RED");
        assertThat(postAs("uncleared", SUBSCRIPTIONS, body)
                        .json()
                        .at("/errors/0/message")
                        .asString())
                .isEqualTo("is not the reference of an Incident that is there");
    }

    @Test
    void othersSubscriptionsAreNotThere() {
        user("one", "INCIDENT_PARTY", "Northwick Energy", false);
        user("other", "OPS_GROUP", "", false);
        user("staff", "DCC_STAFF", "", false);
        String location = postAs("one", SUBSCRIPTIONS, WEBHOOK).header("Location");

        assertThat(send(as("one", location)).status()).isEqualTo(200);
        assertThat(send(as("staff", location)).status()).isEqualTo(200);
        assertThat(send(as("other", location)).status()).isEqualTo(404);
        assertThat(send(as("other", location).DELETE()).status()).isEqualTo(404);
        assertThat(send(as("other", SUBSCRIPTIONS)).json().path("total").asInt())
                .isZero();
        assertThat(send(as("one", location).DELETE()).status()).isEqualTo(204);
        assertThat(send(as("one", location)).status()).isEqualTo(404);
    }

    @Test
    void aDeliveryIsReplayedOnRequest() {
        String deliveries = post(SUBSCRIPTIONS, WEBHOOK).header("Location") + "/deliveries";
        String id = get(deliveries).json().at("/items/0/id").asString();

        assertThat(post(deliveries + "/" + id + "/replays", "{}").status()).isEqualTo(201);
        assertThat(messages.sent.getLast().command()).isInstanceOf(DeliveryCommand.ReplayDelivery.class);
        assertThat(post(deliveries + "/DLV0/replays", "{}").status()).isEqualTo(404);
    }
}
