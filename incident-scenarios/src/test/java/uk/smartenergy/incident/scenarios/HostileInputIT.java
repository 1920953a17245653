package uk.smartenergy.incident.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.smartenergy.incident.scenarios.ServiceClient.object;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** What nobody in good faith would send: it is refused in the manner of the API, tells nothing of the inside, and changes nothing. */
class HostileInputIT {

    private static final String ID = "INC000000000001";

    @TempDir
    private static Path folder;

    private static RunningService service;
    private static ServiceClient admin;

    @BeforeAll
    static void start() throws IOException {
        service = RunningService.Launch.on(folder.resolve("data")).start();
        admin = service.admin();
        assertThat(admin.post("/incidents", null, Load.raising(1))
                        .orFail("Raising")
                        .id())
                .isEqualTo(ID);
    }

    @AfterAll
    static void stop() {
        if (service != null) {
            service.close();
        }
    }

    private interface Asking {
        Answer ask() throws IOException;
    }

    /** @param statuses any of these is a proper answer */
    private record Bad(String name, Set<Integer> statuses, Asking asking) {
        @Override
        public String toString() {
            return name;
        }
    }

    @ParameterizedTest
    @MethodSource({"bodies", "contents", "questions", "paths", "headers", "people", "imports"})
    void isRefusedAndChangesNothing(Bad bad) throws IOException {
        String before = recorded();
        Answer answer = bad.asking().ask();
        assertThat(bad.statuses()).as(bad + " got " + answer).contains(answer.status());
        if (answer.status() >= 400) {
            isProperProblem(bad.name(), answer);
        }
        saysNothingOfTheInside(bad.name(), answer);
        assertThat(recorded()).as("what is on record after: " + bad).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("brokenProtocol")
    void brokenProtocolIsRefusedByTheServerItself(Bad bad) throws IOException {
        String before = recorded();
        Answer answer = bad.asking().ask();
        assertThat(bad.statuses()).as(bad + " got " + answer).contains(answer.status());
        saysNothingOfTheInside(bad.name(), answer);
        assertThat(recorded()).isEqualTo(before);
    }

    @Test
    void allFaultsAreToldAtOnceEachWithItsPlace() throws IOException {
        Answer answer = admin.post(
                "/incidents",
                null,
                object(
                        "summary",
                        " ",
                        "type",
                        "FISH",
                        "raisedBy",
                        object("party", 7),
                        "services",
                        List.of("DCC Data Service", "No Such Service"),
                        "region",
                        "Atlantis",
                        "occurredAt",
                        "yesterday",
                        "impact",
                        object("level", "AWFUL", "partiesPrevented", -1, "dataLoss", 3),
                        "proposedCategory",
                        6,
                        "relatedIncidents",
                        List.of(ID, "INC7"),
                        "classification",
                        "PURPLE"));
        assertThat(answer.status()).isEqualTo(400);
        Set<String> pointers = new TreeSet<>();
        answer.json().path("errors").forEach(error -> {
            assertThat(error.path("message").asString()).isNotBlank();
            pointers.add(error.path("pointer").asString().replace("#", ""));
        });
        assertThat(pointers)
                .contains(
                        "/summary",
                        "/type",
                        "/raisedBy/party",
                        "/services/1",
                        "/region",
                        "/occurredAt",
                        "/impact/level",
                        "/impact/partiesPrevented",
                        "/impact/dataLoss",
                        "/proposedCategory",
                        "/relatedIncidents/1",
                        "/classification");
    }

    @Test
    void aSpreadsheetFindsNoFormulaInWhatSomebodyWrote() throws IOException {
        for (String formula : List.of("=HYPERLINK(\"http://example.org\")", "+1+1", "-1+1", "@SUM(A1)", "\t=1+1")) {
            Map<String, Object> body = Load.raising(2);
            body.put("summary", formula + " formula");
            Answer answer = admin.post("/incidents", null, body);
            assertThat(answer.status()).as(formula + ": " + answer).isIn(201, 400);
        }
        String csv = admin.get("/incidents?limit=500", "text/csv").orFail("CSV").text();
        assertThat(csv).contains("formula");
        assertThat(csv.lines().flatMap(line -> Stream.of(line.split(","))).map(cell -> cell.replace("\"", "")))
                .noneMatch(cell -> cell.matches("[=+@\\t].*") || cell.matches("-\\D.*|-1\\+.*"));
    }

    @Test
    void whatLooksLikeAProgramIsKeptAsTheTextThatItIs() throws IOException {
        for (String text : List.of(
                "'; DROP TABLE incidents; --",
                "{\"$where\": \"sleep(5000)\"}",
                "<script>alert(1)</script>",
                "${jndi:ldap://127.0.0.1/x}",
                "#{T(Runtime).getRuntime()}",
                "\u202Egnirts \uD83D\uDD25 %s %n %00 ../../etc/passwd")) {
            Map<String, Object> body = Load.raising(3);
            body.put("summary", text);
            Answer raised = admin.post("/incidents", null, body).orFail(text);
            assertThat(admin.get("/incidents/" + raised.id())
                            .json()
                            .path("summary")
                            .asString())
                    .isEqualTo(text);
        }
        for (String question : List.of("q=%27%20OR%201%3D1", "resolver=%7B%22%24ne%22%3Anull%7D", "q=.*", "q=%25")) {
            Answer answer = admin.get("/incidents?" + question).orFail(question);
            assertThat(answer.json().path("total").asInt()).as(question).isLessThanOrEqualTo(1);
        }
    }

    static Stream<Bad> bodies() {
        List<Bad> bad = new ArrayList<>();
        for (String body : List.of(
                "",
                "{",
                "null",
                "[]",
                "42",
                "\"text\"",
                "{\"summary\":}",
                "{'summary':'x'}",
                "{}garbage",
                "{\"a\":NaN}")) {
            bad.add(raw("the body " + body, 400, body));
        }
        bad.add(raw("two objects", 400, json(object()) + json(object())));
        bad.add(raw("10,000 arrays deep", 400, "[".repeat(10_000)));
        bad.add(raw("10,000 objects deep", 400, "{\"a\":".repeat(10_000)));
        bad.add(raw(
                "a field 5,000 deep",
                400,
                json(object("impact", 1)).replace("1", "[".repeat(5000) + "]".repeat(5000))));
        bad.add(raw(
                "a number of 100,000 digits", 400, "{\"impact\":{\"partiesPrevented\":" + "9".repeat(100_000) + "}}"));
        bad.add(with("no summary", body -> body.remove("summary")));
        bad.add(with("no type", body -> body.remove("type")));
        bad.add(with("no raiser", body -> body.remove("raisedBy")));
        bad.add(with("no impact", body -> body.remove("impact")));
        bad.add(with("a blank summary", body -> body.put("summary", " \u00A0\t ")));
        bad.add(with("a NUL in the summary", body -> body.put("summary", "a\0b")));
        bad.add(raw(
                "half a character in the summary", 400, json(Load.raising(4)).replaceFirst("Install", "\\\\ud800")));
        bad.add(with("a summary of 100,000 characters", body -> body.put("summary", "x".repeat(100_000))));
        bad.add(with("a number as summary", body -> body.put("summary", 42)));
        bad.add(with("an operator as summary", body -> body.put("summary", object("$gt", ""))));
        bad.add(with("a list as summary", body -> body.put("summary", List.of("x"))));
        bad.add(with("an unknown type", body -> body.put("type", "FISH")));
        bad.add(with("a type by number", body -> body.put("type", 0)));
        bad.add(with("a text for a list", body -> body.put("services", "DCC Data Service")));
        bad.add(with("an unknown service", body -> body.put("services", List.of("Catering"))));
        bad.add(with("a null in a list", body -> body.put("services", java.util.Arrays.asList("WAN", null))));
        bad.add(with("100,000 services", body -> body.put("services", java.util.Collections.nCopies(100_000, "WAN"))));
        bad.add(with("an unknown process", body -> body.put("businessProcesses", List.of("Catering"))));
        bad.add(with("an unknown region", body -> body.put("region", "Atlantis")));
        bad.add(with("a category of 0", body -> body.put("proposedCategory", 0)));
        bad.add(with("a category of 6", body -> body.put("proposedCategory", 6)));
        bad.add(with("a category of 1.5", body -> body.put("proposedCategory", 1.5)));
        bad.add(with("a category in words", body -> body.put("proposedCategory", "one")));
        bad.add(with("an unknown classification", body -> body.put("classification", "PURPLE")));
        bad.add(with("no such relation", body -> body.put("relatedIncidents", List.of("INC7"))));
        for (Object parties : List.of("many", -1, 1.5, 99_999_999_999L, true, List.of(1))) {
            bad.add(with(
                    "parties prevented: " + parties,
                    body -> body.put("impact", object("level", "MINOR", "partiesPrevented", parties))));
        }
        bad.add(with("an impact in words", body -> body.put("impact", "bad")));
        bad.add(with("an impact without level", body -> body.put("impact", object("partiesPrevented", 1))));
        bad.add(with("an unknown level", body -> body.put("impact", object("level", "AWFUL"))));
        bad.add(with("yes as truth", body -> body.put("impact", object("level", "MINOR", "reducedCapacity", "yes"))));
        for (String at : List.of(
                "yesterday",
                "2018-02-30T00:00:00Z",
                "2018-08-01T25:00:00Z",
                "2018-08-01T10:00:00",
                "2999-01-01T00:00:00Z",
                "-999999999-01-01T00:00:00Z",
                "+1000000000-12-31T23:59:59Z",
                "+999999999-12-31T23:59:59Z",
                "2018-08-01T10:00:00+99:00",
                "1533117600")) {
            bad.add(with("occurred at " + at, body -> body.put("occurredAt", at)));
        }
        bad.add(with("occurred at a number", body -> body.put("occurredAt", 1533117600)));
        for (String change : List.of("assignments", "pauses", "escalations", "reopenings", "links", "communications")) {
            bad.add(new Bad(
                    "nothing in " + change,
                    Set.of(400),
                    () -> admin.post("/incidents/" + ID + "/" + change, null, object())));
        }
        bad.add(change("assignments", 400, object("resolver", " ")));
        bad.add(change("assignments", 400, object("resolver", "x".repeat(10_000))));
        bad.add(change("escalations", 400, object("level", "KING", "reason", "x")));
        bad.add(change("links", 400, object("type", "COUSIN_OF", "target", ID)));
        bad.add(change("resumptions", 409, object()));
        bad.add(change("closures", 409, object()));
        bad.add(change("reopenings", 409, object("reason", "It was never resolved")));
        bad.add(new Bad(
                "before it was raised",
                Set.of(409),
                () -> admin.post(
                        "/incidents/" + ID + "/responses", null, object("occurredAt", "2001-01-01T00:00:00Z"))));
        bad.add(new Bad(
                "later than now",
                Set.of(400),
                () -> admin.post(
                        "/incidents/" + ID + "/responses", null, object("occurredAt", "2999-01-01T00:00:00Z"))));
        return bad.stream();
    }

    static Stream<Bad> contents() throws IOException {
        String good = json(Load.raising(5));
        List<Bad> bad = new ArrayList<>();
        for (String type : List.of(
                "text/plain",
                "application/xml",
                "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=x",
                "nonsense")) {
            bad.add(new Bad(
                    "content type " + type, Set.of(415), () -> admin.post("/incidents", null, null, type, good)));
        }
        bad.add(new Bad(
                "no content type",
                Set.of(415),
                () -> said("POST /api/v1/incidents HTTP/1.1", "Content-Length: " + good.length(), good)));
        bad.add(new Bad(
                "not UTF-8",
                Set.of(400),
                () -> said(
                        "POST /api/v1/incidents HTTP/1.1",
                        "Content-Type: application/json\nContent-Length: " + (good.length() + 1),
                        good.replaceFirst("Install", "\u00C3\u0028Install").substring(0, good.length() + 1))));
        bad.add(new Bad(
                "a character set that does not exist",
                Set.of(400, 415),
                () -> admin.post("/incidents", null, null, "application/json; charset=klingon", good)));
        bad.add(new Bad(
                "said to be compressed",
                Set.of(400, 415),
                () -> said(
                        "POST /api/v1/incidents HTTP/1.1",
                        "Content-Type: application/json\nContent-Encoding: gzip\nContent-Length: 20",
                        "\u001f\u008b\u0008\0".repeat(5))));
        bad.add(new Bad("an answer nobody can give", Set.of(406), () -> admin.get("/incidents", "application/xml")));
        bad.add(new Bad(
                "30 MB with its length",
                Set.of(413),
                () -> said(
                        "POST /api/v1/incidents HTTP/1.1",
                        "Content-Type: application/json\nContent-Length: 30000000",
                        "{\"summary\":\"" + "x".repeat(30_000_000 - 14) + "\"}")));
        bad.add(new Bad(
                "30 MB in chunks",
                Set.of(413),
                () -> said(
                        "POST /api/v1/incidents HTTP/1.1",
                        "Content-Type: application/json\nTransfer-Encoding: chunked",
                        "c\r\n{\"summary\":\"\r\n" + ("100000\r\n" + "x".repeat(1 << 20) + "\r\n").repeat(30)
                                + "2\r\n\"}\r\n0\r\n\r\n")));
        for (String method : List.of("PUT", "DELETE", "PATCH")) {
            bad.add(new Bad(
                    method,
                    Set.of(405),
                    () -> said(
                            method + " /api/v1/incidents/" + ID + " HTTP/1.1",
                            "Content-Type: application/json\nContent-Length: 2",
                            "{}")));
        }
        bad.add(new Bad("POST where one reads", Set.of(405), () -> admin.post("/incidents/" + ID, null, object())));
        bad.add(new Bad("GET where one changes", Set.of(405), () -> admin.get("/incidents/" + ID + "/assignments")));
        bad.add(new Bad(
                "a form that says it deletes",
                Set.of(405, 415),
                () -> said(
                        "POST /api/v1/incidents/" + ID + " HTTP/1.1",
                        "X-HTTP-Method-Override: DELETE\nContent-Type: application/x-www-form-urlencoded\nContent-Length: 14",
                        "_method=DELETE")));
        return bad.stream();
    }

    static Stream<Bad> questions() {
        List<Bad> bad = new ArrayList<>();
        for (String question : List.of(
                "asOf=yesterday",
                "asOf=2018-02-30",
                "asOf=2018-13-01",
                "asOf=2018-08-01T10:00:00",
                "asOf=",
                "knownAt=1533117600",
                "knownAt=%00",
                "asOf=%2B999999999-12-31",
                "asOf=2018-08-01&asOf=2018-08-02",
                "limit=0",
                "limit=-1",
                "limit=many",
                "limit=99999999999999999999",
                "limit=1e3",
                "cursor=garbage",
                "cursor=..%2F..%2F",
                "cursor=AAAAAAAAAAAAAAAAAAAAAAAA",
                "cursor=" + "A".repeat(5000),
                "sort=colour",
                "sort=__proto__",
                "state=FLYING",
                "category=9",
                "category=one",
                "type=FISH",
                "openLongerThan=month",
                "openLongerThan=P-1M",
                "openLongerThan=PT5M",
                "openLongerThan=P99999999999Y",
                "breached=maybe",
                "raisedFrom=x",
                "raisedTo=2018-99-99",
                "region=Atlantis",
                "service=Catering",
                "businessProcess=Catering")) {
            Set<Integer> statuses =
                    question.equals("asOf=") || question.startsWith("asOf=%2B") || question.contains("&asOf")
                            ? Set.of(200, 400)
                            : Set.of(400);
            bad.add(new Bad("?" + question, statuses, () -> admin.get("/incidents?" + question)));
        }
        for (String question : List.of(
                "limit=501", "resolver[$ne]=x", "q=" + "x".repeat(5000), "q=%00", "q=%FF%FE", "resolver=%0D%0AX-A:1")) {
            bad.add(new Bad(
                    "?" + question,
                    Set.of(200, 400, 414),
                    () -> said(
                            "GET /api/v1/incidents?"
                                    + question.replace("[", "%5B").replace("]", "%5D") + " HTTP/1.1",
                            "Accept: application/json",
                            "")));
        }
        for (String report : List.of(
                "/reports/rdp-incidents",
                "/reports/rdp-incidents?period=2018-13",
                "/reports/rdp-incidents?period=2018",
                "/reports/rdp-incidents?period=2018-08-01",
                "/reports/rdp-incidents?period=999999-01-01",
                "/reports/rdp-incidents?period=2018-08&asOf=soon",
                "/reports/ageing?groupBy=colour",
                "/reports/ageing?asOf=soon",
                "/reports/ageing?state=FLYING",
                "/reports/ageing/trend?from=2018-01-01&to=2018-02-01&step=P0D",
                "/reports/ageing/trend?from=2018-01-01&to=2018-02-01&step=-P1D",
                "/reports/ageing/trend?from=2018-01-01&to=2018-02-01&step=often",
                "/reports/ageing/trend?from=2018-02-01&to=2018-01-01&step=P1D",
                "/reports/ageing/trend?from=0001-01-01&to=9999-12-31&step=P1D",
                "/reports/ageing/trend?from=x&to=y&step=P1D",
                "/events?position=-1",
                "/events?position=first",
                "/events?position=99999999999999999999",
                "/events?limit=0",
                "/incidents/" + ID + "?asOf=soon",
                "/incidents/" + ID + "/timeline?knownAt=soon",
                "/incidents/" + ID + "/category-explanation?asOf=soon")) {
            bad.add(new Bad(report, Set.of(400), () -> admin.get(report)));
        }
        return bad.stream();
    }

    static Stream<Bad> paths() {
        List<Bad> bad = new ArrayList<>();
        bad.add(new Bad("an unknown Incident", Set.of(404), () -> admin.get("/incidents/INC999999999999")));
        bad.add(new Bad("its timeline", Set.of(404), () -> admin.get("/incidents/INC999999999999/timeline")));
        bad.add(new Bad(
                "its explanation", Set.of(404), () -> admin.get("/incidents/INC999999999999/category-explanation")));
        bad.add(new Bad(
                "a change of it",
                Set.of(404),
                () -> admin.post("/incidents/INC999999999999/responses", null, object())));
        bad.add(new Bad(
                "as of before it was raised", Set.of(404), () -> admin.get("/incidents/" + ID + "?asOf=2001-01-01")));
        for (String id : List.of(
                "INC1",
                "1",
                "inc000000000001",
                "INC00000000000A",
                "INC0000000000001",
                "%20",
                "{id}",
                "$where",
                "null",
                "%F0%9F%94%A5")) {
            bad.add(new Bad(
                    "the id " + id, Set.of(400, 404), () -> said("GET /api/v1/incidents/" + id + " HTTP/1.1", "", "")));
        }
        for (String path : List.of(
                "/api/v1/incidents/../users",
                "/api/v1/incidents/%2e%2e/users",
                "/api/v1/incidents/..%2f..%2fetc%2fpasswd",
                "/api/v1/incidents/..%5c..%5cetc",
                "/api/v1/incidents/%00",
                "/api/v1/incidents/INC000000000001%0d%0aX-Injected:%201",
                "/api/v1/incidents/INC000000000001;jsessionid=1",
                "/api/v1/incidents/INC000000000001%3Ba=b",
                "/api/v1//incidents",
                "//api/v1/incidents",
                "/api/v1/incidents/%c0%ae%c0%ae/",
                "/api/v1/nothing",
                "/api/v2/incidents",
                "/application.yml",
                "/WEB-INF/web.xml",
                "/META-INF/MANIFEST.MF",
                "/BOOT-INF/classes/application.yml",
                "/.git/config",
                "/actuator/env",
                "/actuator/heapdump",
                "/actuator/beans",
                "/actuator/shutdown",
                "/actuator/configprops",
                "/actuator/threaddump",
                "/h2-console")) {
            bad.add(new Bad(
                    "the path " + path, Set.of(400, 403, 404, 405), () -> said("GET " + path + " HTTP/1.1", "", "")));
        }
        return bad.stream();
    }

    static Stream<Bad> headers() {
        List<Bad> bad = new ArrayList<>();
        String body = json(object("resolver", "DSP", "reason", "x"));
        String change = "POST /api/v1/incidents/" + ID + "/assignments HTTP/1.1";
        String json = "Content-Type: application/json\nContent-Length: " + body.length() + "\n";
        bad.add(new Bad("a version of the future", Set.of(412), () -> said(change, json + "If-Match: \"999\"", body)));
        for (String version : List.of("abc", "\"abc\"", "\"", "\"-1\"", "\"99999999999999999999\"", "\"1.0\"")) {
            bad.add(new Bad(
                    "If-Match: " + version, Set.of(400, 412), () -> said(change, json + "If-Match: " + version, body)));
        }
        bad.add(new Bad(
                "a key of 5,000 characters",
                Set.of(400, 431),
                () -> said(change, json + "Idempotency-Key: " + "k".repeat(5000), body)));
        bad.add(new Bad("a blank key", Set.of(400), () -> said(change, json + "Idempotency-Key: ", body)));
        bad.add(new Bad(
                "two keys",
                Set.of(400),
                () -> said(change, json + "Idempotency-Key: one\nIdempotency-Key: two", body)));
        bad.add(new Bad(
                "Last-Event-ID: x",
                Set.of(400),
                () -> said("GET /api/v1/events HTTP/1.1", "Accept: text/event-stream\nLast-Event-ID: x", "")));
        return bad.stream();
    }

    static Stream<Bad> people() {
        List<Bad> bad = new ArrayList<>();
        bad.add(new Bad("nobody", Set.of(401), () -> admin.asNobody().get("/incidents")));
        bad.add(new Bad(
                "nobody, raising", Set.of(401), () -> admin.asNobody().post("/incidents", null, Load.raising(1))));
        bad.add(new Bad(
                "a wrong password",
                Set.of(401),
                () -> admin.as("admin", "wrong").get("/incidents")));
        bad.add(new Bad(
                "an empty password", Set.of(401), () -> admin.as("admin", "").get("/incidents")));
        bad.add(new Bad(
                "somebody unknown", Set.of(401), () -> admin.as("nobody", "x").get("/incidents")));
        bad.add(new Bad(
                "a name of 100 kB",
                Set.of(400, 401, 431),
                () -> admin.as("n".repeat(5000), "x").get("/incidents")));
        bad.add(new Bad(
                "a password of 5,000 characters",
                Set.of(401),
                () -> admin.as("admin", "x".repeat(5000)).get("/incidents")));
        for (String credentials :
                List.of("Basic !!!!", "Basic", "Basic Og==", "Bearer abc", "Negotiate abc", "Basic YWRtaW4=")) {
            bad.add(new Bad(
                    "Authorization: " + credentials,
                    Set.of(400, 401),
                    () -> RawHttp.send(
                            port(),
                            "GET /api/v1/incidents HTTP/1.1\nHost: localhost\nConnection: close\nAuthorization: "
                                    + credentials + "\n\n")));
        }
        bad.add(new Bad(
                "a user without a name",
                Set.of(400),
                () -> admin.post("/users", null, object("password", "a-good-long-password"))));
        bad.add(new Bad(
                "a user with a role of their own",
                Set.of(400),
                () -> admin.post(
                        "/users",
                        null,
                        object("name", "king", "password", "a-good-long-password", "roles", List.of("KING")))));
        bad.add(new Bad(
                "a user with a trivial password",
                Set.of(400),
                () -> admin.post(
                        "/users", null, object("name", "easy", "password", "x", "roles", List.of("OPS_GROUP")))));
        bad.add(new Bad(
                "a second admin of that name",
                Set.of(400, 409),
                () -> admin.post(
                        "/users",
                        null,
                        object(
                                "name",
                                "admin",
                                "password",
                                "a-good-long-password",
                                "roles",
                                List.of("ADMIN"),
                                "cleared",
                                true))));
        bad.add(new Bad(
                "a user with a path for a name",
                Set.of(400),
                () -> admin.post(
                        "/users",
                        null,
                        object("name", "../../x", "password", "a-good-long-password", "roles", List.of("ADMIN")))));
        bad.add(new Bad(
                "a user with a new line in the name",
                Set.of(400),
                () -> admin.post(
                        "/users",
                        null,
                        object("name", "a\nadmin:x", "password", "a-good-long-password", "roles", List.of("ADMIN")))));
        return bad.stream();
    }

    /** Whatever is imported wrongly is refused, as a whole or line by line. */
    static Stream<Bad> imports() {
        List<Bad> bad = new ArrayList<>();
        for (String lines : List.of(
                "garbage",
                "{}",
                "[]",
                "null",
                "{\"externalReference\":\"H-1\"}",
                "{\"externalReference\":\"H-1\",\"at\":\"2018-08-01T10:00:00Z\",\"action\":\"EXPLODE\"}",
                "{\"externalReference\":\"H-1\",\"at\":\"soon\",\"action\":\"RAISE\"}",
                "{\"externalReference\":\"H-1\",\"at\":\"2018-08-01T10:00:00Z\",\"action\":\"ASSIGN\",\"resolver\":\"DSP\"}",
                "{\"externalReference\":{\"$ne\":1},\"at\":\"2018-08-01T10:00:00Z\",\"action\":\"RESOLVE\"}",
                "{\"externalReference\":\"H-1\",\"at\":\"2999-08-01T10:00:00Z\",\"action\":\"RAISE\",\"summary\":\"x\",\"type\":\"RDP\",\"raisedBy\":{\"party\":\"P\"},\"category\":3}",
                "{\"externalReference\":\"H-1\",\"at\":\"2018-08-01T10:00:00Z\",\"action\":\"RAISE\",\"summary\":\"x\",\"type\":\"RDP\",\"raisedBy\":{\"party\":\"P\"},\"category\":9}",
                "[".repeat(10_000),
                "\0\0\0\0",
                "x".repeat(3_000_000))) {
            bad.add(new Bad(
                    "the line " + lines.substring(0, Math.min(130, lines.length())),
                    Set.of(200, 400, 413),
                    () -> refusing(admin.post("/incidents/imports", null, null, "application/x-ndjson", lines))));
        }
        for (String csv : List.of(
                "no,header,that,fits\n1,2,3,4",
                "externalReference,at,action\nH-1,soon,RAISE",
                "externalReference,at,action,summary\n\"H-1,2018-08-01T10:00:00Z,RAISE,x",
                "externalReference,externalReference\na,b",
                "\"".repeat(1000))) {
            bad.add(new Bad(
                    "the table " + csv,
                    Set.of(200, 400),
                    () -> refusing(admin.post("/incidents/imports", null, null, "text/csv", csv))));
        }
        bad.add(new Bad(
                "a spreadsheet",
                Set.of(415),
                () -> admin.post("/incidents/imports", null, null, "application/vnd.ms-excel", "x")));
        bad.add(new Bad(
                "a dry run of something",
                Set.of(400),
                () -> admin.post("/incidents/imports?dryRun=perhaps", null, null, "application/x-ndjson", "")));
        return bad.stream();
    }

    static Stream<Bad> brokenProtocol() {
        String auth = "Authorization: " + admin.authorization() + "\n";
        String post = "POST /api/v1/incidents HTTP/1.1\nHost: localhost\nConnection: close\n" + auth
                + "Content-Type: application/json\n";
        return Stream.of(
                new Bad("no HTTP", Set.of(0, 400), () -> RawHttp.send(port(), "HELLO\n\n")),
                new Bad(
                        "binary",
                        Set.of(0, 400),
                        () -> RawHttp.send(port(), new byte[] {22, 3, 1, 2, 0, 1, 0, 13, 10, 13, 10})),
                new Bad(
                        "HTTP of the future",
                        Set.of(400, 505),
                        () -> RawHttp.send(port(), "GET / HTTP/9.9\nHost: x\n\n")),
                new Bad(
                        "no host",
                        Set.of(400),
                        () -> RawHttp.send(
                                port(), "GET /api/v1/incidents HTTP/1.1\nConnection: close\n" + auth + "\n")),
                new Bad(
                        "two hosts",
                        Set.of(400),
                        () -> RawHttp.send(
                                port(),
                                "GET /api/v1/incidents HTTP/1.1\nHost: a\nHost: b\nConnection: close\n" + auth + "\n")),
                new Bad(
                        "two lengths",
                        Set.of(400),
                        () -> RawHttp.send(port(), post + "Content-Length: 2\nContent-Length: 3\n\n{}")),
                new Bad(
                        "a negative length",
                        Set.of(400),
                        () -> RawHttp.send(port(), post + "Content-Length: -1\n\n{}")),
                new Bad(
                        "a length in words",
                        Set.of(400),
                        () -> RawHttp.send(port(), post + "Content-Length: two\n\n{}")),
                new Bad(
                        "chunks of no size",
                        Set.of(400),
                        () -> RawHttp.send(port(), post + "Transfer-Encoding: chunked\n\nzz\r\n{}\r\n0\r\n\r\n")),
                new Bad(
                        "an unknown transfer",
                        Set.of(400, 501),
                        () -> RawHttp.send(port(), post + "Transfer-Encoding: pigeon\n\n{}")),
                new Bad(
                        "a length and chunks",
                        Set.of(400),
                        () -> RawHttp.send(
                                port(), post + "Content-Length: 5\nTransfer-Encoding: chunked\n\n0\r\n\r\n")),
                new Bad(
                        "a header of 100 kB",
                        Set.of(400, 431),
                        () -> RawHttp.send(
                                port(),
                                "GET /api/v1/incidents HTTP/1.1\nHost: x\nConnection: close\n" + auth + "X-Long: "
                                        + "x".repeat(100_000) + "\n\n")),
                new Bad(
                        "10,000 headers",
                        Set.of(400, 431),
                        () -> RawHttp.send(
                                port(),
                                "GET /api/v1/incidents HTTP/1.1\nHost: x\nConnection: close\n" + auth
                                        + "X-A: 1\n".repeat(10_000) + "\n")),
                new Bad(
                        "a path of 100 kB",
                        Set.of(400, 414, 431),
                        () -> RawHttp.send(
                                port(), "GET /" + "a".repeat(100_000) + " HTTP/1.1\nHost: x\nConnection: close\n\n")),
                new Bad(
                        "a space in the path",
                        Set.of(400),
                        () -> RawHttp.send(
                                port(),
                                "GET /api/v1/incidents/a b HTTP/1.1\nHost: x\nConnection: close\n" + auth + "\n")),
                new Bad(
                        "a path that is not encoded",
                        Set.of(400),
                        () -> RawHttp.send(
                                port(),
                                "GET /api/v1/incidents?q={\"$ne\":1} HTTP/1.1\nHost: x\nConnection: close\n" + auth
                                        + "\n")),
                new Bad(
                        "percent of nothing",
                        Set.of(400),
                        () -> RawHttp.send(
                                port(),
                                "GET /api/v1/incidents/%zz HTTP/1.1\nHost: x\nConnection: close\n" + auth + "\n")),
                new Bad(
                        "TRACE",
                        Set.of(400, 403, 405, 501),
                        () -> RawHttp.send(
                                port(),
                                "TRACE /api/v1/incidents HTTP/1.1\nHost: x\nConnection: close\n" + auth + "\n")),
                new Bad(
                        "a method of their own",
                        Set.of(400, 403, 405, 501),
                        () -> RawHttp.send(
                                port(),
                                "EXPLODE /api/v1/incidents HTTP/1.1\nHost: x\nConnection: close\n" + auth + "\n")));
    }

    private static Answer refusing(Answer answer) {
        if (answer.isSuccess()) {
            JsonNode counts = answer.json();
            assertThat(counts.path("accepted").asInt(-1)).as(answer.toString()).isZero();
            assertThat(counts.path("refused").asInt()).as(answer.toString()).isPositive();
            for (JsonNode refusal : counts.path("refusals")) {
                assertThat(refusal.path("code").asString()).isNotBlank();
                assertThat(refusal.path("detail").asString()).isNotBlank();
            }
        }
        return answer;
    }

    private static Bad raw(String name, int status, String body) {
        String shortened = name.substring(0, Math.min(60, name.length()));
        return new Bad(shortened, Set.of(status), () -> admin.post("/incidents", null, null, "application/json", body));
    }

    private static Bad with(String name, Consumer<Map<String, Object>> spoil) {
        return new Bad(name, Set.of(400, 413), () -> {
            Map<String, Object> body = Load.raising(4);
            spoil.accept(body);
            return admin.post("/incidents", null, body);
        });
    }

    private static Bad change(String what, int status, Map<String, Object> body) {
        String name = what + " " + body.toString();
        return new Bad(
                name.substring(0, Math.min(60, name.length())),
                Set.of(status),
                () -> admin.post("/incidents/" + ID + "/" + what, null, body));
    }

    /** As the admin, byte by byte. @param headers lines; may be empty */
    private static Answer said(String request, String headers, String body) throws IOException {
        return RawHttp.send(
                port(),
                request + "\nHost: localhost\nConnection: close\nAuthorization: " + admin.authorization() + "\n"
                        + (headers.isEmpty() ? "" : headers + "\n") + "\n" + body);
    }

    private static int port() {
        return service.launch().port();
    }

    private static String json(Object value) {
        return ServiceClient.JSON.writeValueAsString(value);
    }

    /** How much is on record: the list's total and the feed's end. */
    private static String recorded() throws IOException {
        JsonNode feed = admin.get("/events?limit=500").orFail("The feed").json();
        return admin.get("/incidents?limit=1").orFail("The list").json().path("total")
                + " "
                + feed.path("nextPosition");
    }

    static void isProperProblem(String what, Answer answer) {
        assertThat(answer.header("Content-Type")).as(what + ": " + answer).startsWith("application/problem+json");
        JsonNode problem = answer.json();
        assertThat(problem.path("status").asInt()).as(what).isEqualTo(answer.status());
        assertThat(problem.path("code").asString("")).as(what + ": " + answer).matches("[A-Z][A-Z0-9_]+");
        assertThat(problem.path("title").asString("")).as(what + ": " + answer).isNotBlank();
        assertThat(problem.path("detail").asString("")).as(what + ": " + answer).isNotBlank();
        assertThat(problem.has("type")).as(what + ": " + answer).isTrue();
    }

    static void saysNothingOfTheInside(String what, Answer answer) {
        String text = answer.text();
        assertThat(text)
                .as(what)
                .doesNotContain("Exception")
                .doesNotContain("uk.smartenergy")
                .doesNotContain("springframework")
                .doesNotContain("jackson")
                .doesNotContain("java.")
                .doesNotContain("Tomcat")
                .doesNotContain("\tat ");
        assertThat(answer.headers().map()).as(what).doesNotContainKeys("X-Injected", "x-injected", "X-A", "Server");
    }
}
