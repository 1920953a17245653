package uk.smartenergy.incident.incident.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import uk.smartenergy.incident.api.regulatory.ChallengeKind;
import uk.smartenergy.incident.api.regulatory.RegulatoryCommand;
import uk.smartenergy.incident.api.regulatory.RegulatoryCommand.ActionTerms;
import uk.smartenergy.incident.api.regulatory.RegulatoryCommand.ChallengeReport;
import uk.smartenergy.incident.api.regulatory.RegulatoryCommand.SubmitReport;
import uk.smartenergy.incident.api.regulatory.Submission;
import uk.smartenergy.incident.api.regulatory.Submission.Measure;
import uk.smartenergy.incident.api.shared.Classification;
import uk.smartenergy.incident.regulatory.Reports;

/** The register over HTTP, with its own decisions and views behind it. */
class RegulatoryReportsTest extends HttpTest {
    private static final String BASE = "/api/v1/regulatory-reports";
    private static final String PMR = BASE + "/PMR/2018-07";
    private static final String RECEIVED = "\"receivedAt\": \"2018-09-05T15:00:00Z\"";
    private static final String CHALLENGE = "{\"kind\": \"OUTAGE_MISSING\", \"text\": \"Outages are missing\"}";

    /** July's Performance Measurement Report was received and challenged. */
    static void somethingIsOnRecord(RecordingMessages messages) {
        Measure cpm4 = new Measure("CPM4", "CPM4", null, "%", null, null, false, null, null, null);
        Submission submission = new Submission(List.of(cpm4), null, null, List.of(), null, null, Classification.GREEN);
        for (RegulatoryCommand command : List.of(
                new SubmitReport("REG-PMR-2018-07", Instant.parse("2018-09-05T15:00:00Z"), submission),
                new ChallengeReport(
                        "REG-PMR-2018-07",
                        Instant.parse("2018-09-25T10:00:00Z"),
                        ChallengeKind.OTHER,
                        "Unclear",
                        "SECAS",
                        List.of(),
                        new ActionTerms("Explain", "DCC", LocalDate.of(2018, 10, 9)),
                        Classification.GREEN))) {
            messages.register.send(command);
        }
    }

    private Got submit(String fields) {
        return post(PMR + "/submissions", "{" + RECEIVED + fields + "}");
    }

    @Nested
    class Submissions {
        @Test
        void areAnsweredWithTheReportAsItStands() {
            Got got = submit(", \"measures\": [{\"code\": \"CPM4\", \"value\": 99.1}]");

            assertThat(got.status()).isEqualTo(201);
            assertThat(got.header("Location")).isEqualTo(PMR);
            assertThat(got.header("ETag")).isEqualTo("\"0\"");
            assertThat(got.json().path("timing").asString()).isEqualTo("On time");
            JsonNode measure = got.json().at("/figures/measures/0");
            assertThat(measure.path("value").decimalValue()).isEqualByComparingTo("99.1");
            assertThat(measure.path("target").asInt()).isEqualTo(100);
            assertThat(measure.path("standing").asString()).isEqualTo("BELOW_TARGET");
            assertThat(got.json().at("/defects/0/code").asString()).isEqualTo("BELOW_TARGET_UNEXPLAINED");
        }

        @Test
        void tellAllThatIsWrongAtOnce() {
            Got got = post(BASE + "/CSR/2018-08/submissions", """
                    {"receivedAt": "2019-01-01T00:00:00Z", "volumes": {"forecast": "868,301", "actual": -1},
                     "measures": [{"code": "CPM4", "value": 101}, {"value": 1}, {"name": "A", "target": 10, "minimum": 20},
                                  {"name": "A", "value": 1e400}, {"name": "B", "value": 1.23456}]}""");

            assertThat(got.status()).isEqualTo(400);
            assertThat(got.pointers())
                    .containsExactlyInAnyOrder(
                            "/receivedAt",
                            "/volumes/forecast",
                            "/volumes/actual",
                            "/measures/0/value",
                            "/measures/1/code",
                            "/measures/2/minimum",
                            "/measures/3/value",
                            "/measures/3",
                            "/measures/4/value");
        }

