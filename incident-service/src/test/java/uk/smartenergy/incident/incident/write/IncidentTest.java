package uk.smartenergy.incident.incident.write;

import static uk.smartenergy.incident.incident.write.Samples.*;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.axonframework.test.aggregate.ResultValidator;
import org.hamcrest.Description;
import org.hamcrest.TypeSafeMatcher;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import uk.smartenergy.incident.api.categorisation.CategorisationFacts;
import uk.smartenergy.incident.api.categorisation.Category;
import uk.smartenergy.incident.api.categorisation.CategoryDecision;
import uk.smartenergy.incident.api.categorisation.Impact;
import uk.smartenergy.incident.api.categorisation.ImpactLevel;
import uk.smartenergy.incident.api.incident.Accepted;
import uk.smartenergy.incident.api.incident.CommunicationContent;
import uk.smartenergy.incident.api.incident.CommunicationPart;
import uk.smartenergy.incident.api.incident.CommunicationStandard;
import uk.smartenergy.incident.api.incident.ImpactChange;
import uk.smartenergy.incident.api.incident.IncidentCommand;
import uk.smartenergy.incident.api.incident.IncidentCommand.*;
import uk.smartenergy.incident.api.incident.IncidentEvent;
import uk.smartenergy.incident.api.incident.IncidentEvent.*;
import uk.smartenergy.incident.api.incident.IncidentType;
import uk.smartenergy.incident.api.incident.LinkType;
import uk.smartenergy.incident.api.shared.Classification;
import uk.smartenergy.incident.api.shared.MetaKeys;
import uk.smartenergy.incident.api.shared.Refusal;
import uk.smartenergy.incident.api.shared.Refusal.Kind;

class IncidentTest {
    private static final Instant NOW = at(1000);

    private final FixtureConfiguration<Incident> fixture = new AggregateTestFixture<>(Incident.class);

    @BeforeEach
    void giveItItsRules() {
        fixture.registerInjectableResource(RULES);
    }

    @Nested
    class Raising {
        @Test
        void recordsItWithTheCategoryThatThePolicyDecides() {
            fixture.givenNoPriorActivity()
                    .when(raise(), now())
                    .expectEvents(raised(), categorised(T0, MODERATE))
                    .expectResultMessagePayload(new Accepted(ID, 1, true));
        }

        @Test
        void withoutATimeHappensNow() {
            RaiseIncident r = raise();
            RaiseIncident untimed = new RaiseIncident(
                    ID,
                    null,
                    r.summary(),
                    null,
                    r.type(),
                    RAISER,
                    List.of(),
                    List.of(),
                    null,
                    null,
                    MODERATE,
                    null,
                    null,
                    null,
                    List.of(),
                    null,
                    Classification.GREEN);
            fixture.givenNoPriorActivity()
                    .when(untimed, now())
                    .expectEvents(
                            new IncidentRaised(
                                    ID,
                                    NOW,
                                    r.summary(),
                                    null,
                                    r.type(),
                                    RAISER,
                                    List.of(),
                                    List.of(),
                                    null,
                                    null,
                                    MODERATE,
                                    null,
                                    null,
                                    List.of(),
                                    null,
                                    Classification.GREEN),
                            new IncidentCategorised(
                                    ID,
                                    NOW,
                                    REFERENCE
                                            .policies()
                                            .activeAt(NOW)
                                            .decide(CategorisationFacts.of(MODERATE, List.of()))));
        }

        @Test
        void withACategoryDecidedElsewhereSaysSo() {
            fixture.givenNoPriorActivity()
                    .when(raise(null, Category.CATEGORY_4, IncidentType.SERVICE), now())
                    .expectEvents(
                            raised(null, IncidentType.SERVICE, Classification.GREEN),
                            new IncidentCategorised(
                                    ID, T0, CategoryDecision.elsewhere(Category.CATEGORY_4, null, null)));
        }

