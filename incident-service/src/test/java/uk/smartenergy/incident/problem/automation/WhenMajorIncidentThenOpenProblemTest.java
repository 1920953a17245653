package uk.smartenergy.incident.problem.automation;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.smartenergy.incident.problem.read.ProblemWorld.NOW;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.smartenergy.incident.api.incident.IncidentId;
import uk.smartenergy.incident.api.problem.ProblemCommand.OpenProblem;
import uk.smartenergy.incident.api.problem.ProblemEvent.IncidentLinkedToProblem;
import uk.smartenergy.incident.api.problem.ProblemEvent.IncidentRemovedFromProblem;
import uk.smartenergy.incident.api.problem.ProblemEvent.ProblemOpened;
import uk.smartenergy.incident.api.problem.ProblemPriority;
import uk.smartenergy.incident.api.problem.ProblemQuery;
import uk.smartenergy.incident.api.problem.ProblemQuery.GetHighestProblemNumber;
import uk.smartenergy.incident.api.problem.ProblemReason;
import uk.smartenergy.incident.api.problem.SuggestionId;
import uk.smartenergy.incident.api.problem.WatchCommand.BeginWatch;
import uk.smartenergy.incident.api.shared.Classification;
import uk.smartenergy.incident.api.shared.Command;
import uk.smartenergy.incident.api.shared.MetaKeys;
import uk.smartenergy.incident.api.shared.Query;
import uk.smartenergy.incident.api.shared.RecordAccepted;
import uk.smartenergy.incident.api.shared.Viewer;
import uk.smartenergy.incident.platform.messaging.Caller;
import uk.smartenergy.incident.platform.messaging.Claim;
import uk.smartenergy.incident.platform.messaging.ClaimTaken;
import uk.smartenergy.incident.platform.messaging.ImportsInProgress;
import uk.smartenergy.incident.platform.messaging.Messages;
import uk.smartenergy.incident.platform.messaging.References;
import uk.smartenergy.incident.platform.messaging.StoreAway;
import uk.smartenergy.incident.platform.messaging.StreamExists;
import uk.smartenergy.incident.problem.read.ProblemWorld;

class WhenMajorIncidentThenOpenProblemTest {
    private static final Instant RECORDED = NOW.minusSeconds(10);
    private static final String LONG_AGO = "2016-08-01T09:00:00Z";

    private final Store store = new Store();
    private final ImportsInProgress imports = new ImportsInProgress();
    private final WhenMajorIncidentThenOpenProblem automation = node(NOW.minusSeconds(60), 1);

    /** A node that was started then; it is now for whatever it does. */
    private WhenMajorIncidentThenOpenProblem node(Instant started, int abreast) {
        Clock clock = new Clock() {
            private @Nullable Instant first = started;

            @Override
            public Instant instant() {
                Instant answer = first == null ? NOW : first;
                first = null;
                return answer;
            }

            @Override
            public ZoneOffset getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(java.time.ZoneId zone) {
                return this;
            }
        };
        References references =
                new References("PBI", () -> store.ask(new GetHighestProblemNumber(Viewer.clearedService())));
        return new WhenMajorIncidentThenOpenProblem(store, references, imports, clock, Duration.ofSeconds(1), abreast);
    }

    /** What the aggregate and the store do with what is sent, and what is seen of it. */
    private static final class Store implements Messages {
        private final ProblemWorld world = new ProblemWorld();
        private final Map<String, String> claims = new HashMap<>();
        private final List<OpenProblem> opened = new ArrayList<>();
        private @Nullable Instant watched;
        private @Nullable RuntimeException away;

        @Override
        @SuppressWarnings("unchecked")
        public synchronized <R> R send(Command command, Caller caller) {
            if (away != null) {
                throw away;
            }
            for (Claim claim : caller.claims()) {
                if (claims.containsKey(claim.key())) {
                    throw new ClaimTaken(claim.key());
                }
            }
            if (command instanceof BeginWatch begin) {
                boolean first = watched == null;
                if (first) {
                    watched = begin.since();
                    world.watchedSince(begin.since());
                }
                return (R) Boolean.valueOf(first);
            }
            OpenProblem open = (OpenProblem) command;
            if (opened.stream().anyMatch(one -> one.problemId().equals(open.problemId()))) {
                throw new StreamExists();
            }
            caller.claims().forEach(claim -> claims.put(claim.key(), claim.value()));
            opened.add(open);
            Instant at = open.occurredAt() == null ? NOW : open.occurredAt();
            world.record(new ProblemOpened(
                    open.problemId(),
                    at,
                    open.title(),
                    open.description(),
                    open.reason(),
                    open.services(),
                    open.regions(),
                    open.businessProcesses(),
                    open.priority(),
                    open.symptoms(),
                    open.classification(),
                    null));
            open.beginnings()
                    .incidents()
                    .forEach(incident ->
                            world.record(new IncidentLinkedToProblem(open.problemId(), at, incident, null)));
            return (R) new RecordAccepted(open.record(), 1, true);
        }

