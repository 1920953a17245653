package uk.smartenergy.incident.incident.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import uk.smartenergy.incident.api.incident.IncidentId;
import uk.smartenergy.incident.api.majorincident.MajorIncidentReportCommand;
import uk.smartenergy.incident.api.majorincident.MajorIncidentReportCommand.*;
import uk.smartenergy.incident.api.majorincident.Redaction;
import uk.smartenergy.incident.api.majorincident.ReportKind;
import uk.smartenergy.incident.api.shared.Classification;
import uk.smartenergy.incident.api.shared.Refusal;

class MajorIncidentReportsTest extends HttpTest {
    private static final String REPORT = "/api/v1/major-incident-reports/INC000000000001/summary";

    static Stream<Arguments> commands() {
        return Stream.of(
                Arguments.of("/versions", "{\"parts\": {\"cause\": \"A valve\"}}", WriteReportVersion.class),
                Arguments.of(
                        "/redactions",
                        "{\"redactions\": [{\"part\": \"cause\", \"quote\": \"valve\", \"reason\": \"x\"}]}",
                        RedactReport.class),
                Arguments.of("/submissions", "{\"version\": 1}", SubmitReport.class),
                Arguments.of(
                        "/feedback",
                        "{\"passage\": {\"part\": \"cause\", \"quote\": \"valve\"}, \"comment\": \"Which?\"}",
                        GiveFeedback.class),
                Arguments.of("/amendment-requests", "{\"text\": \"Say which\"}", RequestAmendment.class),
                Arguments.of(
                        "/amendments", "{\"version\": 2, \"answers\": [1], \"text\": \"Said\"}", AmendReport.class),
                Arguments.of("/agreements", "{}", AgreeReport.class),
                Arguments.of("/publication", "{}", PublishReports.class));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void aCommandIsSentAndAnsweredWithTheReport(
            String call, String body, Class<? extends MajorIncidentReportCommand> type) {
        messages.has(1, "Northwick Energy", null, false);

        Got got = post(REPORT + call, body, "If-Match", "\"7\"");

        assertThat(got.status()).as(got.response().body()).isEqualTo(201);
        assertThat(got.header("Location")).contains("/major-incident-reports/INC000000000001/SUMMARY");
        assertThat(got.header("ETag")).isEqualTo("\"7\"");
        assertThat(got.json().path("state").asString()).isEqualTo("SUBMITTED");
        assertThat(messages.onlyCommand(type).incidentId()).isEqualTo(IncidentId.of(1));
        assertThat(messages.sent.getFirst().caller().expectedVersion()).isEqualTo(7);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void whatIsNotThereIsNotFoundInTheSameWords(String call, String body, Class<?> type) {
        Got unknown = post(REPORT + call, body);
        Got noReference = post(REPORT.replace("INC000000000001", "INC1") + call, body);
        messages.has(1, "Northwick Energy", null, false);
        Got noKind = post(REPORT.replace("summary", "other") + call, body);

        assertThat(List.of(unknown.status(), noReference.status(), noKind.status()))
                .containsOnly(404);
        assertThat(noKind.json()).isEqualTo(unknown.json());
        assertThat(messages.sent).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void aRefusalIsTold(String call, String body, Class<?> type) {
        messages.has(1, "Northwick Energy", null, false);
        messages.refusal = new Refusal(Refusal.Kind.CONFLICT, "NOT_NOW", "Not now.", Map.of());
        assertThat(post(REPORT + call, body).status()).isEqualTo(409);
        messages.refusal = new Refusal(Refusal.Kind.STALE, "STALE_VERSION", "Seen an older one.", Map.of());
        assertThat(post(REPORT + call, body).status()).isEqualTo(412);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void whoIsNotSignedInOrAnIncidentPartyMayNot(String call, String body, Class<?> type) {
        messages.has(1, "Northwick Energy", null, false);
        user("northwick", "INCIDENT_PARTY", "Northwick Energy", false);
        assertThat(postAs("northwick", REPORT + call, body).status()).isEqualTo(403);
        assertThat(postAs("nobody", REPORT + call, body).status()).isEqualTo(401);
        assertThat(messages.sent).isEmpty();
    }

    @Test
    void whatIsGivenArrives() {
        messages.has(1, "Northwick Energy", null, false);
        post(REPORT + "/submissions", "{\"version\": 3, \"occurredAt\": \"2018-10-02T09:00:00+01:00\"}");
        SubmitReport submit = messages.onlyCommand(SubmitReport.class);
        assertThat(submit.version()).isEqualTo(3);
        assertThat(submit.occurredAt()).isEqualTo("2018-10-02T08:00:00Z");
        messages.sent.clear();

        post(REPORT.replace("summary", "publication"), "{\"classification\": \"GREEN\"}");
        assertThat(messages.onlyCommand(PublishReports.class).classification()).isEqualTo(Classification.GREEN);
        assertThat(messages.onlyCommand(PublishReports.class).kind()).isNull();
        messages.sent.clear();

        post(REPORT + "/versions", """
                {"parts": {"cause": "A valve"}, "note": "Why",
                 "redactions": [{"part": "cause", "quote": "valve", "reason": "secret"}]}""");
        WriteReportVersion write = messages.onlyCommand(WriteReportVersion.class);
        assertThat(write.kind()).isEqualTo(ReportKind.SUMMARY);
        assertThat(write.parts()).isEqualTo(Map.of("cause", "A valve"));
        assertThat(write.redactions()).containsExactly(new Redaction("cause", "valve", "secret"));
        assertThat(write.note()).isEqualTo("Why");
    }

    @Test
    void allFaultsAreToldAtOnce() {
        messages.has(1, "Northwick Energy", null, false);
        assertThat(post(REPORT + "/versions", """
                                {"parts": {"response": "Quick", "nature": 1}, "classification": "WHITE",
                                 "redactions": [{"part": "heart"}], "occurredAt": "2030-01-01T00:00:00Z"}""").pointers())
                .contains(
                        "/parts/response",
                        "/parts/nature",
                        "/classification",
                        "/redactions/0/part",
                        "/redactions/0/quote",
                        "/occurredAt");
        assertThat(post(REPORT + "/feedback", "{\"passage\": {\"part\": \"cause\", \"from\": 4}}")
                        .pointers())
                .contains("/passage/to", "/comment");
        assertThat(post(REPORT + "/amendments", "{\"version\": 2, \"text\": \"Said\"}")
                        .pointers())
                .containsExactly("/answers");
    }

    @Test
    void redIsForTheClearedAndForRedIncidents() {
        messages.has(1, "Northwick Energy", null, false);
        user("dcc", "DCC_STAFF", "", false);
        assertThat(postAs("dcc", REPORT + "/versions", "{\"classification\": \"RED\"}")
                        .json()
                        .path("code")
                        .asString())
                .isEqualTo("CLEARANCE_NEEDED");
        assertThat(post(REPORT + "/versions", "{\"classification\": \"RED\"}").status())
                .isEqualTo(409);
        messages.has(1, "Northwick Energy", null, true);
        assertThat(post(REPORT + "/versions", "{}").status()).isEqualTo(201);
        assertThat(messages.onlyCommand(WriteReportVersion.class).classification())
                .isEqualTo(Classification.RED);
    }

    @Test
    void aReportIsReadInEveryFormat() {
        messages.has(1, "Northwick Energy", null, false);
        assertThat(get(REPORT).json().at("/text/parts/nature").asString()).isEqualTo("Joins timed out");
        Got html = send(as("admin", REPORT).header("Accept", "text/html"));
        assertThat(html.response().body()).contains("Classification of Amber").contains("Joins timed out");
        assertThat(send(as("admin", REPORT).header("Accept", "application/pdf"))
                        .response()
                        .body())
                .startsWith("%PDF");
        assertThat(get(REPORT + "/versions/1?format=docx").header("Content-Type"))
                .contains("wordprocessingml");
        assertThat(send(as("admin", "/api/v1/major-incident-reports").header("Accept", "text/csv"))
                        .response()
                        .body())
                .startsWith("incident,externalReference,summary,kind,state");
    }

    @Test
    void aListIsPaged() {
        messages.has(1, "Northwick Energy", null, false);
        messages.has(2, "Northwick Energy", null, false);
        Got first = get("/api/v1/major-incident-reports?limit=1");
        String cursor = first.json().path("nextCursor").asString();
        Got second = get("/api/v1/major-incident-reports?limit=1&cursor=" + cursor);
        assertThat(first.json().path("total").asInt()).isEqualTo(2);
        assertThat(second.json().at("/items/0/incident").asString()).isEqualTo("INC000000000002");
        assertThat(second.json().path("nextCursor").isNull()).isTrue();
        assertThat(get("/api/v1/major-incident-reports?cursor=INC000000000009-REVIEW")
                        .status())
                .isEqualTo(400);
        assertThat(get("/api/v1/major-incident-reports?state=OWN&late=perhaps&dueFrom=x")
                        .pointers())
                .containsExactlyInAnyOrder("/state", "/late", "/dueFrom");
    }
}