        @Test
        void ofASecurityIncidentMakesItRed() {
            fixture.givenNoPriorActivity()
                    .when(raise(MODERATE, null, IncidentType.SECURITY), now())
                    .expectEvents(
                            raised(MODERATE, IncidentType.SECURITY, Classification.RED), categorised(T0, MODERATE));
        }

        @Test
        void inTheFutureIsRefused() {
            fixture.givenNoPriorActivity()
                    .when(raise(), Map.of(MetaKeys.NOW, at(-1).toString()))
                    .expectNoEvents()
                    .expectException(refusal(Kind.INVALID, "OCCURRED_IN_FUTURE"));
        }
    }

    @Nested
    class AnyCommand {
        @Test
        void onAnUnknownIncidentFindsNothing() {
            fixture.givenNoPriorActivity()
                    .when(new ResumeIncident(ID, null, null), now())
                    .expectNoEvents()
                    .expectException(AggregateNotFoundException.class);
        }

        @Test
        void ofACallerWhoHasSeenAnOlderVersionIsRefused() {
            Map<String, Object> meta = new HashMap<>(now());
            meta.put(MetaKeys.EXPECTED_VERSION, "0");
            fixture.given(raised(), categorised(T0, MODERATE))
                    .when(new PauseIncident(ID, null, "Waits", null), meta)
                    .expectNoEvents()
                    .expectException(refusal(Kind.STALE, "STALE_VERSION"));
        }

        @Test
        void ofACallerWhoHasSeenTheStandingVersionIsTaken() {
            Map<String, Object> meta = new HashMap<>(now());
            meta.put(MetaKeys.EXPECTED_VERSION, "1");
            fixture.given(raised(), categorised(T0, MODERATE))
                    .when(new PauseIncident(ID, null, "Waits", null), meta)
                    .expectEvents(new IncidentPaused(ID, NOW, "Waits", null))
                    .expectResultMessagePayload(new Accepted(ID, 2, true));
        }

        @Test
        void beforeTheRaisingIsRefused() {
            when(new PauseIncident(ID, at(-1), "Waits", null))
                    .expectNoEvents()
                    .expectException(refusal(Kind.CONFLICT, "OCCURRED_BEFORE_RAISED"));
        }

        @Test
        void inTheFutureIsRefused() {
            when(new PauseIncident(ID, NOW.plusMillis(1), "Waits", null))
                    .expectNoEvents()
                    .expectException(refusal(Kind.INVALID, "OCCURRED_IN_FUTURE"));
        }

        @Test
        void withoutATimeHappensNotBeforeWhatIsKnownAlready() {
            when(new AssignIncident(ID, null, "DSP", null), new IncidentPaused(ID, at(2000), "Waits", null))
                    .expectEvents(new IncidentAssigned(ID, at(2000), "DSP", null));
        }
    }

    @Nested
    class Assessing {
        @Test
        void changesTheFactsThatAreGivenAndDecidesAnew() {
            Impact critical = impact(ImpactLevel.CRITICAL);
            when(new AssessImpact(ID, at(5), level(ImpactLevel.CRITICAL), null, "More reports"))
                    .expectEvents(
                            new ImpactAssessed(ID, at(5), critical, PROCESSES, "More reports"),
                            categorised(at(5), critical));
        }

        @Test
        void toTheSameFactsChangesNothing() {
            when(new AssessImpact(ID, at(5), level(ImpactLevel.MODERATE), PROCESSES, null))
                    .expectNoEvents()
                    .expectResultMessagePayload(new Accepted(ID, 1, false));
        }

        @Test
        void lateStartsFromTheFactsOfThatTime() {
            Impact critical = impact(ImpactLevel.CRITICAL);
            ImpactChange reduced = new ImpactChange(null, null, true, null, null, null, null);
            Impact then = reduced.appliedTo(MODERATE);
            when(
                            new AssessImpact(ID, at(5), reduced, null, null),
                            new ImpactAssessed(ID, at(9), critical, PROCESSES, null),
                            categorised(at(9), critical))
                    .expectEvents(new ImpactAssessed(ID, at(5), then, PROCESSES, null), categorised(at(5), then));
        }

