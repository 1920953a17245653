package uk.smartenergy.incident.platform.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A real process with the embedded server is killed under load, again and again, on the same data folder. */
class KilledProcessIT {
    private static final int ROUNDS = 20;
    private static final int THREADS = 8;
    private static final int MOST_ACKNOWLEDGEMENTS = 400;
    private static final long LONGEST_OPENING_MILLIS = 10_000;

    @TempDir
    Path folder;

    private final Set<String> acknowledged = new HashSet<>();
    private final List<Process> started = new ArrayList<>();

    @AfterEach
    void leaveNoProcessBehind() {
        started.forEach(Process::destroyForcibly);
    }

    @Test
    @Timeout(value = 10, unit = TimeUnit.MINUTES)
    void everythingAcknowledgedIsThereAfterTwentyKills() throws Exception {
        Random random = new Random(20);
        int before = 0;
        for (int round = 1; round <= ROUNDS; round++) {
            Life life = new Life(start(), 1 + random.nextInt(MOST_ACKNOWLEDGEMENTS));
            life.awaitDeath();
            assertThat(life.complaints).as("round %d", round).isEmpty();
            assertThat(life.openedAfterMillis).isLessThan(LONGEST_OPENING_MILLIS);
            assertThat(life.found).as("found at the start of round %d", round).containsAll(acknowledged);
            acknowledged.addAll(life.acknowledged);
            assertThat(acknowledged).hasSizeGreaterThan(before);
            before = acknowledged.size();
        }
        Life last = new Life(start(), 1);
        last.awaitDeath();
        assertThat(last.complaints).isEmpty();
        assertThat(last.found).containsAll(acknowledged);
    }

    private Process start() throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx512m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        AppendingProcess.class.getName(),
                        folder.toString(),
                        String.valueOf(THREADS))
                .redirectErrorStream(true)
                .start();
        started.add(process);
        return process;
    }

    /** One run of the process, which ends by a kill once it has acknowledged enough; and what it said. */
    private static final class Life {
        final Set<String> found = new HashSet<>();
        final Set<String> acknowledged = new HashSet<>();
        final List<String> complaints = new ArrayList<>();
        long openedAfterMillis;
        private final Process process;
        private final int enough;
        private int acknowledgements;

        Life(Process process, int enough) {
            this.process = process;
            this.enough = enough;
        }

        /** Listens until the end. A line that the kill cut short does not count. */
        void awaitDeath() throws IOException, InterruptedException {
            try (BufferedReader lines =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
                StringBuilder line = new StringBuilder();
                for (int c = lines.read(); c >= 0; c = lines.read()) {
                    if (c == '\n') {
                        hear(line.toString());
                        line.setLength(0);
                    } else {
                        line.append((char) c);
                    }
                }
            }
            process.waitFor();
        }

        private void hear(String line) {
            String[] words = line.split(" ");
            switch (words[0]) {
                case "FOUND" -> found.add(words[1]);
                case "OPENED" -> openedAfterMillis = Long.parseLong(words[1]);
                case "ACK" -> {
                    acknowledged.add(words[1]);
                    acknowledged.add(words[2]);
                    acknowledgements++;
                    if (acknowledgements == enough) {
                        process.toHandle().destroyForcibly();
                    }
                }
                default -> {
                    if (line.contains("WRONG") || line.contains("Exception") || line.contains("ERROR")) {
                        complaints.add(line);
                    }
                }
            }
        }
    }
}
