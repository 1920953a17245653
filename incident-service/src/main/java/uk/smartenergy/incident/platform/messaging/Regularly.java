package uk.smartenergy.incident.platform.messaging;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/** Runs an automation again and again while the service runs, on a thread of its own: last to start, first to stop. */
public final class Regularly implements SmartLifecycle {
    private static final Duration SHORTEST = Duration.ofMillis(10);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final String name;
    private final int priority;
    private final Duration interval;
    private final Consumer<BooleanSupplier> automation;
    private @Nullable ScheduledExecutorService executor;
    private volatile boolean stopping;

    private Regularly(String name, int priority, Duration interval, Consumer<BooleanSupplier> automation) {
        this.name = name;
        this.priority = priority;
        this.interval = interval;
        this.automation = automation;
    }

    /**
     * @param name of the thread
     * @param interval how long to wait after each run
     * @param automation must not throw
     */
    public static Regularly run(String name, Duration interval, Runnable automation) {
        return new Regularly(name, Thread.NORM_PRIORITY, interval, stopping -> automation.run());
    }

    /** On a thread that gives way to others. @param automation is told how to ask whether it should come to an end */
    public static Regularly runGently(String name, Duration interval, Consumer<BooleanSupplier> automation) {
        return new Regularly(name, Thread.MIN_PRIORITY, interval, automation);
    }

    /** @throws IllegalArgumentException if a setting asks for more runs than anybody can want */
    public static void check(String setting, Duration interval) {
        if (interval.compareTo(SHORTEST) < 0) {
            throw new IllegalArgumentException(setting + " must be at least " + SHORTEST.toMillis() + " ms");
        }
    }

    @Override
    public synchronized void start() {
        if (executor == null) {
            stopping = false;
            executor = Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name(name).priority(priority).daemon().factory());
            executor.scheduleWithFixedDelay(
                    () -> automation.accept(() -> stopping),
                    interval.toMillis(),
                    interval.toMillis(),
                    TimeUnit.MILLISECONDS);
        }
    }

    @Override
    public synchronized void stop() {
        if (executor != null) {
            stopping = true;
            end(executor, PATIENCE);
            executor = null;
        }
    }

    /** Lets what is under way come to an end, and interrupts it if it does not in time. */
    public static void end(ExecutorService executor, Duration patience) {
        executor.shutdown();
        try {
            executor.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        executor.shutdownNow();
    }

    @Override
    public synchronized boolean isRunning() {
        return executor != null;
    }
}
