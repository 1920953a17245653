package uk.smartenergy.incident.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.axonframework.commandhandling.AnnotationCommandHandlerAdapter;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.SimpleEventBus;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.queryhandling.QueryHandler;
import org.axonframework.queryhandling.SimpleQueryBus;
import org.axonframework.queryhandling.annotation.AnnotationQueryHandlerAdapter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import uk.smartenergy.incident.api.incident.IncidentCommand.RespondToIncident;
import uk.smartenergy.incident.api.incident.IncidentId;
import uk.smartenergy.incident.api.shared.Command;
import uk.smartenergy.incident.api.shared.DecidesByPolicy;
import uk.smartenergy.incident.api.shared.MetaKeys;
import uk.smartenergy.incident.api.shared.Query;
import uk.smartenergy.incident.api.shared.Refusal;
import uk.smartenergy.incident.api.shared.Role;
import uk.smartenergy.incident.api.shared.Viewer;

class AxonMessagesTest {
    private static final Instant NOW = Instant.parse("2018-10-05T09:00:00Z");
    private static final Viewer ALICE = new Viewer("alice", Set.of(Role.DCC_STAFF), "DCC", true);

    private final SimpleEventBus eventBus = SimpleEventBus.builder().build();
    private final SimpleCommandBus commandBus = SimpleCommandBus.builder().build();
    private final SimpleQueryBus queryBus = SimpleQueryBus.builder().build();
    private final FakeStore store = new FakeStore();
    private final List<List<String>> commits = new ArrayList<>();
    private final List<Instant> recordedAt = new ArrayList<>();
    private final Handlers handlers = new Handlers();
    private final Messages messages =
            new AxonMessages(commandBus, queryBus, store, clock(), silent(), Duration.ofSeconds(1), List.of());

    record Change(String what) implements Command {}

    record MaybeText(Viewer viewer) implements Query<Optional<String>> {}

    record NoText(Viewer viewer) implements Query<Optional<String>> {}

    record Texts(Viewer viewer) implements Query<List<String>> {}

    @BeforeEach
    void wire() {
        new AnnotationCommandHandlerAdapter<>(handlers).subscribe(commandBus);
        new AnnotationQueryHandlerAdapter<>(handlers).subscribe(queryBus);
        commandBus.registerHandlerInterceptor(new Claims(eventBus));
        eventBus.subscribe(events -> events.forEach(event -> recordedAt.add(event.getTimestamp())));
        eventBus.subscribe(events -> commits.add(events.stream()
                .map(event -> event.getPayload() instanceof ClaimRecorded claim ? claim.key() : "" + event.getPayload())
                .toList()));
    }

    @AfterEach
    void resetClock() {
        GenericEventMessage.clock = Clock.systemUTC();
    }

    @Nested
    class ACommand {
        @Test
        void keepsItsClaimsInTheSameCommitAsItsEvents() {
            messages.send(
                    new Change("raise"),
                    new Caller(ALICE, null, List.of(new Claim("idem:1", "INC1"), new Claim("xref:A", "INC1"))));

            assertThat(commits).containsExactly(List.of("raise happened", "idem:1", "xref:A"));
        }

        @Test
        void carriesWhoActsWhenAndOnWhichVersion() {
            messages.send(new Change("raise"), new Caller(ALICE, 7L, List.of()));

            assertThat(handlers.seen.getFirst().getMetaData())
                    .containsAllEntriesOf(Map.of(
                            MetaKeys.ACTOR, "alice",
                            MetaKeys.ACTOR_PARTY, "DCC",
                            MetaKeys.NOW, NOW.toString(),
                            MetaKeys.CLEARED, "true",
                            MetaKeys.EXPECTED_VERSION, "7"));
        }

        @Test
        void recordsAllItsEventsAtTheInstantAtWhichItCameIn() {
            Clock ticking = Clock.tick(Clock.systemUTC(), Duration.ofNanos(1));
            GenericEventMessage.clock = new RecordingClock(ticking);

            messages.send(new Change("raise"), new Caller(ALICE, null, List.of(new Claim("idem:1", "INC1"))));

            assertThat(recordedAt).containsExactly(NOW, NOW);
        }

        @Test
        void isDecidedAnewWhenAnotherNodeWasFaster() {
            handlers.failures.add(new ConcurrencyException("another node"));

            String answer = messages.send(new Change("raise"), Caller.of(ALICE));

            assertThat(answer).isEqualTo("done");
            assertThat(handlers.seen).hasSize(2);
        }

        @Test
        void givesUpForNowWhenOthersAreAlwaysFaster() {
            for (int i = 0; i < 100; i++) {
                handlers.failures.add(new ConcurrencyException("another node"));
            }

            assertThatThrownBy(() -> messages.send(new Change("raise"), Caller.of(ALICE)))
                    .isInstanceOf(ChangedConcurrently.class);
        }

        @Test
        void forATakenReferenceSaysSo() {
            handlers.failures.add(new AggregateStreamCreationException("exists"));

            assertThatThrownBy(() -> messages.send(new Change("raise"), Caller.of(ALICE)))
                    .isInstanceOf(StreamExists.class);
        }

        @Test
        void forAnAbsentRecordIsRefusedAsNotFound() {
            handlers.failures.add(new AggregateNotFoundException("INC1", "absent"));

            assertThatThrownBy(() -> messages.send(new Change("raise"), Caller.of(ALICE)))
                    .isInstanceOfSatisfying(
                            Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.NOT_FOUND));
        }

