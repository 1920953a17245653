package uk.smartenergy.incident.platform.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.smartenergy.incident.api.incident.IncidentId;
import uk.smartenergy.incident.api.incident.IncidentQuery.GetIncidentAccess;
import uk.smartenergy.incident.api.incident.IncidentQuery.IncidentAccess;
import uk.smartenergy.incident.api.shared.Classification;
import uk.smartenergy.incident.api.shared.MetaKeys;
import uk.smartenergy.incident.api.shared.Moment;
import uk.smartenergy.incident.api.shared.Query;
import uk.smartenergy.incident.api.shared.RecordEntry;
import uk.smartenergy.incident.api.shared.RecordEvent;
import uk.smartenergy.incident.api.shared.RecordQuery.FindRecordEvents;
import uk.smartenergy.incident.api.shared.RecordQuery.GetRecordTimeline;
import uk.smartenergy.incident.api.shared.Role;
import uk.smartenergy.incident.api.shared.Viewer;
import uk.smartenergy.incident.platform.projection.RecordedEvent;

class HistoriesTest {
    private static final Instant T = Instant.parse("2018-09-05T10:00:00Z");
    private static final Moment PRESENT = Moment.present(T.plusSeconds(100_000));
    private static final Viewer STAFF = Viewer.service();
    private static final Viewer CLEARED = Viewer.clearedService();

    private final Histories<Said> histories = new Histories<>("sayings", Said.class);
    private final RecordEvents events = new RecordEvents(List.of(histories), seenByTheCleared());
    private long sequence;

    record Said(
            String record,
            Instant occurredAt,
            String text,
            @Nullable Classification to,
            Set<String> of) implements RecordEvent {
        @Override
        public @Nullable Classification classifies() {
            return to;
        }

        @Override
        public Set<String> tellsOf() {
            return IncidentId.isValid(text) ? Set.of(text) : Set.of();
        }

        @Override
        public Set<String> concerns() {
            return of;
        }
    }

    private void take(int recorded, int occurred, String text, @Nullable Classification to, String... of) {
        histories.apply(RecordedEvent.of(new GenericDomainEventMessage<>(
                "Saying",
                "S-1",
                sequence++,
                new Said("S-1", T.plusSeconds(occurred), text, to, Set.of(of)),
                MetaData.with(MetaKeys.ACTOR, "ann"),
                "event-" + sequence,
                T.plusSeconds(recorded))));
    }

    private List<String> texts(Moment moment) {
        return histories.find("S-1").stream()
                .flatMap(history -> history.at(moment).stream())
                .map(fact -> fact.event().text())
                .toList();
    }

    @Test
    void whatHappenedEarlierComesFirstThoughItWasRecordedLater() {
        take(1, 1, "first", Classification.GREEN);
        take(2, 2, "third", null);
        take(3, 1, "second", null);
        histories.publish();

        assertThat(texts(PRESENT)).containsExactly("first", "second", "third");
    }

    @Test
    void whoAsksAsOfBeforeOrAsKnownBeforeGetsWhatWasSoThen() {
        take(1, 1, "first", Classification.GREEN);
        take(50, 2, "late", null);
        histories.publish();

        assertThat(texts(new Moment(T.plusSeconds(1), null, PRESENT.now()))).containsExactly("first");
        assertThat(texts(new Moment(T.plusSeconds(2), null, PRESENT.now()))).containsExactly("first", "late");
        assertThat(texts(new Moment(null, T.plusSeconds(49), PRESENT.now()))).containsExactly("first");
        assertThat(histories.find("S-1").orElseThrow().version(new Moment(null, T.plusSeconds(49), PRESENT.now())))
                .isZero();
        assertThat(histories.find("S-1").orElseThrow().version(PRESENT)).isEqualTo(1);
    }

