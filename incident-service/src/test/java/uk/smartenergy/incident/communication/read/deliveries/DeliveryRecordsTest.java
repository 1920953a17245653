package uk.smartenergy.incident.communication.read.deliveries;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.smartenergy.incident.api.communication.Channel;
import uk.smartenergy.incident.api.communication.DeliveryEvent.AttemptFailed;
import uk.smartenergy.incident.api.communication.DeliveryEvent.AttemptSucceeded;
import uk.smartenergy.incident.api.communication.DeliveryEvent.AttemptTaken;
import uk.smartenergy.incident.api.communication.DeliveryId;
import uk.smartenergy.incident.api.communication.DeliveryOutcome;
import uk.smartenergy.incident.api.communication.DeliveryState;
import uk.smartenergy.incident.api.communication.DeliveryView;
import uk.smartenergy.incident.api.communication.SubscriptionEvent.SubscriptionMade;
import uk.smartenergy.incident.api.communication.SubscriptionId;
import uk.smartenergy.incident.api.communication.SubscriptionQuery.DueDelivery;
import uk.smartenergy.incident.api.communication.SubscriptionQuery.FindDeliveries;
import uk.smartenergy.incident.api.communication.SubscriptionQuery.FindDueDeliveries;
import uk.smartenergy.incident.api.communication.SubscriptionScope;
import uk.smartenergy.incident.api.incident.CommunicationContent;
import uk.smartenergy.incident.api.incident.IncidentEvent.IncidentCommunicated;
import uk.smartenergy.incident.api.incident.IncidentId;
import uk.smartenergy.incident.api.incident.IncidentType;
import uk.smartenergy.incident.api.shared.Classification;
import uk.smartenergy.incident.api.shared.Event;
import uk.smartenergy.incident.api.shared.Page;
import uk.smartenergy.incident.api.shared.Viewer;
import uk.smartenergy.incident.incident.read.Life;
import uk.smartenergy.incident.platform.projection.RecordedEvent;

class DeliveryRecordsTest {
    private static final Instant T = Instant.parse("2018-08-01T09:00:00Z");
    private static final IncidentId INCIDENT = IncidentId.of(1);
    private static final SubscriptionId SUBSCRIPTION = subscription(1);

    private final DeliveryRecords records = new DeliveryRecords();
    private final Deliveries deliveries = new Deliveries(records);
    private final List<Event> all = new ArrayList<>();

    @BeforeEach
    void begin() {
        subscribed(SUBSCRIPTION, "http://one.example/hook");
        Life.raised(1, T, T, IncidentType.SERVICE, Classification.GREEN)
                .facts()
                .forEach(unit -> unit.events().forEach(this::recorded));
    }

    private static SubscriptionId subscription(int number) {
        return new SubscriptionId("SUB%032x".formatted(number));
    }

    private void subscribed(SubscriptionId id, String url) {
        recorded(new SubscriptionMade(
                id,
                "ada",
                "1",
                Channel.WEBHOOK,
                url,
                new SubscriptionScope(List.of(), List.of(), List.of(), List.of(), null)));
    }

    private void recorded(Event event) {
        all.add(event);
        records.take(List.of(RecordedEvent.of(new GenericDomainEventMessage<>(
                "Test", "a", all.size(), event, MetaData.emptyInstance(), String.valueOf(all.size()), T))));
    }

    private DeliveryId owed(int number) {
        recorded(new IncidentCommunicated(INCIDENT, T, number, CommunicationContent.of("Update " + number)));
        return DeliveryId.of(SUBSCRIPTION, INCIDENT, number);
    }

    private void taken(DeliveryId id, int number) {
        recorded(new AttemptTaken(id, SUBSCRIPTION, INCIDENT, number, 1, T.plusSeconds(60)));
    }

    private DeliveryId delivered(int number) {
        DeliveryId id = owed(number);
        taken(id, number);
        recorded(new AttemptSucceeded(id, 1, 204, 5));
        return id;
    }

