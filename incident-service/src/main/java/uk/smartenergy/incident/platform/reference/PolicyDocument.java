package uk.smartenergy.incident.platform.reference;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.categorisation.Category;

/**
 * A policy as it is shown, and as it is taken back; see {@link PolicyDocuments}.
 *
 * @param escalations by the category's number
 * @param told by the category's number
 */
public record PolicyDocument(
        String version,
        String name,
        String description,
        LocalDate effectiveFrom,
        List<LimbDocument> limbs,
        List<TargetsDocument> targets,
        Map<String, List<EscalationDocument>> escalations,
        Map<String, List<String>> told) {

    /**
     * @param limb the same as {@code code}
     * @param when what is asked of the facts, for a machine, as in a policy's file
     * @param conditions the same in words, for a person
     */
    public record LimbDocument(
            String code,
            String limb,
            Category category,
            String text,
            boolean interpretation,
            Map<String, Object> when,
            List<ConditionDocument> conditions) {}

    public record ConditionDocument(String fact, String condition) {}

    /** @param communications how often an update follows; {@code null}: when something changes */
    public record TargetsDocument(
            Category category,
            String initialResponse,
            String resolution,
            @Nullable String communications) {}

    /** @param at for example {@code 75% of resolution} */
    public record EscalationDocument(String at, String level) {}
}