    @Test
    void readersSeeOnlyWhatWasPublishedAndWhatIsDiscardedComesAgain() {
        take(1, 1, "first", Classification.GREEN);
        assertThat(histories.all()).isEmpty();
        histories.publish();
        take(2, 2, "second", null);
        assertThat(texts(PRESENT)).containsExactly("first");
        histories.discard();
        histories.publish();
        assertThat(texts(PRESENT)).containsExactly("first");

        sequence = 1;
        take(2, 2, "second", null);
        histories.publish();
        assertThat(texts(PRESENT)).containsExactly("first", "second");
        histories.reset();
        assertThat(histories.all()).isEmpty();
    }

    @Test
    void whatWasMadeRedIsHiddenFromTheUnclearedInItsPastToo() {
        take(1, 1, "first", Classification.GREEN);
        take(2, 2, "narrowed", Classification.RED);
        histories.publish();

        assertThat(events.on(new GetRecordTimeline(STAFF, PRESENT, "S-1"))).isEmpty();
        assertThat(events.on(new FindRecordEvents(STAFF, Set.of("S-1"), Instant.EPOCH, PRESENT.now())))
                .isEmpty();
        assertThat(events.on(new GetRecordTimeline(CLEARED, PRESENT, "S-1")).orElseThrow())
                .extracting(RecordEntry::classification)
                .containsExactly(Classification.GREEN, Classification.RED);
    }

    @Test
    void whatIsAmberIsSeenByThePartiesConcernedAndByNoOther() {
        take(1, 1, "first", null);
        take(2, 2, "joined", null, "Larkfield Energy");
        histories.publish();

        assertThat(events.on(new GetRecordTimeline(party("Larkfield Energy"), PRESENT, "S-1")))
                .isPresent();
        assertThat(events.on(new GetRecordTimeline(party("Brackenhill Power"), PRESENT, "S-1")))
                .isEmpty();
        assertThat(events.on(new GetRecordTimeline(STAFF, PRESENT, "S-2"))).isEmpty();
    }

    @Test
    void theEventsBetweenTwoDatesOfKnowledgeAreThoseRecordedAfterTheOneAndUntilTheOther() {
        take(10, 1, "first", Classification.GREEN);
        take(20, 1, "second", null);
        take(30, 1, "third", null);
        histories.publish();

        assertThat(events.on(new FindRecordEvents(STAFF, Set.of("S-1"), T.plusSeconds(10), T.plusSeconds(20))))
                .extracting(RecordEntry::sequence, RecordEntry::type, RecordEntry::actor)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(1L, "Said", "ann"));
    }

    private static Viewer party(String name) {
        return new Viewer("x", EnumSet.of(Role.INCIDENT_PARTY), name, false);
    }

    @Test
    void whatIsSaidOfAnIncidentIsToldOnlyToWhoMayKnowThatItExists() {
        take(10, 1, "first", Classification.GREEN);
        take(20, 2, "INC000000000007", null);
        histories.publish();

        assertThat(events.on(new GetRecordTimeline(STAFF, PRESENT, "S-1")).orElseThrow())
                .hasSize(1);
        assertThat(events.on(new GetRecordTimeline(CLEARED, PRESENT, "S-1")).orElseThrow())
                .hasSize(2);
        assertThat(events.on(new FindRecordEvents(STAFF, Set.of("S-1"), T.plusSeconds(10), PRESENT.now())))
                .isEmpty();
        assertThat(events.on(new FindRecordEvents(CLEARED, Set.of("S-1"), T.plusSeconds(10), PRESENT.now())))
                .hasSize(1);
    }

    private static Elsewhere seenByTheCleared() {
        return new Elsewhere() {
            @Override
            @SuppressWarnings("unchecked")
            public <R> R ask(Query<R> query) {
                GetIncidentAccess access = (GetIncidentAccess) query;
                return (R)
                        (access.viewer().cleared()
                                ? Optional.of(new IncidentAccess(
                                        access.incidentId(), "Northwick Energy", null, Set.of(), true))
                                : Optional.empty());
            }
        };
    }
}
