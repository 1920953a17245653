package uk.smartenergy.incident.platform.reference;

import java.util.List;
import java.util.Map;
import uk.smartenergy.incident.api.categorisation.CategorisationPolicy;

/**
 * All reference data, sound as a whole. It does not change while the service runs.
 *
 * @param daysToObject how many Working Days a raiser has to object to a resolution before the Incident closes
 * @param performanceMeasures in the order in which they are reported; no category is in two of them
 * @param rules what the files of rules say, by its type
 */
public record ReferenceData(
        PolicyBook policies,
        EscalationLevels escalationLevels,
        Vocabulary vocabulary,
        Parties parties,
        WorkingDays workingDays,
        int daysToObject,
        List<PerformanceMeasure> performanceMeasures,
        CommunicationTemplates communicationTemplates,
        Map<Class<?>, Object> rules) {

    public ReferenceData {
        performanceMeasures = List.copyOf(performanceMeasures);
        rules = Map.copyOf(rules);
    }

    /** The rules of this kind, from the file that has them. */
    public <T> T rules(Class<T> type) {
        Object found = rules.get(type);
        if (found == null) {
            throw new IllegalArgumentException("No file has " + type.getSimpleName());
        }
        return type.cast(found);
    }

    /** What is said wherever figures from the Code are shown. */
    public static final String NOTE = CategorisationPolicy.NOTE;

    /** What ships with the product, without an operator's changes. */
    public static ReferenceData shipped() {
        return ReferenceLoader.shipped();
    }
}
