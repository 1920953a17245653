package uk.smartenergy.incident.incident.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import uk.smartenergy.incident.api.incident.IncidentCommand.RaiseIncident;
import uk.smartenergy.incident.api.incident.IncidentId;
import uk.smartenergy.incident.api.shared.Classification;
import uk.smartenergy.incident.api.shared.Refusal;
import uk.smartenergy.incident.platform.messaging.StoreAway;

class RaisingTest extends HttpTest {

    @Test
    void aRaisedIncidentIsAnsweredWithWhereItIs() {
        Got raised = post("/api/v1/incidents", RAISING);

        assertThat(raised.status()).isEqualTo(201);
        assertThat(raised.header("Location")).isEqualTo("/api/v1/incidents/" + onlyIncident());
        assertThat(raised.header("ETag")).isEqualTo("\"0\"");
        assertThat(raised.json().path("id").asString()).isEqualTo(onlyIncident().value());
        assertThat(raised.json().path("category").asInt()).isEqualTo(2);
        assertThat(raised.json().path("raisedBy").path("contactName").asString())
                .isEqualTo("Sam Field");
        RaiseIncident command = messages.onlyCommand(RaiseIncident.class);
        assertThat(command.impact().partiesPrevented()).isZero();
        assertThat(command.classification()).isEqualTo(Classification.GREEN);
    }

    @Test
    void allFaultsAreToldAtOnceThoseOfTypeIncluded() {
        Got refused = post("/api/v1/incidents", """
                {"type": "GAS", "raisedBy": {"party": 7}, "occurredAt": "yesterday", "services": ["Tea"],
                 "impact": {"partiesPrevented": "three", "dataLoss": "SOME"}, "proposedCategory": 6, "unknown": true}""");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(refused.pointers())
                .containsExactlyInAnyOrder(
                        "/summary",
                        "/type",
                        "/raisedBy/party",
                        "/raisedBy/contactName",
                        "/raisedBy/contactDetails",
                        "/occurredAt",
                        "/services/0",
                        "/impact/level",
                        "/impact/partiesPrevented",
                        "/impact/dataLoss",
                        "/proposedCategory");
        assertThat(refused.response().body()).doesNotContain("uk.smartenergy", "java.", "Exception");
        assertThat(messages.sent).isEmpty();
    }