        @Override
        public synchronized <R> R ask(Query<R> query) {
            return world.ask((ProblemQuery<R>) query);
        }

        @Override
        public Optional<String> claimed(String key) {
            return Optional.ofNullable(claims.get(key));
        }

        private void major(long number, Map<String, String> meta) {
            world.major(number, LONG_AGO, RECORDED, meta);
        }

        private List<IncidentId> incidents() {
            return opened.stream()
                    .flatMap(one -> one.beginnings().incidents().stream())
                    .toList();
        }
    }

    @Test
    void aMajorIncidentGetsAProblemOfItsOwn() {
        automation.openThoseDue();
        store.major(7, Map.of());
        automation.openThoseDue();

        assertThat(store.opened).singleElement().satisfies(open -> {
            assertThat(open.reason()).isEqualTo(ProblemReason.MAJOR_INCIDENT);
            assertThat(open.priority()).isEqualTo(ProblemPriority.P1);
            assertThat(open.occurredAt()).isEqualTo(LONG_AGO);
            assertThat(open.title()).isEqualTo("Outage 7");
            assertThat(open.services()).containsExactly("SMKI");
            assertThat(open.regions()).containsExactly("South");
            assertThat(open.beginnings().incidents()).containsExactly(IncidentId.of(7));
        });
        assertThat(store.claims)
                .containsKeys(
                        "major:INC000000000007",
                        SuggestionId.of(List.of(IncidentId.of(7))).claim());
    }

    @Test
    void whatIsRedStaysRed() {
        automation.openThoseDue();
        store.major(IncidentId.FIRST_DRAWN, Map.of());
        automation.openThoseDue();
        assertThat(store.opened).singleElement().satisfies(open -> {
            assertThat(open.classification()).isEqualTo(Classification.RED);
            assertThat(open.problemId().isDrawn()).isTrue();
        });
    }

    @Test
    void itHappensOnceForEverAlsoAfterARestartAndIfItIsTakenOffTheProblem() {
        automation.openThoseDue();
        store.major(7, Map.of());
        automation.openThoseDue();
        automation.openThoseDue();
        store.world.record(new IncidentRemovedFromProblem(
                store.opened.getFirst().problemId(), NOW.minusSeconds(1), IncidentId.of(7), "Another cause"));
        node(NOW.minusSeconds(1), 4).openThoseDue();
        assertThat(store.opened).hasSize(1);
    }

    @Test
    void itHappensOnceThoughSeveralNodesLookAtTheSameTime() throws Exception {
        automation.openThoseDue();
        for (long number = 1; number <= 30; number++) {
            store.major(number, Map.of());
        }
        CyclicBarrier together = new CyclicBarrier(2);
        try (ExecutorService nodes = Executors.newFixedThreadPool(2)) {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                WhenMajorIncidentThenOpenProblem one = node(NOW.minusSeconds(60), 4);
                all.add(nodes.submit(() -> {
                    together.await();
                    one.openThoseDue();
                    return null;
                }));
            }
            for (Future<?> one : all) {
                one.get();
            }
        }
        assertThat(store.incidents()).doesNotHaveDuplicates().hasSize(30);
    }

    @Test
    void whatAnImportToldOrWasRecordedBeforeTheFirstStartEverIsLeftAlone() {
        store.world.major(1, LONG_AGO, NOW.minusSeconds(90), Map.of());
        store.major(2, Map.of(MetaKeys.IMPORTED, "true"));
        store.major(3, Map.of());
        automation.openThoseDue();
        assertThat(store.incidents()).containsExactly(IncidentId.of(3));
        node(NOW.minusSeconds(900), 1).openThoseDue();
        assertThat(store.watched).as("begun once").isEqualTo(NOW.minusSeconds(60));
        assertThat(store.incidents()).containsExactly(IncidentId.of(3));
    }

    @Test
    void nothingIsOpenedWhileItIsToldOrAnImportRuns() {
        automation.openThoseDue();
        store.world.major(1, LONG_AGO, NOW, Map.of());
        automation.openThoseDue();
        assertThat(store.opened).as("just told").isEmpty();
        store.major(2, Map.of());
        try (ImportsInProgress.Import running = imports.begin()) {
            automation.openThoseDue();
            assertThat(store.opened).isEmpty();
        }
        automation.openThoseDue();
        assertThat(store.incidents()).containsExactly(IncidentId.of(2));
    }

    @Test
    void thatTheStoreIsAwayOnlyPutsItOff() {
        store.away = new StoreAway("Away", new IllegalStateException());
        automation.openThoseDue();
        store.major(7, Map.of());
        store.away = null;
        automation.openThoseDue();
        assertThat(store.incidents()).containsExactly(IncidentId.of(7));
        assertThat(store.watched).isEqualTo(NOW.minusSeconds(60));
    }
}
