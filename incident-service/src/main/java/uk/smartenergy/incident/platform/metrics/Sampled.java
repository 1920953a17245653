package uk.smartenergy.incident.platform.metrics;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A figure that takes some work to get, for gauges that look at it many times in each scrape. It is got at most once in a while, only when
 * somebody looks, and never twice at once; if it cannot be had soon, there is none, and the scrape goes on without it.
 */
public final class Sampled<T> {
    private static final Logger log = LoggerFactory.getLogger(Sampled.class);

    private final Supplier<T> source;
    private final Duration goodFor;
    private final Duration patience;
    private final Executor executor;
    private final LongSupplier nanoTime;

    private @Nullable T value;
    private @Nullable CompletableFuture<T> underWay;
    private @Nullable Long askedAt;

    /**
     * @param goodFor for how long it is not asked for again
     * @param patience how long the first to look waits for it
     */
    public Sampled(Supplier<T> source, Duration goodFor, Duration patience) {
        this(source, goodFor, patience, Thread::startVirtualThread, System::nanoTime);
    }

    Sampled(Supplier<T> source, Duration goodFor, Duration patience, Executor executor, LongSupplier nanoTime) {
        this.source = source;
        this.goodFor = goodFor;
        this.patience = patience;
        this.executor = executor;
        this.nanoTime = nanoTime;
    }

    /** The figure; empty if it could not be had, or not soon enough. */
    public synchronized Optional<T> get() {
        CompletableFuture<T> pending = underWay;
        if (pending != null) {
            if (pending.isDone()) {
                take(pending, Duration.ZERO);
            }
        } else if (askedAt == null || nanoTime.getAsLong() - askedAt >= goodFor.toNanos()) {
            value = null;
            pending = CompletableFuture.supplyAsync(source, executor);
            underWay = pending;
            askedAt = nanoTime.getAsLong();
            take(pending, patience);
        }
        return Optional.ofNullable(value);
    }

    private void take(CompletableFuture<T> pending, Duration atMost) {
        try {
            value = pending.get(atMost.toNanos(), TimeUnit.NANOSECONDS);
            underWay = null;
        } catch (TimeoutException late) {
            log.debug("A figure is late and missing from this scrape");
        } catch (ExecutionException failed) {
            log.debug("A figure could not be had and is missing from this scrape", failed.getCause());
            underWay = null;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