    private Page<DeliveryView> page(@Nullable Long after, int limit, DeliveryState... states) {
        return deliveries
                .on(new FindDeliveries(Viewer.service(), SUBSCRIPTION, Set.of(states), after, limit))
                .orElseThrow();
    }

    private static List<Integer> numbers(Page<DeliveryView> page) {
        return page.items().stream().map(DeliveryView::communication).toList();
    }

    private List<DueDelivery> due(Map<String, Integer> busyPlaces, int limit, int atOnePlace) {
        return deliveries.on(new FindDueDeliveries(Viewer.service(), T, Set.of(), busyPlaces, limit, atOnePlace));
    }

    @Test
    void ofThoseThatAreOverTheLatestAreKeptAndAllThatAreNot() {
        DeliveryId first = owed(1);
        for (int i = 2; i <= DeliveryRecords.KEPT + 11; i++) {
            delivered(i);
        }

        assertThat(page(null, 1).total()).isEqualTo(DeliveryRecords.KEPT + 1);
        assertThat(page(null, 1, DeliveryState.DUE).items())
                .extracting(DeliveryView::id)
                .containsExactly(first);
        assertThat(due(Map.of(), 9, 9)).extracting(DueDelivery::deliveryId).containsExactly(first);
        assertThat(numbers(page(null, 2_000))).contains(12).doesNotContain(11);
    }

    @Test
    void aRebuildMakesTheSameOfThem() {
        for (int i = 1; i <= DeliveryRecords.KEPT + 5; i++) {
            delivered(i);
        }
        List<Integer> before = numbers(page(null, 2_000));
        List<Event> again = List.copyOf(all);
        records.clear();
        again.forEach(this::recorded);

        assertThat(numbers(page(null, 2_000))).isEqualTo(before);
    }

    @Test
    void whoTurnsThePageGoesOnEvenIfTheLastOneSeenIsNotAmongThemAnyMore() {
        DeliveryId waiting = null;
        for (int i = 1; i <= 5; i++) {
            waiting = owed(i);
        }
        Page<DeliveryView> first = page(null, 1, DeliveryState.DUE);
        assertThat(numbers(first)).containsExactly(5);
        assertThat(waiting).isNotNull();
        taken(waiting, 5);

        assertThat(numbers(page(Long.valueOf(String.valueOf(first.nextCursor())), 2, DeliveryState.DUE)))
                .containsExactly(4, 3);
    }

    @Test
    void aPlaceWithManySubscriptionsTakesNoTurnOfTheOthers() {
        for (int i = 2; i <= 50; i++) {
            subscribed(subscription(i), "http://ONE.example/" + i);
        }
        subscribed(subscription(51), "http://two.example/hook");
        owed(1);

        assertThat(due(Map.of(), 10, 3))
                .extracting(one -> one.subscription().place())
                .containsExactly("one.example", "one.example", "one.example", "two.example");
        assertThat(due(Map.of("one.example", 3), 10, 3))
                .extracting(one -> one.subscription().id())
                .containsExactly(subscription(51));
    }

    @Test
    void theNextAttemptIsDueWhenItsTimeHasComeAndTheOneOfANodeThatStoppedIsLost() {
        DeliveryId id = owed(1);
        taken(id, 1);
        assertThat(due(Map.of(), 9, 9)).isEmpty();
        assertThat(deliveries.on(new FindDueDeliveries(Viewer.service(), T.plusSeconds(60), Set.of(), Map.of(), 9, 9)))
                .allMatch(DueDelivery::lost)
                .extracting(DueDelivery::deliveryId)
                .containsExactly(id);

        recorded(new AttemptFailed(id, 1, DeliveryOutcome.LOST, null, 0, T));
        assertThat(due(Map.of(), 9, 9)).extracting(DueDelivery::attempt).containsExactly(2);
    }
}