        @Test
        void needAReportOfTheRegisterAndAPeriodOfIt() {
            assertThat(post(BASE + "/XYZ/2018-08/submissions", "{}").status()).isEqualTo(404);
            assertThat(post(BASE + "/NEP/2021-Q1/submissions", "{}").status()).isEqualTo(404);
            Got quarter = post(BASE + "/PMR/2018-Q3/submissions", "{}");
            assertThat(quarter.status()).isEqualTo(400);
            assertThat(quarter.json().at("/errors/0/message").asString())
                    .isEqualTo("PMR is monthly: must be a month such as 2018-08");
            Got named = post(BASE + "/submissions", "{\"report\": \"CHR\", \"period\": \"2018-13\"}");
            assertThat(named.pointers()).containsExactly("/period");
            Got early = post(BASE + "/PMR/2018-10/submissions", "{}");
            assertThat(early.status()).isEqualTo(409);
            assertThat(early.json().path("code").asString()).isEqualTo("PERIOD_NOT_OVER");
        }

        @Test
        void areRefusedToWhoHasSeenAnOlderVersion() {
            submit("");

            assertThat(post(PMR + "/submissions", "{\"summary\": \"New\"}", "If-Match", "\"7\"")
                            .status())
                    .isEqualTo(412);
            assertThat(post(PMR + "/submissions", "{\"summary\": \"New\"}", "If-Match", "\"0\"")
                            .header("ETag"))
                    .isEqualTo("\"1\"");
        }

        @Test
        void thatAreRedAreForTheClearedOnly() {
            user("sec", "SECAS", "", false);
            user("cleared-sec", "SECAS", "", true);
            String red = "{" + RECEIVED + ", \"classification\": \"RED\"}";

            assertThat(postAs("sec", PMR + "/submissions", red).status()).isEqualTo(403);
            assertThat(postAs("cleared-sec", PMR + "/submissions", red).status())
                    .isEqualTo(201);
            assertThat(send(as("sec", PMR)).json().path("state").asString()).isEqualTo("OVERDUE");
            assertThat(send(as("sec", PMR)).header("ETag")).isEmpty();
            assertThat(send(as("sec", BASE + "/submissions"))
                            .json()
                            .path("total")
                            .asInt())
                    .isZero();
            assertThat(send(as("sec", BASE).header("Accept", "text/csv"))
                            .response()
                            .body())
                    .doesNotContain("RED");
            assertThat(send(as("cleared-sec", PMR)).json().path("state").asString())
                    .isEqualTo("ON_TIME");
        }
    }

    @Nested
    class Challenges {
        @Test
        void becomeActionsWithAnOwnerAndADueDate() {
            submit("");
            messages.register.incidents = List.of(Reports.outage(1, "X-1", Classification.GREEN));

            Got got = post(PMR + "/challenges", CHALLENGE);

            assertThat(got.status()).isEqualTo(201);
            assertThat(got.header("Location")).isEqualTo(BASE + "/challenges/REG-PMR-2018-07-C1");
            assertThat(got.json().at("/action/owner").asString()).isEqualTo("DCC");
            assertThat(got.json().at("/action/dueOn").asString()).isEqualTo("2018-10-19");
            assertThat(got.json().at("/leftOut/0/incident").asString()).isEqualTo("INC000000000001");
            assertThat(get(got.header("Location")).status()).isEqualTo(200);
        }

        @Test
        void areRefusedWhereNothingWasSubmittedAndOfIncidentsThatAreNotThere() {
            Got nothing = post(PMR + "/challenges", CHALLENGE);
            assertThat(nothing.status()).isEqualTo(409);
            assertThat(nothing.json().path("code").asString()).isEqualTo("NOTHING_SUBMITTED");
            assertThat(post(PMR + "/challenges", CHALLENGE.replace("}", ", \"incidents\": [\"INC000000000009\"]}"))
                            .pointers())
                    .containsExactly("/incidents/0");
        }

