package uk.smartenergy.incident.incident.web;

import static java.util.stream.Collectors.joining;
import static uk.smartenergy.incident.incident.web.IncidentForms.OCCURRED_AT;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import uk.smartenergy.incident.api.categorisation.Category;
import uk.smartenergy.incident.api.incident.Accepted;
import uk.smartenergy.incident.api.incident.CommunicationContent;
import uk.smartenergy.incident.api.incident.CommunicationPart;
import uk.smartenergy.incident.api.incident.IncidentCommand;
import uk.smartenergy.incident.api.incident.IncidentDetail;
import uk.smartenergy.incident.api.incident.IncidentEvent.IncidentCommunicated;
import uk.smartenergy.incident.api.incident.IncidentId;
import uk.smartenergy.incident.api.incident.IncidentQuery;
import uk.smartenergy.incident.api.shared.Moment;
import uk.smartenergy.incident.incident.web.IncidentBody.CommunicationBody;
import uk.smartenergy.incident.incident.web.IncidentDesk.Right;
import uk.smartenergy.incident.platform.messaging.Messages;
import uk.smartenergy.incident.platform.reference.CommunicationTemplates;
import uk.smartenergy.incident.platform.reference.CommunicationTemplates.Template;
import uk.smartenergy.incident.platform.reference.CommunicationTexts;
import uk.smartenergy.incident.platform.reference.ReferenceData;
import uk.smartenergy.incident.platform.web.Asker;
import uk.smartenergy.incident.platform.web.Body;
import uk.smartenergy.incident.platform.web.Creates;
import uk.smartenergy.incident.platform.web.Faults;
import uk.smartenergy.incident.platform.web.Filled;
import uk.smartenergy.incident.platform.web.Inquiry;
import uk.smartenergy.incident.platform.web.Problem;
import uk.smartenergy.incident.platform.web.Versions;

/** Updates to Interested Parties, and what their readers think of them. */
@Tag(name = "Communications", description = "Updates to Interested Parties, and their readers' ratings.")
@RestController
@RequestMapping("/api/v1/incidents/{id}/communications")
final class CommunicationsController {
    private final IncidentDesk desk;
    private final Messages messages;
    private final ReferenceData reference;
    private final CommunicationTexts texts;

    CommunicationsController(IncidentDesk desk, Messages messages, ReferenceData reference, CommunicationTexts texts) {
        this.desk = desk;
        this.messages = messages;
        this.reference = reference;
        this.texts = texts;
    }

    /**
     * An update as it could be sent; whoever sends it corrects it first.
     *
     * @param subject of it as e-mail
     * @param written the whole text as it would be sent
     * @param missing what the template requires and the service does not know
     */
    record DraftBody(
            String template,
            Category category,
            String text,
            @Nullable String affected,
            @Nullable String whoIsAffected,
            @Nullable Instant since,
            @Nullable String workaround,
            @Nullable Instant nextUpdateDue,
            @Nullable Instant expectedFix,
            List<CommunicationPart> required,
            List<CommunicationPart> missing,
            String subject,
            String written) {}

    private static final String PLACE_FOR_TEXT = "…";

    record CommunicationList(
            List<CommunicationBody> items, @Nullable String nextCursor, long total) {}

    @Operation(
            summary = "Send an update to Interested Parties",
            description =
                    "A good one says what is affected, who, since when, a workaround, when the next follows, and when the fix is expected. "
                            + "What the template of the category requires and is missing is shown with it; what a template named here requires must be given.")
    @Creates
    @PostMapping
    ResponseEntity<CommunicationBody> communicateIncident(@PathVariable String id, Asker asker, Body body) {
        IncidentId incident = desk.mayAct(asker.viewer(), id, Right.RESOLVES);
        Filled in = body.as(
                IncidentForms.COMMUNICATION,
                (filled, faults) -> requiredIsThere(
                        filled,
                        faults,
                        () -> desk.get(
                                        asker.viewer(),
                                        new Moment(filled.get(OCCURRED_AT), null, asker.now()),
                                        incident.value())
                                .overview()
                                .category()));
        Accepted accepted = desk.send(
                        asker,
                        new IncidentCommand.CommunicateIncident(
                                incident,
                                in.get(OCCURRED_AT),
                                IncidentForms.content(in),
                                in.get(IncidentForms.TEMPLATE),
                                false))
                .answer();
        IncidentDetail detail = desk.get(asker, incident);
        int newest = detail.communications().stream()
                .mapToInt(IncidentDetail.Communication::number)
                .max()
                .orElse(0);
        return created(detail, accepted == null ? newest : numberOf(asker, accepted, newest));
    }

