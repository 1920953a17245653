package uk.smartenergy.incident.platform.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SampledTest {
    private final AtomicLong nanos = new AtomicLong();
    private final AtomicInteger asked = new AtomicInteger();
    private final Queue<Runnable> waiting = new ArrayDeque<>();

    @Test
    void isAskedForOnceInAWhileHoweverManyLook() {
        Sampled<Integer> figure = direct();
        assertThat(figure.get()).contains(1);
        assertThat(figure.get()).contains(1);
        nanos.addAndGet(Duration.ofSeconds(3).toNanos());
        assertThat(figure.get()).contains(2);
    }

    @Test
    void isMissingWhileItCannotBeHadAndAskedForAgainLater() {
        Sampled<Integer> figure = new Sampled<>(
                () -> {
                    if (asked.incrementAndGet() < 3) {
                        throw new IllegalStateException("the store is away");
                    }
                    return 7;
                },
                Duration.ofSeconds(3),
                Duration.ofSeconds(1),
                Runnable::run,
                nanos::get);
        assertThat(figure.get()).isEmpty();
        assertThat(figure.get()).isEmpty();
        assertThat(asked).hasValue(1);
        nanos.addAndGet(Duration.ofSeconds(3).toNanos());
        assertThat(figure.get()).isEmpty();
        nanos.addAndGet(Duration.ofSeconds(3).toNanos());
        assertThat(figure.get()).contains(7);
    }

    @Test
    void isMissingWhileItTakesTooLongAndNeverAskedForTwiceAtOnce() {
        Sampled<Integer> figure =
                new Sampled<>(asked::incrementAndGet, Duration.ofSeconds(3), Duration.ZERO, waiting::add, nanos::get);
        assertThat(figure.get()).isEmpty();
        nanos.addAndGet(Duration.ofSeconds(30).toNanos());
        assertThat(figure.get()).isEmpty();
        assertThat(waiting).hasSize(1);
        waiting.remove().run();
        assertThat(figure.get()).contains(1);
    }

    private Sampled<Integer> direct() {
        return new Sampled<>(
                asked::incrementAndGet, Duration.ofSeconds(3), Duration.ofSeconds(1), Runnable::run, nanos::get);
    }
}
