package uk.smartenergy.incident.maintenance.write;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.TestExecutor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import uk.smartenergy.incident.api.incident.IncidentId;
import uk.smartenergy.incident.api.maintenance.Decision;
import uk.smartenergy.incident.api.maintenance.Limit;
import uk.smartenergy.incident.api.maintenance.MaintenanceCommand;
import uk.smartenergy.incident.api.maintenance.MaintenanceCommand.AmendWindow;
import uk.smartenergy.incident.api.maintenance.MaintenanceCommand.CancelWindow;
import uk.smartenergy.incident.api.maintenance.MaintenanceCommand.CompleteWindow;
import uk.smartenergy.incident.api.maintenance.MaintenanceCommand.DecideException;
import uk.smartenergy.incident.api.maintenance.MaintenanceCommand.DismissSuggestion;
import uk.smartenergy.incident.api.maintenance.MaintenanceCommand.GiveExceptionView;
import uk.smartenergy.incident.api.maintenance.MaintenanceCommand.MoveWindow;
import uk.smartenergy.incident.api.maintenance.MaintenanceCommand.RequestException;
import uk.smartenergy.incident.api.maintenance.MaintenanceCommand.ScheduleWindow;
import uk.smartenergy.incident.api.maintenance.MaintenanceCommand.WithdrawException;
import uk.smartenergy.incident.api.maintenance.MaintenanceEvent.ExceptionDecided;
import uk.smartenergy.incident.api.maintenance.MaintenanceEvent.ExceptionRequested;
import uk.smartenergy.incident.api.maintenance.MaintenanceEvent.ExceptionViewGiven;
import uk.smartenergy.incident.api.maintenance.MaintenanceEvent.ExceptionWithdrawn;
import uk.smartenergy.incident.api.maintenance.MaintenanceEvent.SuggestionDismissed;
import uk.smartenergy.incident.api.maintenance.MaintenanceEvent.WindowAmended;
import uk.smartenergy.incident.api.maintenance.MaintenanceEvent.WindowCancelled;
import uk.smartenergy.incident.api.maintenance.MaintenanceEvent.WindowCompleted;
import uk.smartenergy.incident.api.maintenance.MaintenanceEvent.WindowMoved;
import uk.smartenergy.incident.api.maintenance.MaintenanceEvent.WindowScheduled;
import uk.smartenergy.incident.api.maintenance.Risk;
import uk.smartenergy.incident.api.maintenance.WindowChanges;
import uk.smartenergy.incident.api.maintenance.WindowContent;
import uk.smartenergy.incident.api.maintenance.WindowId;
import uk.smartenergy.incident.api.shared.Classification;
import uk.smartenergy.incident.api.shared.MetaKeys;
import uk.smartenergy.incident.api.shared.Refusal;
import uk.smartenergy.incident.platform.reference.MaintenanceRules;
import uk.smartenergy.incident.platform.reference.ReferenceData;

class MaintenanceWindowTest {
    private static final WindowId ID = new WindowId("PMW000000000001");
    private static final Instant GIVEN = Instant.parse("2018-08-20T09:00:00Z");
    private static final Instant NOW = Instant.parse("2018-09-10T09:00:00Z");
    private static final Instant START = Instant.parse("2018-10-09T21:00:00Z");
    private static final Instant END = Instant.parse("2018-10-10T01:00:00Z");
    private static final Instant LATER = START.plus(Duration.ofDays(2));
    private static final Instant AFTER = END.plus(Duration.ofHours(1));
    private static final WindowContent CONTENT = content("Upgrade", Classification.GREEN);
    private static final WindowScheduled SCHEDULED = new WindowScheduled(ID, GIVEN, CONTENT, START, END);
    private static final List<Limit> HOURS = List.of(Limit.MONTHLY_HOURS_EXCEEDED);
    private static final ExceptionRequested REQUESTED = new ExceptionRequested(ID, NOW, 1, HOURS, "Urgent");

    private final AggregateTestFixture<MaintenanceWindow> fixture = new AggregateTestFixture<>(MaintenanceWindow.class);