    /** What the template named requires, or that of the category if it takes nothing less. */
    private void requiredIsThere(Filled in, Faults faults, Supplier<Category> category) {
        String code = in.get(IncidentForms.TEMPLATE);
        CommunicationTemplates templates = reference.communicationTemplates();
        if (in.get(IncidentForms.TEXT) == null) {
            return;
        }
        if (code != null && templates.find(code).isEmpty()) {
            faults.add(
                    "/template",
                    "must be one of "
                            + templates.all().stream().map(Template::code).collect(joining(", ")));
            return;
        }
        boolean anyRefuses =
                templates.all().stream().anyMatch(one -> one.incomplete() == CommunicationTemplates.Incomplete.REFUSED);
        if (code == null && (faults.any() || !anyRefuses)) {
            return;
        }
        Template template = code == null
                ? templates.of(category.get())
                : templates.find(code).orElseThrow();
        if (code != null || template.incomplete() == CommunicationTemplates.Incomplete.REFUSED) {
            template.standard()
                    .missingIn(IncidentForms.content(in))
                    .forEach(
                            part -> faults.add("/" + part.apiName(), "is required by the template " + template.code()));
        }
    }

    @Operation(
            summary = "A draft of an update",
            description =
                    "What the service knows, in the template of the category, with what is still missing. Nothing is kept.")
    @GetMapping("/draft")
    DraftBody getCommunicationDraft(@PathVariable String id, Inquiry inquiry) {
        Filled in = inquiry.as(IncidentQueries.DRAFT);
        IncidentDetail incident = desk.get(inquiry.viewer(), Moment.present(inquiry.now()), id);
        String code = in.get(IncidentQueries.DRAFT_TEMPLATE);
        if (code != null && reference.communicationTemplates().find(code).isEmpty()) {
            throw Problem.invalid("/template", "is not the code of a template");
        }
        Category category = incident.overview().category();
        Template template = texts.template(code, category);
        CommunicationContent known = texts.filled(CommunicationContent.of(PLACE_FOR_TEXT), incident, inquiry.now());
        int number = 1 + incident.communications().size();
        CommunicationTexts.Written written = texts.written(template, known, number, inquiry.now(), incident);
        return new DraftBody(
                template.code(),
                category,
                known.text(),
                known.affected(),
                known.whoIsAffected(),
                known.since(),
                known.workaround(),
                known.nextUpdateDue(),
                known.expectedFix(),
                template.required(),
                template.standard().missingIn(known),
                written.subject(),
                written.text());
    }

    @Operation(
            summary = "Rate an update",
            description = "Every reader may rate each update, from 1 (poor) to 5 (good).")
    @Creates
    @PostMapping("/{number}/ratings")
    ResponseEntity<CommunicationBody> rateCommunication(
            @PathVariable String id, @PathVariable String number, Asker asker, Body body) {
        IncidentId incident = desk.mayAct(asker.viewer(), id, Right.SEES);
        IncidentDetail.Communication rated = find(desk.get(asker, incident), number);
        Filled in = body.as(IncidentForms.RATE);
        desk.send(
                asker,
                new IncidentCommand.RateCommunication(
                        incident,
                        in.get(OCCURRED_AT),
                        rated.number(),
                        in.need(IncidentForms.RATING),
                        in.get(IncidentForms.COMMENT),
                        asker.viewer().name()));
        return created(desk.get(asker, incident), rated.number());
    }

    @Operation(summary = "The updates of an Incident")
    @GetMapping
    CommunicationList findCommunications(@PathVariable String id, Inquiry inquiry) {
        List<CommunicationBody> all = desk.get(inquiry.viewer(), inquiry.moment(), id).communications().stream()
                .map(CommunicationBody::of)
                .toList();
        return new CommunicationList(all, null, all.size());
    }

    @Operation(summary = "One update, with its ratings")
    @GetMapping("/{number}")
    CommunicationBody getCommunication(@PathVariable String id, @PathVariable String number, Inquiry inquiry) {
        return CommunicationBody.of(find(desk.get(inquiry.viewer(), inquiry.moment(), id), number));
    }

    private static ResponseEntity<CommunicationBody> created(IncidentDetail detail, int number) {
        URI location = URI.create("/api/v1/incidents/" + detail.overview().id() + "/communications/" + number);
        return ResponseEntity.created(location)
                .eTag(Versions.tag(detail.overview().version()))
                .body(CommunicationBody.of(find(detail, String.valueOf(number))));
    }

    private static IncidentDetail.Communication find(IncidentDetail detail, String number) {
        return detail.communications().stream()
                .filter(communication -> String.valueOf(communication.number()).equals(number))
                .findFirst()
                .orElseThrow(
                        () -> Problem.of(404, "COMMUNICATION_NOT_FOUND", "The Incident has no such communication"));
    }

    /** The number that a communication got: the event that the command led to says it. */
    private int numberOf(Asker asker, Accepted accepted, int newest) {
        return messages
                .ask(new IncidentQuery.GetTimeline(asker.viewer(), Moment.present(asker.now()), accepted.incidentId()))
                .stream()
                .flatMap(List::stream)
                .filter(entry -> entry.sequence() == accepted.version())
                .map(entry ->
                        entry.data() instanceof IncidentCommunicated communicated ? communicated.number() : newest)
                .findFirst()
                .orElse(newest);
    }
}
