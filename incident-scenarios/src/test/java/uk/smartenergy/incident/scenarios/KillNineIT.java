package uk.smartenergy.incident.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * The process is killed without warning while clients write, again and again on one data folder. What was acknowledged is there afterwards; what
 * was on its way is there once, or not at all until it is sent again, and then once.
 */
class KillNineIT {

    private static final int ROUNDS = Integer.getInteger("kill.rounds", 20);
    private static final int WRITERS = 6;

    private final Random random = new Random(29);

    @TempDir
    private Path folder;

    /** A request as it was sent, and what was answered; {@code null} if the kill came first. */
    private record Sent(
            String key,
            String path,
            Map<String, Object> body,
            String marker,
            @Nullable Answer answer) {
        Sent answered(Answer by) {
            return new Sent(key, path, body, marker, by);
        }

        boolean isRaising() {
            return path.equals("/incidents");
        }

        String incident() {
            return isRaising() && answer != null ? answer.id() : path.split("/")[2];
        }
    }

    /** An import as it was sent; the same lines are sent again after the kill. */
    private record Imported(String lines, List<String> references) {}

    @Test
    void nothingAcknowledgedIsLostAndNothingSentAgainHappensTwice() throws Exception {
        RunningService.Launch launch = RunningService.Launch.on(folder.resolve("data"));
        Set<String> everyMarker = new LinkedHashSet<>();
        int acknowledged = 0;
        int onTheirWay = 0;
        int keptUnanswered = 0;
        long startNanos = 0;
        int round = 0;
        RunningService service = launch.start();
        try {
            while (round < ROUNDS) {
                Writers writers = new Writers(service, round);
                int work = 10 + random.nextInt(300);
                writers.awaitAcknowledged(work);
                RunningService.pause(Duration.ofMillis(random.nextInt(40)));
                service.kill();
                writers.join();

                long begin = System.nanoTime();
                service = launch.start();
                startNanos += System.nanoTime() - begin;

                assertThat(writers.failures).as("refused in round " + round).isEmpty();
                everythingAcknowledgedIsThere(service.admin(), writers.acknowledged);
                for (Sent sent : writers.onTheirWay) {
                    keptUnanswered += repeatedHappensOnce(service.admin(), sent) ? 1 : 0;
                }
                for (Sent sent : writers.lastOfEach) {
                    isAnsweredAsBefore(service.admin(), sent);
                }
                for (Imported imported : writers.imports) {
                    importedAgainHappensOnce(service.admin(), imported);
                }
                writers.acknowledged.forEach(sent -> everyMarker.add(sent.marker()));
                writers.onTheirWay.forEach(sent -> everyMarker.add(sent.marker()));
                acknowledged += writers.acknowledged.size();
                onTheirWay += writers.onTheirWay.size();
                round++;
            }
            Map<String, Integer> inTheFeed = markersInTheFeed(service.admin());
            assertThat(inTheFeed.keySet()).as("of all rounds").containsAll(everyMarker);
            assertThat(everyMarker.stream().filter(marker -> inTheFeed.get(marker) != 1))
                    .as("recorded more than once")
                    .isEmpty();
        } finally {
            service.close();
        }
        System.out.printf(
                "%d kills: %d commands acknowledged, none lost; %d on their way, of which %d had been kept;"
                        + " a restart took %.1f s on average%n",
                round, acknowledged, onTheirWay, keptUnanswered, startNanos / 1e9 / round);
        assertThat(onTheirWay).as("the kills came while there was work").isGreaterThanOrEqualTo(round);
    }

    private static void everythingAcknowledgedIsThere(ServiceClient client, Queue<Sent> acknowledged)
            throws IOException {
        Map<String, List<Sent>> byIncident = acknowledged.stream().collect(Collectors.groupingBy(Sent::incident));
        for (Map.Entry<String, List<Sent>> entry : byIncident.entrySet()) {
            String path = "/incidents/" + entry.getKey();
            long version = client.get(path).orFail(path).version();
            JsonNode timeline = timeline(client, entry.getKey());
            for (Sent sent : entry.getValue()) {
                long expected = answer(sent).version();
                assertThat(version).as(path + " after " + sent).isGreaterThanOrEqualTo(expected);
                assertThat(timeline)
                        .as(path + " has the event of " + sent)
                        .anyMatch(event -> event.path("sequence").asLong() <= expected
                                && event.path("data").toString().contains(sent.marker()));
            }
        }
    }

