package uk.smartenergy.incident.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Backtests that are killed, cancelled, and worked on by two nodes; and who sees one that holds RED Incidents. */
class BacktestIT {
    private static final String BACKTESTS = "/categorisation-policies/backtests";
    private static final Instant BEGIN = History.london("2018-07-02T09:00");
    private static final int MANY = 400;
    /** So that it is long under way: every Incident is a step of its own. */
    private static final String ONE_BY_ONE = "-Dincident.backtests.at-once=1";

    @TempDir
    private Path folder;

    @Test
    void whatWasKilledInTheMiddleGoesOnAndSaysWhatItWouldHaveSaid() throws IOException {
        RunningService.Launch launch = slow(RunningService.Launch.on(folder.resolve("data")));
        String id;
        int reached;
        JsonNode whole;
        try (RunningService service = launch.start()) {
            tell(service.admin(), MANY);
            String first = backtest(service.admin(), "respond-async").path("id").asString();
            service.await(
                    "complete",
                    Duration.ofSeconds(120),
                    () -> state(service, first).equals("COMPLETED"));
            whole = get(service, first);
            id = backtest(service.admin(), "respond-async").path("id").asString();
            service.await("half way", Duration.ofSeconds(60), () -> done(service, id) > 0);
            reached = done(service, id);
            service.kill();
        }
        assertThat(reached).isBetween(1, MANY - 1);
        try (RunningService service = launch.start()) {
            service.await(
                    "complete",
                    Duration.ofSeconds(120),
                    () -> state(service, id).equals("COMPLETED"));
            JsonNode after = get(service, id);
            assertThat(after.path("incidents").asInt()).isEqualTo(MANY);
            for (String figure : List.of("counts", "targets", "told", "majorIncidentReports", "changed", "changes")) {
                assertThat(after.path(figure)).as(figure).isEqualTo(whole.path(figure));
            }
            assertThat(service.admin()
                            .post(BACKTESTS + "/" + id + "/cancellation", null, ServiceClient.object())
                            .status())
                    .isEqualTo(409);
        }
    }

    @Test
    void whatIsCancelledStaysAsItIs() throws IOException {
        try (RunningService service =
                slow(RunningService.Launch.on(folder.resolve("data"))).start()) {
            tell(service.admin(), MANY);
            String id = backtest(service.admin(), "respond-async").path("id").asString();
            Answer cancelled = service.admin()
                    .post(BACKTESTS + "/" + id + "/cancellation", null, ServiceClient.object("reason", "Wrong month"))
                    .orFail("Cancelling");
            assertThat(cancelled.json().path("state").asString()).isEqualTo("CANCELLED");
            JsonNode another = backtest(service.admin(), "wait=20");
            assertThat(another.path("state").asString()).isEqualTo("COMPLETED");
            assertThat(get(service, id).path("progress"))
                    .isEqualTo(cancelled.json().path("progress"));
            assertThat(get(service, id).path("state").asString()).isEqualTo("CANCELLED");
        }
    }

