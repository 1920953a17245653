package uk.smartenergy.incident.api.categorisation;

import uk.smartenergy.incident.api.categorisation.CategoryDecision.LimbFinding;
import uk.smartenergy.incident.api.shared.Required;

/**
 * One of the sufficient reasons for a category.
 *
 * @param code stable within the policy, for example {@code critical-impact}
 * @param text as the policy words it
 * @param interpretation whether the Code does not say this and the policy does, on its own account
 */
public record Limb(String code, Category category, String text, boolean interpretation, Condition when) {
    public Limb {
        Required.text(code, "code");
        Required.text(text, "text");
    }

    public boolean isMetBy(CategorisationFacts facts) {
        return when.isMetBy(facts);
    }

    public LimbFinding finding(CategorisationFacts facts) {
        String wording = interpretation ? text + " (the policy's own interpretation)" : text;
        return new LimbFinding(code, category, wording, isMetBy(facts), when.findings(facts));
    }
}
