package uk.smartenergy.incident.scenarios;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.bson.Document;

/**
 * A fixed amount of work on the embedded store: commands acknowledged a second over HTTP, next to what the same embedded server takes when
 * documents are inserted straight into it; start-up, and memory. Clients, service and store share the machine, so figures compare only with
 * others of the same machine.
 */
final class Load {

    private static final List<Integer> CLIENTS = List.of(1, 8, 32);
    private static final List<String> STEPS = List.of("raise", "assign", "respond", "resolve");

    /** About what one command leaves in the store. */
    private static final String PAYLOAD = "x".repeat(900);

    private final PrintStream out;
    private final int scale;

    /** @param quick a tenth of the work: to see that it runs, not to compare */
    Load(PrintStream out, boolean quick) {
        this.out = out;
        this.scale = quick ? 1 : 10;
    }

    void run() throws IOException {
        Path folder = RunningService.temporaryFolder("load");
        try {
            out.printf(
                    "%d processors, Java %s%n%n",
                    Runtime.getRuntime().availableProcessors(), System.getProperty("java.version"));
            List<Throughput> commands;
            RunningService.Launch launch =
                    RunningService.Launch.on(folder.resolve("data")).withJvmOptions(List.of());
            RunningService service = started("on an empty folder", launch);
            try {
                commands = commands(service);
                out.println("After the load:      " + Footprint.of(service.pid()));
                service.stop();
            } finally {
                service.close();
            }
            started("on what the load left", launch).stop();
            List<Throughput> inserts = inserts(folder.resolve("alone"));
            print(commands, inserts);
        } finally {
            RunningService.deleteFolder(folder);
        }
    }

    private RunningService started(String how, RunningService.Launch launch) throws IOException {
        long begin = System.nanoTime();
        RunningService service = launch.start();
        out.printf("Start %s: ready after %.1f s%n", how, (System.nanoTime() - begin) / 1e9);
        out.println("After the start:     " + Footprint.of(service.pid()));
        return service;
    }

    private List<Throughput> commands(RunningService service) {
        ServiceClient client = service.admin();
        Throughput.measure(8, 100 * scale, STEPS.size(), (number, clock) -> life(client, number, clock));
        List<Throughput> results = new ArrayList<>();
        for (int clients : CLIENTS) {
            int lives = (clients == 1 ? 50 : 150) * scale;
            results.add(
                    Throughput.measure(clients, lives, STEPS.size(), (number, clock) -> life(client, number, clock)));
        }
        return results;
    }

    private static void life(ServiceClient client, int number, Throughput.Clock clock) throws IOException {
        clock.start();
        Answer raised = client.post("/incidents", null, raising(number));
        acknowledged(clock, raised, "Raising");
        String path = "/incidents/" + raised.id();
        change(client, clock, path + "/assignments", Map.of("resolver", "DSP", "reason", "It is the data service"));
        change(client, clock, path + "/responses", Map.of("comment", "We are looking into it"));
        change(client, clock, path + "/resolutions", Map.of("resolution", "The queue was restarted"));
    }

    private static void change(ServiceClient client, Throughput.Clock clock, String path, Object body)
            throws IOException {
        clock.start();
        acknowledged(clock, client.post(path, null, body), path);
    }

    private static void acknowledged(Throughput.Clock clock, Answer answer, String what) {
        answer.orFail(what);
        clock.stop();
    }

    static Map<String, Object> raising(int number) {
        return ServiceClient.object(
                "summary",
                "Install and commission fails in some postcodes, case " + number,
                "description",
                "The installer's tablet shows a timeout after the communications hub has been paired.",
                "type",
                "SERVICE",
                "raisedBy",
                Map.of(
                        "party", "Larkhill Energy",
                        "contactName", "Service Desk",
                        "contactDetails", "service.desk@example.org",
                        "reference", "LE-" + number),
                "services",
                List.of("DCC Data Service"),
                "businessProcesses",
                List.of("Install & Commission"),
                "region",
                "North",
                "impact",
                Map.of("level", "MODERATE", "partiesPrevented", 1, "workaroundAvailable", true));
    }

    private List<Throughput> inserts(Path folder) throws IOException {
        try (EmbeddedServerAlone server = EmbeddedServerAlone.on(folder);
                MongoClient client = MongoClients.create(server.connectionString())) {
            MongoCollection<Document> collection = client.getDatabase("limit").getCollection("inserts");
            AtomicLong id = new AtomicLong();
            Throughput.Task insert = (number, clock) -> {
                Document document = new Document("_id", id.incrementAndGet()).append("payload", PAYLOAD);
                clock.start();
                collection.insertOne(document);
                clock.stop();
            };
            Throughput.measure(8, 500 * scale, 1, insert);
            List<Throughput> results = new ArrayList<>();
            for (int clients : CLIENTS) {
                results.add(Throughput.measure(clients, (clients == 1 ? 200 : 600) * scale, 1, insert));
            }
            return results;
        }
    }

    private void print(List<Throughput> commands, List<Throughput> inserts) {
        out.printf("%n%-44s%18s%18s%18s%n", "", "1 client", "8 clients", "32 clients");
        row("commands a second over HTTP", commands.stream().map(Load::rate).toList());
        row("  median / 99th percentile, ms", commands.stream().map(Load::times).toList());
        row(
                "insertOne a second, straight at the server",
                inserts.stream().map(Load::rate).toList());
        row("  median / 99th percentile, ms", inserts.stream().map(Load::times).toList());
        List<String> shares = new ArrayList<>();
        for (int i = 0; i < commands.size(); i++) {
            shares.add("%.0f %%"
                    .formatted(
                            100 * commands.get(i).perSecond() / inserts.get(i).perSecond()));
        }
        row("commands as a share of inserts", shares);
        out.printf(
                "%nCommands: %s, one Incident after another; %s of them measured.%n",
                String.join(", ", STEPS),
                commands.stream().mapToInt(Throughput::operations).sum());
    }

    private void row(String name, List<String> cells) {
        out.printf("%-44s", name);
        cells.forEach(cell -> out.printf("%18s", cell));
        out.println();
    }

    private static String rate(Throughput throughput) {
        return "%.0f".formatted(throughput.perSecond());
    }

    private static String times(Throughput throughput) {
        return "%.1f / %.1f"
                .formatted(
                        throughput.median().toNanos() / 1e6, throughput.slow().toNanos() / 1e6);
    }
}
