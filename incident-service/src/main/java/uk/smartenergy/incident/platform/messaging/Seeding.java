package uk.smartenergy.incident.platform.messaging;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;

/**
 * Puts what a node brings with it on record, once it has started: tried again until it works, in a thread of its own. The node says that it is ready when
 * that is done and shown, unless the store does not answer soon.
 */
public final class Seeding implements ApplicationListener<ApplicationReadyEvent>, DisposableBean {
    private static final long PAUSE_AFTER_FAILURE_MILLIS = 500;
    private static final long PAUSE_UNTIL_SHOWN_MILLIS = 10;
    private static final long LONGEST_SECONDS = 5;

    private final String name;
    private final BooleanSupplier recorded;
    private final BooleanSupplier shown;
    private final CountDownLatch done = new CountDownLatch(1);
    private volatile boolean stopped;

    /**
     * @param recorded puts it on record; whether it is
     * @param shown whether what is on record is shown
     */
    public Seeding(String name, BooleanSupplier recorded, BooleanSupplier shown) {
        this.name = name;
        this.recorded = recorded;
        this.shown = shown;
    }

    @Override
    public void onApplicationEvent(ApplicationReadyEvent started) {
        Thread.ofPlatform().name("seeding-" + name).daemon().start(this::run);
        try {
            if (!done.await(LONGEST_SECONDS, TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            while (!stopped && !recorded.getAsBoolean()) {
                Thread.sleep(PAUSE_AFTER_FAILURE_MILLIS);
            }
            while (!stopped && !shown.getAsBoolean()) {
                Thread.sleep(PAUSE_UNTIL_SHOWN_MILLIS);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            done.countDown();
        }
    }

    @Override
    public void destroy() {
        stopped = true;
    }
}