    /** @return whether the request had been kept, although it was not answered */
    private static boolean repeatedHappensOnce(ServiceClient client, Sent sent) throws IOException {
        boolean kept = sent.isRaising()
                ? incidents(client, sent.marker()).size() == 1
                : timeline(client, sent.incident()).toString().contains(sent.marker());
        Answer first = client.post(sent.path(), sent.key(), sent.body()).orFail("Repeating " + sent);
        isAnsweredAsBefore(client, sent.answered(first));
        String id = sent.answered(first).incident();
        if (sent.isRaising()) {
            assertThat(incidents(client, sent.marker())).as("raised once").containsExactly(id);
        }
        assertThat(occurrences(timeline(client, id), sent.marker()))
                .as(sent + " in the timeline of " + id)
                .isEqualTo(1);
        return kept;
    }

    private static void isAnsweredAsBefore(ServiceClient client, Sent sent) throws IOException {
        Answer answer = answer(sent);
        Answer again = client.post(sent.path(), sent.key(), sent.body());
        assertThat(again.status()).as("status of " + sent + " again").isEqualTo(answer.status());
        assertThat(again.header("ETag")).isEqualTo(answer.header("ETag"));
        assertThat(again.header("Location")).isEqualTo(answer.header("Location"));
        assertThat(again.text()).isEqualTo(answer.text());
    }

    private static void importedAgainHappensOnce(ServiceClient client, Imported imported) throws IOException {
        JsonNode first = client.post("/incidents/imports", null, null, "application/x-ndjson", imported.lines())
                .orFail("Importing again")
                .json();
        assertThat(first.path("refused").asInt()).as(first.toString()).isZero();
        assertThat(first.path("accepted").asInt() + first.path("unchanged").asInt())
                .isEqualTo(first.path("lines").asInt());
        for (String reference : imported.references()) {
            List<String> ids = incidents(client, reference);
            assertThat(ids).as("imported as " + reference).hasSize(1);
            assertThat(occurrences(timeline(client, ids.getFirst()), "kept " + reference))
                    .as("resolved once")
                    .isEqualTo(1);
        }
    }

    private static List<String> incidents(ServiceClient client, String externalReference) throws IOException {
        List<String> ids = new ArrayList<>();
        client.get("/incidents?externalReference=" + ServiceClient.encoded(externalReference))
                .orFail("The list")
                .json()
                .path("items")
                .forEach(item -> ids.add(item.path("id").asString()));
        return ids;
    }

    private static JsonNode timeline(ServiceClient client, String id) throws IOException {
        JsonNode json =
                client.get("/incidents/" + id + "/timeline").orFail("Timeline").json();
        return json.isArray() ? json : json.path("items");
    }

    private static long occurrences(JsonNode timeline, String marker) {
        return timeline.valueStream()
                .filter(event -> event.path("data").toString().contains(marker))
                .count();
    }

    private static Map<String, Integer> markersInTheFeed(ServiceClient client) throws IOException {
        Map<String, Integer> markers = new HashMap<>();
        String position = "0";
        while (true) {
            JsonNode page = client.get("/events?limit=500&position=" + position)
                    .orFail("The feed")
                    .json();
            if (page.path("items").isEmpty()) {
                return markers;
            }
            for (JsonNode event : page.path("items")) {
                java.util.regex.Matcher marker =
                        Writers.MARKER.matcher(event.path("data").toString());
                if (marker.find()) {
                    markers.merge(marker.group(), 1, Integer::sum);
                }
            }
            position = page.path("nextPosition").asString();
        }
    }

    private static Answer answer(Sent sent) {
        if (sent.answer() == null) {
            throw new AssertionError("Not answered: " + sent);
        }
        return sent.answer();
    }

    /** Clients that raise and change Incidents as fast as they are answered, until the service is gone. */
    private static final class Writers {

        static final java.util.regex.Pattern MARKER = java.util.regex.Pattern.compile("mark-\\d+-\\d+-\\d+");

        private static final List<String> LIFE = List.of(
                "assignments resolver=DSP reason",
                "responses comment",
                "pauses reason",
                "resumptions comment",
                "escalations level=PANEL reason",
                "communications text",
                "resolutions resolution",
                "reopenings reason",
                "assignments resolver=DCC reason",
                "resolutions resolution",
                "closures comment");

