package uk.smartenergy.incident.platform.projection;

import java.time.Instant;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventMessageHandler;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * Feeds a projection from an event processor: every event once, whatever is delivered again, and shown to readers at the end of each
 * batch. Used by one thread at a time.
 */
final class ProjectionHandler implements EventMessageHandler {
    private final Projection projection;
    private final ProjectionProgress progress;
    private final String batchKey;
    /** How far events were taken in; ahead of the progress within a batch. */
    private volatile long taken = ProjectionProgress.NOTHING;

    private @Nullable Instant takenAt;
    private volatile @Nullable Throwable error;

    ProjectionHandler(Projection projection, ProjectionProgress progress) {
        this.projection = projection;
        this.progress = progress;
        this.batchKey = ProjectionHandler.class.getName() + projection.name();
    }

    Projection projection() {
        return projection;
    }

    ProjectionProgress progress() {
        return progress;
    }

    /** What stopped it, until it runs again. */
    @Nullable
    Throwable error() {
        return error;
    }

    @Override
    public @Nullable Object handle(EventMessage<?> message) {
        RecordedEvent event = RecordedEvent.of(message);
        if (event.position() <= taken) {
            return null;
        }
        try {
            beginBatch();
            projection.apply(event);
            taken = event.position();
            takenAt = event.recordedAt();
        } catch (RuntimeException | Error e) {
            error = e;
            throw e;
        }
        if (!CurrentUnitOfWork.isStarted()) {
            publish();
        }
        return null;
    }

    private void beginBatch() {
        if (CurrentUnitOfWork.isStarted()) {
            UnitOfWork<?> batch = CurrentUnitOfWork.get();
            batch.getOrComputeResource(batchKey, key -> {
                batch.onPrepareCommit(unit -> publish());
                batch.onRollback(unit -> discard());
                return this;
            });
        }
    }

    private void publish() {
        Instant recordedAt = takenAt;
        if (recordedAt != null) {
            projection.publish();
            error = null;
            progress.reached(taken, recordedAt);
        }
    }

    private void discard() {
        projection.discard();
        taken = progress.position();
        takenAt = progress.reached().recordedAt();
    }

    /** Called by the processor before all events follow again. */
    @Override
    public void prepareReset() {
        progress.reset();
        projection.reset();
        taken = ProjectionProgress.NOTHING;
        takenAt = null;
        error = null;
    }

    @Override
    public <R> void prepareReset(R context) {
        prepareReset();
    }
}
