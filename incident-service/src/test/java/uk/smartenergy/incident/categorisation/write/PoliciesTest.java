package uk.smartenergy.incident.categorisation.write;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.axonframework.test.aggregate.TestExecutor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import uk.smartenergy.incident.api.categorisation.CategorisationPolicy;
import uk.smartenergy.incident.api.categorisation.PolicyCommand;
import uk.smartenergy.incident.api.categorisation.PolicyCommand.*;
import uk.smartenergy.incident.api.categorisation.PolicyEvent.*;
import uk.smartenergy.incident.api.shared.MetaKeys;
import uk.smartenergy.incident.api.shared.Refusal;
import uk.smartenergy.incident.platform.reference.PolicyBook;
import uk.smartenergy.incident.platform.reference.ReferenceData;

class PoliciesTest {
    private static final PolicyBook FILES = ReferenceData.shipped().policies();
    private static final CategorisationPolicy DCC = FILES.find("dcc-reading").orElseThrow();
    private static final CategorisationPolicy SUPPLIER =
            FILES.find("supplier-reading").orElseThrow();
    private static final CategorisationPolicy MINE = named("mine", "Mine", LocalDate.of(2018, 6, 1));
    /** Late evening in London's summer: the day there is the 2nd already. */
    private static final Instant NOW = Instant.parse("2018-08-01T23:30:00Z");

    private static final LocalDate TODAY = LocalDate.of(2018, 8, 2);

    private final AggregateTestFixture<Policies> fixture = new AggregateTestFixture<>(Policies.class);

    @BeforeEach
    void quick() {
        fixture.setReportIllegalStateChange(false);
    }

    private TestExecutor<Policies> seeded(Object... more) {
        return fixture.given(
                        new PolicyGiven(DCC, 1),
                        new PolicyGiven(SUPPLIER, 1),
                        new PoliciesConfigured(List.of("dcc-reading")))
                .andGiven(more);
    }

    private static ResultValidator<Policies> when(TestExecutor<Policies> given, PolicyCommand command) {
        return given.when(command, Map.of(MetaKeys.NOW, NOW.toString()));
    }

    private static void isRefused(ResultValidator<Policies> result, String code) {
        result.expectNoEvents();
        result.expectException(new org.hamcrest.CustomTypeSafeMatcher<Refusal>(code) {
            @Override
            protected boolean matchesSafely(Refusal refusal) {
                return refusal.code().equals(code);
            }
        });
    }

    @Nested
    class Seeding {
        private final SeedPolicies seed = new SeedPolicies(FILES.all(), FILES.configured());

        @Test
        void recordsFilesAndSettingsOnce() {
            when(fixture.givenNoPriorActivity(), seed)
                    .expectEvents(
                            new PolicyGiven(DCC, 1),
                            new PolicyGiven(SUPPLIER, 1),
                            new PoliciesConfigured(List.of("dcc-reading")));
            when(seeded(), seed).expectNoEvents();
        }

        @Test
        void recordsAChangedFileAsTheNextRevision() {
            CategorisationPolicy changed = named("dcc-reading", "Better worded", DCC.effectiveFrom());
            when(seeded(), new SeedPolicies(List.of(changed, SUPPLIER), List.of("dcc-reading")))
                    .expectEvents(new PolicyGiven(changed, 2));
        }

        @Test
        void recordsOtherSettings() {
            when(seeded(), new SeedPolicies(FILES.all(), List.of("supplier-reading")))
                    .expectEvents(new PoliciesConfigured(List.of("supplier-reading")));
        }
    }

    @Nested
    class ADraft {
        @Test
        void isRecordedUnderANameThatIsFree() {
            when(seeded(), new DraftPolicy(MINE)).expectEvents(new PolicyDrafted(MINE));
            isRefused(when(seeded(), new DraftPolicy(DCC)), "VERSION_TAKEN");
            isRefused(when(seeded(new PolicyDrafted(MINE)), new DraftPolicy(MINE)), "VERSION_TAKEN");
        }

        @Test
        void changesUntilItIsActivated() {
            CategorisationPolicy other = named("mine", "Still mine", MINE.effectiveFrom());
            when(seeded(new PolicyDrafted(MINE)), new ChangeDraft(other)).expectEvents(new DraftChanged(other, 2));
            when(seeded(new PolicyDrafted(MINE)), new ChangeDraft(MINE)).expectNoEvents();
            isRefused(
                    when(
                            seeded(new PolicyDrafted(MINE), new PolicyActivated("mine", TODAY.plusDays(9), null)),
                            new ChangeDraft(other)),
                    "POLICY_NOT_DRAFT");
            isRefused(when(seeded(), new ChangeDraft(DCC)), "POLICY_NOT_DRAFT");
            isRefused(when(seeded(), new ChangeDraft(MINE)), "POLICY_NOT_FOUND");
        }

