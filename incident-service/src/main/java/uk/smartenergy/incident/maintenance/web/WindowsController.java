package uk.smartenergy.incident.maintenance.web;

import static uk.smartenergy.incident.maintenance.web.MaintenanceForms.OCCURRED_AT;
import static uk.smartenergy.incident.maintenance.web.MaintenanceForms.REASON;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import uk.smartenergy.incident.api.maintenance.MaintenanceCommand.AmendWindow;
import uk.smartenergy.incident.api.maintenance.MaintenanceCommand.CancelWindow;
import uk.smartenergy.incident.api.maintenance.MaintenanceCommand.CompleteWindow;
import uk.smartenergy.incident.api.maintenance.MaintenanceCommand.MoveWindow;
import uk.smartenergy.incident.api.maintenance.MaintenanceCommand.ScheduleWindow;
import uk.smartenergy.incident.api.maintenance.MaintenanceQuery.WindowIncidents;
import uk.smartenergy.incident.api.maintenance.WindowContent;
import uk.smartenergy.incident.api.maintenance.WindowId;
import uk.smartenergy.incident.api.shared.Classification;
import uk.smartenergy.incident.api.shared.Moment;
import uk.smartenergy.incident.platform.web.Asker;
import uk.smartenergy.incident.platform.web.Body;
import uk.smartenergy.incident.platform.web.Creates;
import uk.smartenergy.incident.platform.web.Filled;
import uk.smartenergy.incident.platform.web.Versions;

/** Windows of Planned Maintenance are scheduled, moved, amended, cancelled, and completed. */
@Tag(
        name = "Planned Maintenance",
        description = "One calendar over all providers. Broken limits refuse no window: they are shown. "
                + "Limits are a default, verify against the SEC in force.")
@RestController
@RequestMapping("/api/v1/planned-maintenance")
final class WindowsController {
    private final MaintenanceDesk desk;
    private final MaintenanceForms forms;

    WindowsController(MaintenanceDesk desk, MaintenanceForms forms) {
        this.desk = desk;
        this.forms = forms;
    }

    @Operation(
            summary = "Schedule a window",
            description =
                    "Notice of it is given now, or was given when noticeGivenAt or occurredAt says. Answers it with what is found about it.")
    @Creates
    @PostMapping
    ResponseEntity<WindowBody> scheduleWindow(Asker asker, Body body) {
        Filled in = body.as(forms.window, (filled, faults) -> {
            forms.check(filled, MaintenanceForms.START, MaintenanceForms.END, faults);
            MaintenanceForms.checkNotice(filled, faults);
        });
        WindowContent content = forms.content(in);
        boolean red = content.classification() == Classification.RED;
        desk.mayActFor(asker.viewer(), content.provider());
        MaintenanceDesk.mayMakeRed(asker.viewer(), red);
        WindowId id = desk.schedule(
                asker,
                red,
                next -> new ScheduleWindow(
                        next,
                        MaintenanceForms.notice(in),
                        content,
                        in.need(MaintenanceForms.START),
                        in.need(MaintenanceForms.END)));
        WindowIncidents scheduled = desk.incidents(asker.viewer(), Moment.present(asker.now()), id.value());
        return ResponseEntity.created(URI.create("/api/v1/planned-maintenance/" + id))
                .eTag(Versions.tag(scheduled.window().version()))
                .body(WindowBody.of(scheduled));
    }

    @Operation(
            summary = "Move a window",
            description =
                    "Its earlier times are kept, with when notice of each was given. What has begun can be moved only in its end.")
    @PostMapping("/{id}/moves")
    ResponseEntity<WindowBody> moveWindow(@PathVariable String id, Asker asker, Body body) {
        WindowId window = desk.own(asker.viewer(), id);
        Filled in = body.as(MaintenanceForms.MOVE, (filled, faults) -> {
            forms.check(filled, MaintenanceForms.NEW_START, MaintenanceForms.NEW_END, faults);
            MaintenanceForms.checkNotice(filled, faults);
        });
        return desk.change(
                asker,
                new MoveWindow(
                        window,
                        MaintenanceForms.notice(in),
                        in.need(MaintenanceForms.NEW_START),
                        in.need(MaintenanceForms.NEW_END),
                        in.need(REASON)));
    }

    @Operation(summary = "Amend what is said of a window", description = "What is left out stays as it is.")
    @PostMapping("/{id}/amendments")
    ResponseEntity<WindowBody> amendWindow(@PathVariable String id, Asker asker, Body body) {
        WindowId window = desk.own(asker.viewer(), id);
        Filled in = body.as(forms.amendment);
        MaintenanceDesk.mayMakeRed(asker.viewer(), in.get(MaintenanceForms.CLASSIFICATION) == Classification.RED);
        return desk.change(
                asker,
                new AmendWindow(
                        window, in.get(OCCURRED_AT), forms.changes(in), in.get(MaintenanceForms.AMENDMENT_REASON)));
    }

    @Operation(summary = "Cancel a window", description = "Before it begins. It uses no hours then.")
    @PostMapping("/{id}/cancellation")
    ResponseEntity<WindowBody> cancelWindow(@PathVariable String id, Asker asker, Body body) {
        WindowId window = desk.own(asker.viewer(), id);
        Filled in = body.as(MaintenanceForms.CANCELLATION);
        return desk.change(asker, new CancelWindow(window, in.get(OCCURRED_AT), in.need(REASON)));
    }

    @Operation(
            summary = "Record the actual hours of a window",
            description = "From then on they count, and not the scheduled ones.")
    @PostMapping("/{id}/completion")
    ResponseEntity<WindowBody> completeWindow(@PathVariable String id, Asker asker, Body body) {
        WindowId window = desk.own(asker.viewer(), id);
        Filled in = body.as(
                MaintenanceForms.COMPLETION,
                (filled, faults) ->
                        forms.check(filled, MaintenanceForms.STARTED_AT, MaintenanceForms.ENDED_AT, faults));
        return desk.change(
                asker,
                new CompleteWindow(
                        window,
                        in.get(OCCURRED_AT),
                        in.need(MaintenanceForms.STARTED_AT),
                        in.need(MaintenanceForms.ENDED_AT),
                        in.get(MaintenanceForms.COMMENT)));
    }
}
