package uk.smartenergy.incident.problem.write;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.hamcrest.CustomTypeSafeMatcher;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.smartenergy.incident.api.incident.IncidentId;
import uk.smartenergy.incident.api.problem.ProblemCommand.*;
import uk.smartenergy.incident.api.problem.ProblemEvent.*;
import uk.smartenergy.incident.api.problem.ProblemId;
import uk.smartenergy.incident.api.problem.ProblemPriority;
import uk.smartenergy.incident.api.problem.ProblemReason;
import uk.smartenergy.incident.api.shared.Classification;
import uk.smartenergy.incident.api.shared.MetaKeys;
import uk.smartenergy.incident.api.shared.RecordCommand;
import uk.smartenergy.incident.api.shared.Refusal;

class ProblemTest {
    private static final ProblemId ID = new ProblemId("PBI000000000001");
    private static final Instant OPENED = Instant.parse("2018-08-01T09:00:00Z");
    private static final Instant LATER = OPENED.plusSeconds(3_600);
    private static final Instant NOW = Instant.parse("2018-10-05T12:00:00Z");
    private static final IncidentId INCIDENT = IncidentId.of(294_975);
    private static final IncidentId RED_INCIDENT = IncidentId.of(IncidentId.FIRST_DRAWN);
    private static final LocalDate DATE = LocalDate.parse("2018-12-01");
    private static final ProblemOpened BEGUN = new ProblemOpened(
            ID,
            OPENED,
            "No ramp up",
            null,
            ProblemReason.TREND,
            List.of("WAN"),
            List.of("North"),
            List.of(),
            ProblemPriority.P2,
            null,
            Classification.GREEN,
            null);

    private final AggregateTestFixture<Problem> fixture = new AggregateTestFixture<>(Problem.class);

    private ResultValidator<Problem> when(RecordCommand command, Object... given) {
        return fixture.given(given).when(command, Map.of(MetaKeys.NOW, NOW.toString()));
    }

    private void refused(String code, RecordCommand command, Object... given) {
        when(command, given).expectNoEvents().expectException(withCode(code));
    }

    private static CustomTypeSafeMatcher<Refusal> withCode(String code) {
        return new CustomTypeSafeMatcher<>("a refusal with " + code) {
            @Override
            protected boolean matchesSafely(Refusal refusal) {
                return refusal.code().equals(code);
            }
        };
    }

    private static OpenProblem opening(Beginnings beginnings) {
        return new OpenProblem(
                ID,
                OPENED,
                "No ramp up",
                null,
                ProblemReason.TREND,
                List.of("WAN"),
                List.of("North"),
                List.of(),
                ProblemPriority.P2,
                null,
                Classification.GREEN,
                null,
                beginnings);
    }

    private static CloseProblem closing(@Nullable Instant at, @Nullable String rootCause, @Nullable String reason) {
        return new CloseProblem(ID, at, rootCause, reason, null);
    }

    @Test
    void whatIsKnownAtTheBeginningBecomesEventsOfItsOwn() {
        fixture.givenNoPriorActivity()
                .when(
                        opening(new Beginnings(List.of(INCIDENT), "CSP North", null, "Wait", DATE, "CRQ000000000001")),
                        Map.of(MetaKeys.NOW, NOW.toString()))
                .expectEvents(
                        BEGUN,
                        new IncidentLinkedToProblem(ID, OPENED, INCIDENT, null),
                        new ProblemAssigned(ID, OPENED, "CSP North", null),
                        new WorkaroundStated(ID, OPENED, "Wait"),
                        new TargetDateSet(ID, OPENED, DATE, null),
                        new FixPlanned(ID, OPENED, "CRQ000000000001", null));
    }

    @Test
    void whatIsRedIsLinkedOnlyWithWhatIsRed() {
        refused("RED_WITH_RED_ONLY", new LinkIncidentToProblem(ID, null, RED_INCIDENT, null), BEGUN);
        fixture.givenNoPriorActivity()
                .when(
                        opening(new Beginnings(List.of(RED_INCIDENT), null, null, null, null, null)),
                        Map.of(MetaKeys.NOW, NOW.toString()))
                .expectNoEvents()
                .expectException(withCode("RED_WITH_RED_ONLY"));
    }

    @Test
    void nothingHappenedBeforeItWasOpenedNorWillHappen() {
        refused("BEFORE_OPENING", new NoteOnProblem(ID, OPENED.minusSeconds(1), "x"), BEGUN);
        refused("OCCURRED_IN_FUTURE", new NoteOnProblem(ID, NOW.plusSeconds(1), "x"), BEGUN);
    }

    @Test
    void whatIsSoAlreadyChangesNothing() {
        ProblemAssigned assigned = new ProblemAssigned(ID, LATER, "CSP North", null);
        when(new AssignProblem(ID, null, "CSP North", "again"), BEGUN, assigned).expectNoEvents();
        when(new SetTargetDate(ID, null, null, "still none"), BEGUN).expectNoEvents();
        when(
                        new LinkIncidentToProblem(ID, null, INCIDENT, null),
                        BEGUN,
                        new IncidentLinkedToProblem(ID, LATER, INCIDENT, null))
                .expectNoEvents();
        when(closing(null, null, "Overtaken"), BEGUN, new ProblemClosed(ID, LATER, "Overtaken"))
                .expectNoEvents();
    }

    @Test
    void itClosesWithARootCauseOrAReason() {
        refused("ROOT_CAUSE_OR_REASON_NEEDED", closing(null, null, null), BEGUN);
        when(closing(LATER, "Wrong variant", null), BEGUN)
                .expectEvents(new RootCauseStated(ID, LATER, "Wrong variant"), new ProblemClosed(ID, LATER, null));
        when(closing(null, null, null), BEGUN, new RootCauseStated(ID, LATER, "Wrong variant"))
                .expectEvents(new ProblemClosed(ID, NOW, null));
    }

    @Test
    void aClosedOneTakesOnlyRemarksAndWhatHappenedBefore() {
        ProblemClosed closed = new ProblemClosed(ID, LATER, "Overtaken");
        refused("PROBLEM_CLOSED", new StateWorkaround(ID, null, "Wait"), BEGUN, closed);
        when(new NoteOnProblem(ID, null, "x"), BEGUN, closed).expectEvents(new ProblemNoted(ID, NOW, "x"));
        when(new StateWorkaround(ID, OPENED, "Wait"), BEGUN, closed)
                .expectEvents(new WorkaroundStated(ID, OPENED, "Wait"));
    }

    @Test
    void itIsReopenedAfterItWasClosed() {
        ProblemClosed closed = new ProblemClosed(ID, LATER, "Overtaken");
        refused("PROBLEM_OPEN", new ReopenProblem(ID, null, "Back"), BEGUN);
        refused("BEFORE_LAST_TURN", new ReopenProblem(ID, OPENED, "Back"), BEGUN, closed);
        when(new ReopenProblem(ID, null, "Back"), BEGUN, closed).expectEvents(new ProblemReopened(ID, NOW, "Back"));
        refused(
                "BEFORE_LAST_TURN",
                closing(OPENED, null, "Overtaken"),
                BEGUN,
                closed,
                new ProblemReopened(ID, LATER.plusSeconds(1), "Back"));
    }

    @Test
    void whoHasSeenAnOlderVersionIsRefused() {
        fixture.given(BEGUN)
                .when(
                        new NoteOnProblem(ID, null, "x"),
                        Map.of(MetaKeys.NOW, NOW.toString(), MetaKeys.EXPECTED_VERSION, "3"))
                .expectNoEvents()
                .expectException(withCode("STALE_VERSION"));
    }
}