        @Test
        void areRaisedByAPartyInItsOwnNameOnly() {
            submit("");
            user("northwick", "INCIDENT_PARTY", "Northwick Energy", false);
            String other = CHALLENGE.replace("}", ", \"raisedBy\": \"Brightwell Power\"}");

            assertThat(postAs("northwick", PMR + "/challenges", other).status()).isEqualTo(403);
            assertThat(postAs("northwick", PMR + "/challenges", CHALLENGE)
                            .json()
                            .path("raisedBy")
                            .asString())
                    .isEqualTo("Northwick Energy");
        }
    }

    @Nested
    class Actions {
        private static final String ACTION = BASE + "/actions/REG-PMR-2018-07-A1";

        @Test
        void areReportedOnMovedAssignedAndCompleted() {
            somethingIsOnRecord(messages);

            assertThat(post(ACTION + "/reports", "{\"text\": \"Looking\"}")
                            .json()
                            .at("/reports/0/text")
                            .asString())
                    .isEqualTo("Looking");
            Got moved = post(ACTION + "/due-dates", "{\"dueOn\": \"2018-10-12\", \"reason\": \"Late\"}");
            assertThat(moved.json().at("/slips/0/from").asString()).isEqualTo("2018-10-09");
            assertThat(post(ACTION + "/assignments", "{\"owner\": \"CSP North\"}")
                            .json()
                            .path("owner")
                            .asString())
                    .isEqualTo("CSP North");
            assertThat(post(ACTION + "/completion", "{\"answer\": \"Done\"}")
                            .json()
                            .path("state")
                            .asString())
                    .isEqualTo("DONE");
            assertThat(post(ACTION + "/reports", "{\"text\": \"More\"}").status())
                    .isEqualTo(409);
            assertThat(get(BASE + "/challenges?answered=true")
                            .json()
                            .path("total")
                            .asInt())
                    .isEqualTo(1);
        }

        @Test
        void areFoundAndListed() {
            somethingIsOnRecord(messages);

            assertThat(get(BASE + "/actions/REG-PMR-2018-07-A2").status()).isEqualTo(404);
            assertThat(get(BASE + "/actions/nonsense").status()).isEqualTo(404);
            assertThat(get(BASE + "/actions?state=OPEN&owner=dcc&dueTo=2018-10-09&sort=-raisedAt")
                            .json()
                            .path("total")
                            .asInt())
                    .isEqualTo(1);
            assertThat(get(BASE + "/actions?dueTo=2018-10-08")
                            .json()
                            .path("total")
                            .asInt())
                    .isZero();
            assertThat(send(as("admin", BASE + "/actions").header("Accept", "text/csv"))
                            .response()
                            .body())
                    .contains("REG-PMR-2018-07-A1");
            assertThat(get(BASE + "/actions?cursor=none").status()).isEqualTo(400);
        }
    }

    @Test
    void theRegisterOfAMonthIsATableToo() {
        somethingIsOnRecord(messages);

        Got got = get(BASE + "?month=2018-09&asOf=2018-10-05");
        assertThat(got.json().path("items").values())
                .extracting(row -> row.path("code").asString())
                .containsExactly("PMR", "CHR", "NEP", "RDP", "CSR", "SRV", "QPR");
        assertThat(got.json().path("note").asString()).contains("verify against the SEC in force");
        assertThat(send(as("admin", BASE + "?month=2018-09").header("Accept", "text/csv"))
                        .response()
                        .body())
                .contains("PMR,Performance Measurement Report")
                .contains("Nothing to review this month");
        assertThat(get(BASE + "/PMR").json().path("items").size()).isEqualTo(1);
        assertThat(get(PMR + "/left-out-incidents").json().path("submitted").asBoolean())
                .isTrue();
    }
}
