package uk.smartenergy.incident.categorisation.write;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import uk.smartenergy.incident.api.categorisation.CategorisationPolicy;
import uk.smartenergy.incident.api.categorisation.Category;
import uk.smartenergy.incident.api.categorisation.Condition;
import uk.smartenergy.incident.api.categorisation.DataLoss;
import uk.smartenergy.incident.api.categorisation.FinancialImpact;
import uk.smartenergy.incident.api.categorisation.Limb;
import uk.smartenergy.incident.api.categorisation.PolicyEvent;
import uk.smartenergy.incident.api.categorisation.PolicyEvent.*;
import uk.smartenergy.incident.platform.eventstore.ApprovedEvents;
import uk.smartenergy.incident.platform.reference.ReferenceData;

/** What is stored of each event, for ever; see the Incident's approved events for how to add one. */
class ApprovedPolicyEventsTest {
    private final ApprovedEvents approved = new ApprovedEvents(PolicyEventNamesConfiguration.names());

    static List<PolicyEvent> events() {
        return List.of(
                new PolicyGiven(shipped(), 1),
                new PolicyDrafted(everyCondition()),
                new DraftChanged(everyCondition(), 2),
                new PolicyActivated("supplier-reading", LocalDate.of(2018, 9, 1), "Ruled by the Panel"),
                new PolicyRetired("dcc-reading", LocalDate.of(2018, 10, 1), null),
                new PoliciesConfigured(List.of("dcc-reading", "supplier-reading")));
    }

    private static CategorisationPolicy shipped() {
        return ReferenceData.shipped().policies().find("supplier-reading").orElseThrow();
    }

    private static CategorisationPolicy everyCondition() {
        CategorisationPolicy policy = shipped();
        List<Limb> limbs = new ArrayList<>(policy.limbs());
        limbs.add(new Limb(
                "all-forms",
                Category.CATEGORY_2,
                "Every form of a condition",
                true,
                new Condition.AllOf(List.of(
                        new Condition.WorkaroundAvailableIs(false),
                        new Condition.AnyOf(List.of(
                                new Condition.DataLossIn(Set.of(DataLoss.IMMATERIAL)),
                                new Condition.FinancialImpactIn(
                                        Set.of(FinancialImpact.TRIVIAL, FinancialImpact.SIGNIFICANT)),
                                new Condition.AllOf(List.of(
                                        new Condition.PartiesPreventedAtLeast(3),
                                        new Condition.BusinessProcessesInclude(Set.of("Billing", "Alerts"))))))))));
        return new CategorisationPolicy(
                "all-forms",
                "All forms",
                "For a test",
                policy.effectiveFrom(),
                limbs,
                policy.targets(),
                policy.cadences(),
                policy.escalations(),
                policy.told());
    }

    @ParameterizedTest
    @MethodSource("events")
    void isWrittenAndReadAsApproved(PolicyEvent event) throws IOException {
        approved.check(event);
    }

    @Test
    void everyEventHasANameAndASample() {
        approved.areAllOf(events(), PolicyEvent.class);
    }
}
