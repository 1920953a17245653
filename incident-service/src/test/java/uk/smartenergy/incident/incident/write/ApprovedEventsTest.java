package uk.smartenergy.incident.incident.write;

import static uk.smartenergy.incident.incident.write.Samples.*;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import uk.smartenergy.incident.api.categorisation.CategorisationFacts;
import uk.smartenergy.incident.api.categorisation.Category;
import uk.smartenergy.incident.api.categorisation.CategoryDecision;
import uk.smartenergy.incident.api.categorisation.ImpactLevel;
import uk.smartenergy.incident.api.incident.CommunicationContent;
import uk.smartenergy.incident.api.incident.CommunicationPart;
import uk.smartenergy.incident.api.incident.CommunicationStandard;
import uk.smartenergy.incident.api.incident.IncidentEvent;
import uk.smartenergy.incident.api.incident.IncidentEvent.*;
import uk.smartenergy.incident.api.incident.IncidentId;
import uk.smartenergy.incident.api.incident.IncidentType;
import uk.smartenergy.incident.api.incident.LinkType;
import uk.smartenergy.incident.api.shared.Classification;
import uk.smartenergy.incident.platform.eventstore.ApprovedEvents;

/**
 * What is stored of each event, for ever. An approved file may be added, with a new revision; none may change, for such events lie in stores. A new
 * event is written to {@code target/received-events}; look at it and move it to {@code approved-events}.
 */
class ApprovedEventsTest {

    private final ApprovedEvents approved = new ApprovedEvents(IncidentEventNamesConfiguration.names());

    static List<IncidentEvent> events() {
        return List.of(
                raised(),
                new IncidentCategorised(
                        ID, T0, REFERENCE.policies().activeAt(T0).decide(CategorisationFacts.of(MODERATE, PROCESSES))),
                new ImpactAssessed(ID, at(1), impact(ImpactLevel.CRITICAL), PROCESSES, "More reports"),
                new IncidentAssigned(ID, at(2), "CSP North", "Mesh region"),
                new IncidentRespondedTo(ID, at(3), false, "Looking into it"),
                new IncidentPaused(ID, at(4), "Waits for the serial number", "Mail of 9:04"),
                new IncidentResumed(ID, at(5), "Number came"),
                new IncidentEscalated(ID, at(6), "SERVICE_MANAGER", "No progress"),
                new CategoryDisputed(
                        ID,
                        at(6),
                        1,
                        "Northwick Energy",
                        Category.CATEGORY_3,
                        Category.CATEGORY_1,
                        "No installation succeeds",
                        "Job sheets of 1 August"),
                new DisputeEvidenceAdded(ID, at(7), 1, "Northwick Energy", "41 failed installations", "jobs.csv"),
                new DisputeWithdrawn(ID, at(8), 1, "Settled by telephone"),
                new CategoryRuled(
                        ID,
                        at(9),
                        2,
                        Category.CATEGORY_1,
                        "Critical to those who install",
                        REFERENCE.policies().activeAt(T0).decide(CategorisationFacts.of(MODERATE, PROCESSES)),
                        T0),
                new IncidentCommunicated(ID, at(7), 1, content()),
                new CommunicationRated(ID, at(8), 1, 2, "Too vague", null),
                new IncidentResolved(ID, at(9), "Hub replaced"),
                new IncidentClosed(ID, at(5000), null, at(9)),
                new IncidentReopened(ID, at(5001), "Fails again"),
                new IncidentLinked(ID, at(5002), LinkType.RECURRENCE_OF, "INC000000000007", "Same hub"));
    }

    static List<IncidentEvent> rarerForms() {
        return List.of(
                new IncidentRaised(
                        ID,
                        T0,
                        "Keys",
                        null,
                        IncidentType.SECURITY,
                        RAISER,
                        List.of(),
                        List.of(),
                        null,
                        "Meter 17",
                        null,
                        null,
                        null,
                        List.of(new IncidentId("INC000000000007")),
                        "X-1",
                        Classification.RED),
                new IncidentCategorised(
                        ID, T0, CategoryDecision.elsewhere(Category.CATEGORY_4, null, "By the service desk")),
                new CommunicationRated(ID, at(8), 1, 2, "Too vague", "ada"),
                new IncidentEscalated(
                        ID,
                        at(6),
                        "SERVICE_MANAGER",
                        "75% of the Target Resolution is used up",
                        "CATEGORY_1 resolution 75%"),
                new IncidentCommunicated(
                        ID,
                        at(7),
                        1,
                        CommunicationContent.of("Known"),
                        new CommunicationStandard(
                                "MODERATE_INCIDENT",
                                List.of(CommunicationPart.AFFECTED, CommunicationPart.WHO_IS_AFFECTED))));
    }

    @ParameterizedTest
    @MethodSource("events")
    void isWrittenAndReadAsApproved(IncidentEvent event) throws IOException {
        approved.check(event);
    }

    @ParameterizedTest
    @MethodSource("rarerForms")
    void rarerFormsAreWrittenAndReadAsApproved(IncidentEvent event) throws IOException {
        approved.check(event, "-rare");
    }

    @Test
    void everyEventHasANameAndASample() {
        approved.areAllOf(events(), IncidentEvent.class);
    }
}