    @BeforeEach
    void rules() {
        fixture.registerInjectableResource(
                new WindowRules(ReferenceData.shipped().rules(MaintenanceRules.class)));
    }

    private static WindowContent content(String activity, Classification classification) {
        return new WindowContent(
                "CSP North",
                activity,
                null,
                List.of("WAN"),
                List.of("North"),
                Risk.LOW,
                null,
                null,
                null,
                classification);
    }

    private static WindowChanges changes(@Nullable String activity, @Nullable Classification classification) {
        return new WindowChanges(activity, null, null, null, null, null, null, null, classification);
    }

    private static Map<String, String> at(Instant now) {
        return Map.of(MetaKeys.NOW, now.toString());
    }

    private static void refuses(
            TestExecutor<MaintenanceWindow> given, MaintenanceCommand command, Instant now, String code) {
        given.when(command, at(now))
                .expectException(Refusal.class)
                .expectException(new org.hamcrest.CustomTypeSafeMatcher<Refusal>(code) {
                    @Override
                    protected boolean matchesSafely(Refusal refused) {
                        return refused.code().equals(code);
                    }
                })
                .expectNoEvents();
    }

    @Nested
    class Scheduling {
        @Test
        void noticeWasGivenWhenItWasSaidToBeOrNow() {
            fixture.givenNoPriorActivity()
                    .when(new ScheduleWindow(ID, GIVEN, CONTENT, START, END), at(NOW))
                    .expectEvents(SCHEDULED);
            fixture.givenNoPriorActivity()
                    .when(new ScheduleWindow(ID, null, CONTENT, START, END), at(NOW))
                    .expectEvents(new WindowScheduled(ID, NOW, CONTENT, START, END));
        }

        @Test
        void itEndsAfterItBeginsAndIsNoLongerThan31Days() {
            refuses(
                    fixture.givenNoPriorActivity(),
                    new ScheduleWindow(ID, null, CONTENT, START, START),
                    NOW,
                    "END_BEFORE_START");
            refuses(
                    fixture.givenNoPriorActivity(),
                    new ScheduleWindow(
                            ID,
                            null,
                            CONTENT,
                            START,
                            START.plus(Duration.ofDays(31)).plusMillis(1)),
                    NOW,
                    "WINDOW_TOO_LONG");
            fixture.givenNoPriorActivity()
                    .when(new ScheduleWindow(ID, null, CONTENT, START, START.plus(Duration.ofDays(31))), at(NOW))
                    .expectSuccessfulHandlerExecution();
        }

        @Test
        void noticeIsNotGivenInTheFuture() {
            refuses(
                    fixture.givenNoPriorActivity(),
                    new ScheduleWindow(ID, NOW.plusSeconds(1), CONTENT, START, END),
                    NOW,
                    "OCCURRED_IN_FUTURE");
        }
    }

    @Nested
    class Moving {
        private final MoveWindow move = new MoveWindow(ID, null, LATER, LATER.plusSeconds(3_600), "Clash");

        @Test
        void givesNoticeOfAnotherTime() {
            fixture.given(SCHEDULED)
                    .when(move, at(NOW))
                    .expectEvents(new WindowMoved(ID, NOW, LATER, LATER.plusSeconds(3_600), "Clash"));
        }

        @Test
        void toTheTimeThatStandsChangesNothing() {
            fixture.given(SCHEDULED)
                    .when(new MoveWindow(ID, null, START, END, "Again"), at(NOW))
                    .expectNoEvents();
        }

        @Test
        void isRefusedOnceItIsOverCancelledOrCompleted() {
            refuses(fixture.given(SCHEDULED), move, END, "WINDOW_OVER");
            refuses(
                    fixture.given(SCHEDULED, new WindowCancelled(ID, NOW, "Not needed")),
                    move,
                    NOW,
                    "WINDOW_CANCELLED");
            refuses(
                    fixture.given(SCHEDULED, new WindowCompleted(ID, END, START, END.minusSeconds(60), null)),
                    move,
                    END,
                    "WINDOW_OVER");
        }

