package uk.smartenergy.incident.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Other people's programs, and processes. */
final class Tools {
    private static final Duration LONGEST_CALL = Duration.ofSeconds(60);

    private Tools() {}

    /** The root of the repository, wherever the tests were started. */
    static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("docker/compose.yaml"))) {
            folder = folder.getParent();
        }
        return folder;
    }

    /** Ends the test here if a program is not installed: as failed in CI, as skipped elsewhere. */
    static void need(String program, String debianPackage) {
        boolean there = Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
        if (!there) {
            String message = program + " is not installed; it comes with Debian's package " + debianPackage;
            if (Boolean.parseBoolean(System.getenv("CI"))) {
                fail(message);
            } else {
                abort(message);
            }
        }
    }

    /** Runs a program to its end, which must be a good one. */
    static String run(Path folder, @Nullable String input, String... command) {
        try {
            Path output = Files.createTempFile("output", ".txt");
            Process process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            try (var stdin = process.getOutputStream()) {
                if (input != null) {
                    stdin.write(input.getBytes(StandardCharsets.UTF_8));
                }
            }
            boolean ended = process.waitFor(LONGEST_CALL.toSeconds(), TimeUnit.SECONDS);
            process.destroyForcibly();
            String said = Files.readString(output);
            Files.delete(output);
            assertThat(ended).as("%s has ended", List.of(command)).isTrue();
            assertThat(process.exitValue()).as("%s: %s", List.of(command), said).isZero();
            return said;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Asks a process to end, and makes it. */
    static void end(Process process) {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
