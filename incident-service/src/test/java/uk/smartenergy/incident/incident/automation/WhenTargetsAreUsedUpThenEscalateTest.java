package uk.smartenergy.incident.incident.automation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.groups.Tuple;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.smartenergy.incident.api.categorisation.Category;
import uk.smartenergy.incident.api.incident.Accepted;
import uk.smartenergy.incident.api.incident.IncidentCommand;
import uk.smartenergy.incident.api.incident.IncidentEvent;
import uk.smartenergy.incident.api.incident.IncidentEvent.IncidentEscalated;
import uk.smartenergy.incident.api.incident.IncidentEvent.IncidentPaused;
import uk.smartenergy.incident.api.incident.IncidentEvent.IncidentRespondedTo;
import uk.smartenergy.incident.api.incident.IncidentId;
import uk.smartenergy.incident.api.incident.IncidentQuery;
import uk.smartenergy.incident.api.incident.IncidentType;
import uk.smartenergy.incident.api.shared.Classification;
import uk.smartenergy.incident.api.shared.Command;
import uk.smartenergy.incident.api.shared.Query;
import uk.smartenergy.incident.api.shared.Refusal;
import uk.smartenergy.incident.incident.read.Life;
import uk.smartenergy.incident.incident.read.World;
import uk.smartenergy.incident.platform.messaging.Caller;
import uk.smartenergy.incident.platform.messaging.ImportsInProgress;
import uk.smartenergy.incident.platform.messaging.Messages;
import uk.smartenergy.incident.platform.messaging.StoreAway;

class WhenTargetsAreUsedUpThenEscalateTest {
    private static final Instant NOW = Instant.parse("2018-08-30T09:00:00Z");
    private static final Instant RAISED = NOW.minus(Duration.ofHours(5));

    private final Store store = new Store();
    private final ImportsInProgress imports = new ImportsInProgress();
    private final WhenTargetsAreUsedUpThenEscalate automation = automation(1);

    private WhenTargetsAreUsedUpThenEscalate automation(int abreast) {
        return new WhenTargetsAreUsedUpThenEscalate(
                store, imports, Clock.fixed(NOW, ZoneOffset.UTC), Duration.ofSeconds(1), abreast);
    }

    private static Life majorIncident(long number) {
        return Life.raised(
                number,
                RAISED,
                RAISED,
                IncidentType.SERVICE,
                Classification.GREEN,
                Category.CATEGORY_1,
                List.of(),
                null,
                null);
    }

    @Test
    void allThatIsDueIsOneCommandWithTheInstantsOfEach() {
        store.record(majorIncident(1));
        automation.escalateThoseDue();
        assertThat(store.sent).hasSize(1);
        assertThat(store.escalations(1))
                .extracting(IncidentEscalated::occurredAt, IncidentEscalated::level)
                .containsExactly(
                        Tuple.tuple(RAISED.plus(Duration.ofMinutes(8)), "SERVICE_DESK"),
                        Tuple.tuple(RAISED.plus(Duration.ofMinutes(10)), "SERVICE_DESK_MANAGER"),
                        Tuple.tuple(RAISED.plus(Duration.ofHours(3)), "SERVICE_MANAGER"),
                        Tuple.tuple(RAISED.plus(Duration.ofHours(4)), "OPERATIONS_DIRECTOR"));
    }

    @Test
    void itHappensOnceHoweverOftenItLooksAndAfterARestart() {
        store.record(majorIncident(1));
        automation.escalateThoseDue();
        automation.escalateThoseDue();
        automation(4).escalateThoseDue();
        assertThat(store.escalations(1)).hasSize(4);
        assertThat(store.sent).hasSize(1);
    }

    @Test
    void itHappensOnceThoughSeveralNodesLookAtTheSameTime() throws Exception {
        for (int number = 1; number <= 50; number++) {
            store.record(majorIncident(number));
        }
        CyclicBarrier together = new CyclicBarrier(4);
        try (ExecutorService nodes = Executors.newFixedThreadPool(4)) {
            List<Future<?>> all = new ArrayList<>();
            for (int node = 0; node < 4; node++) {
                WhenTargetsAreUsedUpThenEscalate one = automation(4);
                all.add(nodes.submit(() -> {
                    together.await();
                    one.escalateThoseDue();
                    return null;
                }));
            }
            for (Future<?> one : all) {
                one.get();
            }
        }
        for (int number = 1; number <= 50; number++) {
            assertThat(store.escalations(number)).hasSize(4);
        }
    }

