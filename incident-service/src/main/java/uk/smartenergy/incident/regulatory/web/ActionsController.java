package uk.smartenergy.incident.regulatory.web;

import static uk.smartenergy.incident.regulatory.web.RegulatoryForms.OCCURRED_AT;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import uk.smartenergy.incident.api.regulatory.ActionView;
import uk.smartenergy.incident.api.regulatory.RegulatoryCommand;
import uk.smartenergy.incident.api.regulatory.RegulatoryCommand.AssignAction;
import uk.smartenergy.incident.api.regulatory.RegulatoryCommand.CompleteAction;
import uk.smartenergy.incident.api.regulatory.RegulatoryCommand.MoveDueDate;
import uk.smartenergy.incident.api.regulatory.RegulatoryCommand.ReportOnAction;
import uk.smartenergy.incident.api.regulatory.RegulatoryQuery.About;
import uk.smartenergy.incident.api.regulatory.RegulatoryQuery.FindActions;
import uk.smartenergy.incident.api.shared.Moment;
import uk.smartenergy.incident.api.shared.Page;
import uk.smartenergy.incident.platform.messaging.Messages;
import uk.smartenergy.incident.platform.web.Asker;
import uk.smartenergy.incident.platform.web.Body;
import uk.smartenergy.incident.platform.web.Filled;
import uk.smartenergy.incident.platform.web.Form;
import uk.smartenergy.incident.platform.web.Inquiry;
import uk.smartenergy.incident.platform.web.Pages;
import uk.smartenergy.incident.platform.web.Versions;

/** What somebody is to do about a report until when. */
@Tag(name = "Report register")
@RestController
@RequestMapping(ActionsController.PATH)
final class ActionsController {
    static final String PATH = "/api/v1/regulatory-reports/actions";

    private final Messages messages;
    private final RegulatoryDesk desk;

    ActionsController(Messages messages, RegulatoryDesk desk) {
        this.messages = messages;
        this.desk = desk;
    }

    /** What a body says of an action, as a command. */
    private interface Saying {
        RegulatoryCommand of(String record, int number, @Nullable Instant occurredAt, Filled in);
    }

    @Operation(summary = "Report back on an action")
    @PostMapping("/{id}/reports")
    ResponseEntity<ActionView> reportOnAction(@PathVariable String id, Asker asker, Body body) {
        return change(
                id,
                asker,
                body,
                RegulatoryForms.ACTION_REPORT,
                (record, number, at, in) -> new ReportOnAction(record, at, number, in.need(RegulatoryForms.REPORTED)));
    }

    @Operation(summary = "Move the due date of an action", description = "Every move is kept, with its reason.")
    @PostMapping("/{id}/due-dates")
    ResponseEntity<ActionView> moveActionDueDate(@PathVariable String id, Asker asker, Body body) {
        return change(
                id,
                asker,
                body,
                RegulatoryForms.DUE_DATE,
                (record, number, at, in) -> new MoveDueDate(
                        record, at, number, in.need(RegulatoryForms.NEW_DUE_ON), in.need(RegulatoryForms.REASON)));
    }

    @Operation(summary = "Give an action to another owner")
    @PostMapping("/{id}/assignments")
    ResponseEntity<ActionView> assignAction(@PathVariable String id, Asker asker, Body body) {
        return change(
                id,
                asker,
                body,
                RegulatoryForms.ASSIGNMENT,
                (record, number, at, in) -> new AssignAction(record, at, number, in.need(RegulatoryForms.NEW_OWNER)));
    }

    @Operation(
            summary = "Complete an action",
            description = "By the Ops Group or SECAS. The challenge that it came of is answered then.")
    @PostMapping("/{id}/completion")
    ResponseEntity<ActionView> completeAction(@PathVariable String id, Asker asker, Body body) {
        return change(
                id,
                asker,
                body,
                RegulatoryForms.COMPLETION,
                (record, number, at, in) -> new CompleteAction(record, at, number, in.need(RegulatoryForms.ANSWER)));
    }

    private ResponseEntity<ActionView> change(String id, Asker asker, Body body, Form form, Saying saying) {
        Moment now = Moment.present(asker.now());
        ActionView action = desk.action(asker.viewer(), now, id);
        Filled in = body.as(form);
        desk.send(
                asker,
                saying.of(
                        RegulatoryDesk.recordOf(action).id(),
                        RegulatoryDesk.numberOf(action),
                        in.get(OCCURRED_AT),
                        in));
        return answer(desk.action(asker.viewer(), now, id));
    }

    private static ResponseEntity<ActionView> answer(ActionView action) {
        return ResponseEntity.ok().eTag(Versions.tag(action.version())).body(action);
    }

    record ActionList(List<ActionView> items, @Nullable String nextCursor, long total) {}

    @Operation(summary = "All actions", description = "The first due first, unless sorted otherwise.")
    @GetMapping
    ActionList findActions(Inquiry inquiry) {
        Filled in = inquiry.as(RegulatoryForms.ACTIONS);
        About about = new About(in.get(RegulatoryForms.ABOUT_REPORT), in.get(RegulatoryForms.ABOUT_PERIOD));
        FindActions query = new FindActions(
                inquiry.viewer(),
                inquiry.moment(in),
                about,
                in.set(RegulatoryForms.STATES),
                in.get(RegulatoryForms.OF_OWNER),
                in.get(RegulatoryForms.DUE_TO));
        Page<ActionView> page = Pages.of(
                messages.ask(query).stream()
                        .sorted(in.or(RegulatoryForms.SORT, ActionSort.DUE_ON).order())
                        .toList(),
                ActionView::id,
                inquiry,
                in);
        return new ActionList(page.items(), page.nextCursor(), page.total());
    }

    @Operation(summary = "One action")
    @GetMapping("/{id}")
    ResponseEntity<ActionView> getAction(@PathVariable String id, Inquiry inquiry) {
        return answer(desk.action(inquiry.viewer(), inquiry.moment(), id));
    }
}
