package uk.smartenergy.incident.incident.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static uk.smartenergy.incident.incident.write.Samples.*;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.smartenergy.incident.api.categorisation.CategorisationFacts;
import uk.smartenergy.incident.api.categorisation.Category;
import uk.smartenergy.incident.api.categorisation.CategoryDecision;
import uk.smartenergy.incident.api.categorisation.CategoryDecision.Basis;
import uk.smartenergy.incident.api.categorisation.ImpactLevel;
import uk.smartenergy.incident.api.incident.ImpactChange;
import uk.smartenergy.incident.api.incident.IncidentCommand;
import uk.smartenergy.incident.api.incident.IncidentCommand.*;
import uk.smartenergy.incident.api.incident.IncidentEvent;
import uk.smartenergy.incident.api.incident.IncidentEvent.*;
import uk.smartenergy.incident.api.incident.IncidentState;
import uk.smartenergy.incident.api.incident.IncidentType;
import uk.smartenergy.incident.api.shared.Refusal;

/** A party disagrees with a category, and somebody rules. */
class DisputeTest {
    private static final Recording RECORDING = new Recording(at(10_000));
    private static final DisputeCategory LARKFIELD = dispute("Larkfield Energy", at(10));
    private static final DisputeCategory BRACKENHILL = dispute("Brackenhill Power", at(11));

    private static DisputeCategory dispute(String party, Instant at) {
        return new DisputeCategory(ID, at, party, Category.CATEGORY_1, "Nobody could install", "412 aborted visits");
    }

    private static RuleOnDispute rule(int dispute, int category, int minute) {
        return new RuleOnDispute(ID, at(minute), dispute, Category.of(category), "It was critical");
    }

    private static AssessImpact assess(ImpactChange change, @Nullable Instant at) {
        return new AssessImpact(ID, at, change, null, null);
    }

    @Test
    void namesTheCategoryThatStoodWhenItWasDisputed() {
        IncidentLife life = after(raise(), assess(level(ImpactLevel.CRITICAL), at(20)));

        assertThat(RULES.decide(life, LARKFIELD, RECORDING))
                .containsExactly(new CategoryDisputed(
                        ID,
                        at(10),
                        1,
                        "Larkfield Energy",
                        Category.CATEGORY_3,
                        Category.CATEGORY_1,
                        "Nobody could install",
                        "412 aborted visits"));
        assertThat(RULES.decide(life, dispute("Larkfield Energy", at(30)), RECORDING))
                .first()
                .extracting(event -> ((CategoryDisputed) event).standing())
                .isEqualTo(Category.CATEGORY_1);
    }

    @Test
    void aPartyHasOneOpenDisputeAndTwoPartiesHaveTwo() {
        IncidentLife life = after(raise(), LARKFIELD, BRACKENHILL);

        assertThat(life.disputes()).extracting(CategoryDisputed::number).containsExactly(1, 2);
        refused(life, dispute("Larkfield Energy", at(12)), "CATEGORY_DISPUTED_ALREADY");
        refused(life, dispute("Brackenhill Power", null), "CATEGORY_DISPUTED_ALREADY");
    }

    @Test
    void aRulingFreezesTheDecisionAndTakesEffectFromWhenThatHad() {
        IncidentLife life = after(raise(), assess(level(ImpactLevel.NON_CRITICAL), at(5)), LARKFIELD);
        CategorisationFacts facts = CategorisationFacts.of(Objects.requireNonNull(life.impactAt(at(10))), PROCESSES);

        List<IncidentEvent> events = RULES.decide(life, rule(1, 1, 60), RECORDING);

        CategoryDecision ruledOn = REFERENCE.policies().activeAt(T0).decide(facts);
        assertThat(events)
                .containsExactly(
                        new CategoryRuled(ID, at(60), 1, Category.CATEGORY_1, "It was critical", ruledOn, at(5)),
                        new IncidentCategorised(
                                ID,
                                at(5),
                                new CategoryDecision(
                                        Category.CATEGORY_1,
                                        Basis.RULED,
                                        ruledOn.policyVersion(),
                                        facts,
                                        ruledOn.limbs(),
                                        "It was critical")));
        IncidentLife ruled = after(life, rule(1, 1, 60));
        assertThat(category(ruled, 4)).isEqualTo(Category.CATEGORY_3);
        assertThat(category(ruled, 5)).isEqualTo(Category.CATEGORY_1);
        assertThat(category(ruled, 9_000)).isEqualTo(Category.CATEGORY_1);
    }