        @Test
        void withoutALevelWhereNothingWasAssessedIsRefused() {
            fixture.given(
                            raised(null, IncidentType.SERVICE, Classification.GREEN),
                            new IncidentCategorised(
                                    ID, T0, CategoryDecision.elsewhere(Category.CATEGORY_4, null, null)))
                    .when(new AssessImpact(ID, at(5), level(null), null, null), now())
                    .expectNoEvents()
                    .expectException(refusal(Kind.INVALID, "IMPACT_LEVEL_NEEDED"));
        }

        @Test
        void aClosedOneIsRefused() {
            when(
                            new AssessImpact(ID, null, level(ImpactLevel.MINOR), null, null),
                            resolved(at(5)),
                            new IncidentClosed(ID, at(6), null, null))
                    .expectNoEvents()
                    .expectException(refusal(Kind.CONFLICT, "INCIDENT_CANNOT_BE_ASSESSED"));
        }
    }

    @Nested
    class CategorisingElsewhere {
        @Test
        void takesTheCategoryOver() {
            when(new CategoriseIncident(ID, at(5), Category.CATEGORY_1, "By telephone"))
                    .expectEvents(new IncidentCategorised(
                            ID, at(5), CategoryDecision.elsewhere(Category.CATEGORY_1, null, "By telephone")));
        }

        @Test
        void toTheSameChangesNothing() {
            when(
                            new CategoriseIncident(ID, at(6), Category.CATEGORY_1, "Again"),
                            new IncidentCategorised(
                                    ID, at(5), CategoryDecision.elsewhere(Category.CATEGORY_1, null, "By telephone")))
                    .expectNoEvents()
                    .expectResultMessagePayload(new Accepted(ID, 2, false));
        }
    }

    @Nested
    class Assigning {
        @Test
        void makesAResolver() {
            when(new AssignIncident(ID, at(5), "CSP North", "Mesh"))
                    .expectEvents(new IncidentAssigned(ID, at(5), "CSP North", "Mesh"));
        }

        @Test
        void toTheSameChangesNothing() {
            when(new AssignIncident(ID, at(6), "DSP", "Again"), new IncidentAssigned(ID, at(5), "DSP", null))
                    .expectNoEvents()
                    .expectResultMessagePayload(new Accepted(ID, 2, false));
        }

        @Test
        void whatIsResolvedIsRefused() {
            when(new AssignIncident(ID, at(6), "DSP", null), resolved(at(5)))
                    .expectNoEvents()
                    .expectException(refusal(Kind.CONFLICT, "INCIDENT_CANNOT_BE_ASSIGNED"))
                    .expectExceptionMessage("INC000000294975 is RESOLVED and cannot be assigned.");
        }
    }

    @Nested
    class Responding {
        @Test
        void isRecorded() {
            when(new RespondToIncident(ID, at(5), "Seen"))
                    .expectEvents(new IncidentRespondedTo(ID, at(5), false, "Seen"));
        }

        @Test
        void endsAPause() {
            when(new RespondToIncident(ID, at(6), null), new IncidentPaused(ID, at(5), "Waits", null))
                    .expectEvents(new IncidentRespondedTo(ID, at(6), false, null));
        }

        @Test
        void toOneInProgressIsRefused() {
            when(new RespondToIncident(ID, at(6), null), responded(at(5)))
                    .expectNoEvents()
                    .expectException(refusal(Kind.CONFLICT, "INCIDENT_CANNOT_BE_RESPONDED_TO"));
        }
    }

    @Nested
    class PausingAndResuming {
        @Test
        void stopsTheClocks() {
            when(new PauseIncident(ID, at(5), "Waits for the serial number", "Mail of 9:04"))
                    .expectEvents(new IncidentPaused(ID, at(5), "Waits for the serial number", "Mail of 9:04"));
        }

