package uk.smartenergy.incident.incident.web.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Threads that take lines over side by side, so that the store commits many at once. All lines of an external reference go through the same lane,
 * in order. Whoever hands over lines waits when too many, or too long ones, are under way.
 */
final class Lanes implements AutoCloseable {
    private static final int QUEUED = 32;
    private static final int BYTES_A_PERMIT = 1 << 10;
    private static final int MOST_PERMITS = 4 << 10;

    /** What a lane does with a line. */
    interface Work {
        void take(ImportLine line);
    }

    private record Task(ImportLine line, int permits) {}

    private final List<BlockingQueue<Task>> queues = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private final Semaphore room = new Semaphore(MOST_PERMITS);
    private final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();
    private volatile boolean ending;

    /** @param work makes what one lane works with */
    Lanes(int count, Supplier<Work> work) {
        for (int i = 0; i < count; i++) {
            BlockingQueue<Task> queue = new ArrayBlockingQueue<>(QUEUED);
            Work mine = work.get();
            queues.add(queue);
            threads.add(Thread.ofPlatform().name("import-lane-" + i).daemon().start(() -> run(queue, mine)));
        }
    }

    /** Hands over a line, when there is room. @throws RuntimeException what stopped a lane, if something did */
    void put(ImportLine line) throws InterruptedException {
        int permits = Math.min(MOST_PERMITS, 1 + line.size() / BYTES_A_PERMIT);
        while (!room.tryAcquire(permits, 100, TimeUnit.MILLISECONDS)) {
            rethrow();
        }
        BlockingQueue<Task> queue =
                queues.get(Math.floorMod(line.externalReference().hashCode(), queues.size()));
        Task task = new Task(line, permits);
        while (!queue.offer(task, 100, TimeUnit.MILLISECONDS)) {
            rethrow();
        }
        rethrow();
    }

    /** Waits until all lines handed over are done. @throws RuntimeException what stopped a lane, if something did */
    void finish() throws InterruptedException {
        ending = true;
        for (Thread thread : threads) {
            thread.join();
        }
        rethrow();
    }

    private void rethrow() {
        RuntimeException stopped = failure.get();
        if (stopped != null) {
            throw stopped;
        }
    }

    private void run(BlockingQueue<Task> queue, Work work) {
        try {
            while (true) {
                Task task = queue.poll(20, TimeUnit.MILLISECONDS);
                if (task != null) {
                    run(task, work);
                } else if (ending && queue.isEmpty()) {
                    return;
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void run(Task task, Work work) {
        try {
            // Once one lane has failed the others do no more.
            if (failure.get() == null) {
                work.take(task.line());
            }
        } catch (RuntimeException | Error stopped) {
            failure.compareAndSet(
                    null, stopped instanceof RuntimeException known ? known : new IllegalStateException(stopped));
        } finally {
            room.release(task.permits());
        }
    }

    /** Ends the lanes after what they are doing now. */
    @Override
    public void close() {
        failure.compareAndSet(null, new IllegalStateException("The lanes are closed"));
        ending = true;
        boolean interrupted = false;
        for (Thread thread : threads) {
            while (thread.isAlive()) {
                try {
                    thread.join();
                } catch (InterruptedException stopped) {
                    interrupted = true;
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