    @Test
    void whatSomebodyDidMeanwhileIsSeenFirst() {
        Life life = majorIncident(1);
        store.record(life);
        store.beforeSend = () -> store.record(
                NOW.minusSeconds(2), new IncidentRespondedTo(life.id, RAISED.plusSeconds(60), false, null));
        automation.escalateThoseDue();
        assertThat(store.escalations(1)).isEmpty();
        automation.escalateThoseDue();
        assertThat(store.escalations(1))
                .extracting(IncidentEscalated::level)
                .containsExactly("SERVICE_MANAGER", "OPERATIONS_DIRECTOR");
    }

    @Test
    void nothingEscalatesWhilePendingOrWhileAnImportRuns() {
        Life life = majorIncident(1);
        life.then(RAISED.plusSeconds(60), new IncidentPaused(life.id, RAISED.plusSeconds(60), "waits", null));
        store.record(life);
        automation.escalateThoseDue();
        assertThat(store.sent).isEmpty();
        store.record(majorIncident(2));
        ImportsInProgress.Import running = imports.begin();
        automation.escalateThoseDue();
        assertThat(store.sent).isEmpty();
        running.close();
        automation.escalateThoseDue();
        assertThat(store.escalations(2)).hasSize(4);
    }

    @Test
    void thatTheStoreIsAwayOnlyPutsItOff() {
        store.record(majorIncident(1));
        store.away = true;
        automation.escalateThoseDue();
        automation.escalateThoseDue();
        assertThat(store.escalations(1)).isEmpty();
        store.away = false;
        automation.escalateThoseDue();
        assertThat(store.escalations(1)).hasSize(4);
    }

    /** The read side on a store in memory that takes a command only for the version it was meant for. */
    private static final class Store implements Messages {
        private final World world = new World();
        private final Map<IncidentId, Long> versions = new HashMap<>();
        private final Map<IncidentId, List<IncidentEscalated>> escalations = new HashMap<>();
        final List<Command> sent = new ArrayList<>();
        boolean away;

        @Nullable
        Runnable beforeSend;

        synchronized void record(Life life) {
            life.facts().forEach(unit -> record(unit.recordedAt(), unit.events().toArray(IncidentEvent[]::new)));
        }

        synchronized void record(Instant recordedAt, IncidentEvent... events) {
            for (IncidentEvent event : events) {
                versions.merge(event.incidentId(), 0L, (old, zero) -> old + 1);
                if (event instanceof IncidentEscalated escalated) {
                    escalations
                            .computeIfAbsent(event.incidentId(), id -> new ArrayList<>())
                            .add(escalated);
                }
            }
            world.record(recordedAt, events);
        }

        synchronized List<IncidentEscalated> escalations(long number) {
            return escalations.getOrDefault(IncidentId.of(number), List.of());
        }

        @Override
        @SuppressWarnings("unchecked")
        public synchronized <R> R send(Command command, Caller caller) {
            IncidentCommand.EscalateByItself escalate = (IncidentCommand.EscalateByItself) command;
            Runnable meanwhile = beforeSend;
            if (meanwhile != null) {
                beforeSend = null;
                meanwhile.run();
            }
            if (away) {
                throw new StoreAway("away", new RuntimeException("network"));
            }
            IncidentId id = escalate.incidentId();
            if (!Objects.equals(caller.expectedVersion(), versions.get(id))) {
                throw new Refusal(Refusal.Kind.STALE, "STALE_VERSION", "No.", Map.of());
            }
            sent.add(command);
            record(
                    NOW.minusSeconds(2),
                    escalate.crossings().stream()
                            .map(crossing -> new IncidentEscalated(
                                    id, crossing.at(), crossing.level(), crossing.reason(), crossing.trigger()))
                            .toArray(IncidentEvent[]::new));
            return (R) new Accepted(id, Objects.requireNonNull(versions.get(id)), true);
        }

        @Override
        public synchronized <R> R ask(Query<R> query) {
            if (away) {
                throw new StoreAway("away", new RuntimeException("network"));
            }
            return world.ask((IncidentQuery<R>) query);
        }

        @Override
        public Optional<String> claimed(String key) {
            return Optional.empty();
        }
    }
}