        @Test
        void ofAPendingOneIsRefused() {
            when(new PauseIncident(ID, at(6), "Waits", null), new IncidentPaused(ID, at(5), "Waits", null))
                    .expectNoEvents()
                    .expectException(refusal(Kind.CONFLICT, "INCIDENT_CANNOT_BE_PAUSED"));
        }

        @Test
        void letsThemRunAgain() {
            when(new ResumeIncident(ID, at(6), "Got it"), new IncidentPaused(ID, at(5), "Waits", null))
                    .expectEvents(new IncidentResumed(ID, at(6), "Got it"));
        }

        @Test
        void ofWhatIsNotPendingIsRefused() {
            when(new ResumeIncident(ID, at(6), null))
                    .expectNoEvents()
                    .expectException(refusal(Kind.CONFLICT, "INCIDENT_CANNOT_BE_RESUMED"));
        }
    }

    @Nested
    class Escalating {
        @Test
        void goesUpByTheProperCode() {
            when(new EscalateIncident(ID, at(5), "Service Manager", "No progress"))
                    .expectEvents(new IncidentEscalated(ID, at(5), "SERVICE_MANAGER", "No progress"));
        }

        @Test
        void toTheSameLevelNowChangesNothing() {
            when(new EscalateIncident(ID, null, "PANEL", "Again"), new IncidentEscalated(ID, at(5), "PANEL", "Dispute"))
                    .expectNoEvents()
                    .expectResultMessagePayload(new Accepted(ID, 2, false));
        }

        @Test
        void toTheLevelThatTheServiceEscalatedToByItselfIsAFactWithAReasonOfItsOwn() {
            when(
                            new EscalateIncident(ID, null, "PANEL", "Asked for by a party"),
                            new IncidentEscalated(ID, at(5), "PANEL", "Late", "CATEGORY_3 resolution 100%"))
                    .expectEvents(new IncidentEscalated(ID, NOW, "PANEL", "Asked for by a party"));
        }

        @Test
        void byItselfHappensOnceForEachTriggerAndOnlyWhileItIsOpen() {
            when(
                            new EscalateByItself(
                                    ID,
                                    List.of(
                                            new EscalateByItself.Crossing(at(5), "SERVICE_DESK", "Again", "first"),
                                            new EscalateByItself.Crossing(at(6), "PANEL", "New", "second"),
                                            new EscalateByItself.Crossing(at(8), "PANEL", "Too late", "third"))),
                            new IncidentEscalated(ID, at(5), "SERVICE_DESK", "Late", "first"),
                            resolved(at(7)))
                    .expectEvents(new IncidentEscalated(ID, at(6), "PANEL", "New", "second"));
        }

        @Test
        void thatHappenedAgainAtAnotherTimeIsAnotherFact() {
            when(
                            new EscalateIncident(ID, at(6), "PANEL", "Again"),
                            new IncidentEscalated(ID, at(5), "PANEL", "Dispute"))
                    .expectEvents(new IncidentEscalated(ID, at(6), "PANEL", "Again"));
        }

        @Test
        void mayBeToALowerLevelToo() {
            when(
                            new EscalateIncident(ID, at(6), "SERVICE_DESK", "Poor progress"),
                            new IncidentEscalated(ID, at(5), "PANEL", "Dispute"))
                    .expectEvents(new IncidentEscalated(ID, at(6), "SERVICE_DESK", "Poor progress"));
        }

        @Test
        void toAnUnknownLevelIsRefused() {
            when(new EscalateIncident(ID, at(5), "KING", "Why not"))
                    .expectNoEvents()
                    .expectException(refusal(Kind.INVALID, "ESCALATION_LEVEL_UNKNOWN"));
        }
    }