        @Test
        void whatHasBegunMovesOnlyInItsEnd() {
            refuses(fixture.given(SCHEDULED), move, START, "WINDOW_BEGUN");
            fixture.given(SCHEDULED)
                    .when(new MoveWindow(ID, null, START, AFTER, "Takes longer"), at(START))
                    .expectEvents(new WindowMoved(ID, START, START, AFTER, "Takes longer"));
        }

        @Test
        void isNotSaidToHaveHappenedBeforeTheMoveBefore() {
            refuses(
                    fixture.given(SCHEDULED, new WindowMoved(ID, NOW, LATER, LATER.plusSeconds(60), "First")),
                    new MoveWindow(ID, NOW.minusSeconds(1), START, END, "Back"),
                    NOW,
                    "EARLIER_THAN_ITS_GROUND");
            refuses(
                    fixture.given(SCHEDULED),
                    new MoveWindow(ID, GIVEN.minusSeconds(1), LATER, LATER.plusSeconds(60), "Early"),
                    NOW,
                    "EARLIER_THAN_ITS_GROUND");
        }

        @Test
        void byWhoHasSeenAnOlderVersionIsRefused() {
            fixture.given(SCHEDULED)
                    .when(move, Map.of(MetaKeys.NOW, NOW.toString(), MetaKeys.EXPECTED_VERSION, "4"))
                    .expectException(Refusal.class)
                    .expectExceptionMessage("You have seen version 4; it is at version 0 now.")
                    .expectNoEvents();
        }
    }

    @Nested
    class Amending {
        @Test
        void saysAllAsItStandsFromThenOn() {
            fixture.given(SCHEDULED)
                    .when(new AmendWindow(ID, null, changes("Rollback", null), "Failed"), at(NOW))
                    .expectEvents(new WindowAmended(ID, NOW, content("Rollback", Classification.GREEN), "Failed"));
            fixture.given(SCHEDULED)
                    .when(new AmendWindow(ID, null, changes("Upgrade", null), null), at(NOW))
                    .expectNoEvents();
        }

        @Test
        void makesNothingRed() {
            refuses(
                    fixture.given(SCHEDULED),
                    new AmendWindow(ID, null, changes(null, Classification.RED), null),
                    NOW,
                    "CLASSIFICATION_FIXED");
        }
    }

    @Nested
    class Ending {
        @Test
        void isByCancellingBeforeItBegins() {
            WindowCancelled cancelled = new WindowCancelled(ID, NOW, "Not needed");
            fixture.given(SCHEDULED)
                    .when(new CancelWindow(ID, null, "Not needed"), at(NOW))
                    .expectEvents(cancelled);
            fixture.given(SCHEDULED, cancelled)
                    .when(new CancelWindow(ID, null, "Again"), at(NOW))
                    .expectNoEvents();
            refuses(fixture.given(SCHEDULED), new CancelWindow(ID, null, "Late"), START, "WINDOW_BEGUN");
            refuses(fixture.given(SCHEDULED), new CancelWindow(ID, null, "Late"), END, "WINDOW_OVER");
        }

        @Test
        void isByItsActualHoursAfterThem() {
            WindowCompleted completed = new WindowCompleted(ID, AFTER, START, END, null);
            CompleteWindow complete = new CompleteWindow(ID, null, START, END, null);
            fixture.given(SCHEDULED).when(complete, at(AFTER)).expectEvents(completed);
            fixture.given(SCHEDULED, completed).when(complete, at(AFTER)).expectNoEvents();
            refuses(fixture.given(SCHEDULED), complete, END.minusSeconds(1), "EARLIER_THAN_ITS_GROUND");
            refuses(
                    fixture.given(SCHEDULED, completed),
                    new CompleteWindow(ID, null, START, END.minusSeconds(9), null),
                    AFTER,
                    "WINDOW_COMPLETED");
            refuses(
                    fixture.given(SCHEDULED, new WindowCancelled(ID, NOW, "Not needed")),
                    complete,
                    AFTER,
                    "WINDOW_CANCELLED");
        }
    }

