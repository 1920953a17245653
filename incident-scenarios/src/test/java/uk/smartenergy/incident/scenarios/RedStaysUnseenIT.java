package uk.smartenergy.incident.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Who is not cleared cannot tell whether there are RED Incidents: every answer is, byte by byte, what it was before there were any. The one
 * exception is the time at which an answer was given.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RedStaysUnseenIT {

    private static final String PASSWORD = "long-enough-for-a-test";
    private static final String PARTY = "Larkhill Energy";
    private static final String SECRET = "Signing key copied";

    private static final int RESOLVED = 3;

    private static final String THIS_MONTH =
            YearMonth.now(ZoneId.of("Europe/London")).toString();

    private static final List<String> QUESTIONS = List.of(
            "/incidents",
            "/incidents?limit=500&sort=id",
            "/incidents?limit=2",
            "/incidents?sort=recordedAt",
            "/incidents?sort=category&limit=3",
            "/incidents?type=SECURITY",
            "/incidents?type=RDP",
            "/incidents?state=RESOLVED",
            "/incidents?resolver=DSP",
            "/incidents?region=North",
            "/incidents?service=SMKI",
            "/incidents?businessProcess=Billing",
            "/incidents?category=1",
            "/incidents?raisedBy=Larkhill+Energy",
            "/incidents?externalReference=RED-1",
            "/incidents?openLongerThan=P1M",
            "/incidents?breached=true",
            "/incidents?q=Signing",
            "/incidents?q=RED",
            "/incidents?asOf=2018-09-01",
            "/incidents/INC000000000001",
            "/incidents/INC000000000001/timeline",
            "/incidents/INC000000000001/category-explanation",
            "/incidents/INC000000000001/target-clocks",
            "/incidents/INC000000000001/communications",
            "/incidents/INC000000000001/communications/draft",
            "/incidents/INC000000000001/category-disputes",
            "/incidents/INC000000000001/category-disputes/1",
            "/incidents/INC000000000002/category-disputes/1/precedents",
            "/incidents?disputed=true",
            "/incidents?disputeOpen=true",
            "/incidents?recategorised=true",
            "/incidents?updatesIn=2018-08",
            "/reports/ageing",
            "/reports/ageing?groupBy=category",
            "/reports/ageing?groupBy=type",
            "/reports/ageing?groupBy=resolver",
            "/reports/ageing?groupBy=region",
            "/reports/ageing?groupBy=service",
            "/reports/ageing?asOf=2018-09-01",
            "/reports/ageing/trend?from=2018-07-01&to=2018-10-01&step=P1D",
            "/reports/rdp-incidents?period=2018-08&asOf=2018-10-05",
            "/reports/performance?period=2018-08",
            "/reports/categorisation?from=2018-01-01&to=2018-12-31",
            "/reports/performance?period=" + THIS_MONTH,
            "/reports/categorisation?from=2018-01-01&to=2018-12-31&groupBy=region",
            "/reports/communications?period=2018-08",
            "/reports/communications?period=" + THIS_MONTH,
            "/reports/differences?report=ageing&period=2018-08&knownAtA=2018-08-31",
            "/reports/differences?report=rdp-incidents&period=2018-08&knownAtA=2018-08-31",
            "/reports/differences?report=performance&period=2018-08&knownAtA=2018-08-31",
            "/reports/differences?report=categorisation&period=2018-08&knownAtA=2018-08-31",
            "/categorisation-policies/dcc-reading",
            "/categorisation-policies/backtests",
            "/categorisation-policies/backtests/{backtest}",
            "/categorisation-policies/backtests/{backtest}/changes",
            "/subscriptions",
            "/subscriptions/{subscription}",
            "/subscriptions/{subscription}/deliveries",
            "/communication-templates",
            "/planned-maintenance",
            "/reports/planned-maintenance?month=2018-09",
            "/major-incident-reports",
            "/major-incident-reports?asOf=2018-09-01",
            "/regulatory-reports?month=2018-09",
            "/regulatory-reports/PMR/2018-08/left-out-incidents",
            "/working-days?from=2018-08-01&to=2018-08-31",
            "/events",
            "/events?limit=3&position=2",
            "/categorisation-policies",
            "/users");

    @TempDir
    private static Path folder;

    private static RunningService service;
    private static final Map<String, ServiceClient> UNCLEARED = new LinkedHashMap<>();
    private static final Map<String, String> BEFORE = new TreeMap<>();
    private static final List<String> RED = new ArrayList<>();
    /** What stands for the references in questions. */
    private static final Map<String, String> NAMES = new LinkedHashMap<>();

    private static final List<String> SENT = Collections.synchronizedList(new ArrayList<>());
    private static HttpServer receiver;

    @BeforeAll
    static void start() throws IOException {
        service = RunningService.Launch.on(folder.resolve("data")).start();
        ServiceClient admin = service.admin();
        user("desk", "DCC_STAFF", null);
        user("ops", "OPS_GROUP", null);
        user("provider", "SERVICE_PROVIDER", "DSP");
        user("party", "INCIDENT_PARTY", PARTY);
        List<History> open = new ArrayList<>();
        for (int i = 1; i <= 6; i++) {
            History history = history("GREEN-" + i, i % 2 == 0 ? "SERVICE" : "RDP", "Files are late, case " + i);
            open.add(i <= RESOLVED ? history.resolved("2018-08-20T10:00", "Files sent") : history);
        }
        for (History history : open) {
            history.tellTo(admin, "green");
        }
        // Closing by itself comes in its own time; what is compared must not move.
        service.await("at rest", Duration.ofSeconds(60), () -> closed(admin) == RESOLVED);
        receiver = receiver();
        subscribe("{subscription}", UNCLEARED.getOrDefault("desk", admin));
        subscribe("{cleared}", admin);
        dispute(admin, "INC000000000001", "Disputed openly");
        admin.post("/incidents/INC000000000002/category-disputes", null, DISPUTE)
                .orFail("Disputing");
        admin.post("/incidents/INC000000000001/communications", null, Map.of("text", "Sent openly"))
                .orFail("Communicating");
        service.await("the update is delivered", Duration.ofSeconds(60), () -> delivered(admin) == 2);
        NAMES.put("{backtest}", backtest(UNCLEARED.getOrDefault("desk", admin)));
        BEFORE.putAll(answers());
        assertThat(BEFORE).hasSizeGreaterThan(QUESTIONS.size());
        raiseRed(admin);
        backtest(admin);
    }

    private static final Map<String, Object> DISPUTE = Map.of("reason", "Much wider than that", "proposedCategory", 1);

    private static void dispute(ServiceClient admin, String id, String reason) throws IOException {
        String path = "/incidents/" + id + "/category-disputes";
        admin.post(path, null, ServiceClient.object("reason", reason, "proposedCategory", 1))
                .orFail("Disputing");
        admin.post(path + "/1/ruling", null, ServiceClient.object("reason", reason, "category", 1))
                .orFail("Ruling");
    }

    private static String backtest(ServiceClient client) throws IOException {
        Answer made = client.post(
                        "/categorisation-policies/backtests",
                        null,
                        Map.of("policy", "supplier-reading", "from", "2018-01-01", "to", "2018-12-31"))
                .orFail("Asking for a backtest");
        service.await(
                "the backtest is complete",
                Duration.ofSeconds(60),
                () -> state(client, made.id()).equals("COMPLETED"));
        return made.id();
    }

    private static String state(ServiceClient client, String backtest) {
        try {
            return client.get("/categorisation-policies/backtests/" + backtest)
                    .json()
                    .path("state")
                    .asString("");
        } catch (IOException e) {
            return "";
        }
    }

    private static HttpServer receiver() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
        server.createContext("/", exchange -> {
            SENT.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
        return server;
    }

    private static void subscribe(String name, ServiceClient client) throws IOException {
        String url = "http://127.0.0.1:" + receiver.getAddress().getPort() + "/";
        NAMES.put(
                name,
                client.post("/subscriptions", null, Map.of("channel", "WEBHOOK", "url", url))
                        .orFail("Subscribing")
                        .id());
    }

    private static int delivered(ServiceClient admin) {
        try {
            int delivered = 0;
            for (String name : List.of("{subscription}", "{cleared}")) {
                delivered += admin.get("/subscriptions/" + NAMES.get(name) + "/deliveries?state=DELIVERED")
                        .json()
                        .path("total")
                        .asInt();
            }
            return delivered;
        } catch (IOException e) {
            return -1;
        }
    }

    @AfterAll
    static void stop() {
        if (receiver != null) {
            receiver.stop(0);
        }
        if (service != null) {
            service.close();
        }
    }

    private static void user(String name, String role, String party) throws IOException {
        service.admin()
                .post(
                        "/users",
                        null,
                        ServiceClient.object(
                                "name",
                                name,
                                "password",
                                PASSWORD,
                                "roles",
                                List.of(role),
                                "party",
                                party,
                                "cleared",
                                false))
                .orFail("The user " + name);
        UNCLEARED.put(name, service.admin().as(name, PASSWORD));
    }

    private static History history(String reference, String type, String summary) {
        return History.raised(
                        reference,
                        "2018-08-0" + reference.charAt(reference.length() - 1) + "T10:00",
                        type,
                        PARTY,
                        summary)
                .assigned("2018-08-10T10:00", "DSP")
                .respondedTo("2018-08-10T11:00");
    }

    private static int closed(ServiceClient admin) {
        try {
            return admin.get("/incidents?state=CLOSED&limit=1")
                    .json()
                    .path("total")
                    .asInt();
        } catch (IOException e) {
            return -1;
        }
    }

    /** By commands and by import, of every type, open and resolved, linked, escalated, communicated. */
    private static void raiseRed(ServiceClient admin) throws IOException {
        for (String type : List.of("SECURITY", "RDP", "SERVICE")) {
            Map<String, Object> body = Load.raising(7);
            body.putAll(Map.of(
                    "summary",
                    SECRET,
                    "type",
                    type,
                    "classification",
                    "RED",
                    "services",
                    List.of("SMKI"),
                    "businessProcesses",
                    List.of("Billing"),
                    "externalReference",
                    "RED-" + type,
                    "occurredAt",
                    "2018-08-05T10:00:00Z"));
            String id = admin.post("/incidents", "red-" + type, body)
                    .orFail("Raising RED")
                    .id();
            RED.add(id);
            String path = "/incidents/" + id;
            admin.post(path + "/assignments", null, Map.of("resolver", "DSP", "reason", SECRET))
                    .orFail("Assigning");
            admin.post(path + "/escalations", null, Map.of("level", "PANEL", "reason", SECRET))
                    .orFail("Escalating");
            admin.post(path + "/communications", null, Map.of("text", SECRET)).orFail("Communicating");
            dispute(admin, id, SECRET);
            admin.post(path + "/links", null, Map.of("type", "RELATED_TO", "target", "INC000000000001"))
                    .orFail("Linking");
        }
        admin.post("/incidents/" + RED.getLast() + "/resolutions", null, Map.of("resolution", SECRET))
                .orFail("Resolving");
        String line = """
                {"externalReference":"RED-1","at":"2018-08-06T10:00:00Z","action":"RAISE","summary":"%s","type":"RDP",\
                "raisedBy":{"party":"%s"},"category":1,"classification":"RED"}
                """.formatted(SECRET, PARTY);
        assertThat(admin.post("/incidents/imports", null, null, "application/x-ndjson", line)
                        .json()
                        .path("accepted")
                        .asInt())
                .isEqualTo(1);
        RED.add(admin.get("/incidents?externalReference=RED-1")
                .json()
                .path("items")
                .path(0)
                .path("id")
                .asString());
    }

    @Test
    @Order(1)
    void theClearedSeeThem() throws IOException {
        JsonNode list = service.admin().get("/incidents?limit=500").json();
        assertThat(list.path("total").asInt()).isEqualTo(6 + 4);
        assertThat(service.admin()
                        .get("/incidents?q=Signing")
                        .json()
                        .path("total")
                        .asInt())
                .isEqualTo(4);
        assertThat(list.path("items").valueStream().map(item -> item.path("id").asString()))
                .containsAll(RED);
    }

    @Test
    @Order(2)
    void everyAnswerToTheOthersIsWhatItWasBefore() throws IOException {
        Map<String, String> after = answers();
        assertThat(after.keySet()).isEqualTo(BEFORE.keySet());
        after.forEach((question, answer) -> {
            assertThat(answer).as(question).isEqualTo(BEFORE.get(question));
            assertThat(answer).as(question).doesNotContain(SECRET);
        });
        assertThat(QUESTIONS)
                .allSatisfy(question -> assertThat(BEFORE.get("desk " + question + " application/json"))
                        .as(question)
                        .startsWith(question.equals("/users") ? "403" : "200"));
        assertThat(BEFORE.get("desk /incidents application/json"))
                .startsWith("200")
                .contains("GREEN-6");
        assertThat(BEFORE.get("desk /reports/rdp-incidents?period=2018-08&asOf=2018-10-05 application/json"))
                .startsWith("200")
                .contains("\"openedAndResolvedInPeriod\":2");
        assertThat(BEFORE.get("desk /events application/json"))
                .startsWith("200")
                .contains("GREEN-6");
    }

    @Test
    @Order(3)
    void aRedReferenceIsAnsweredLikeOneThatDoesNotExist() throws IOException {
        for (Map.Entry<String, ServiceClient> user : UNCLEARED.entrySet()) {
            ServiceClient client = user.getValue();
            for (String red : RED) {
                String absent = "INC%012d".formatted(Long.parseLong(red.substring(3)) ^ 1);
                for (String end : List.of(
                        "",
                        "/timeline",
                        "/category-explanation",
                        "?asOf=2018-09-01",
                        "/assignments",
                        "/target-clocks",
                        "/communications",
                        "/communications/1",
                        "/communications/draft",
                        "/category-disputes",
                        "/category-disputes/1",
                        "/category-disputes/1/precedents",
                        "/nothing")) {
                    same(
                            user.getKey() + " GET " + end,
                            client.get("/incidents/" + red + end),
                            red,
                            client.get("/incidents/" + absent + end),
                            absent);
                }
                for (String change : List.of(
                        "assignments",
                        "responses",
                        "pauses",
                        "resumptions",
                        "escalations",
                        "communications",
                        "communications/1/ratings",
                        "resolutions",
                        "closures",
                        "reopenings",
                        "links",
                        "category-disputes",
                        "category-disputes/1/evidence",
                        "category-disputes/1/withdrawal",
                        "category-disputes/1/ruling",
                        "impact-assessments")) {
                    for (Map<String, Object> body : List.of(
                            ServiceClient.object(),
                            ServiceClient.object(
                                    "resolver",
                                    "DSP",
                                    "reason",
                                    "x",
                                    "level",
                                    "PANEL",
                                    "text",
                                    "x",
                                    "type",
                                    "RELATED_TO",
                                    "target",
                                    "INC000000000001",
                                    "impact",
                                    Map.of("level", "MINOR"),
                                    "rating",
                                    3,
                                    "category",
                                    2))) {
                        same(
                                user.getKey() + " POST " + change,
                                client.post("/incidents/" + red + "/" + change, null, body),
                                red,
                                client.post("/incidents/" + absent + "/" + change, null, body),
                                absent);
                    }
                }
            }
        }
    }

    @Test
    @Order(4)
    void aReferenceToARedIncidentIsTakenOrRefusedLikeOneToNothing() throws IOException {
        ServiceClient desk = UNCLEARED.getOrDefault("desk", service.admin());
        String red = RED.getFirst();
        String absent = "INC%012d".formatted(Long.parseLong(red.substring(3)) ^ 1);
        String path = "/incidents/INC000000000002/links";
        Answer toRed = desk.post(path, null, Map.of("type", "RELATED_TO", "target", red));
        Answer toNothing = desk.post(path, null, Map.of("type", "RELATED_TO", "target", absent));
        assertThat(toRed.status()).isEqualTo(toNothing.status());
        if (!toRed.isSuccess()) {
            same("link", toRed, red, toNothing, absent);
        }
        Map<String, Object> body = Load.raising(8);
        body.put("relatedIncidents", List.of(red));
        Answer relatedToRed = desk.post("/incidents", null, body);
        body.put("relatedIncidents", List.of(absent));
        Answer relatedToNothing = desk.post("/incidents", null, body);
        assertThat(relatedToRed.status()).isEqualTo(relatedToNothing.status());
        if (!relatedToRed.isSuccess()) {
            same("related", relatedToRed, red, relatedToNothing, absent);
        }
    }

    @Test
    @Order(5)
    void keysAndExternalReferencesOfRedOnesAreFreeToOthers() throws IOException {
        ServiceClient desk = UNCLEARED.getOrDefault("desk", service.admin());
        Answer sameKey = desk.post("/incidents", "red-SECURITY", Load.raising(9));
        assertThat(sameKey.status()).as(sameKey.toString()).isEqualTo(201);
        assertThat(RED).doesNotContain(sameKey.id());
        String unknown =
                "{\"externalReference\":\"%s\",\"at\":\"2018-08-07T10:00:00Z\",\"action\":\"ASSIGN\",\"resolver\":\"DSP\"}";
        Answer change = desk.post("/incidents/imports", null, null, "application/x-ndjson", unknown.formatted("RED-1"));
        Answer nothing =
                desk.post("/incidents/imports", null, null, "application/x-ndjson", unknown.formatted("RED-7"));
        same("import", change, "RED-1", nothing, "RED-7");
        String line =
                "{\"externalReference\":\"%s\",\"at\":\"2018-08-06T10:00:00Z\",\"action\":\"RAISE\",\"summary\":\"Mine\",\"type\":\"RDP\",\"raisedBy\":{\"party\":\"P\"},\"category\":3}";
        same(
                "import",
                desk.post(
                        "/incidents/imports?dryRun=true", null, null, "application/x-ndjson", line.formatted("RED-1")),
                "RED-1",
                desk.post(
                        "/incidents/imports?dryRun=true", null, null, "application/x-ndjson", line.formatted("RED-7")),
                "RED-7");
        Answer mine = desk.post("/incidents/imports", null, null, "application/x-ndjson", line.formatted("RED-1"));
        assertThat(mine.json().path("accepted").asInt()).as(mine.toString()).isEqualTo(1);
        assertThat(desk.get("/incidents?externalReference=RED-1")
                        .json()
                        .path("total")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    @Order(6)
    void theReferencesOfTheOthersRiseWithoutGapsAndTheUnclearedCannotMakeOrMarkRed() throws IOException {
        ServiceClient desk = UNCLEARED.getOrDefault("desk", service.admin());
        long first = number(desk.post("/incidents", null, Load.raising(10)).orFail("Raising"));
        Map<String, Object> red = Load.raising(11);
        red.put("classification", "RED");
        service.admin().post("/incidents", null, red).orFail("Raising RED");
        long second = number(desk.post("/incidents", null, Load.raising(12)).orFail("Raising"));
        assertThat(second).isEqualTo(first + 1);
        assertThat(desk.post("/incidents", null, red).status()).isEqualTo(403);
        red.remove("classification");
        red.put("type", "SECURITY");
        assertThat(desk.post("/incidents", null, red).status()).isEqualTo(403);
    }

    @Test
    @Order(7)
    void whatTheClearedLinkToRedDoesNotNameItToOthers() throws IOException {
        service.admin()
                .post("/incidents/INC000000000003/links", null, Map.of("type", "RELATED_TO", "target", RED.getFirst()));
        Map<String, Object> body = Load.raising(13);
        body.put("relatedIncidents", List.of(RED.getFirst()));
        service.admin().post("/incidents", null, body);
        answers().forEach((question, answer) -> assertThat(answer).as(question).doesNotContain(RED.getFirst()));
        assertThat(UNCLEARED.values()).allSatisfy(client -> {
            assertThat(client.get("/incidents/INC000000000003").text()).doesNotContain(RED.getFirst());
            assertThat(client.get("/incidents/INC000000000003/timeline").text()).doesNotContain(RED.getFirst());
        });
    }

    @Test
    @Order(8)
    void nothingRedWasSentAndWhoIsNotClearedCannotSubscribeToItMoreThanToNothing() throws IOException {
        service.admin()
                .post("/incidents/INC000000000001/communications", null, Map.of("text", "After RED"))
                .orFail("Communicating");
        service.await("the update is delivered", Duration.ofSeconds(60), () -> delivered(service.admin()) == 4);
        assertThat(SENT).hasSize(4).noneMatch(sent -> sent.contains(SECRET));
        String red = RED.getFirst();
        String absent = "INC%012d".formatted(Long.parseLong(red.substring(3)) ^ 1);
        for (ServiceClient client : UNCLEARED.values()) {
            same(
                    "subscription",
                    client.post("/subscriptions", null, subscriptionTo(red)),
                    red,
                    client.post("/subscriptions", null, subscriptionTo(absent)),
                    absent);
        }
    }

    private static Map<String, Object> subscriptionTo(String incident) {
        return Map.of("channel", "WEBHOOK", "url", "http://127.0.0.1:9/", "incident", incident);
    }

    private static long number(Answer raised) {
        return Long.parseLong(raised.id().substring(3));
    }

    private static void same(String what, Answer one, String oneName, Answer other, String otherName) {
        assertThat(plain(one).replace(oneName, "X"))
                .as(what)
                .isEqualTo(plain(other).replace(otherName, "X"));
    }

    private static Map<String, String> answers() throws IOException {
        Map<String, String> answers = new TreeMap<>();
        for (Map.Entry<String, ServiceClient> user : UNCLEARED.entrySet()) {
            for (String question : QUESTIONS) {
                for (String type : List.of("application/json", "text/csv")) {
                    String named = question;
                    for (Map.Entry<String, String> name : NAMES.entrySet()) {
                        named = named.replace(name.getKey(), name.getValue());
                    }
                    String path = named;
                    // A list is followed to its end: its cursors must not tell either.
                    for (int page = 0; page < 20 && !path.isEmpty(); page++) {
                        Answer answer = user.getValue().get(path, type);
                        answers.put(
                                user.getKey() + " " + question + " " + type + (page == 0 ? "" : " page " + page),
                                plain(answer));
                        path = answer.isSuccess() && type.equals("application/json") ? next(named, answer) : "";
                    }
                }
            }
        }
        return answers;
    }

    private static String next(String question, Answer answer) {
        String cursor = answer.json().path("nextCursor").asString("");
        return cursor.isEmpty()
                ? ""
                : question + (question.contains("?") ? "&" : "?") + "cursor=" + ServiceClient.encoded(cursor);
    }

    /** The whole answer but for the time at which it was given. */
    private static String plain(Answer answer) {
        StringBuilder headers = new StringBuilder();
        new TreeMap<>(answer.headers().map()).forEach((name, values) -> {
            // Beside the time, what the server says of the connection: it ends one after so many answers.
            if (!Set.of("date", "connection", "keep-alive").contains(name.toLowerCase(Locale.ROOT))) {
                headers.append(name).append(": ").append(values).append('\n');
            }
        });
        return answer.status() + "\n" + headers
                + answer.text()
                        .replaceAll("\"(asOf|knownAt[AB]?)\":\"[^\"]*\"", "\"$1\":\"\"")
                        .replaceAll("(asOf|knownAt[AB]?)=20[^&\"]*", "$1=")
                        // How long a clock has run by now.
                        .replaceAll("Used \\d+ h( \\d+ min)?", "Used some time");
    }
}