        final Queue<Sent> acknowledged = new ConcurrentLinkedQueue<>();
        final Queue<Sent> onTheirWay = new ConcurrentLinkedQueue<>();
        final Queue<Sent> lastOfEach = new ConcurrentLinkedQueue<>();
        final Queue<Imported> imports = new ConcurrentLinkedQueue<>();
        final Queue<String> failures = new ConcurrentLinkedQueue<>();
        private final List<Thread> threads = new ArrayList<>();
        private final ServiceClient client;
        private final int round;

        Writers(RunningService service, int round) {
            this.client = service.admin();
            this.round = round;
            for (int writer = 0; writer < WRITERS; writer++) {
                int number = writer;
                threads.add(Thread.ofPlatform().daemon().start(() -> write(number)));
            }
            threads.add(Thread.ofPlatform().daemon().start(this::importAll));
        }

        /** Waits for so much work, but not for ever: on a busy machine less must do. */
        void awaitAcknowledged(int work) {
            long patience = System.nanoTime() + Duration.ofSeconds(10).toNanos();
            while (acknowledged.size() < work && failures.isEmpty() && System.nanoTime() < patience) {
                RunningService.pause(Duration.ofMillis(2));
            }
        }

        void join() throws InterruptedException {
            for (Thread thread : threads) {
                assertThat(thread.join(Duration.ofSeconds(70))).isTrue();
            }
        }

        private void write(int writer) {
            int count = 0;
            Sent last = null;
            while (true) {
                String incident = "";
                for (int step = -1; step < LIFE.size(); step++) {
                    Sent sent = step < 0
                            ? raising(writer, count++)
                            : change(writer, count++, incident, LIFE.get(step).split(" "));
                    try {
                        Answer answer = client.post(sent.path(), sent.key(), sent.body());
                        if (!answer.isSuccess()) {
                            failures.add(sent + " got " + answer);
                            return;
                        }
                        last = sent.answered(answer);
                        acknowledged.add(last);
                        incident = last.incident();
                    } catch (IOException e) {
                        onTheirWay.add(sent);
                        if (last != null) {
                            lastOfEach.add(last);
                        }
                        return;
                    }
                }
            }
        }

        private Sent raising(int writer, int count) {
            String marker = "mark-%d-%d-%06d".formatted(round, writer, count);
            Map<String, Object> body = Load.raising(count);
            body.put("externalReference", marker);
            return new Sent("key-" + marker, "/incidents", body, marker, null);
        }

        /** @param form the path's end, then the fields; one without a value carries the marker */
        private Sent change(int writer, int count, String incident, String[] form) {
            String marker = "mark-%d-%d-%06d".formatted(round, writer, count);
            Map<String, Object> body = new HashMap<>();
            for (String field : List.of(form).subList(1, form.length)) {
                String[] fixed = field.split("=");
                body.put(fixed[0], fixed.length == 2 ? fixed[1] : "As told by " + marker);
            }
            return new Sent("key-" + marker, "/incidents/" + incident + "/" + form[0], body, marker, null);
        }

        private void importAll() {
            for (int count = 0; ; count++) {
                List<History> histories = new ArrayList<>();
                for (int i = 0; i < 10; i++) {
                    String reference = "import-%d-%04d-%d".formatted(round, count, i);
                    histories.add(
                            History.raised(reference, "2018-08-0" + (i % 9 + 1) + "T10:00", "Larkhill Energy", "Told")
                                    .assigned("2018-08-10T10:00", "DSP")
                                    .resolved("2018-08-11T10:00", "kept " + reference));
                }
                Imported imported = new Imported(
                        History.lines(histories),
                        histories.stream().map(History::reference).toList());
                // The one that the kill meets, and whichever came before it, are looked at again.
                imports.add(imported);
                if (imports.size() > 2) {
                    imports.remove();
                }
                try {
                    Answer answer =
                            client.post("/incidents/imports", null, null, "application/x-ndjson", imported.lines());
                    if (!answer.isSuccess()) {
                        failures.add("The import got " + answer);
                        return;
                    }
                } catch (IOException e) {
                    return;
                }
            }
        }
    }
}
