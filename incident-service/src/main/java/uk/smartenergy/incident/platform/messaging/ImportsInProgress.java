package uk.smartenergy.incident.platform.messaging;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * How many imports run on this node. An import tells a history whose end it has not told yet, so whoever would act on the present by itself
 * stands still meanwhile.
 */
public final class ImportsInProgress {
    private final AtomicInteger running = new AtomicInteger();

    /** An import that runs until it is closed, once. */
    public interface Import extends AutoCloseable {
        @Override
        void close();
    }

    public Import begin() {
        running.incrementAndGet();
        AtomicInteger open = new AtomicInteger(1);
        return () -> {
            if (open.getAndSet(0) == 1) {
                running.decrementAndGet();
            }
        };
    }

    public boolean any() {
        return running.get() > 0;
    }
}
