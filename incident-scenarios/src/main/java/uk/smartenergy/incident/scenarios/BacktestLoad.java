package uk.smartenergy.incident.scenarios;

import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import tools.jackson.databind.JsonNode;

/**
 * How long a backtest takes over 1,000, 10,000 and 25,000 Incidents, and whether its time grows in line with their number. The histories come through the
 * import; service and client share the machine.
 */
final class BacktestLoad {
    private static final Instant BEGIN = History.london("2018-01-01T00:00");
    private static final Duration YEAR = Duration.ofDays(365);
    private static final int IN_ONE_IMPORT = 1_000;
    private static final int TRIES = 5;
    /** How much longer for each Incident the largest may take than the smallest, on a machine that does other work too. */
    private static final double TOLERANCE = 1.5;

    private static final List<String> PROCESSES =
            List.of("Install & Commission", "Prepayment", "Billing", "Change of Supplier", "Firmware", "Alerts");
    private static final List<String> LEVELS = List.of("CRITICAL", "NON_CRITICAL", "MODERATE", "MINOR", "MINIMAL");

    private final PrintStream out;
    private final List<Integer> sizes;
    private final Random random = new Random(2018);

    /** @param quick a tenth of the work */
    BacktestLoad(PrintStream out, boolean quick) {
        this.out = out;
        this.sizes = quick ? List.of(100, 1_000, 2_500) : List.of(1_000, 10_000, 25_000);
    }

    /** @param first of a service that has run none of this size. @param usual the median of some more */
    private record Measured(int incidents, double first, double usual, JsonNode backtest) {}

    /** @return whether each backtest covered all Incidents, and the time grew in line with their number */
    boolean run() throws IOException {
        Path folder = RunningService.temporaryFolder("backtest");
        RunningService.Launch launch =
                RunningService.Launch.on(folder.resolve("data")).withJvmOptions(List.of());
        try (RunningService service = launch.start()) {
            out.printf("%d processors%n%n", Runtime.getRuntime().availableProcessors());
            List<Measured> all = new ArrayList<>();
            int told = 0;
            for (int size : sizes) {
                tell(service.admin(), told, size);
                told = size;
                all.add(measure(service.admin(), size));
            }
            return print(all);
        } finally {
            RunningService.deleteFolder(folder);
        }
    }

    private void tell(ServiceClient service, int from, int to) throws IOException {
        long start = System.nanoTime();
        for (int next = from; next < to; next += IN_ONE_IMPORT) {
            List<History> histories = new ArrayList<>();
            for (int number = next; number < Math.min(next + IN_ONE_IMPORT, to); number++) {
                histories.add(history(number));
            }
            History.tellByImport(service, histories);
        }
        out.printf("Imported %,d Incidents in %.0f s%n", to - from, seconds(start));
    }

    private History history(int number) {
        Instant at = BEGIN.plusSeconds(random.nextLong(YEAR.toSeconds()));
        History history = History.raised("BT-%05d".formatted(number), at.toString(), raising(number))
                .assigned(at.plusSeconds(300).toString(), "CSP North")
                .respondedTo(at.plusSeconds(120 + random.nextLong(3_600)).toString());
        Instant next = at.plusSeconds(4_000);
        if (random.nextInt(3) == 0) {
            history = history.paused(next.toString(), "Waits for the raiser")
                    .resumed(next.plusSeconds(7_200).toString());
        }
        Instant resolved = at.plusSeconds(12_000 + random.nextLong(400_000));
        history = history.resolved(resolved.toString(), "Done");
        if (random.nextInt(10) == 0) {
            history = history.reopened(resolved.plusSeconds(3_600).toString(), "Not done")
                    .resolved(resolved.plusSeconds(90_000).toString(), "Done now");
        }
        return history;
    }

    private Map<String, Object> raising(int number) {
        List<String> processes =
                random.nextInt(4) == 0 ? List.of() : List.of(PROCESSES.get(random.nextInt(PROCESSES.size())));
        return ServiceClient.object(
                "summary",
                "Service requests time out, case " + number,
                "type",
                "SERVICE",
                "raisedBy",
                ServiceClient.object(
                        "party", "Supplier " + number % 40,
                        "contactName", "Service Desk",
                        "contactDetails", "service.desk@example.org"),
                "services",
                List.of("WAN"),
                "businessProcesses",
                processes,
                "impact",
                ServiceClient.object(
                        "level",
                        LEVELS.get(random.nextInt(LEVELS.size())),
                        "partiesPrevented",
                        random.nextInt(20) == 0 ? 12 : random.nextInt(4),
                        "reducedCapacity",
                        random.nextBoolean(),
                        "workaroundAvailable",
                        random.nextBoolean(),
                        "financialImpact",
                        random.nextInt(6) == 0 ? "MORE_THAN_TRIVIAL" : "NONE"));
    }

    private Measured measure(ServiceClient service, int incidents) throws IOException {
        long start = System.nanoTime();
        backtest(service);
        double first = seconds(start);
        double[] times = new double[TRIES];
        JsonNode last = null;
        for (int i = 0; i < TRIES; i++) {
            start = System.nanoTime();
            last = backtest(service);
            times[i] = seconds(start);
        }
        Arrays.sort(times);
        return new Measured(incidents, first, times[TRIES / 2], java.util.Objects.requireNonNull(last));
    }

    /** Asks for one and waits until it is complete, with everything that a client would read. */
    private static JsonNode backtest(ServiceClient service) throws IOException {
        Answer answer = service.send(service.request("/api/v1/categorisation-policies/backtests")
                        .header("Content-Type", "application/json")
                        .header("Prefer", "wait=20")
                        .POST(BodyPublishers.ofString("""
                                {"policy": "supplier-reading", "from": "2018-01-01", "to": "2018-12-31"}"""))
                        .build())
                .orFail("The backtest");
        JsonNode backtest = answer.json();
        if (!backtest.path("state").asString("").equals("COMPLETED")) {
            throw new IllegalStateException("The backtest was not complete in 20 s: " + backtest.path("progress"));
        }
        return backtest;
    }

    private boolean print(List<Measured> all) {
        out.printf(
                "%n%9s  %9s  %9s  %12s  %9s  %8s%n",
                "Incidents", "first s", "median s", "us/Incident", "replay s", "changed");
        Measured smallest = all.getFirst();
        boolean right = true;
        for (Measured one : all) {
            double each = one.usual() / one.incidents();
            double ratio = each / (smallest.usual() / smallest.incidents());
            boolean complete = one.backtest().path("incidents").asInt() == one.incidents();
            right &= complete && ratio <= TOLERANCE;
            out.printf(
                    "%,9d  %9.3f  %9.3f  %12.1f  %9.3f  %,8d   %.2f x the smallest, per Incident%s%n",
                    one.incidents(),
                    one.first(),
                    one.usual(),
                    each * 1e6,
                    Duration.parse(one.backtest().path("took").asString()).toMillis() / 1e3,
                    one.backtest().path("changed").asInt(),
                    ratio,
                    complete ? "" : "  <-- covers " + one.backtest().path("incidents"));
        }
        out.println(right ? "\nIts time grows in line with the Incidents, or slower." : "\nNOT AS IT SHOULD BE.");
        return right;
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }
}
