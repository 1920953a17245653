package uk.smartenergy.incident.maintenance.write;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import uk.smartenergy.incident.api.incident.IncidentId;
import uk.smartenergy.incident.api.maintenance.Decision;
import uk.smartenergy.incident.api.maintenance.Limit;
import uk.smartenergy.incident.api.maintenance.MaintenanceEvent;
import uk.smartenergy.incident.api.maintenance.Risk;
import uk.smartenergy.incident.api.maintenance.SubscriberEvent;
import uk.smartenergy.incident.api.maintenance.SubscriberId;
import uk.smartenergy.incident.api.maintenance.SubscriberScope;
import uk.smartenergy.incident.api.maintenance.WindowContent;
import uk.smartenergy.incident.api.maintenance.WindowId;
import uk.smartenergy.incident.api.shared.Classification;
import uk.smartenergy.incident.api.shared.Event;
import uk.smartenergy.incident.platform.eventstore.ApprovedEvents;

/** What is stored of Planned Maintenance, for ever: see the Incident's test of the same kind. */
class ApprovedMaintenanceEventsTest {
    private static final SubscriberId SUBSCRIBER = new SubscriberId("PMS0123456789abcdef0123456789abcdef");
    private static final IncidentId INCIDENT = new IncidentId("INC000000294975");
    private static final WindowId ID = new WindowId("PMW000000000001");
    private static final Instant AT = Instant.parse("2018-08-01T09:00:00Z");

    private final ApprovedEvents approved = new ApprovedEvents(MaintenanceWriteConfiguration.names());

    static List<Event> events() {
        WindowContent content = new WindowContent(
                "CSP North",
                "Firmware upgrade",
                "Two gateways at a time",
                List.of("WAN"),
                List.of("North"),
                Risk.MEDIUM,
                "A gateway may not come back",
                "Delays",
                "CRQ000000001234",
                Classification.GREEN);
        return List.of(
                new MaintenanceEvent.WindowScheduled(ID, AT, content, AT, AT.plusSeconds(3_600)),
                new MaintenanceEvent.WindowMoved(ID, AT, AT, AT.plusSeconds(7_200), "Clash"),
                new MaintenanceEvent.WindowAmended(ID, AT, content, null),
                new MaintenanceEvent.WindowCancelled(ID, AT, "Not needed"),
                new MaintenanceEvent.WindowCompleted(ID, AT, AT, AT.plusSeconds(3_000), "As planned"),
                new MaintenanceEvent.ExceptionRequested(
                        ID, AT, 1, List.of(Limit.MONTHLY_HOURS_EXCEEDED, Limit.NOTICE_TOO_SHORT), "Urgent"),
                new MaintenanceEvent.ExceptionViewGiven(ID, AT, 1, "Operations Group", "Acceptable", true),
                new MaintenanceEvent.ExceptionDecided(ID, AT, 1, Decision.GRANTED, "Needed"),
                new MaintenanceEvent.ExceptionWithdrawn(ID, AT, 1, "Moved"),
                new MaintenanceEvent.SuggestionDismissed(ID, AT, INCIDENT, "Another cause"),
                new SubscriberEvent.CalendarSubscribed(
                        SUBSCRIBER,
                        "ada.desk",
                        "5f0c2a4e-5c1b-4d43-9d0f-6a2f1f1f5a10",
                        "Wall calendar",
                        new SubscriberScope(List.of("CSP North"), List.of("WAN"), List.of("North")),
                        "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"),
                new SubscriberEvent.SubscriberWithdrawn(SUBSCRIBER));
    }

    @ParameterizedTest
    @MethodSource("events")
    void isWrittenAndReadAsApproved(Event event) throws IOException {
        approved.check(event);
    }

    @Test
    void everyEventHasANameAndASample() {
        approved.areAllOf(events(), MaintenanceEvent.class, SubscriberEvent.class);
    }
}
