package uk.smartenergy.incident.platform.messaging;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;

/**
 * Puts what a node brings with it on record, once it has started: tried again until it works, in a thread of its own. The node says that it is ready when
 * that is done and shown, unless the store does not answer soon.
 */
public final class Seeding implements ApplicationListener<ApplicationReadyEvent>, DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(Seeding.class);
    private static final long PAUSE_AFTER_FAILURE_MILLIS = 500;
    private static final long PAUSE_UNTIL_SHOWN_MILLIS = 10;
    private static final long LONGEST_SECONDS = 5;

    private final String name;
    private final BooleanSupplier record;
    private final BooleanSupplier shown;
    private final CountDownLatch done = new CountDownLatch(1);
    private volatile boolean stopped;
    private boolean failing;

    /**
     * @param name what it is, for a log
     * @param record puts it on record; whether there was anything to put there. It throws while it cannot
     * @param shown whether what is on record is shown
     */
    public Seeding(String name, BooleanSupplier record, BooleanSupplier shown) {
        this.name = name;
        this.record = record;
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
            while (!stopped && !isRecorded()) {
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

    private boolean isRecorded() {
        try {
            if (record.getAsBoolean()) {
                LOG.info("The {} of files and settings were put on record", name);
            }
            return true;
        } catch (RuntimeException notNow) {
            if (!failing) {
                LOG.warn(
                        "The {} of files and settings cannot be put on record at present: {}", name, notNow.toString());
            }
            failing = true;
            return false;
        }
    }

    @Override
    public void destroy() {
        stopped = true;
    }
}
