package uk.smartenergy.incident.regulatory.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.axonframework.test.aggregate.TestExecutor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import uk.smartenergy.incident.api.regulatory.ChallengeKind;
import uk.smartenergy.incident.api.regulatory.RegulatoryCommand;
import uk.smartenergy.incident.api.regulatory.RegulatoryCommand.*;
import uk.smartenergy.incident.api.regulatory.RegulatoryEvent.*;
import uk.smartenergy.incident.api.regulatory.Submission;
import uk.smartenergy.incident.api.regulatory.Submission.Measure;
import uk.smartenergy.incident.api.regulatory.Submission.MeasureKey;
import uk.smartenergy.incident.api.shared.Classification;
import uk.smartenergy.incident.api.shared.MetaKeys;
import uk.smartenergy.incident.api.shared.RecordAccepted;
import uk.smartenergy.incident.api.shared.Refusal;

class RegulatoryReportTest {
    private static final String PMR = "REG-PMR-2018-07";
    private static final Instant NOW = Instant.parse("2018-10-05T12:00:00Z");
    private static final Instant RECEIVED = Instant.parse("2018-09-05T15:00:00Z");
    private static final Instant CHALLENGED = Instant.parse("2018-09-25T10:00:00Z");
    private static final LocalDate DUE = LocalDate.of(2018, 10, 9);
    private static final Submission SAID = submission(hubs("North"), hubs("South"));
    private static final ReportSubmitted SUBMITTED = new ReportSubmitted(PMR, RECEIVED, 1, SAID);
    private static final ReportChallenged CHALLENGE = new ReportChallenged(
            PMR,
            CHALLENGED,
            1,
            ChallengeKind.OUTAGE_MISSING,
            "Outages are missing",
            "Operations Group",
            List.of(),
            1,
            Classification.GREEN);
    private static final ActionRaised RAISED =
            new ActionRaised(PMR, CHALLENGED, 1, 1, "Report back", "DCC", DUE, Classification.GREEN);
    private static final ActionCompleted COMPLETED =
            new ActionCompleted(PMR, Instant.parse("2018-10-01T10:00:00Z"), 1, "Corrected");

    private final AggregateTestFixture<RegulatoryReport> fixture = new AggregateTestFixture<>(RegulatoryReport.class);

    private static Measure hubs(String region) {
        return new Measure(
                null, "Hubs", new BigDecimal("25"), "%", new BigDecimal("99"), null, false, null, region, null);
    }

    private static Submission submission(Measure... measures) {
        return new Submission(List.of(measures), null, null, List.of(), null, null, Classification.GREEN);
    }

    private static ChallengeReport challenge(@Nullable Instant at, ChallengeKind kind) {
        return new ChallengeReport(
                PMR,
                at,
                kind,
                "Outages are missing",
                "Operations Group",
                List.of(),
                new ActionTerms("Report back", "DCC", DUE),
                Classification.GREEN);
    }

    private TestExecutor<RegulatoryReport> given(Object... events) {
        return fixture.given(events);
    }

    private static ResultValidator<RegulatoryReport> when(
            TestExecutor<RegulatoryReport> given, RegulatoryCommand command) {
        return when(given, command, null);
    }

    private static ResultValidator<RegulatoryReport> when(
            TestExecutor<RegulatoryReport> given, RegulatoryCommand command, @Nullable String expectedVersion) {
        Map<String, String> meta = new HashMap<>(Map.of(MetaKeys.NOW, NOW.toString()));
        if (expectedVersion != null) {
            meta.put(MetaKeys.EXPECTED_VERSION, expectedVersion);
        }
        return given.when(command, meta);
    }

    private static void refused(ResultValidator<RegulatoryReport> result, Refusal.Kind kind, String code) {
        result.expectException(Refusal.class).expectNoEvents();
        result.expectException(new org.hamcrest.TypeSafeMatcher<Refusal>() {
            @Override
            protected boolean matchesSafely(Refusal refusal) {
                return refusal.kind() == kind && refusal.code().equals(code);
            }

            @Override
            public void describeTo(org.hamcrest.Description description) {
                description.appendText(kind + " " + code);
            }
        });
    }

    private static void conflict(ResultValidator<RegulatoryReport> result, String code) {
        refused(result, Refusal.Kind.CONFLICT, code);
    }