    @Test
    void whatHappensLaterThanNowIsRefused() {
        Got refused = post(
                "/api/v1/incidents",
                RAISING.replace("\"type\"", "\"occurredAt\": \"2018-10-05T12:00:00.001Z\", \"type\""));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.pointers()).containsExactly("/occurredAt");
    }

    @Test
    void controlCharactersAndTooLongTextAreRefused() {
        assertThat(post("/api/v1/incidents", RAISING.replace("Joins", "Jo\\u0000ins"))
                        .pointers())
                .containsExactly("/summary");
        assertThat(post("/api/v1/incidents", RAISING.replace("Joins", "x".repeat(300)))
                        .pointers())
                .containsExactly("/summary");
    }

    @Test
    void aReferenceThatIsTakenIsFollowedByTheNext() {
        post("/api/v1/incidents", RAISING);
        long last = onlyIncident().number();
        messages.has(last + 1, "Northwick Energy", null, false);
        messages.has(last + 2, "Northwick Energy", null, false);

        assertThat(post("/api/v1/incidents", RAISING).header("Location")).endsWith("/" + IncidentId.of(last + 3));
    }

    @Test
    void aBlankInstantIsAMistakeAndNotNow() {
        Got blank = post("/api/v1/incidents", RAISING.replaceFirst("\\{", "{\"occurredAt\": \"\", "));

        assertThat(blank.status()).isEqualTo(400);
        assertThat(blank.response().body()).contains("\"/occurredAt\"");
    }

    @Test
    void theSameKeyAndBodyGiveTheFirstAnswerAgain() {
        Got first = post("/api/v1/incidents", RAISING, "Idempotency-Key", "k1");
        Got again = post("/api/v1/incidents", RAISING, "Idempotency-Key", "k1");

        assertThat(again.status()).isEqualTo(201);
        assertThat(again.response().body()).isEqualTo(first.response().body());
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(messages.sent).hasSize(1);
    }

    @Test
    void theSameKeyWithAnotherBodyIsRefused() {
        post("/api/v1/incidents", RAISING, "Idempotency-Key", "k1");

        Got other = post("/api/v1/incidents", RAISING.replace("MODERATE", "MINOR"), "Idempotency-Key", "k1");

        assertThat(other.status()).isEqualTo(422);
        assertThat(messages.sent).hasSize(1);
    }

    @Test
    void anAnswerThatWasLostIsMadeAnewAndTheIncidentIsNotRaisedTwice() {
        messages.afterCommit = new StoreAway("gone", new RuntimeException());
        assertThat(post("/api/v1/incidents", RAISING, "Idempotency-Key", "k1").status())
                .isEqualTo(503);
        messages.afterCommit = null;

        Got again = post("/api/v1/incidents", RAISING, "Idempotency-Key", "k1");

        assertThat(again.status()).isEqualTo(201);
        assertThat(again.header("Location")).isEqualTo("/api/v1/incidents/" + onlyIncident());
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(messages.sent).hasSize(1);
        answers.kept.clear();
        assertThat(post("/api/v1/incidents", RAISING.replace("MODERATE", "MINOR"), "Idempotency-Key", "k1")
                        .status())
                .isEqualTo(422);
    }

    @Test
    void aChangeWhoseAnswerWasLostIsNotRefusedForItsOwnEffect() {
        String pauses = "/api/v1/incidents/" + messages.has(7, "Northwick Energy", "DCC", false) + "/pauses";
        String pause = "{\"reason\": \"waits for the raiser\"}";
        messages.afterCommit = new StoreAway("gone", new RuntimeException());
        assertThat(post(pauses, pause, "Idempotency-Key", "k3").status()).isEqualTo(503);
        messages.afterCommit = null;
        messages.refusal = new Refusal(
                Refusal.Kind.CONFLICT, "INCIDENT_CANNOT_BE_PAUSED", "It is PENDING.", Map.of("state", "PENDING"));

        assertThat(post(pauses, pause, "Idempotency-Key", "k3").status()).isEqualTo(200);
        assertThat(post(pauses, pause, "Idempotency-Key", "k4").status()).isEqualTo(409);
        assertThat(messages.sent).hasSize(1);
    }

    @Test
    void aRefusedRequestMayBeRepairedUnderTheSameKey() {
        assertThat(post("/api/v1/incidents", "{}", "Idempotency-Key", "k2").status())
                .isEqualTo(400);
        assertThat(post("/api/v1/incidents", RAISING, "Idempotency-Key", "k2").status())
                .isEqualTo(201);
        assertThat(post("/api/v1/incidents", RAISING, "Idempotency-Key", "x".repeat(201))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void whoIsNotTheDccRaisesInTheOwnPartysNameOnly() {
        user("sam", "INCIDENT_PARTY", "Northwick Energy", false);
        user("eve", "INCIDENT_PARTY", "Other Energy", false);

        assertThat(postAs("sam", "/api/v1/incidents", RAISING).status()).isEqualTo(201);
        assertThat(postAs("eve", "/api/v1/incidents", RAISING)
                        .json()
                        .path("code")
                        .asString())
                .isEqualTo("NOT_YOUR_PARTY");
    }

    @Test
    void securityIsRedAndWantsClearance() {
        user("desk", "DCC_STAFF", "", false);
        String security = RAISING.replace("SERVICE", "SECURITY");

        assertThat(postAs("desk", "/api/v1/incidents", security)
                        .json()
                        .path("code")
                        .asString())
                .isEqualTo("CLEARANCE_NEEDED");
        assertThat(post("/api/v1/incidents", security).status()).isEqualTo(201);
        RaiseIncident command = messages.onlyCommand(RaiseIncident.class);
        assertThat(command.classification()).isEqualTo(Classification.RED);
        assertThat(command.incidentId().number()).isGreaterThanOrEqualTo(500_000_000_000L);
    }

    @Test
    void relatedIncidentsMustBeThereForTheCaller() {
        user("desk", "DCC_STAFF", "", false);
        IncidentId red = messages.has(500_000_000_001L, "Northwick Energy", null, true);
        String toRed = RAISING.replace("\"type\"", "\"relatedIncidents\": [\"%s\"], \"type\"".formatted(red));
        String toNone = toRed.replace(red.value(), "INC000000009999");

        Got ofRed = postAs("desk", "/api/v1/incidents", toRed);
        Got ofNone = postAs("desk", "/api/v1/incidents", toNone);

        assertThat(ofRed.status()).isEqualTo(400);
        assertThat(ofRed.response().body()).isEqualTo(ofNone.response().body());
        // Also for the cleared: the name of a RED Incident would be read by others.
        assertThat(post("/api/v1/incidents", toRed).status()).isEqualTo(400);
    }

    @Test
    void linksAreChecked() {
        IncidentId one = messages.has(1, "Northwick Energy", null, false);
        messages.has(2, "Northwick Energy", null, false);
        String path = "/api/v1/incidents/" + one + "/links";

        assertThat(post(path, "{\"type\": \"RELATED_TO\", \"target\": \"INC000000000002\"}")
                        .status())
                .isEqualTo(200);
        assertThat(post(path, "{\"type\": \"RELATED_TO\", \"target\": \"INC000000000001\"}")
                        .pointers())
                .containsExactly("/target");
        assertThat(post(path, "{\"type\": \"DUPLICATE_OF\", \"target\": \"INC000000000003\"}")
                        .pointers())
                .containsExactly("/target");
        assertThat(post(path, "{\"type\": \"PROBLEM\", \"target\": \"P1\"}").pointers())
                .containsExactly("/target");
    }

    private IncidentId onlyIncident() {
        return messages.onlyCommand(RaiseIncident.class).incidentId();
    }
}
