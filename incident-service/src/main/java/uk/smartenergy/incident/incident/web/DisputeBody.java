package uk.smartenergy.incident.incident.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.categorisation.CategorisationFacts;
import uk.smartenergy.incident.api.categorisation.Category;
import uk.smartenergy.incident.api.categorisation.CategoryDecision;
import uk.smartenergy.incident.api.incident.IncidentDetail;
import uk.smartenergy.incident.api.incident.IncidentId;

/**
 * A dispute about a category as the API shows it.
 *
 * @param standing the category that is disputed
 * @param precedents where earlier rulings on like facts are listed
 */
record DisputeBody(
        int number,
        String party,
        @Nullable String by,
        Instant at,
        Instant recordedAt,
        IncidentDetail.DisputeState state,
        Category standing,
        @Nullable Category proposedCategory,
        String reason,
        List<IncidentDetail.Evidence> evidence,
        @Nullable RulingBody ruling,
        IncidentDetail.@Nullable Withdrawal withdrawal,
        String precedents) {

    /** @param changed whether the ruling is for another category than the one that stood */
    record RulingBody(
            Category category,
            String reason,
            @Nullable String by,
            @Nullable String byParty,
            Instant at,
            Instant recordedAt,
            RuledOn ruledOn,
            Instant effectiveFrom,
            boolean changed) {}

    /** The decision that was ruled on, as frozen. */
    record RuledOn(
            Category category,
            CategoryDecision.Basis basis,
            @Nullable String policyVersion,
            @Nullable CategorisationFacts facts,
            List<CategoryDecision.LimbFinding> limbs) {}

    static String path(IncidentId incident, int number) {
        return "/api/v1/incidents/" + incident + "/category-disputes/" + number;
    }

    static DisputeBody of(IncidentId incident, IncidentDetail.Dispute dispute) {
        return new DisputeBody(
                dispute.number(),
                dispute.party(),
                dispute.by(),
                dispute.at(),
                dispute.recordedAt(),
                dispute.state(),
                dispute.standing(),
                dispute.proposedCategory(),
                dispute.reason(),
                dispute.evidence(),
                ruling(dispute.ruling()),
                dispute.withdrawal(),
                path(incident, dispute.number()) + "/precedents");
    }

    private static @Nullable RulingBody ruling(IncidentDetail.@Nullable Ruling ruling) {
        if (ruling == null) {
            return null;
        }
        CategoryDecision ruledOn = ruling.ruledOn();
        return new RulingBody(
                ruling.category(),
                ruling.reason(),
                ruling.by(),
                ruling.byParty(),
                ruling.at(),
                ruling.recordedAt(),
                new RuledOn(
                        ruledOn.category(), ruledOn.basis(), ruledOn.policyVersion(), ruledOn.facts(), ruledOn.limbs()),
                ruling.effectiveFrom(),
                ruling.changed());
    }
}
