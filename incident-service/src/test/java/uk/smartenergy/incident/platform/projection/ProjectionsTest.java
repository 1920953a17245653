package uk.smartenergy.incident.platform.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.GenericTrackedEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ProjectionsTest {
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    private final EventStorageEngine engine = new InMemoryEventStorageEngine();
    private final Numbers numbers = new Numbers();
    private final EventLog log = new EventLog(() -> engine);
    private Configuration axon;
    private Projections projections;

    @BeforeEach
    void start() {
        projections = new Projections(
                List.of(numbers), () -> ProjectionConfiguration.processor(axon), log, Clock.fixed(NOW, ZoneOffset.UTC));
        Configurer configurer =
                DefaultConfigurer.defaultConfiguration().configureEmbeddedEventStore(configuration -> engine);
        ProjectionConfiguration.register(configurer, projections.handlers());
        axon = configurer.buildConfiguration();
        axon.start();
    }

    @AfterEach
    void stop() {
        axon.shutdown();
    }

    private void store(Object... payloads) {
        for (Object payload : payloads) {
            axon.eventStore().publish(new GenericDomainEventMessage<>("Number", "n" + engineSize(), 0, payload));
        }
    }

    private long engineSize() {
        return log.head() + 1;
    }

    private boolean shown(Duration timeout) throws InterruptedException {
        return projections.await(log.head(), timeout);
    }

    @Test
    void everyEventIsShownOnceAndInOrder() throws Exception {
        for (int i = 0; i < 2_000; i++) {
            store(i);
        }
        assertThat(shown(Duration.ofSeconds(20))).isTrue();
        assertThat(numbers.shown).hasSize(2_000).isSorted();
    }

    @Test
    void eventsThatDoNotConcernAProjectionAdvanceItToo() throws Exception {
        store(1);
        axon.eventStore().publish(GenericEventMessage.asEventMessage("a claim, for one"));
        assertThat(log.head()).isEqualTo(1);
        assertThat(shown(Duration.ofSeconds(20))).isTrue();
        assertThat(numbers.shown).containsExactly(1);
    }

    @Test
    void waitingEndsWhenTheTimeIsOver() throws Exception {
        assertThat(projections.await(0, Duration.ofMillis(1))).isFalse();
        CompletableFuture<Boolean> waiting = CompletableFuture.supplyAsync(() -> {
            try {
                return projections.await(0, Duration.ofSeconds(20));
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        store(1);
        assertThat(waiting.get()).isTrue();
    }

    @Test
    void whatIsDeliveredAgainChangesNothingNotEvenTheFirst() throws Exception {
        store(1, 2);
        assertThat(shown(Duration.ofSeconds(20))).isTrue();
        ProjectionHandler handler = projections.handlers().getFirst();
        for (long position = 0; position < 2; position++) {
            handler.handle(new GenericTrackedEventMessage<>(
                    new GlobalSequenceTrackingToken(position), GenericEventMessage.asEventMessage(7)));
        }
        assertThat(numbers.shown).containsExactly(1, 2);
        assertThat(handler.progress().position()).isEqualTo(1);
    }

    @Test
    void rebuiltIsAsLive() throws Exception {
        store(1, 2, 3);
        assertThat(shown(Duration.ofSeconds(20))).isTrue();
        List<Integer> live = List.copyOf(numbers.shown);
        projections.rebuild();
        store(4);
        assertThat(shown(Duration.ofSeconds(20))).isTrue();
        assertThat(numbers.resets).isOne();
        assertThat(numbers.shown.subList(0, 3)).isEqualTo(live);
        assertThat(numbers.shown).containsExactly(1, 2, 3, 4);
    }

    @Test
    void anErrorStopsItIsSeenAndNothingIsLostOrDoubledWhenItIsOver() throws Exception {
        ProjectionHealth health = projections.health().getFirst();
        store(1);
        assertThat(shown(Duration.ofSeconds(20))).isTrue();
        await().until(health::running);
        numbers.refuses = 3;
        store(2, 3, 4);
        await().until(() -> !health.running());
        await().until(() -> health.error().isPresent());
        assertThat(health.lag().events()).isPositive();
        assertThat(numbers.shown).doesNotContain(3, 4);
        numbers.refuses = -1;
        assertThat(shown(Duration.ofSeconds(30))).isTrue();
        await().until(health::running);
        assertThat(health.error()).isEmpty();
        assertThat(numbers.shown).containsExactly(1, 2, 3, 4);
    }

    @Test
    void itHasCaughtUpOnceAllThatWasThereIsShown() throws Exception {
        store(1);
        ProjectionHealth health = projections.health().getFirst();
        await().until(health::caughtUp);
        assertThat(health.lag()).isEqualTo(new ProjectionHealth.Lag(0, Duration.ZERO));
        assertThat(health.name()).isEqualTo("numbers");
    }

    @Test
    void theLogGivesTheEventsAtPositions() {
        store(1, 2, 3, 4);
        assertThat(log.at(1, 3))
                .extracting(event -> event.payload(Integer.class))
                .containsExactly(2, 4);
        assertThat(log.stream("n0")).hasSize(1);
        assertThat(log.stream("unheard of")).isEmpty();
    }

    /** Collects numbers. */
    private static final class Numbers implements Projection {
        private final List<Integer> taken = new ArrayList<>();
        private final List<Integer> shown = new CopyOnWriteArrayList<>();
        private volatile int refuses = -1;
        private volatile int resets;

        @Override
        public String name() {
            return "numbers";
        }

        @Override
        public void apply(RecordedEvent event) {
            if (event.is(Integer.class)) {
                int number = event.payload(Integer.class);
                if (number == refuses) {
                    throw new IllegalStateException("does not like " + number);
                }
                taken.add(number);
            }
        }

        @Override
        public void publish() {
            shown.addAll(taken);
            taken.clear();
        }

        @Override
        public void discard() {
            taken.clear();
        }

        @Override
        public void reset() {
            discard();
            shown.clear();
            resets++;
        }
    }
}
