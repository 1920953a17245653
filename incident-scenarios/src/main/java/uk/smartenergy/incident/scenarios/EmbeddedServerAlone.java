package uk.smartenergy.incident.scenarios;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The service's embedded server without the service, in a process of its own: what is inserted straight into it shows the limit of what the
 * service could store. It is found inside the runnable jar, by name, since nothing of the service is on this module's path.
 */
final class EmbeddedServerAlone implements AutoCloseable {

    private static final String SERVER = "uk.smartenergy.incident.platform.embedded.EmbeddedMongo";
    private static final String LISTENING = "Listening: ";

    private final Process process;
    private final String connectionString;

    private EmbeddedServerAlone(Process process, String connectionString) {
        this.process = process;
        this.connectionString = connectionString;
    }

    /** The child process: serves the folder until its standard input ends. */
    public static void main(String[] args) throws ReflectiveOperationException, IOException {
        Class<?> type = Class.forName(SERVER);
        try (AutoCloseable server =
                (AutoCloseable) type.getMethod("open", Path.class).invoke(null, Path.of(args[0]))) {
            System.out.println(LISTENING + type.getMethod("connectionString").invoke(server));
            while (System.in.read() >= 0) {
                // The parent says nothing; it only ends.
            }
        } catch (ReflectiveOperationException | IOException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("The embedded server did not close", e);
        }
    }

    static EmbeddedServerAlone on(Path folder) throws IOException {
        Process process = new ProcessBuilder(List.of(
                        RunningService.java().toString(),
                        "-cp",
                        RunningService.jar().toString(),
                        "-Dloader.main=" + EmbeddedServerAlone.class.getName(),
                        "-Dloader.path=" + ownClasses(),
                        "org.springframework.boot.loader.launch.PropertiesLauncher",
                        folder.toString()))
                .redirectErrorStream(true)
                .start();
        BufferedReader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        StringBuilder said = new StringBuilder();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith(LISTENING)) {
                return new EmbeddedServerAlone(process, line.substring(LISTENING.length()));
            }
            said.append(line).append('\n');
        }
        throw new IllegalStateException("The embedded server did not start:\n" + said);
    }

    private static Path ownClasses() {
        try {
            return Path.of(EmbeddedServerAlone.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    String connectionString() {
        return connectionString;
    }

    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