    @Test
    void whatIsRuledStandsWhenTheSameFactsAreAssessedAgain() {
        IncidentLife life = after(raise(), LARKFIELD, rule(1, 1, 60));

        assertThat(RULES.decide(life, assess(level(ImpactLevel.MODERATE), at(70)), RECORDING))
                .isEmpty();
        assertThat(RULES.decide(life, assess(level(null), null), RECORDING)).isEmpty();
    }

    @Test
    void whatIsRuledStandsWhenTheSameFactsAreWordedAnew() {
        IncidentLife life = after(raise(), LARKFIELD, rule(1, 1, 60));
        ImpactChange words = new ImpactChange(null, null, null, null, null, null, "Still no installs");

        assertThat(RULES.decide(life, assess(words, at(70)), RECORDING))
                .hasSize(1)
                .first()
                .isInstanceOf(ImpactAssessed.class);
        assertThat(category(after(life, assess(words, at(70))), 80)).isEqualTo(Category.CATEGORY_1);
    }

    @Test
    void whatIsRuledEndsWhenOtherFactsAreAssessed() {
        IncidentLife life = after(raise(), LARKFIELD, rule(1, 1, 60), assess(level(ImpactLevel.MINOR), at(70)));

        assertThat(category(life, 69)).isEqualTo(Category.CATEGORY_1);
        assertThat(category(life, 70)).isEqualTo(Category.CATEGORY_4);
    }

    @Test
    void otherFactsOfATimeAfterTheDecisionRuledOnCountThoughTheyAreKnownAfterTheRuling() {
        IncidentLife life = after(raise(), LARKFIELD, rule(1, 1, 60), assess(level(ImpactLevel.MINOR), at(30)));

        assertThat(category(life, 29)).isEqualTo(Category.CATEGORY_1);
        assertThat(category(life, 60)).isEqualTo(Category.CATEGORY_4);
    }

    @Test
    void aRulingThatLeavesTheCategoryAsItIsIsARulingToo() {
        IncidentLife life = after(raise(), LARKFIELD, rule(1, 3, 60));

        assertThat(category(life, 60)).isEqualTo(Category.CATEGORY_3);
        assertThat(life.decisionAt(at(60))).extracting(CategoryDecision::basis).isEqualTo(Basis.RULED);
        refused(life, rule(1, 3, 61), "DISPUTE_ENDED");
    }

    @Test
    void aClosedIncidentCanBeDisputedAndRuledOn() {
        IncidentLife life = after(
                raise(),
                new ResolveIncident(ID, at(5), null),
                new CloseIncident(ID, at(6), null, null),
                dispute("Larkfield Energy", at(100)),
                new AddDisputeEvidence(ID, at(110), 1, "DCC", "A log", null),
                rule(1, 1, 120));

        assertThat(life.lifecycle().state()).isEqualTo(IncidentState.CLOSED);
        assertThat(category(life, 0)).isEqualTo(Category.CATEGORY_1);
    }

    @Test
    void theSecondOfTwoDisputesIsRuledOnWhatTheFirstRulingSaid() {
        IncidentLife life = after(raise(), LARKFIELD, BRACKENHILL, rule(1, 1, 60));

        CategoryRuled second =
                (CategoryRuled) RULES.decide(life, rule(2, 2, 70), RECORDING).getFirst();

        assertThat(second.ruledOn().category()).isEqualTo(Category.CATEGORY_1);
        assertThat(second.ruledOn().basis()).isEqualTo(Basis.RULED);
        assertThat(second.ruledOn().facts()).isEqualTo(CategorisationFacts.of(MODERATE, PROCESSES));
        assertThat(second.ruledOn().limbs()).isNotEmpty();
        assertThat(second.effectiveFrom()).isEqualTo(T0);
        assertThat(category(after(life, rule(2, 2, 70)), 0)).isEqualTo(Category.CATEGORY_2);
    }

    @Test
    void aPartyMayDisputeWhatWasRuled() {
        IncidentLife life = after(raise(), LARKFIELD, rule(1, 4, 60), dispute("Larkfield Energy", at(90)));

        assertThat(life.disputes())
                .extracting(CategoryDisputed::standing)
                .containsExactly(Category.CATEGORY_3, Category.CATEGORY_4);
        assertThat(category(after(life, rule(2, 1, 100)), 0)).isEqualTo(Category.CATEGORY_1);
    }

