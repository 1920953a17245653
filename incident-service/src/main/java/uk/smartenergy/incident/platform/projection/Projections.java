package uk.smartenergy.incident.platform.projection;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;
import org.axonframework.eventhandling.StreamingEventProcessor;

/** All projections of this node: their progress and health, and how to rebuild one. */
public final class Projections {
    private final Map<String, ProjectionHandler> handlers = new LinkedHashMap<>();
    private final Map<String, ProjectionHealth> health = new LinkedHashMap<>();
    private final Function<String, Optional<StreamingEventProcessor>> processors;

    /** @param processors finds the event processor of that name */
    Projections(
            List<Projection> projections,
            Function<String, Optional<StreamingEventProcessor>> processors,
            EventLog log,
            Clock clock) {
        this.processors = processors;
        for (Projection projection : projections) {
            String name = projection.name();
            ProjectionHandler handler = new ProjectionHandler(projection, new ProjectionProgress());
            if (handlers.put(name, handler) != null) {
                throw new IllegalArgumentException("Two projections are named " + name);
            }
            health.put(name, new ProjectionHealth(handler, () -> processors.apply(name), log, clock));
        }
    }

    public List<ProjectionHealth> health() {
        return List.copyOf(health.values());
    }

    public ProjectionProgress progress(String name) {
        return handler(name).progress();
    }

    /**
     * Waits until the readers of every projection see all up to this position.
     *
     * @return whether they do; {@code false} if the time was not enough
     */
    public boolean await(long position, Duration timeout) throws InterruptedException {
        long end = System.nanoTime() + timeout.toNanos();
        for (ProjectionHandler handler : handlers.values()) {
            if (!handler.progress().await(position, Duration.ofNanos(Math.max(0, end - System.nanoTime())))) {
                return false;
            }
        }
        return true;
    }

    List<ProjectionHandler> handlers() {
        return List.copyOf(handlers.values());
    }

    /** Drops the image and replays all events into it. Until it has caught up, readers who wait for their position wait. */
    public synchronized void rebuild(String name) {
        StreamingEventProcessor processor = processors
                .apply(handler(name).projection().name())
                .orElseThrow(() -> new IllegalStateException("The processor of " + name + " was never started"));
        processor.shutDown();
        processor.resetTokens();
        health.values().stream().filter(h -> h.name().equals(name)).forEach(ProjectionHealth::beginAgain);
        processor.start();
    }

    private ProjectionHandler handler(String name) {
        ProjectionHandler handler = handlers.get(name);
        if (handler == null) {
            throw new NoSuchElementException("No projection is named " + name);
        }
        return handler;
    }
}
