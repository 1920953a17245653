package uk.smartenergy.incident.platform.projection;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** How far a projection shows the events to its readers, and the way to wait for it. */
public final class ProjectionProgress {
    /** Before the first event. */
    public static final long NOTHING = -1;

    /** @param recordedAt when the event at this position was recorded; {@code null} before the first */
    public record Reached(long position, @Nullable Instant recordedAt) {}

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private volatile Reached reached = new Reached(NOTHING, null);

    public Reached reached() {
        return reached;
    }

    public long position() {
        return reached.position();
    }

    /**
     * Waits until readers see all up to this position.
     *
     * @return whether they do; {@code false} if the time was not enough
     */
    public boolean await(long position, Duration timeout) throws InterruptedException {
        if (position() >= position) {
            return true;
        }
        lock.lockInterruptibly();
        try {
            long left = timeout.toNanos();
            while (position() < position) {
                if (left <= 0) {
                    return false;
                }
                left = moved.awaitNanos(left);
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    void reached(long position, Instant recordedAt) {
        set(new Reached(position, recordedAt));
    }

    void reset() {
        set(new Reached(NOTHING, null));
    }

    private void set(Reached now) {
        lock.lock();
        try {
            reached = now;
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
