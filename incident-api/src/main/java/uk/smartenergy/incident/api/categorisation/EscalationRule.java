package uk.smartenergy.incident.api.categorisation;

import uk.smartenergy.incident.api.shared.Required;

/**
 * When an Incident escalates by itself: as soon as so much of a target's time is used up. 100 is the moment at which the target is missed; less is
 * before, more is after.
 *
 * @param percent of the target's time that its clock has run, at least 1
 * @param level the escalation level by its code in the reference data
 */
public record EscalationRule(TargetKind target, int percent, String level) {

    public EscalationRule {
        Required.text(level, "level");
        if (percent < 1 || percent > 1000) {
            throw new IllegalArgumentException("A share of a target's time is from 1 to 1000 percent");
        }
    }

    /** For a person and a policy's file, for example {@code 75% of resolution}. */
    public String when() {
        return percent + "% of " + target.apiName();
    }
}