    @Nested
    class Communicating {
        private static final CommunicationStandard MODERATE_UPDATE = new CommunicationStandard(
                "MODERATE_INCIDENT",
                List.of(
                        CommunicationPart.AFFECTED,
                        CommunicationPart.WHO_IS_AFFECTED,
                        CommunicationPart.SINCE,
                        CommunicationPart.NEXT_UPDATE_DUE));

        @Test
        void cannotPromiseTheNextForATimeBeforeThisOne() {
            CommunicationContent backwards = new CommunicationContent("Known", null, null, null, null, at(5), null);
            when(new CommunicateIncident(ID, at(6), backwards))
                    .expectNoEvents()
                    .expectException(refusal(Kind.INVALID, "NEXT_UPDATE_BEFORE_THIS_ONE"));
        }

        @Test
        void countsFromOne() {
            when(new CommunicateIncident(ID, at(6), content()), new IncidentCommunicated(ID, at(5), 1, content()))
                    .expectEvents(new IncidentCommunicated(ID, at(6), 2, content(), MODERATE_UPDATE));
        }

        @Test
        void keepsWhatTheTemplateOfTheCategoryRequired() {
            when(new CommunicateIncident(ID, at(6), CommunicationContent.of("Known"), null, false))
                    .expectEvents(
                            new IncidentCommunicated(ID, at(6), 1, CommunicationContent.of("Known"), MODERATE_UPDATE));
        }

        @Test
        void elsewhereWithNothingButATextIsNotJudged() {
            when(new CommunicateIncident(ID, at(6), CommunicationContent.of("Known")))
                    .expectEvents(new IncidentCommunicated(ID, at(6), 1, CommunicationContent.of("Known")));
        }

        @Test
        void byANamedTemplateIsRefusedWithoutAllThatItRequires() {
            when(new CommunicateIncident(ID, at(6), content(), "MAJOR_INCIDENT", false))
                    .expectNoEvents()
                    .expectException(refusal(Kind.INVALID, "COMMUNICATION_INCOMPLETE"));
            when(new CommunicateIncident(ID, at(6), content(), "HAIKU", false))
                    .expectNoEvents()
                    .expectException(refusal(Kind.INVALID, "COMMUNICATION_TEMPLATE_UNKNOWN"));
            when(new CommunicateIncident(ID, at(6), content(), "MODERATE_INCIDENT", false))
                    .expectEvents(new IncidentCommunicated(ID, at(6), 1, content(), MODERATE_UPDATE));
        }

        @Test
        void canBeRated() {
            when(
                            new RateCommunication(ID, at(6), 1, 2, "Too vague", "ada"),
                            new IncidentCommunicated(ID, at(5), 1, content()))
                    .expectEvents(new CommunicationRated(ID, at(6), 1, 2, "Too vague", "ada"));
        }

        @Test
        void andRatingWhatWasNotCommunicatedIsRefused() {
            when(new RateCommunication(ID, at(6), 2, 2, null, "ada"), new IncidentCommunicated(ID, at(5), 1, content()))
                    .expectNoEvents()
                    .expectException(refusal(Kind.NOT_FOUND, "COMMUNICATION_NOT_FOUND"));
        }

        @Test
        void andRatingItOutsideTheScaleOrBeforeItWasMadeIsRefused() {
            IncidentCommunicated communicated = new IncidentCommunicated(ID, at(5), 1, content());
            when(new RateCommunication(ID, at(6), 1, 6, null, "ada"), communicated)
                    .expectNoEvents()
                    .expectException(refusal(Kind.INVALID, "RATING_OUT_OF_RANGE"));
            when(new RateCommunication(ID, at(4), 1, 5, null, "ada"), communicated)
                    .expectNoEvents()
                    .expectException(refusal(Kind.CONFLICT, "RATED_BEFORE_COMMUNICATED"));
        }
    }

    @Nested
    class Resolving {
        @Test
        void isRecorded() {
            when(new ResolveIncident(ID, at(6), "Hub replaced"), responded(at(5)))
                    .expectEvents(new IncidentResolved(ID, at(6), "Hub replaced"));
        }

