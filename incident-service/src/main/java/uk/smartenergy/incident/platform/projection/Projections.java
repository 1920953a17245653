package uk.smartenergy.incident.platform.projection;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Supplier;
import org.axonframework.eventhandling.StreamingEventProcessor;

/** All projections of this node: their progress and health, and how to rebuild them. */
public final class Projections {
    private final Map<String, ProjectionHandler> handlers = new LinkedHashMap<>();
    private final Map<String, ProjectionHealth> health = new LinkedHashMap<>();
    private final Supplier<Optional<StreamingEventProcessor>> processor;

    /** @param processor finds the event processor that feeds them all */
    Projections(
            List<Projection> projections,
            Supplier<Optional<StreamingEventProcessor>> processor,
            EventLog log,
            Clock clock) {
        this.processor = processor;
        for (Projection projection : projections) {
            String name = projection.name();
            ProjectionHandler handler = new ProjectionHandler(projection, new ProjectionProgress());
            if (handlers.put(name, handler) != null) {
                throw new IllegalArgumentException("Two projections are named " + name);
            }
            health.put(name, new ProjectionHealth(handler, processor, log, clock));
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

    /** Drops all images and replays all events into them. Until they have caught up, readers who wait for their position wait. */
    public synchronized void rebuild() {
        StreamingEventProcessor feeding =
                processor.get().orElseThrow(() -> new IllegalStateException("The projections were never started"));
        feeding.shutDown();
        feeding.resetTokens();
        health.values().forEach(ProjectionHealth::beginAgain);
        feeding.start();
    }

    private ProjectionHandler handler(String name) {
        ProjectionHandler handler = handlers.get(name);
        if (handler == null) {
            throw new NoSuchElementException("No projection is named " + name);
        }
        return handler;
    }
}
