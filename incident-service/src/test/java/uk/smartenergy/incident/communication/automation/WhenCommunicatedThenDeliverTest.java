package uk.smartenergy.incident.communication.automation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.smartenergy.incident.api.communication.Channel;
import uk.smartenergy.incident.api.communication.DeliveryCommand.RecordOutcome;
import uk.smartenergy.incident.api.communication.DeliveryCommand.TakeAttempt;
import uk.smartenergy.incident.api.communication.DeliveryId;
import uk.smartenergy.incident.api.communication.DeliveryOutcome;
import uk.smartenergy.incident.api.communication.SubscriptionId;
import uk.smartenergy.incident.api.communication.SubscriptionQuery.DueDelivery;
import uk.smartenergy.incident.api.communication.SubscriptionQuery.FindDueDeliveries;
import uk.smartenergy.incident.api.communication.SubscriptionScope;
import uk.smartenergy.incident.api.communication.SubscriptionView;
import uk.smartenergy.incident.api.incident.IncidentId;
import uk.smartenergy.incident.api.shared.Command;
import uk.smartenergy.incident.api.shared.Query;
import uk.smartenergy.incident.platform.messaging.Caller;
import uk.smartenergy.incident.platform.messaging.Messages;
import uk.smartenergy.incident.platform.messaging.StoreAway;
import uk.smartenergy.incident.platform.reference.CommunicationTexts;
import uk.smartenergy.incident.platform.reference.ReferenceData;

/** What the automation remembers while the store is away; its ways out are tried where there is a real receiver. */
class WhenCommunicatedThenDeliverTest {
    private static final Instant NOW = Instant.parse("2018-08-01T09:00:00Z");

    private final Store store = new Store();
    private final WhenCommunicatedThenDeliver automation = new WhenCommunicatedThenDeliver(
            store,
            name -> Optional.empty(),
            (due, notice) -> {
                throw new AssertionError("Nobody is entitled");
            },
            new CommunicationTexts(ReferenceData.shipped(), () -> {
                throw new AssertionError("Nothing is written");
            }),
            Clock.fixed(NOW, ZoneOffset.UTC),
            Runnable::run,
            4,
            2);

    private static DueDelivery due(int number, String target) {
        SubscriptionView view = new SubscriptionView(
                new SubscriptionId("SUB%032x".formatted(number)),
                "ada",
                null,
                Channel.WEBHOOK,
                target,
                new SubscriptionScope(List.of(), List.of(), List.of(), List.of(), null),
                NOW);
        IncidentId incident = IncidentId.of(1);
        return new DueDelivery(DeliveryId.of(view.id(), incident, 1), view, incident, 1, 1, false);
    }

    /** Shows what is due and not taken, and can be away for those who tell. */
    private static final class Store implements Messages {
        private final List<DueDelivery> due = new ArrayList<>();
        private final List<TakeAttempt> taken = new ArrayList<>();
        private final List<RecordOutcome> told = new ArrayList<>();
        private @Nullable RuntimeException away;

        @Override
        @SuppressWarnings("unchecked")
        public <R> R send(Command command, Caller caller) {
            if (command instanceof TakeAttempt take) {
                taken.add(take);
                due.removeIf(one -> one.deliveryId().equals(take.deliveryId()));
            } else if (away != null) {
                throw away;
            } else if (command instanceof RecordOutcome outcome) {
                told.add(outcome);
            }
            return (R) Boolean.TRUE;
        }

        @Override
        @SuppressWarnings("unchecked")
        public <R> R ask(Query<R> query) {
            FindDueDeliveries find = (FindDueDeliveries) query;
            return (R) due.stream()
                    .filter(one -> !find.busy().contains(one.subscription().id()))
                    .toList();
        }

        @Override
        public <R> R glance(Query<R> query) {
            return ask(query);
        }

        @Override
        public Optional<String> claimed(String key) {
            return Optional.empty();
        }
    }

    @Test
    void whatTheStoreCannotBeToldIsToldLaterAndNotDoneAgain() {
        store.due.add(due(1, "http://one.example"));
        store.away = new StoreAway("Away", new IllegalStateException());

        automation.deliverThoseDue();
        automation.deliverThoseDue();
        assertThat(store.taken).hasSize(1);
        assertThat(store.told).isEmpty();

        store.away = null;
        automation.deliverThoseDue();
        automation.deliverThoseDue();
        assertThat(store.taken).hasSize(1);
        assertThat(store.told).extracting(RecordOutcome::outcome).containsExactly(DeliveryOutcome.NOT_ENTITLED);

        store.due.add(due(1, "http://one.example"));
        automation.deliverThoseDue();
        assertThat(store.taken).as("the subscription is served again").hasSize(2);
    }

    @Test
    void whatTheStoreWillNeverTakeHoldsUpNothing() {
        store.due.add(due(1, "http://one.example"));
        store.away = new IllegalArgumentException("Never");

        automation.deliverThoseDue();
        store.due.add(due(1, "http://one.example"));
        automation.deliverThoseDue();
        assertThat(store.taken).hasSize(2);
    }
}