    @Test
    void twoNodesCountEachIncidentOnceAndGiveTheSameResult() throws IOException {
        MongoServer mongo = new MongoServer(new MemoryBackend());
        String uri = "mongodb://127.0.0.1:" + mongo.bind().getPort() + "/incidents";
        try (RunningService one = slow(RunningService.Launch.on(folder.resolve("one")))
                        .withMongodb(uri)
                        .start();
                RunningService two = slow(RunningService.Launch.on(folder.resolve("two")))
                        .withMongodb(uri)
                        .start()) {
            tell(one.admin(), 40);
            List<String> ids = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                ServiceClient client = (i % 2 == 0 ? one : two).admin();
                ids.add(backtest(client, "respond-async").path("id").asString());
            }
            for (String id : ids) {
                two.await(
                        "complete", Duration.ofSeconds(30), () -> state(two, id).equals("COMPLETED"));
                JsonNode result = get(one, id);
                assertThat(result.path("incidents").asInt()).isEqualTo(40);
                assertThat(result.path("counts"))
                        .isEqualTo(get(two, ids.getFirst()).path("counts"));
            }
        } finally {
            mongo.shutdownNow();
        }
    }

    @Test
    void aBacktestWithRedIncidentsIsThereForTheClearedOnly() throws IOException {
        try (RunningService service =
                RunningService.Launch.on(folder.resolve("data")).start()) {
            ServiceClient admin = service.admin();
            tell(admin, 5);
            admin.post(
                            "/users",
                            null,
                            ServiceClient.object(
                                    "name",
                                    "olga",
                                    "password",
                                    "a long enough password",
                                    "roles",
                                    List.of("OPS_GROUP")))
                    .orFail("Adding a user");
            ServiceClient uncleared = admin.as("olga", "a long enough password");
            JsonNode before = backtest(uncleared, "wait=20");
            admin.post(
                            "/incidents",
                            null,
                            ServiceClient.object(
                                    "summary",
                                    "Keys",
                                    "type",
                                    "SECURITY",
                                    "occurredAt",
                                    BEGIN.toString(),
                                    "raisedBy",
                                    ServiceClient.object(
                                            "party", "Larkhill Energy",
                                            "contactName", "Service Desk",
                                            "contactDetails", "desk@example.org"),
                                    "businessProcesses",
                                    List.of("Install & Commission"),
                                    "impact",
                                    ServiceClient.object("level", "MINOR")))
                    .orFail("Raising what is RED");
            JsonNode cleared = backtest(admin, "wait=20");
            JsonNode after = backtest(uncleared, "wait=20");

            assertThat(cleared.path("incidents").asInt()).isEqualTo(6);
            assertThat(after.path("incidents").asInt()).isEqualTo(5);
            for (String figure : List.of("counts", "targets", "told", "majorIncidentReports", "changes")) {
                assertThat(after.path(figure)).as(figure).isEqualTo(before.path(figure));
            }
            String id = cleared.path("id").asString();
            Answer hidden = uncleared.get(BACKTESTS + "/" + id);
            Answer absent = uncleared.get(BACKTESTS + "/BT-000000000000");
            assertThat(hidden.status()).isEqualTo(404);
            assertThat(hidden.text()).isEqualTo(absent.text());
            assertThat(uncleared.get(BACKTESTS + "/" + id + "/changes").status())
                    .isEqualTo(404);
            JsonNode list = uncleared.get(BACKTESTS).json();
            assertThat(list.path("total").asInt()).isEqualTo(2);
            assertThat(list.toString()).doesNotContain(id);
            assertThat(admin.get(BACKTESTS).json().path("total").asInt()).isEqualTo(3);
        }
    }

    private static RunningService.Launch slow(RunningService.Launch launch) {
        return launch.withJvmOptions(Stream.concat(RunningService.Launch.SHORT_LIFE.stream(), Stream.of(ONE_BY_ONE))
                .toList());
    }

    private static void tell(ServiceClient service, int incidents) throws IOException {
        List<History> histories = new ArrayList<>();
        for (int i = 0; i < incidents; i++) {
            Instant at = BEGIN.plusSeconds(i * 600L);
            histories.add(History.raised(
                            "BT-" + i,
                            at.toString(),
                            ServiceClient.object(
                                    "summary",
                                    "Case " + i,
                                    "type",
                                    "SERVICE",
                                    "raisedBy",
                                    ServiceClient.object(
                                            "party", "Larkhill Energy",
                                            "contactName", "Service Desk",
                                            "contactDetails", "desk@example.org"),
                                    "businessProcesses",
                                    List.of(i % 3 == 0 ? "Install & Commission" : "Billing"),
                                    "impact",
                                    ServiceClient.object(
                                            "level",
                                            i % 2 == 0 ? "NON_CRITICAL" : "MODERATE",
                                            "reducedCapacity",
                                            true)))
                    .resolved(at.plusSeconds(10_000 + i * 60L).toString(), "Done"));
        }
        History.tellByImport(service, histories);
    }

    private static JsonNode backtest(ServiceClient service, String prefer) throws IOException {
        return service.send(service.request("/api/v1" + BACKTESTS)
                        .header("Content-Type", "application/json")
                        .header("Prefer", prefer)
                        .POST(BodyPublishers.ofString("""
                                {"policy": "supplier-reading", "from": "2018-07-01", "to": "2018-07-31", "asOf": "2018-08-31"}"""))
                        .build())
                .orFail("The backtest")
                .json();
    }

    private static JsonNode get(RunningService service, String id) {
        try {
            return service.admin()
                    .get(BACKTESTS + "/" + id)
                    .orFail("The backtest")
                    .json();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int done(RunningService service, String id) {
        return get(service, id).path("progress").path("done").asInt();
    }

    private static String state(RunningService service, String id) {
        return get(service, id).path("state").asString();
    }
}
