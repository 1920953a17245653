package uk.smartenergy.incident.scenarios;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * How fast a fixed piece of work was done by some clients at once.
 *
 * @param clients how many worked
 * @param operations how many operations were acknowledged
 * @param time how long it took from the first to the last
 * @param median the median time of an operation
 * @param slow the time that one operation in a hundred exceeds
 */
record Throughput(int clients, int operations, Duration time, Duration median, Duration slow) {

    /** A task of several operations in a row. */
    interface Task {
        /** @param number the task's number, from 0. @param clock to be told of each operation that was acknowledged */
        void run(int number, Clock clock) throws Exception;
    }

    /** Takes down how long each operation took. */
    static final class Clock {
        private final long[] times;
        private final AtomicInteger count;
        private long begin = System.nanoTime();

        private Clock(long[] times, AtomicInteger count) {
            this.times = times;
            this.count = count;
        }

        /** An operation begins. */
        void start() {
            begin = System.nanoTime();
        }

        /** It was acknowledged. */
        void stop() {
            times[count.getAndIncrement()] = System.nanoTime() - begin;
        }
    }

    /** Has the tasks done by so many clients; a client takes the next task when it has done one. */
    static Throughput measure(int clients, int tasks, int operationsPerTask, Task task) {
        long[] times = new long[tasks * operationsPerTask];
        AtomicInteger count = new AtomicInteger();
        AtomicInteger next = new AtomicInteger();
        AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
        CountDownLatch done = new CountDownLatch(clients);
        long begin = System.nanoTime();
        for (int client = 0; client < clients; client++) {
            Thread.ofPlatform().daemon().start(() -> {
                try {
                    Clock clock = new Clock(times, count);
                    for (int number = next.getAndIncrement();
                            number < tasks && failure.get() == null;
                            number = next.getAndIncrement()) {
                        task.run(number, clock);
                    }
                } catch (Exception e) {
                    failure.compareAndSet(null, e);
                } finally {
                    done.countDown();
                }
            });
        }
        try {
            done.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
        long took = System.nanoTime() - begin;
        Exception failed = failure.get();
        if (failed != null) {
            throw new IllegalStateException("The load was not taken: " + failed.getMessage(), failed);
        }
        long[] sorted = Arrays.copyOf(times, count.get());
        Arrays.sort(sorted);
        return new Throughput(
                clients,
                sorted.length,
                Duration.ofNanos(took),
                Duration.ofNanos(sorted[sorted.length / 2]),
                Duration.ofNanos(sorted[(int) (sorted.length * 0.99)]));
    }

    double perSecond() {
        return operations / (time.toNanos() / 1e9);
    }
}
