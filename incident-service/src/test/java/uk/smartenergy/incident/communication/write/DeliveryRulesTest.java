package uk.smartenergy.incident.communication.write;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.smartenergy.incident.api.communication.DeliveryOutcome.DELIVERED;
import static uk.smartenergy.incident.api.communication.DeliveryOutcome.GONE;
import static uk.smartenergy.incident.api.communication.DeliveryOutcome.LOST;
import static uk.smartenergy.incident.api.communication.DeliveryOutcome.REFUSED;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.smartenergy.incident.api.communication.DeliveryCommand;
import uk.smartenergy.incident.api.communication.DeliveryCommand.RecordOutcome;
import uk.smartenergy.incident.api.communication.DeliveryCommand.ReplayDelivery;
import uk.smartenergy.incident.api.communication.DeliveryCommand.TakeAttempt;
import uk.smartenergy.incident.api.communication.DeliveryEvent;
import uk.smartenergy.incident.api.communication.DeliveryEvent.AttemptFailed;
import uk.smartenergy.incident.api.communication.DeliveryEvent.AttemptSucceeded;
import uk.smartenergy.incident.api.communication.DeliveryEvent.AttemptTaken;
import uk.smartenergy.incident.api.communication.DeliveryEvent.ReplayRequested;
import uk.smartenergy.incident.api.communication.DeliveryId;
import uk.smartenergy.incident.api.communication.DeliveryLife;
import uk.smartenergy.incident.api.communication.DeliveryOutcome;
import uk.smartenergy.incident.api.communication.DeliveryState;
import uk.smartenergy.incident.api.communication.SubscriptionId;
import uk.smartenergy.incident.api.incident.IncidentId;

class DeliveryRulesTest {
    private static final SubscriptionId SUBSCRIPTION = new SubscriptionId("SUB" + "0".repeat(32));
    private static final IncidentId INCIDENT = IncidentId.of(1);
    private static final DeliveryId ID = DeliveryId.of(SUBSCRIPTION, INCIDENT, 1);
    private static final Instant T0 = Instant.parse("2018-08-01T09:00:00Z");

    private final DeliveryRules rules =
            new DeliveryRules(List.of(Duration.ofSeconds(5), Duration.ofSeconds(30)), Duration.ofSeconds(60));
    private DeliveryLife life = DeliveryLife.NEW;

    private static Instant at(int seconds) {
        return T0.plusSeconds(seconds);
    }

    /** Decides, and goes on from what was decided. */
    private @Nullable DeliveryEvent after(int seconds, DeliveryCommand command) {
        @Nullable DeliveryEvent event = rules.decide(life, command, at(seconds)).orElse(null);
        life = event == null ? life : life.after(event);
        return event;
    }

    private static TakeAttempt take(int attempt) {
        return new TakeAttempt(ID, SUBSCRIPTION, INCIDENT, 1, attempt);
    }

    private static RecordOutcome told(int attempt, DeliveryOutcome outcome) {
        return new RecordOutcome(ID, attempt, outcome, null, 7);
    }

    @Test
    void anAttemptIsTakenOnce() {
        assertThat(after(0, take(1))).isEqualTo(new AttemptTaken(ID, SUBSCRIPTION, INCIDENT, 1, 1, at(60)));
        assertThat(after(0, take(1))).isNull();
        assertThat(after(0, take(2))).isNull();
    }

    @Test
    void whatIsDeliveredStaysSo() {
        after(0, take(1));

        assertThat(after(1, told(1, DELIVERED))).isEqualTo(new AttemptSucceeded(ID, 1, null, 7));
        assertThat(after(2, told(1, REFUSED))).isNull();
        assertThat(after(2, told(1, DELIVERED))).isNull();
        assertThat(after(100, take(2))).isNull();
    }

    @Test
    void afterAFailureTheNextWaitsLongerEachTimeUntilItIsGivenUp() {
        after(0, take(1));
        assertThat(after(1, told(1, REFUSED))).isEqualTo(new AttemptFailed(ID, 1, REFUSED, null, 7, at(6)));
        assertThat(after(5, take(2))).isNull();
        after(6, take(2));
        assertThat(after(7, told(2, REFUSED))).isEqualTo(new AttemptFailed(ID, 2, REFUSED, null, 7, at(37)));
        after(37, take(3));
        assertThat(after(38, told(3, REFUSED))).isEqualTo(new AttemptFailed(ID, 3, REFUSED, null, 7, null));
        assertThat(life.state()).isEqualTo(DeliveryState.FAILED);
        assertThat(after(1_000_000, take(4))).isNull();
    }

    @Test
    void aReceiverThatIsGoneIsNotTriedAgain() {
        after(0, take(1));

        assertThat(after(1, told(1, GONE))).isEqualTo(new AttemptFailed(ID, 1, GONE, null, 7, null));
    }

    @Test
    void anAttemptOfWhichNothingIsHeardIsLostAfterAWhileAndCounts() {
        after(0, take(1));
        assertThat(after(59, told(1, LOST))).isNull();
        assertThat(after(60, told(1, LOST))).isEqualTo(new AttemptFailed(ID, 1, LOST, null, 7, at(65)));
        assertThat(after(61, told(1, REFUSED))).isNull();
        assertThat(after(62, told(1, DELIVERED))).isInstanceOf(AttemptSucceeded.class);
    }

    @Test
    void aReplayBeginsAnewUnderTheNextNumber() {
        after(0, take(1));
        assertThat(after(1, new ReplayDelivery(ID))).isNull();
        after(1, told(1, GONE));

        assertThat(after(2, new ReplayDelivery(ID))).isEqualTo(new ReplayRequested(ID));
        assertThat(after(2, new ReplayDelivery(ID))).isNull();
        assertThat(after(2, told(1, DELIVERED))).isNull();
        assertThat(after(3, take(2))).isInstanceOf(AttemptTaken.class);
        assertThat(after(4, told(2, REFUSED))).isEqualTo(new AttemptFailed(ID, 2, REFUSED, null, 7, at(9)));
    }
}