    @Nested
    class Exceptions {
        private final DecideException grant = new DecideException(ID, null, 1, Decision.GRANTED, "Needed");
        private final ExceptionDecided granted = new ExceptionDecided(ID, NOW, 1, Decision.GRANTED, "Needed");

        @Test
        void areRequestedOnceForTheSameLimits() {
            RequestException request = new RequestException(ID, null, HOURS, "Urgent");
            fixture.given(SCHEDULED).when(request, at(NOW)).expectEvents(REQUESTED);
            fixture.given(SCHEDULED, REQUESTED).when(request, at(NOW)).expectNoEvents();
            fixture.given(SCHEDULED, REQUESTED, granted)
                    .when(request, at(NOW))
                    .expectEvents(new ExceptionRequested(ID, NOW, 2, HOURS, "Urgent"));
        }

        @Test
        void areLookedAtUntilThePanelDecides() {
            GiveExceptionView give = new GiveExceptionView(ID, null, 1, "Operations Group", "Fine", true);
            ExceptionViewGiven given = new ExceptionViewGiven(ID, NOW, 1, "Operations Group", "Fine", true);
            fixture.given(SCHEDULED, REQUESTED).when(give, at(NOW)).expectEvents(given);
            fixture.given(SCHEDULED, REQUESTED, given).when(give, at(NOW)).expectNoEvents();
            refuses(fixture.given(SCHEDULED, REQUESTED, granted), give, NOW, "EXCEPTION_SETTLED");
            refuses(fixture.given(SCHEDULED), give, NOW, "EXCEPTION_NOT_FOUND");
        }

        @Test
        void areDecidedOnOnceAndAfterTheyWereRequestedAndLookedAt() {
            fixture.given(SCHEDULED, REQUESTED).when(grant, at(NOW)).expectEvents(granted);
            fixture.given(SCHEDULED, REQUESTED, granted).when(grant, at(NOW)).expectNoEvents();
            refuses(
                    fixture.given(SCHEDULED, REQUESTED, granted),
                    new DecideException(ID, null, 1, Decision.REFUSED, "No"),
                    NOW,
                    "EXCEPTION_SETTLED");
            refuses(
                    fixture.given(SCHEDULED, REQUESTED),
                    new DecideException(ID, NOW.minusSeconds(1), 1, Decision.GRANTED, "Needed"),
                    NOW,
                    "EARLIER_THAN_ITS_GROUND");
            refuses(
                    fixture.given(
                            SCHEDULED,
                            REQUESTED,
                            new ExceptionViewGiven(ID, NOW.plusSeconds(60), 1, "SECAS", "Fine", null)),
                    new DecideException(ID, NOW.plusSeconds(59), 1, Decision.GRANTED, "Needed"),
                    NOW.plusSeconds(90),
                    "EARLIER_THAN_ITS_GROUND");
        }

        @Test
        void areWithdrawnWhileTheyAreOpen() {
            WithdrawException withdraw = new WithdrawException(ID, null, 1, "Moved");
            ExceptionWithdrawn withdrawn = new ExceptionWithdrawn(ID, NOW, 1, "Moved");
            fixture.given(SCHEDULED, REQUESTED).when(withdraw, at(NOW)).expectEvents(withdrawn);
            fixture.given(SCHEDULED, REQUESTED, withdrawn)
                    .when(withdraw, at(NOW))
                    .expectNoEvents();
            refuses(fixture.given(SCHEDULED, REQUESTED, withdrawn), grant, NOW, "EXCEPTION_SETTLED");
            refuses(fixture.given(SCHEDULED, REQUESTED, granted), withdraw, NOW, "EXCEPTION_SETTLED");
        }
    }

    @Test
    void aSuggestionIsDismissedOnce() {
        IncidentId incident = new IncidentId("INC000000000001");
        DismissSuggestion dismiss = new DismissSuggestion(ID, null, incident, "Another cause");
        SuggestionDismissed dismissed = new SuggestionDismissed(ID, NOW, incident, "Another cause");
        fixture.given(SCHEDULED).when(dismiss, at(NOW)).expectEvents(dismissed);
        fixture.given(SCHEDULED, dismissed).when(dismiss, at(NOW)).expectNoEvents();
    }
}