        @Test
        void whatNobodyRespondedToRecordsTheResponseAtTheSameMoment() {
            when(new ResolveIncident(ID, at(6), null))
                    .expectEvents(new IncidentRespondedTo(ID, at(6), true, null), new IncidentResolved(ID, at(6), null))
                    .expectResultMessagePayload(new Accepted(ID, 3, true));
        }

        @Test
        void whatIsResolvedIsRefused() {
            when(new ResolveIncident(ID, at(6), null), resolved(at(5)))
                    .expectNoEvents()
                    .expectException(refusal(Kind.CONFLICT, "INCIDENT_CANNOT_BE_RESOLVED"));
        }

        @Test
        void beforeSomethingThatOnlyAnOpenOneAllowsIsRefused() {
            when(new ResolveIncident(ID, at(4), null), responded(at(5)))
                    .expectNoEvents()
                    .expectException(refusal(Kind.CONFLICT, "CONTRADICTS_LATER_FACT"));
        }
    }

    @Nested
    class ClosingAndReopening {
        @Test
        void closesWhatIsResolved() {
            when(new CloseIncident(ID, at(6), "Agreed", null), resolved(at(5)))
                    .expectEvents(new IncidentClosed(ID, at(6), "Agreed", null));
        }

        @Test
        void ofAnOpenOneIsRefused() {
            when(new CloseIncident(ID, at(6), null, null))
                    .expectNoEvents()
                    .expectException(refusal(Kind.CONFLICT, "INCIDENT_CANNOT_BE_CLOSED"))
                    .expectExceptionMessage("INC000000294975 is RAISED and cannot be closed.");
        }

        @Test
        void withoutObjectionClosesThatResolution() {
            when(new CloseIncident(ID, at(100), null, at(5)), resolved(at(5)))
                    .expectEvents(new IncidentClosed(ID, at(100), null, at(5)));
        }

        @Test
        void withoutObjectionToAnotherResolutionChangesNothing() {
            when(
                            new CloseIncident(ID, at(100), null, at(5)),
                            resolved(at(5)),
                            new IncidentReopened(ID, at(6), "Not fixed"),
                            resolved(at(7)))
                    .expectNoEvents()
                    .expectResultMessagePayload(new Accepted(ID, 4, false));
        }

        @Test
        void withoutObjectionOfAClosedOrOpenOneChangesNothing() {
            when(
                            new CloseIncident(ID, at(100), null, at(5)),
                            resolved(at(5)),
                            new IncidentClosed(ID, at(6), null, null))
                    .expectNoEvents();
            when(new CloseIncident(ID, at(100), null, at(5))).expectNoEvents();
        }

        @Test
        void ofOneThatHasClosedByItselfMeanwhileChangesNothing() {
            when(
                            new CloseIncident(ID, null, "Agreed", null),
                            resolved(at(5)),
                            new IncidentClosed(ID, at(100), null, at(5)))
                    .expectNoEvents()
                    .expectResultMessagePayload(new Accepted(ID, 3, false));
        }

        @Test
        void thatIsKnownLateComesBeforeTheClosingWithoutObjection() {
            when(
                            new CloseIncident(ID, at(50), "Agreed", null),
                            resolved(at(5)),
                            new IncidentClosed(ID, at(100), null, at(5)))
                    .expectEvents(new IncidentClosed(ID, at(50), "Agreed", null));
        }

        @Test
        void thatSomebodySaidHappenedAfterItClosedByItselfCounts() {
            when(
                            new CloseIncident(ID, at(150), "Agreed", null),
                            resolved(at(5)),
                            new IncidentClosed(ID, at(100), null, at(5)))
                    .expectEvents(new IncidentClosed(ID, at(150), "Agreed", null));
        }