    @Nested
    class Submitting {
        @Test
        void theFirstBeginsTheRecord() {
            when(fixture.givenNoPriorActivity(), new SubmitReport(PMR, RECEIVED, SAID))
                    .expectEvents(SUBMITTED)
                    .expectResultMessagePayload(new RecordAccepted(PMR, 0, true));
        }

        @Test
        void aSecondIsACorrectionAndTheSameAgainIsNothing() {
            Submission other = submission(hubs("North"));
            when(given(SUBMITTED), new SubmitReport(PMR, null, other))
                    .expectEvents(new ReportSubmitted(PMR, NOW, 2, other));
            when(given(SUBMITTED), new SubmitReport(PMR, RECEIVED, SAID)).expectNoEvents();
            when(given(SUBMITTED), new SubmitReport(PMR, null, SAID)).expectNoEvents();
        }

        @Test
        void notBeforeThePeriodIsOverNorInTheFuture() {
            Instant lastHour = Instant.parse("2018-07-31T22:59:59Z");
            conflict(when(fixture.givenNoPriorActivity(), new SubmitReport(PMR, lastHour, SAID)), "PERIOD_NOT_OVER");
            when(fixture.givenNoPriorActivity(), new SubmitReport(PMR, lastHour.plusSeconds(1), SAID))
                    .expectSuccessfulHandlerExecution();
            refused(
                    when(fixture.givenNoPriorActivity(), new SubmitReport(PMR, NOW.plusSeconds(1), SAID)),
                    Refusal.Kind.INVALID,
                    "OCCURRED_IN_FUTURE");
        }

        @Test
        void notByWhoHasSeenAnotherVersion() {
            refused(
                    when(given(SUBMITTED, CHALLENGE, RAISED), new SubmitReport(PMR, NOW, SAID), "1"),
                    Refusal.Kind.STALE,
                    "STALE_VERSION");
            when(given(SUBMITTED, CHALLENGE, RAISED), new SubmitReport(PMR, NOW, SAID), "2")
                    .expectSuccessfulHandlerExecution();
        }
    }

    @Nested
    class Explaining {
        private static final MeasureKey NORTH = new MeasureKey("Hubs", "North", null);

        @Test
        void ofOneMeasureOfTheLastSubmission() {
            MeasureExplained explained = new MeasureExplained(PMR, CHALLENGED, 1, NORTH, "Ferries");
            ExplainMeasure command =
                    new ExplainMeasure(PMR, CHALLENGED, new MeasureKey("hubs", "North", null), "Ferries");
            when(given(SUBMITTED), command).expectEvents(explained);
            when(given(SUBMITTED, explained), command).expectNoEvents();
        }

        @Test
        void notOfOneThatIsUnknownOrCouldBeTwo() {
            refused(
                    when(given(SUBMITTED), new ExplainMeasure(PMR, NOW, new MeasureKey("CPM9", null, null), "Why")),
                    Refusal.Kind.INVALID,
                    "MEASURE_UNKNOWN");
            refused(
                    when(given(SUBMITTED), new ExplainMeasure(PMR, NOW, new MeasureKey("Hubs", null, null), "Why")),
                    Refusal.Kind.INVALID,
                    "MEASURE_AMBIGUOUS");
        }

        @Test
        void notBeforeItWasReceived() {
            conflict(
                    when(given(SUBMITTED), new ExplainMeasure(PMR, RECEIVED.minusSeconds(1), NORTH, "Why")),
                    "BEFORE_SUBMISSION");
        }
    }

    @Nested
    class Challenging {
        @Test
        void makesAnActionOfItInTheSameStep() {
            when(given(SUBMITTED), challenge(CHALLENGED, ChallengeKind.OUTAGE_MISSING))
                    .expectEvents(CHALLENGE, RAISED);
            when(given(SUBMITTED, CHALLENGE, RAISED), challenge(NOW, ChallengeKind.OUTAGE_MISSING))
                    .expectNoEvents();
        }

