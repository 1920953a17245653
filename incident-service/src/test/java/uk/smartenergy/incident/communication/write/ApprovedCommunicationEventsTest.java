package uk.smartenergy.incident.communication.write;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import uk.smartenergy.incident.api.categorisation.Category;
import uk.smartenergy.incident.api.communication.Channel;
import uk.smartenergy.incident.api.communication.DeliveryEvent;
import uk.smartenergy.incident.api.communication.DeliveryEvent.AttemptFailed;
import uk.smartenergy.incident.api.communication.DeliveryEvent.AttemptSucceeded;
import uk.smartenergy.incident.api.communication.DeliveryEvent.AttemptTaken;
import uk.smartenergy.incident.api.communication.DeliveryEvent.ReplayRequested;
import uk.smartenergy.incident.api.communication.DeliveryId;
import uk.smartenergy.incident.api.communication.DeliveryOutcome;
import uk.smartenergy.incident.api.communication.SubscriptionEvent;
import uk.smartenergy.incident.api.communication.SubscriptionEvent.SubscriptionEnded;
import uk.smartenergy.incident.api.communication.SubscriptionEvent.SubscriptionMade;
import uk.smartenergy.incident.api.communication.SubscriptionId;
import uk.smartenergy.incident.api.communication.SubscriptionScope;
import uk.smartenergy.incident.api.incident.IncidentId;
import uk.smartenergy.incident.api.incident.IncidentType;
import uk.smartenergy.incident.api.shared.Event;
import uk.smartenergy.incident.platform.eventstore.ApprovedEvents;

/** What is stored of subscriptions and deliveries, for ever: see the Incident's test of the same kind. */
class ApprovedCommunicationEventsTest {
    private static final SubscriptionId SUBSCRIPTION = new SubscriptionId("SUB0123456789abcdef0123456789abcdef");
    private static final IncidentId INCIDENT = new IncidentId("INC000000294975");
    private static final DeliveryId ID = new DeliveryId("DLV0123456789abcdef0123456789abcdef");
    private static final Instant AT = Instant.parse("2018-08-01T09:00:00Z");

    private final ApprovedEvents approved = new ApprovedEvents(CommunicationWriteConfiguration.names());

    static List<Event> events() {
        return List.of(
                new SubscriptionMade(
                        SUBSCRIPTION,
                        "ada.desk",
                        "5f0c2a4e-5c1b-4d43-9d0f-6a2f1f1f5a10",
                        Channel.WEBHOOK,
                        "https://hooks.northwick.example/incidents",
                        new SubscriptionScope(
                                List.of(Category.CATEGORY_1),
                                List.of("WAN"),
                                List.of("North"),
                                List.of(IncidentType.SERVICE),
                                INCIDENT)),
                new SubscriptionEnded(SUBSCRIPTION),
                new AttemptTaken(ID, SUBSCRIPTION, INCIDENT, 1, 2, AT),
                new AttemptSucceeded(ID, 2, 204, 31),
                new AttemptFailed(ID, 1, DeliveryOutcome.TIMED_OUT, null, 5000, AT),
                new ReplayRequested(ID));
    }

    @ParameterizedTest
    @MethodSource("events")
    void isWrittenAndReadAsApproved(Event event) throws IOException {
        approved.check(event);
    }

    @Test
    void everyEventHasANameAndASample() {
        approved.areAllOf(events(), SubscriptionEvent.class, DeliveryEvent.class);
    }
}
