package uk.smartenergy.incident.platform.reference;

import uk.smartenergy.incident.api.categorisation.CategorisationPolicy;

/**
 * All reference data, sound as a whole. It does not change while the service runs.
 *
 * @param daysToObject how many Working Days a raiser has to object to a resolution before the Incident closes
 */
public record ReferenceData(
        PolicyBook policies,
        EscalationLevels escalationLevels,
        Vocabulary vocabulary,
        Parties parties,
        WorkingDays workingDays,
        int daysToObject,
        CommunicationTemplates communicationTemplates) {

    /** What is said wherever figures from the Code are shown. */
    public static final String NOTE = CategorisationPolicy.NOTE;

    /** What ships with the product, without an operator's changes. */
    public static ReferenceData shipped() {
        return ReferenceLoader.shipped();
    }
}
