package uk.smartenergy.incident.scenarios;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The packaged service as a process of its own, started as its users start it, on the JDK that this program runs on. It ends with this program
 * at the latest.
 */
public final class RunningService implements AutoCloseable {

    public static final String ADMIN = "admin";
    public static final String PASSWORD = "the-first-password-of-a-test";

    /** How long a start may take, on a machine that does other work too. */
    private static final Duration START = Duration.ofSeconds(120);

    /**
     * How to start the service.
     *
     * @param folder where its data lies
     * @param port where it listens
     * @param mongodbUri the shared store; {@code null}: the embedded one
     * @param jvmOptions options for the JVM
     */
    public record Launch(Path folder, int port, @Nullable String mongodbUri, List<String> jvmOptions) {

        /** What makes a short life shorter: no second compiler tier, no parallel collector. */
        public static final List<String> SHORT_LIFE =
                List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto", "-Xmx512m");

        public Launch {
            jvmOptions = List.copyOf(jvmOptions);
        }

        /** On the embedded store in this folder, on a free port, for a test. */
        public static Launch on(Path folder) {
            return new Launch(folder, freePort(), null, SHORT_LIFE);
        }

        public Launch withMongodb(String uri) {
            return new Launch(folder, port, uri, jvmOptions);
        }

        public Launch withJvmOptions(List<String> options) {
            return new Launch(folder, port, mongodbUri, options);
        }

        /** Starts it and waits until it takes commands. */
        public RunningService start() {
            RunningService service = begin();
            try {
                service.awaitReady();
                return service;
            } catch (RuntimeException e) {
                service.kill();
                throw e;
            }
        }

        /** Starts it and waits for nothing. */
        public RunningService begin() {
            try {
                Files.createDirectories(folder);
                List<String> command = new ArrayList<>();
                command.add(java().toString());
                command.addAll(jvmOptions);
                command.add("-jar");
                command.add(jar().toString());
                Path output = folder.resolveSibling(folder.getFileName() + ".log");
                ProcessBuilder builder = new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()));
                Map<String, String> environment = builder.environment();
                environment.keySet().removeIf(name -> name.startsWith("SPRING_") || name.startsWith("INCIDENT_"));
                environment.put("SERVER_PORT", Integer.toString(port));
                environment.put("INCIDENT_DATA_DIR", folder.toString());
                environment.put("INCIDENT_ADMIN_PASSWORD", PASSWORD);
                if (mongodbUri != null) {
                    environment.put("MONGODB_URI", mongodbUri);
                } else {
                    environment.remove("MONGODB_URI");
                }
                return new RunningService(this, builder.start(), output);
            } catch (IOException e) {
                throw new UncheckedIOException("The service could not be started", e);
            }
        }
    }

    private final Launch launch;
    private final Process process;
    private final Path output;
    private final Thread lastWish;
    private final ServiceClient admin;

    private RunningService(Launch launch, Process process, Path output) {
        this.launch = launch;
        this.process = process;
        this.output = output;
        this.lastWish = new Thread(process::destroyForcibly);
        Runtime.getRuntime().addShutdownHook(lastWish);
        this.admin = ServiceClient.of(URI.create("http://127.0.0.1:" + launch.port()), ADMIN, PASSWORD);
    }

    /** The first user, who may do everything. */
    public ServiceClient admin() {
        return admin;
    }

    public Launch launch() {
        return launch;
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** What the service has printed so far. */
    public String output() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            return "(nothing can be read of what it printed: " + e.getMessage() + ")";
        }
    }

    /** Whether it says that it takes commands. */
    public boolean isReady() {
        return health("readiness") == 200;
    }

    /** The status of {@code /actuator/health/liveness} or {@code readiness}; 0 if there was no answer. */
    public int health(String which) {
        try {
            return admin.asNobody().getPlain("/actuator/health/" + which).status();
        } catch (IOException e) {
            return 0;
        }
    }

    public void awaitReady() {
        await("ready", START, this::isReady);
    }

    /** Waits until this is so. @throws IllegalStateException if it has ended, or the time is over */
    public void await(String what, Duration atMost, BooleanSupplier condition) {
        long end = System.nanoTime() + atMost.toNanos();
        while (!condition.getAsBoolean()) {
            if (!process.isAlive()) {
                throw new IllegalStateException("The service ended before it was " + what + ":\n" + tail());
            }
            if (System.nanoTime() > end) {
                throw new IllegalStateException("The service was not " + what + " in " + atMost + ":\n" + tail());
            }
            pause(Duration.ofMillis(25));
        }
    }

    /** Ends it as the operating system would that has no time to ask. */
    public void kill() {
        process.destroyForcibly();
        ended(Duration.ofSeconds(30));
    }

    /** Asks it to end. @throws IllegalStateException if it does not */
    public void stop() {
        process.destroy();
        if (!ended(Duration.ofSeconds(40))) {
            String said = tail();
            kill();
            throw new IllegalStateException("The service did not stop when asked to:\n" + said);
        }
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            kill();
        }
        ended(Duration.ZERO);
    }

    private boolean ended(Duration atMost) {
        try {
            boolean ended = process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS);
            if (ended) {
                removeLastWish();
            }
            return ended;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void removeLastWish() {
        try {
            Runtime.getRuntime().removeShutdownHook(lastWish);
        } catch (IllegalStateException e) {
            // This program is ending itself.
        }
    }

    private String tail() {
        List<String> lines = output().lines().toList();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 60), lines.size()));
    }

    /** The runnable jar: named by the property {@code incident.service.jar}, else where the build puts it. */
    static Path jar() {
        String named = System.getProperty("incident.service.jar");
        Path jar = named != null ? Path.of(named) : Path.of("incident-service/target/incident-service.jar");
        if (!Files.isRegularFile(jar)) {
            throw new IllegalStateException("There is no " + jar.toAbsolutePath() + "; package the service first");
        }
        return jar.toAbsolutePath().normalize();
    }

    static Path java() {
        return tool("java");
    }

    /** A program of the JDK that this program runs on. */
    static Path tool(String name) {
        return Path.of(System.getProperty("java.home"), "bin", name);
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("No port is free", e);
        }
    }

    static Path temporaryFolder(String name) {
        try {
            return Files.createTempDirectory("incident-" + name + "-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void deleteFolder(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The folder " + folder + " could not be deleted", e);
        }
    }

    static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }
}
