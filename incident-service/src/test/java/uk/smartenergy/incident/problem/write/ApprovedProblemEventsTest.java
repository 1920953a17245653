package uk.smartenergy.incident.problem.write;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import uk.smartenergy.incident.api.incident.IncidentId;
import uk.smartenergy.incident.api.problem.ProblemEvent;
import uk.smartenergy.incident.api.problem.ProblemEvent.*;
import uk.smartenergy.incident.api.problem.ProblemId;
import uk.smartenergy.incident.api.problem.ProblemPriority;
import uk.smartenergy.incident.api.problem.ProblemReason;
import uk.smartenergy.incident.api.problem.SuggestionEvent;
import uk.smartenergy.incident.api.problem.SuggestionEvent.SuggestionDismissed;
import uk.smartenergy.incident.api.problem.SuggestionId;
import uk.smartenergy.incident.api.problem.WatchCommand.BeginWatch;
import uk.smartenergy.incident.api.problem.WatchEvent;
import uk.smartenergy.incident.api.problem.WatchEvent.WatchBegun;
import uk.smartenergy.incident.api.shared.Classification;
import uk.smartenergy.incident.api.shared.Event;
import uk.smartenergy.incident.platform.eventstore.ApprovedEvents;

/** What is stored of Problems, for ever: see the Incident's test of the same kind. */
class ApprovedProblemEventsTest {
    private static final ProblemId ID = new ProblemId("PBI000000000012");
    private static final SuggestionId SUGGESTION = new SuggestionId("SUG000000004711");
    private static final IncidentId INCIDENT = new IncidentId("INC000000294975");
    private static final Instant AT = Instant.parse("2018-08-01T09:00:00Z");
    private static final LocalDate DATE = LocalDate.parse("2018-12-01");

    private final ApprovedEvents approved = new ApprovedEvents(ProblemEventNamesConfiguration.names());

    static List<Event> events() {
        return List.of(
                new ProblemOpened(
                        ID,
                        AT,
                        "Installs in the North do not ramp up",
                        "With no clear timescale",
                        ProblemReason.TREND,
                        List.of("WAN"),
                        List.of("North"),
                        List.of("Install & Commission"),
                        ProblemPriority.P2,
                        "Joins time out",
                        Classification.GREEN,
                        SUGGESTION),
                new IncidentLinkedToProblem(ID, AT, INCIDENT, "The first of them"),
                new IncidentRemovedFromProblem(ID, AT, INCIDENT, "Another cause"),
                new ProblemAssigned(ID, AT, "CSP North", "Its region"),
                new RootCauseStated(ID, AT, "The wrong variant of the hub"),
                new WorkaroundStated(ID, AT, "Exchange the hub"),
                new ProblemPrioritised(ID, AT, ProblemPriority.P1, "The Ops Group asked"),
                new TargetDateSet(ID, AT, DATE, "Parts are late"),
                new FixPlanned(ID, AT, "CRQ000000004711", DATE),
                new ProblemNoted(ID, AT, "Verbal update to the Ops Group"),
                new ProblemClosed(ID, AT, "Overtaken by SECMP0063"),
                new ProblemReopened(ID, AT, "It happened again"),
                new SuggestionDismissed(SUGGESTION, AT, "Long ago", List.of(INCIDENT), Classification.AMBER),
                new WatchBegun(BeginWatch.FOR_MAJOR_INCIDENTS, AT));
    }

    @ParameterizedTest
    @MethodSource("events")
    void isWrittenAndReadAsApproved(Event event) throws IOException {
        approved.check(event);
    }

    @Test
    void everyEventHasANameAndASample() {
        approved.areAllOf(events(), ProblemEvent.class, SuggestionEvent.class, WatchEvent.class);
    }
}
