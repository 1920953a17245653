package uk.smartenergy.incident.platform.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.smartenergy.incident.api.categorisation.CategorisationFacts;
import uk.smartenergy.incident.api.categorisation.CategorisationPolicy;
import uk.smartenergy.incident.api.categorisation.Category;
import uk.smartenergy.incident.api.categorisation.CategoryDecision.LimbFinding;
import uk.smartenergy.incident.api.categorisation.DataLoss;
import uk.smartenergy.incident.api.categorisation.FinancialImpact;
import uk.smartenergy.incident.api.categorisation.ImpactLevel;
import uk.smartenergy.incident.api.categorisation.TargetTime;
import uk.smartenergy.incident.api.categorisation.Targets;

class ShippedPoliciesTest {
    private final PolicyBook book = ReferenceData.shipped().policies();
    private final CategorisationPolicy dcc = book.find("dcc-reading").orElseThrow();
    private final CategorisationPolicy supplier = book.find("supplier-reading").orElseThrow();

    @ParameterizedTest
    @CsvSource({
        "CRITICAL,     0,  false, false, NONE,       NONE,              1, critical-impact",
        "CRITICAL,     0,  true,  true,  NONE,       NONE,              1, critical-impact",
        "NON_CRITICAL, 0,  true,  false, NONE,       NONE,              2, non-critical-impact-at-reduced-capacity",
        "NON_CRITICAL, 0,  true,  true,  NONE,       NONE,              2, non-critical-impact-at-reduced-capacity impact-reduced-by-workaround",
        "NON_CRITICAL, 0,  false, true,  NONE,       NONE,              3, impact-reduced-by-workaround",
        "NON_CRITICAL, 0,  false, false, NONE,       NONE,              3, non-critical-impact-at-full-capacity",
        "MODERATE,     0,  true,  false, NONE,       NONE,              3, moderate-impact",
        "MINOR,        0,  true,  false, NONE,       NONE,              4, minor-impact",
        "MINIMAL,      0,  false, true,  NONE,       NONE,              5, minimal-impact",
        "MINIMAL,      9,  false, false, IMMATERIAL, TRIVIAL,           5, minimal-impact",
        "MINIMAL,      10, false, false, NONE,       NONE,              1, parties-prevented minimal-impact",
        "MINOR,        0,  false, false, MATERIAL,   NONE,              1, material-data-loss minor-impact",
        "MINOR,        0,  false, false, NONE,       SIGNIFICANT,       1, significant-financial-impact minor-impact",
        "MINOR,        0,  false, false, NONE,       MORE_THAN_TRIVIAL, 2, financial-impact-more-than-trivial minor-impact",
    })
    void theCodesTableAsTheDccReadsIt(
            ImpactLevel level,
            int parties,
            boolean reduced,
            boolean workaround,
            DataLoss loss,
            FinancialImpact financial,
            int category,
            String limbs) {
        var facts = new CategorisationFacts(level, parties, reduced, workaround, loss, financial, List.of("Billing"));
        assertThat(dcc.decide(facts).category().number()).isEqualTo(category);
        assertThat(dcc.decide(facts).limbs().stream().filter(LimbFinding::met).map(LimbFinding::limb))
                .containsExactlyInAnyOrder(limbs.split(" "));
        assertThat(supplier.categoryOf(facts)).isEqualTo(dcc.categoryOf(facts));
    }

    @Test
    void suppliersReadAnyImpactOnInstallAndCommissionAsCritical() {
        var facts = new CategorisationFacts(
                ImpactLevel.MINIMAL,
                0,
                false,
                false,
                DataLoss.NONE,
                FinancialImpact.NONE,
                List.of("Install & Commission"));
        assertThat(dcc.categoryOf(facts)).isEqualTo(Category.CATEGORY_5);
        assertThat(supplier.categoryOf(facts)).isEqualTo(Category.CATEGORY_1);
    }

    @Test
    void everyCombinationOfFactsIsDecidedByBoth() {
        int decided = 0;
        for (ImpactLevel level : ImpactLevel.values()) {
            for (int parties : List.of(0, 1, 9, 10, 11, 1000)) {
                for (int bits = 0; bits < 4; bits++) {
                    for (DataLoss loss : DataLoss.values()) {
                        for (FinancialImpact financial : FinancialImpact.values()) {
                            var facts = new CategorisationFacts(
                                    level, parties, (bits & 1) > 0, (bits & 2) > 0, loss, financial, List.of());
                            assertThat(dcc.decide(facts).category()).isEqualTo(supplier.categoryOf(facts));
                            decided++;
                        }
                    }
                }
            }
        }
        assertThat(decided).isEqualTo(5 * 6 * 4 * 3 * 4);
    }

    @Test
    void targetsAndCadencesAreTheCodes() {
        assertThat(dcc.targetsOf(Category.CATEGORY_1))
                .isEqualTo(new Targets(
                        new TargetTime(10, TargetTime.Unit.MINUTES), new TargetTime(4, TargetTime.Unit.HOURS)));
        assertThat(dcc.targetsOf(Category.CATEGORY_5))
                .isEqualTo(new Targets(
                        new TargetTime(1, TargetTime.Unit.WORKING_DAYS),
                        new TargetTime(10, TargetTime.Unit.WORKING_DAYS)));
        assertThat(Arrays.stream(Category.values()).map(dcc.cadences()::get))
                .containsExactly(
                        new TargetTime(1, TargetTime.Unit.HOURS),
                        new TargetTime(4, TargetTime.Unit.HOURS),
                        new TargetTime(1, TargetTime.Unit.CALENDAR_DAYS),
                        null,
                        null);
    }

    @Test
    void theDccsReadingIsInForceAlsoForHistoriesOlderThanIt() {
        assertThat(book.activeAt(Instant.parse("2018-08-01T00:00:00Z"))).isEqualTo(dcc);
        assertThat(book.activeAt(Instant.parse("2001-08-01T00:00:00Z"))).isEqualTo(dcc);
    }

    @Test
    void ofSeveralActiveVersionsEachIsInForceFromItsEffectiveDateInLondon() {
        CategorisationPolicy later = new CategorisationPolicy(
                "later",
                "Later",
                "",
                LocalDate.of(2018, 7, 1),
                dcc.limbs(),
                dcc.targets(),
                dcc.cadences(),
                dcc.escalations(),
                dcc.told());
        PolicyBook two = new PolicyBook(List.of(dcc, later), List.of(later, dcc));
        assertThat(two.activeAt(Instant.parse("2018-06-30T22:59:59.999Z"))).isEqualTo(dcc);
        assertThat(two.activeAt(Instant.parse("2018-06-30T23:00:00Z"))).isEqualTo(later);
    }
}
