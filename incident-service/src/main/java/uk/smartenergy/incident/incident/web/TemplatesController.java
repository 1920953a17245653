package uk.smartenergy.incident.incident.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import uk.smartenergy.incident.api.categorisation.Category;
import uk.smartenergy.incident.api.incident.CommunicationPart;
import uk.smartenergy.incident.platform.reference.CommunicationTemplates;
import uk.smartenergy.incident.platform.reference.ReferenceData;
import uk.smartenergy.incident.platform.web.Form;
import uk.smartenergy.incident.platform.web.Inquiry;

/** The templates of updates to Interested Parties, to be read. */
@Tag(name = "Communications")
@RestController
@RequestMapping("/api/v1/communication-templates")
final class TemplatesController {
    static final Form NOTHING = Form.of("NoTemplatesQuery");

    private final CommunicationTemplates templates;

    TemplatesController(ReferenceData reference) {
        this.templates = reference.communicationTemplates();
    }

    record TemplateList(List<TemplateBody> items, @Nullable String nextCursor, long total) {}

    /** @param categories whose template it is unless another is named */
    record TemplateBody(
            String code,
            String name,
            List<Category> categories,
            List<CommunicationPart> required,
            CommunicationTemplates.Incomplete incomplete,
            String subject,
            String text,
            String note) {}

    @Operation(
            summary = "The templates of updates",
            description =
                    "What each category's updates must say; from the reference data, which an operator can replace.")
    @GetMapping
    TemplateList findCommunicationTemplates(Inquiry inquiry) {
        inquiry.as(NOTHING);
        List<TemplateBody> all = templates.all().stream()
                .map(template -> new TemplateBody(
                        template.code(),
                        template.name(),
                        templates.categoriesOf(template),
                        template.required(),
                        template.incomplete(),
                        template.subject(),
                        template.text(),
                        ReferenceData.NOTE))
                .toList();
        return new TemplateList(all, null, all.size());
    }
}