        @Test
        void whoseStoreIsAwayFailsAsTheStoreSays() {
            handlers.failures.add(new IllegalStateException("socket closed"));

            assertThatThrownBy(() -> messages.send(new Change("raise"), Caller.of(ALICE)))
                    .isInstanceOf(StoreAway.class);
        }
    }

    @Nested
    class TheCountOfCommands {
        @Test
        void leavesOutThoseOnRedIncidents() {
            List<String> counted = new ArrayList<>();
            MessageObserver observer = new MessageObserver() {
                @Override
                public void commandHandled(String command, Duration took, Outcome outcome) {
                    counted.add(command);
                }

                @Override
                public void queryAnswered(String query, Duration took, Outcome outcome) {}
            };
            Messages observed =
                    new AxonMessages(commandBus, queryBus, store, clock(), observer, Duration.ofSeconds(1), List.of());

            for (long number : new long[] {IncidentId.FIRST_DRAWN, 1}) {
                Command command = new RespondToIncident(IncidentId.of(number), null, null);
                assertThatThrownBy(() -> observed.send(command, Caller.of(ALICE)))
                        .isInstanceOf(RuntimeException.class);
            }

            assertThat(counted).containsExactly("RespondToIncident");
        }
    }

    @Nested
    class ACommandThatIsDecidedByPolicy {
        private final Image image = new Image();

        record Decide(String what) implements Command, DecidesByPolicy {}

        private Grounds grounds(boolean soleWriter) {
            return new Grounds(store, image, soleWriter, Duration.ofSeconds(1));
        }

        @Test
        void waitsForWhatAnotherNodeHasActivated() {
            store.head = 42;
            store.stored = 4;
            image.last = 3;

            grounds(false).before(new Decide("raise"));

            assertThat(store.awaited).containsExactly(42L);
        }

        @Test
        void isNotDecidedByAnOlderPolicyIfTheNewOneDoesNotComeInTime() {
            store.stored = 4;
            image.last = 3;
            store.caughtUp = false;

            assertThatThrownBy(() -> grounds(false).before(new Decide("raise"))).isInstanceOf(ReadModelBehind.class);
        }

        @Test
        void waitsForNothingWhereThereIsNoNews() {
            store.stored = 3;
            image.last = 3;

            grounds(false).before(new Decide("raise"));
            grounds(false).before(new Change("comment"));

            assertThat(store.awaited).isEmpty();
            assertThat(store.looks).isEqualTo(1);
        }

        @Test
        void looksOnceWhereNoOtherNodeWrites() {
            Grounds grounds = grounds(true);
            image.last = 3;
            store.stored = 3;

            grounds.before(new Decide("one"));
            grounds.before(new Decide("two"));

            assertThat(store.looks).isEqualTo(1);
        }

        private static final class Image implements DecidingImage {
            long last = -1;

            @Override
            public String stream() {
                return "policies";
            }

            @Override
            public String projection() {
                return "policies";
            }

            @Override
            public long lastSequence() {
                return last;
            }

            @Override
            public boolean isKnown() {
                return true;
            }
        }
    }

    @Nested
    class AQuery {
        @Test
        void isAnsweredWithWhateverTheHandlerAnswers() {
            assertThat(messages.ask(new MaybeText(ALICE))).contains("text");
            assertThat(messages.ask(new NoText(ALICE))).isEmpty();
            assertThat(messages.ask(new Texts(ALICE))).containsExactly("a", "b");
        }

        @Test
        void waitsForThePositionThatTheStoreHasReached() {
            store.head = 42;

            messages.ask(new Texts(ALICE));

            assertThat(store.awaited).containsExactly(42L);
        }

        @Test
        void isNotAnsweredFromProjectionsThatAreBehind() {
            store.caughtUp = false;

            assertThatThrownBy(() -> messages.ask(new Texts(ALICE))).isInstanceOf(ReadModelBehind.class);
        }
    }

    final class Handlers {
        final List<CommandMessage<?>> seen = new ArrayList<>();
        final List<RuntimeException> failures = new ArrayList<>();

        @CommandHandler
        String handle(Change change, CommandMessage<?> message) {
            seen.add(message);
            if (!failures.isEmpty()) {
                throw failures.removeFirst();
            }
            EventMessage<?> event = GenericEventMessage.asEventMessage(change.what() + " happened");
            eventBus.publish(event);
            return "done";
        }

        @QueryHandler
        Optional<String> handle(MaybeText query) {
            return Optional.of("text");
        }

        @QueryHandler
        Optional<String> handle(NoText query) {
            return Optional.empty();
        }

        @QueryHandler
        List<String> handle(Texts query) {
            return List.of("a", "b");
        }
    }

    private static final class FakeStore implements StoreGate {
        long head;
        boolean caughtUp = true;
        long stored = -1;
        int looks;
        final List<Long> awaited = new ArrayList<>();

        @Override
        public long head() {
            return head;
        }

        @Override
        public boolean awaitProjected(long position, Duration atMost) {
            awaited.add(position);
            return caughtUp;
        }

        @Override
        public boolean awaitProjected(String projection, long position, Duration atMost) {
            awaited.add(position);
            return caughtUp;
        }

        @Override
        public boolean hasMore(String stream, long sequence) {
            looks++;
            return stored > sequence;
        }

        @Override
        public Optional<String> claimed(String key) {
            return Optional.empty();
        }

        @Override
        public RuntimeException translated(RuntimeException failure) {
            return failure instanceof IllegalStateException ? new StoreAway("away", failure) : failure;
        }
    }

    private static Clock clock() {
        return Clock.fixed(NOW, ZoneOffset.UTC);
    }

    private static MessageObserver silent() {
        return new MessageObserver() {
            @Override
            public void commandHandled(String command, Duration took, Outcome outcome) {}

            @Override
            public void queryAnswered(String query, Duration took, Outcome outcome) {}
        };
    }
}