        @Test
        void isNotChangedByWhoHasSeenAnOlderOne() {
            isRefused(
                    seeded(new PolicyDrafted(MINE), new DraftChanged(named("mine", "2", MINE.effectiveFrom()), 2))
                            .when(
                                    new ChangeDraft(MINE),
                                    Map.of(MetaKeys.NOW, NOW.toString(), MetaKeys.EXPECTED_VERSION, "3")),
                    "STALE_VERSION");
        }
    }

    @Nested
    class Activating {
        @Test
        void isFromTodayInLondonOrFromItsFirstDayIfThatIsLater() {
            CategorisationPolicy later = named("later", "Later", TODAY.plusDays(30));
            when(seeded(), new ActivatePolicy("supplier-reading", null, "Panel"))
                    .expectEvents(new PolicyActivated("supplier-reading", TODAY, "Panel"));
            when(seeded(new PolicyDrafted(later)), new ActivatePolicy("later", null, null))
                    .expectEvents(new PolicyActivated("later", TODAY.plusDays(30), null));
        }

        @Test
        void againChangesNothingUntilAnotherCameBetween() {
            PolicyActivated activated = new PolicyActivated("supplier-reading", TODAY, null);
            when(seeded(activated), new ActivatePolicy("supplier-reading", null, null))
                    .expectNoEvents();
            when(seeded(activated), new ActivatePolicy("supplier-reading", TODAY, "Again"))
                    .expectNoEvents();
            when(
                            seeded(activated, new PolicyActivated("dcc-reading", TODAY, null)),
                            new ActivatePolicy("supplier-reading", TODAY, null))
                    .expectEvents(new PolicyActivated("supplier-reading", TODAY, null));
        }

        @Test
        void isNotBeforeItsFirstDayNorAfterRetirementNorOfNothing() {
            isRefused(
                    when(
                            seeded(new PolicyDrafted(MINE)),
                            new ActivatePolicy("mine", MINE.effectiveFrom().minusDays(1), null)),
                    "ACTIVATED_TOO_EARLY");
            isRefused(
                    when(
                            seeded(new PolicyRetired("supplier-reading", TODAY.plusDays(5), null)),
                            new ActivatePolicy("supplier-reading", null, null)),
                    "POLICY_RETIRED");
            isRefused(when(seeded(), new ActivatePolicy("king", null, null)), "POLICY_NOT_FOUND");
        }
    }

    @Nested
    class Retiring {
        @Test
        void isPossibleWhileAnotherIsInForce() {
            PolicyActivated activated = new PolicyActivated("supplier-reading", LocalDate.of(2018, 7, 1), null);
            when(seeded(activated), new RetirePolicy("supplier-reading", null, "Wrong"))
                    .expectEvents(new PolicyRetired("supplier-reading", TODAY, "Wrong"));
            when(seeded(activated), new RetirePolicy("dcc-reading", null, null))
                    .expectEvents(new PolicyRetired("dcc-reading", TODAY, null));
            isRefused(when(seeded(), new RetirePolicy("dcc-reading", null, null)), "NOTHING_ELSE_IN_FORCE");
            isRefused(
                    when(seeded(activated), new RetirePolicy("dcc-reading", LocalDate.of(2018, 6, 30), null)),
                    "NOTHING_ELSE_IN_FORCE");
        }

        @Test
        void lastsAndIsSaidOnce() {
            PolicyRetired retired = new PolicyRetired("supplier-reading", TODAY, null);
            when(seeded(retired), new RetirePolicy("supplier-reading", null, "Again"))
                    .expectNoEvents();
            isRefused(
                    when(seeded(retired), new RetirePolicy("supplier-reading", TODAY.plusDays(1), null)),
                    "POLICY_RETIRED");
        }
    }

    private static CategorisationPolicy named(String version, String name, LocalDate effectiveFrom) {
        return new CategorisationPolicy(
                version,
                name,
                DCC.description(),
                effectiveFrom,
                SUPPLIER.limbs(),
                DCC.targets(),
                DCC.cadences(),
                DCC.escalations(),
                DCC.told());
    }
}
