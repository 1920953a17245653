package uk.smartenergy.incident.incident.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import uk.smartenergy.incident.api.categorisation.CategorisationPolicy;
import uk.smartenergy.incident.api.categorisation.Category;
import uk.smartenergy.incident.api.categorisation.Limb;
import uk.smartenergy.incident.api.categorisation.TargetTime;
import uk.smartenergy.incident.platform.reference.ReferenceData;
import uk.smartenergy.incident.platform.web.Form;
import uk.smartenergy.incident.platform.web.Inquiry;

/** The versions of the categorisation policy, to be read. */
@Tag(name = "Policies", description = "How a category follows from facts.")
@RestController
@RequestMapping("/api/v1/categorisation-policies")
final class PoliciesController {
    static final Form NOTHING = Form.of("NoQuery");

    private final ReferenceData reference;

    PoliciesController(ReferenceData reference) {
        this.reference = reference;
    }

    record PolicyList(List<PolicyBody> items, @Nullable String nextCursor, long total) {}

    /** @param active whether it is in force now */
    record PolicyBody(
            String version,
            String name,
            String description,
            LocalDate effectiveFrom,
            boolean active,
            List<LimbBody> limbs,
            List<TargetsBody> targets,
            String note) {}

    record LimbBody(
            String limb, Category category, String text, boolean interpretation, List<ConditionBody> conditions) {}

    record ConditionBody(String fact, String condition) {}

    /** @param communications how often an update follows; {@code null}: when something changes */
    record TargetsBody(
            Category category,
            String initialResponse,
            String resolution,
            @Nullable String communications) {}

    @Operation(
            summary = "The versions of the categorisation policy",
            description = "With limbs, thresholds and targets. Default, verify against the SEC in force.")
    @GetMapping
    PolicyList findPolicies(Inquiry inquiry) {
        inquiry.as(NOTHING);
        List<PolicyBody> all = reference.policies().all().stream()
                .map(policy -> body(policy, inquiry.now()))
                .toList();
        return new PolicyList(all, null, all.size());
    }

    private PolicyBody body(CategorisationPolicy policy, Instant now) {
        return new PolicyBody(
                policy.version(),
                policy.name(),
                policy.description(),
                policy.effectiveFrom(),
                reference.policies().activeAt(now).version().equals(policy.version()),
                policy.limbs().stream().map(PoliciesController::body).toList(),
                Arrays.stream(Category.values())
                        .map(category -> body(policy, category))
                        .toList(),
                ReferenceData.NOTE);
    }

    private static LimbBody body(Limb limb) {
        return new LimbBody(
                limb.code(),
                limb.category(),
                limb.text(),
                limb.interpretation(),
                limb.when()
                        .singles()
                        .map(single -> new ConditionBody(single.fact().apiName(), single.wording()))
                        .toList());
    }

    private static TargetsBody body(CategorisationPolicy policy, Category category) {
        TargetTime cadence = policy.cadences().get(category);
        return new TargetsBody(
                category,
                policy.targetsOf(category).initialResponse().toString(),
                policy.targetsOf(category).resolution().toString(),
                cadence == null ? null : cadence.toString());
    }
}