        @Test
        void ofWhatAReportSaysNeedsAReport() {
            conflict(
                    when(fixture.givenNoPriorActivity(), challenge(NOW, ChallengeKind.FIGURE_WRONG)),
                    "NOTHING_SUBMITTED");
            conflict(
                    when(given(SUBMITTED), challenge(RECEIVED.minusSeconds(1), ChallengeKind.OUTAGE_MISSING)),
                    "BEFORE_SUBMISSION");
            when(fixture.givenNoPriorActivity(), challenge(NOW, ChallengeKind.OTHER))
                    .expectSuccessfulHandlerExecution();
        }

        @Test
        void isNotDueBeforeItIsRaised() {
            RaiseAction command = new RaiseAction(
                    PMR, NOW, new ActionTerms("Report back", "DCC", LocalDate.of(2018, 10, 4)), Classification.GREEN);
            refused(when(given(SUBMITTED), command), Refusal.Kind.INVALID, "DUE_BEFORE_RAISED");
        }
    }

    @Nested
    class Acting {
        @Test
        void reportsMovesAndAssignmentsAreKept() {
            when(given(SUBMITTED, CHALLENGE, RAISED), new ReportOnAction(PMR, NOW, 1, "Looking"))
                    .expectEvents(new ActionReported(PMR, NOW, 1, "Looking"));
            when(given(SUBMITTED, CHALLENGE, RAISED), new MoveDueDate(PMR, NOW, 1, DUE.plusDays(3), "Late"))
                    .expectEvents(new ActionDueDateMoved(PMR, NOW, 1, DUE.plusDays(3), "Late"));
            when(given(SUBMITTED, CHALLENGE, RAISED), new AssignAction(PMR, NOW, 1, "CSP North"))
                    .expectEvents(new ActionAssigned(PMR, NOW, 1, "CSP North"));
            when(given(SUBMITTED, CHALLENGE, RAISED), new CompleteAction(PMR, NOW, 1, "Corrected"))
                    .expectEvents(new ActionCompleted(PMR, NOW, 1, "Corrected"));
        }

        @Test
        void whatIsSoAlreadyChangesNothing() {
            when(given(SUBMITTED, CHALLENGE, RAISED), new MoveDueDate(PMR, NOW, 1, DUE, "Same"))
                    .expectNoEvents();
            when(given(SUBMITTED, CHALLENGE, RAISED), new AssignAction(PMR, NOW, 1, "DCC"))
                    .expectNoEvents();
            when(given(SUBMITTED, CHALLENGE, RAISED, COMPLETED), new CompleteAction(PMR, NOW, 1, "Corrected"))
                    .expectNoEvents();
        }

        @Test
        void nothingHappensToWhatIsDone() {
            for (RegulatoryCommand command : List.of(
                    new ReportOnAction(PMR, NOW, 1, "Looking"),
                    new MoveDueDate(PMR, NOW, 1, DUE.plusDays(3), "Late"),
                    new AssignAction(PMR, NOW, 1, "CSP North"),
                    new CompleteAction(PMR, NOW, 1, "Otherwise"))) {
                conflict(when(given(SUBMITTED, CHALLENGE, RAISED, COMPLETED), command), "ACTION_DONE");
            }
        }

        @Test
        void nothingHappensToItBeforeItIsRaisedOrAfterItsLastStep() {
            conflict(
                    when(
                            given(SUBMITTED, CHALLENGE, RAISED),
                            new CompleteAction(PMR, CHALLENGED.minusSeconds(1), 1, "Corrected")),
                    "BEFORE_ACTION");
            conflict(
                    when(
                            given(SUBMITTED, CHALLENGE, RAISED, new ActionReported(PMR, NOW, 1, "Looking")),
                            new CompleteAction(PMR, NOW.minusSeconds(1), 1, "Corrected")),
                    "BEFORE_LAST_STEP");
            refused(
                    when(given(SUBMITTED), new CompleteAction(PMR, NOW, 7, "Corrected")),
                    Refusal.Kind.NOT_FOUND,
                    "ACTION_NOT_FOUND");
        }
    }

    @Test
    void onlyCommandsOnRedRecordsAreKnownToBeRed() {
        assertThat(new CompleteAction(PMR + "-RED", NOW, 1, "Done").isRed()).isTrue();
        assertThat(new CompleteAction(PMR + "-AMBER", NOW, 1, "Done").isRed()).isFalse();
        assertThat(new CompleteAction(PMR, NOW, 1, "Done").isRed()).isFalse();
    }
}