        @Test
        void byItselfDoesNotStandInTheWayOfWhatHappenedLater() {
            when(
                            new CommunicateIncident(ID, at(150), CommunicationContent.of("Said later")),
                            resolved(at(5)),
                            new IncidentClosed(ID, at(100), null, at(5)))
                    .expectEvents(new IncidentCommunicated(ID, at(150), 1, CommunicationContent.of("Said later")));
        }

        @Test
        void withoutObjectionLiesWhereTheTimeForObjectionsEndedWhateverWasSaidSince() {
            when(
                            new CloseIncident(ID, at(100), null, at(5)),
                            resolved(at(5)),
                            new IncidentCommunicated(ID, at(150), 1, Samples.content()))
                    .expectEvents(new IncidentClosed(ID, at(100), null, at(5)));
        }

        @Test
        void ofAClosedOneIsRefused() {
            when(
                            new CloseIncident(ID, at(7), "Again", null),
                            resolved(at(5)),
                            new IncidentClosed(ID, at(6), null, null))
                    .expectNoEvents()
                    .expectException(refusal(Kind.CONFLICT, "INCIDENT_CANNOT_BE_CLOSED"));
        }

        @Test
        void reopensWhatIsResolvedOrClosed() {
            when(new ReopenIncident(ID, at(6), "Not fixed"), resolved(at(5)))
                    .expectEvents(new IncidentReopened(ID, at(6), "Not fixed"));
            when(new ReopenIncident(ID, at(7), "Not fixed"), resolved(at(5)), new IncidentClosed(ID, at(6), null, null))
                    .expectEvents(new IncidentReopened(ID, at(7), "Not fixed"));
        }

        @Test
        void reopeningAnOpenOneIsRefused() {
            when(new ReopenIncident(ID, at(6), "Not fixed"))
                    .expectNoEvents()
                    .expectException(refusal(Kind.CONFLICT, "INCIDENT_CANNOT_BE_REOPENED"));
        }
    }

    @Nested
    class Disputing {
        private final CategoryDisputed disputed = new CategoryDisputed(
                ID, at(10), 1, "Larkfield Energy", Category.CATEGORY_3, Category.CATEGORY_1, "Critical", null);
        private final RuleOnDispute rule = new RuleOnDispute(ID, at(60), 1, Category.CATEGORY_1, "It was critical");

        @Test
        void isRecordedWithTheNextNumber() {
            when(new DisputeCategory(ID, at(20), "DCC", null, "Minor", "A log"), disputed)
                    .expectEvents(
                            new CategoryDisputed(ID, at(20), 2, "DCC", Category.CATEGORY_3, null, "Minor", "A log"))
                    .expectResultMessagePayload(new Accepted(ID, 3, true));
        }

        @Test
        void evidenceAndWithdrawalAreRecorded() {
            when(new AddDisputeEvidence(ID, at(20), 1, "DCC", "A log", "LOG-1"), disputed)
                    .expectEvents(new DisputeEvidenceAdded(ID, at(20), 1, "DCC", "A log", "LOG-1"));
        }

        @Test
        void endsWithTheWithdrawal() {
            when(new WithdrawDispute(ID, at(20), 1, "Settled"), disputed)
                    .expectEvents(new DisputeWithdrawn(ID, at(20), 1, "Settled"));
        }

        @Test
        void endsWithTheRulingAndTheCategoryThatFollows() {
            CategoryDecision ruledOn = categorised(T0, MODERATE).decision();
            when(rule, disputed)
                    .expectEvents(
                            new CategoryRuled(ID, at(60), 1, Category.CATEGORY_1, "It was critical", ruledOn, T0),
                            new IncidentCategorised(
                                    ID,
                                    T0,
                                    new CategoryDecision(
                                            Category.CATEGORY_1,
                                            CategoryDecision.Basis.RULED,
                                            ruledOn.policyVersion(),
                                            ruledOn.facts(),
                                            ruledOn.limbs(),
                                            "It was critical")))
                    .expectResultMessagePayload(new Accepted(ID, 4, true));
        }

