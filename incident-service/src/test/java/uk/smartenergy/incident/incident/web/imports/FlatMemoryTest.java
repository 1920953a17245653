package uk.smartenergy.incident.incident.web.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.smartenergy.incident.api.shared.Command;
import uk.smartenergy.incident.api.shared.Page;
import uk.smartenergy.incident.api.shared.Query;
import uk.smartenergy.incident.api.shared.Role;
import uk.smartenergy.incident.api.shared.Viewer;
import uk.smartenergy.incident.platform.messaging.Caller;
import uk.smartenergy.incident.platform.messaging.ImportsInProgress;
import uk.smartenergy.incident.platform.messaging.Messages;
import uk.smartenergy.incident.platform.reference.ReferenceData;

/** A dry run of a file that is longer than the heap of the process that reads it. */
class FlatMemoryTest {
    private static final int LINES = 30_000;
    private static final String HEAP = "-Xmx48m";

    @Test
    void aFileLongerThanTheHeapIsReadToItsEnd(@TempDir Path folder) throws Exception {
        Path output = folder.resolve("output");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        HEAP,
                        "-XX:+UseSerialGC",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Reading.class.getName())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            assertThat(process.waitFor(240, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        assertThat(Files.readString(output))
                .contains("lines=" + LINES + " accepted=" + LINES + " bytes over 100 MB: true");
        assertThat(process.exitValue()).isZero();
    }

    /** What the small process does. */
    static final class Reading {
        public static void main(String[] args) throws IOException {
            Clock clock = Clock.fixed(Instant.parse("2018-10-05T12:00:00Z"), ZoneOffset.UTC);
            LineReader reader = new LineReader(new ImportForms(ReferenceData.shipped()), clock);
            LineTaker.References none = new LineTaker.References() {
                @Override
                public uk.smartenergy.incident.api.incident.IncidentId next(boolean red) {
                    throw new IllegalStateException("A dry run gives out no references");
                }

                @Override
                public void taken(uk.smartenergy.incident.api.incident.IncidentId reference) {}
            };
            Imports imports =
                    new Imports(new ImportRun(reader, clock), new Empty(clock), none, new ImportsInProgress(), 1);
            Lines lines = new Lines();
            ImportReport report =
                    imports.rehearse(new NdjsonFile(lines), new Viewer("staff", Set.of(Role.DCC_STAFF), null, true));
            System.out.println("lines=" + report.lines() + " accepted=" + report.accepted() + " bytes over 100 MB: "
                    + (lines.bytes > 100_000_000L));
        }
    }

    /** Nothing is on record, and nothing is kept. */
    private static final class Empty implements Messages {
        private final FakeMessages rules;

        Empty(Clock clock) {
            rules = new FakeMessages(clock);
        }

        @Override
        public <R> R send(Command command, Caller caller) {
            return rules.send(command, caller);
        }

        @Override
        @SuppressWarnings("unchecked")
        public <R> R ask(Query<R> query) {
            return (R) new Page<>(List.of(), null, 0);
        }

        @Override
        public Optional<String> claimed(String key) {
            return Optional.empty();
        }
    }

    /** A file that is made while it is read: every Incident is raised, then responded to and resolved much later in the file. */
    private static final class Lines extends InputStream {
        private static final int INCIDENTS = LINES / 3;
        private static final String PADDING = "x".repeat(3_600);
        private byte[] line = {};
        private int position;
        private int made;
        long bytes;

        @Override
        public int read() {
            throw new UnsupportedOperationException();
        }

        @Override
        public int read(byte[] target, int from, int length) {
            if (position == line.length) {
                if (made == LINES) {
                    return -1;
                }
                line = make(made++).getBytes(StandardCharsets.UTF_8);
                position = 0;
                bytes += line.length;
            }
            int count = Math.min(length, line.length - position);
            System.arraycopy(line, position, target, from, count);
            position += count;
            return count;
        }

        private static String make(int number) {
            int incident = number % INCIDENTS;
            String start = "{\"externalReference\":\"X-" + incident + "\",\"at\":\"2018-09-0" + (1 + number / INCIDENTS)
                    + "T09:00:00Z\",\"action\":";
            return switch (number / INCIDENTS) {
                case 0 ->
                    start
                            + "\"RAISE\",\"summary\":\"Down\",\"category\":2,\"raisedBy\":{\"party\":\"P\"},\"description\":\""
                            + PADDING + "\"}\n";
                case 1 -> start + "\"RESPOND\",\"comment\":\"" + PADDING + "\"}\n";
                default -> start + "\"RESOLVE\",\"resolution\":\"" + PADDING + "\"}\n";
            };
        }
    }
}
