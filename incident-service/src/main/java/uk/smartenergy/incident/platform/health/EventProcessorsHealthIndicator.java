package uk.smartenergy.incident.platform.health;

import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventProcessor;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import uk.smartenergy.incident.platform.projection.ProjectionHealth;
import uk.smartenergy.incident.platform.projection.Projections;

/**
 * UP only while every event processor runs without fault and every projection has, since the start, caught up once. A processor that stopped
 * would leave the commands answering as if nothing were wrong, and every read stale.
 */
final class EventProcessorsHealthIndicator extends AbstractHealthIndicator {
    private final EventProcessingConfiguration processing;
    private final Projections projections;

    EventProcessorsHealthIndicator(EventProcessingConfiguration processing, Projections projections) {
        super("The event processors could not be asked");
        this.processing = processing;
        this.projections = projections;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        health.up();
        processing.eventProcessors().forEach((name, processor) -> report(health, name, runs(processor), "stopped"));
        for (ProjectionHealth projection : projections.health()) {
            String fault = projection.error().map(error -> "failing: " + error).orElse("stopped");
            report(health, projection.name(), projection.running(), fault);
            if (projection.running()) {
                report(health, projection.name(), projection.caughtUp(), "catching up");
            }
        }
    }

    private static boolean runs(EventProcessor processor) {
        return processor.isRunning() && !processor.isError();
    }

    private static void report(Health.Builder health, String name, boolean well, String otherwise) {
        health.withDetail(name, well ? "running" : otherwise);
        if (!well) {
            health.down();
        }
    }
}