        @Test
        void twiceIsRefusedForTheSecondOfTwoRulings() {
            CategoryDecision ruledOn = categorised(T0, MODERATE).decision();
            when(rule, disputed, new CategoryRuled(ID, at(50), 1, Category.CATEGORY_2, "No", ruledOn, T0))
                    .expectNoEvents()
                    .expectException(refusal(Kind.CONFLICT, "DISPUTE_ENDED"));
        }

        @Test
        void ofWhatIsNotThereIsRefused() {
            when(rule).expectNoEvents().expectException(refusal(Kind.NOT_FOUND, "DISPUTE_NOT_FOUND"));
        }

        @Test
        void byWhoHasSeenAnOlderVersionIsRefused() {
            fixture.given(raised(), categorised(T0, MODERATE), disputed)
                    .when(rule, Map.of(MetaKeys.NOW, NOW.toString(), MetaKeys.EXPECTED_VERSION, "1"))
                    .expectNoEvents()
                    .expectException(refusal(Kind.STALE, "STALE_VERSION"));
        }
    }

    @Nested
    class Linking {
        @Test
        void isRecorded() {
            when(new LinkIncident(ID, at(5), LinkType.PROBLEM, "PBI000000000012", "Same cause"))
                    .expectEvents(new IncidentLinked(ID, at(5), LinkType.PROBLEM, "PBI000000000012", "Same cause"));
        }

        @Test
        void againChangesNothing() {
            when(
                            new LinkIncident(ID, at(6), LinkType.RELATED_TO, "INC000000000007", "Again"),
                            new IncidentLinked(ID, at(5), LinkType.RELATED_TO, "INC000000000007", null))
                    .expectNoEvents()
                    .expectResultMessagePayload(new Accepted(ID, 2, false));
        }

        @Test
        void toItselfOrToSomethingOfAnotherFormIsRefused() {
            when(new LinkIncident(ID, at(5), LinkType.DUPLICATE_OF, ID.value(), null))
                    .expectNoEvents()
                    .expectException(refusal(Kind.INVALID, "LINKED_TO_ITSELF"));
            when(new LinkIncident(ID, at(5), LinkType.DUPLICATE_OF, "PBI000000000012", null))
                    .expectNoEvents()
                    .expectException(refusal(Kind.INVALID, "LINK_TARGET_MALFORMED"));
            when(new LinkIncident(ID, at(5), LinkType.PROBLEM, "INC000000000012", null))
                    .expectNoEvents()
                    .expectException(refusal(Kind.INVALID, "LINK_TARGET_MALFORMED"));
        }
    }

    /** On an Incident that was raised and categorised, and to which this happened since. */
    private ResultValidator<Incident> when(IncidentCommand command, IncidentEvent... since) {
        return fixture.given(raised(), categorised(T0, MODERATE))
                .andGiven((Object[]) since)
                .when(command, now());
    }

    private static Map<String, Object> now() {
        return Map.of(MetaKeys.NOW, NOW.toString());
    }

    private static IncidentCategorised categorised(Instant at, Impact impact) {
        return new IncidentCategorised(
                ID, at, REFERENCE.policies().activeAt(at).decide(CategorisationFacts.of(impact, PROCESSES)));
    }

    private static IncidentRespondedTo responded(Instant at) {
        return new IncidentRespondedTo(ID, at, false, null);
    }

    private static IncidentResolved resolved(Instant at) {
        return new IncidentResolved(ID, at, null);
    }

    private static TypeSafeMatcher<Refusal> refusal(Kind kind, String code) {
        return new TypeSafeMatcher<>() {
            @Override
            protected boolean matchesSafely(Refusal refusal) {
                return refusal.kind() == kind && refusal.code().equals(code);
            }

            @Override
            public void describeTo(Description description) {
                description.appendText("a refusal " + kind + " " + code);
            }
        };
    }
}
