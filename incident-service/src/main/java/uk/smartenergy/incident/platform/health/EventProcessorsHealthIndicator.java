package uk.smartenergy.incident.platform.health;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventProcessor;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/**
 * UP only while every event processor runs without error and has once caught up with the store. A processor that stopped would leave the
 * commands answering as if nothing were wrong, and every read stale.
 */
final class EventProcessorsHealthIndicator extends AbstractHealthIndicator {
    private final EventProcessingConfiguration processing;
    private final Set<String> onceCaughtUp = ConcurrentHashMap.newKeySet();

    EventProcessorsHealthIndicator(EventProcessingConfiguration processing) {
        super("The event processors could not be asked");
        this.processing = processing;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        Map<String, String> states = new TreeMap<>();
        processing.eventProcessors().forEach((name, processor) -> states.put(name, stateOf(name, processor)));
        boolean allRun = !states.isEmpty() && states.values().stream().allMatch("running"::equals);
        health.status(allRun ? "UP" : "DOWN").withDetails(states);
    }

    private String stateOf(String name, EventProcessor processor) {
        if (!processor.isRunning()) {
            return "stopped";
        }
        if (processor.isError()) {
            return "failing";
        }
        if (processor instanceof StreamingEventProcessor streaming) {
            if (streaming.processingStatus().isEmpty()) {
                return "starting";
            }
            if (streaming.processingStatus().values().stream().anyMatch(EventTrackerStatus::isErrorState)) {
                return "failing";
            }
            if (streaming.processingStatus().values().stream().allMatch(EventTrackerStatus::isCaughtUp)) {
                onceCaughtUp.add(name);
            }
            return onceCaughtUp.contains(name) ? "running" : "catching up";
        }
        return "running";
    }
}