    @Test
    void ofTwoRulingsThatRaceTheSecondIsRefused() {
        IncidentLife life = after(raise(), LARKFIELD, rule(1, 1, 60));

        refused(life, rule(1, 2, 60), "DISPUTE_ENDED");
        refused(life, new WithdrawDispute(ID, null, 1, "Settled"), "DISPUTE_ENDED");
        refused(life, new AddDisputeEvidence(ID, null, 1, null, "Late", null), "DISPUTE_ENDED");
    }

    @Test
    void whatIsWithdrawnIsNotRuledOnAndMayBeDisputedAgain() {
        IncidentLife life = after(raise(), LARKFIELD, new WithdrawDispute(ID, at(20), 1, "Settled"));

        refused(life, rule(1, 1, 60), "DISPUTE_ENDED");
        assertThat(category(life, 60)).isEqualTo(Category.CATEGORY_3);
        assertThat(after(life, dispute("Larkfield Energy", at(30))).disputes()).hasSize(2);
    }

    @Test
    void nothingBecomesOfADisputeThatIsNotThereOrBeforeItWas() {
        IncidentLife life = after(raise(), LARKFIELD);

        refused(life, rule(2, 1, 60), "DISPUTE_NOT_FOUND");
        refused(life, rule(1, 1, 9), "BEFORE_DISPUTED");
        refused(life, new AddDisputeEvidence(ID, at(9), 1, null, "Early", null), "BEFORE_DISPUTED");
        refused(life, dispute("DCC", at(-1)), "OCCURRED_BEFORE_RAISED");
        refused(life, dispute("DCC", at(10_001)), "OCCURRED_IN_FUTURE");
    }

    @Test
    void whatWasDecidedElsewhereIsRuledOnWithoutFacts() {
        IncidentLife life = after(raise(null, Category.CATEGORY_2, IncidentType.SERVICE), LARKFIELD);

        CategoryRuled ruled =
                (CategoryRuled) RULES.decide(life, rule(1, 1, 60), RECORDING).getFirst();

        assertThat(ruled.ruledOn()).isEqualTo(CategoryDecision.elsewhere(Category.CATEGORY_2, null, null));
        assertThat(category(after(life, rule(1, 1, 60)), 0)).isEqualTo(Category.CATEGORY_1);
    }

    @Test
    void theSameCategoryDecidedElsewhereDoesNotUndoARuling() {
        IncidentLife life = after(raise(null, Category.CATEGORY_2, IncidentType.SERVICE), LARKFIELD, rule(1, 1, 60));

        assertThat(RULES.decide(life, new CategoriseIncident(ID, at(70), Category.CATEGORY_1, null), RECORDING))
                .isEmpty();
    }

    @Test
    void disputesSurviveAsBytes() {
        IncidentLife life = after(
                raise(),
                LARKFIELD,
                BRACKENHILL,
                rule(1, 1, 60),
                new WithdrawDispute(ID, at(61), 2, "Settled"),
                dispute("Brackenhill Power", at(62)));

        IncidentLife again = IncidentLife.fromBytes(life.toBytes());

        assertThat(again.facts()).isEqualTo(life.facts());
        refused(again, rule(2, 1, 70), "DISPUTE_ENDED");
        assertThat(RULES.decide(again, rule(3, 2, 70), RECORDING))
                .isEqualTo(RULES.decide(life, rule(3, 2, 70), RECORDING));
    }

    private static void refused(IncidentLife life, IncidentCommand command, String code) {
        assertThatThrownBy(() -> RULES.decide(life, command, RECORDING))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    private static Category category(IncidentLife life, int minute) {
        return Objects.requireNonNull(life.decisionAt(at(minute))).category();
    }

    private static IncidentLife after(RaiseIncident raise, IncidentCommand... commands) {
        return after(life(RULES.decide(null, raise, RECORDING).toArray(IncidentEvent[]::new)), commands);
    }

    private static IncidentLife after(IncidentLife life, IncidentCommand... commands) {
        IncidentLife next = life;
        for (IncidentCommand command : commands) {
            for (IncidentEvent event : RULES.decide(next, command, RECORDING)) {
                next = IncidentLife.evolve(next, event, next.version() + 1);
            }
        }
        return next;
    }
}
