package uk.smartenergy.incident.platform.projection;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.jspecify.annotations.Nullable;

/** How a projection fares, for readiness and metrics. */
public final class ProjectionHealth {

    /**
     * How far readers are behind.
     *
     * @param events how many events are not shown yet, counted up to {@value #MOST_COUNTED}
     * @param time for how long at most readers have been behind
     */
    public record Lag(long events, Duration time) {
        static final int MOST_COUNTED = 10_000;
        static final Lag NONE = new Lag(0, Duration.ZERO);
    }

    private final ProjectionHandler handler;
    private final Supplier<Optional<StreamingEventProcessor>> processor;
    private final EventLog log;
    private final Clock clock;
    private volatile @Nullable Long headAtStart;
    private volatile boolean caughtUp;
    private volatile Instant notBehindAt;

    ProjectionHealth(
            ProjectionHandler handler,
            Supplier<Optional<StreamingEventProcessor>> processor,
            EventLog log,
            Clock clock) {
        this.handler = handler;
        this.processor = processor;
        this.log = log;
        this.clock = clock;
        this.notBehindAt = clock.instant();
    }

    public String name() {
        return handler.projection().name();
    }

    public ProjectionProgress progress() {
        return handler.progress();
    }

    /** Whether its processor is at work: started, without fault, and in possession of its segment. */
    public boolean running() {
        return processor
                .get()
                .filter(p ->
                        p.isRunning() && !p.isError() && !p.processingStatus().isEmpty())
                .filter(p -> handler.error() == null)
                .isPresent();
    }

    /** What keeps it from running. */
    public Optional<Throwable> error() {
        Throwable own = handler.error();
        return own != null
                ? Optional.of(own)
                : processor.get().stream()
                        .flatMap(p -> p.processingStatus().values().stream())
                        .flatMap(status -> Optional.ofNullable(status.getError()).stream())
                        .findFirst();
    }

    /** Whether readers have, since the start or the last rebuild, seen all that was stored when this was first asked. */
    public boolean caughtUp() {
        if (caughtUp) {
            return true;
        }
        Long goal = headAtStart;
        if (goal == null) {
            goal = log.head();
            headAtStart = goal;
        }
        caughtUp = progress().position() >= goal;
        return caughtUp;
    }

    public Lag lag() {
        Instant now = clock.instant();
        ProjectionProgress.Reached reached = progress().reached();
        long head = log.head();
        if (reached.position() >= head) {
            notBehindAt = now;
            return Lag.NONE;
        }
        Instant shown = reached.recordedAt();
        Instant since = shown != null && shown.isAfter(notBehindAt) ? shown : notBehindAt;
        Duration time = Duration.between(since, now);
        return new Lag(log.countAfter(reached.position(), Lag.MOST_COUNTED), time.isNegative() ? Duration.ZERO : time);
    }

    void beginAgain() {
        caughtUp = false;
        headAtStart = null;
    }
}
