package uk.smartenergy.incident.maintenance.web;

import static uk.smartenergy.incident.maintenance.web.MaintenanceForms.OCCURRED_AT;
import static uk.smartenergy.incident.maintenance.web.MaintenanceForms.REASON;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import uk.smartenergy.incident.api.maintenance.ExceptionRequestView;
import uk.smartenergy.incident.api.maintenance.Limit;
import uk.smartenergy.incident.api.maintenance.MaintenanceCommand.DecideException;
import uk.smartenergy.incident.api.maintenance.MaintenanceCommand.GiveExceptionView;
import uk.smartenergy.incident.api.maintenance.MaintenanceCommand.RequestException;
import uk.smartenergy.incident.api.maintenance.MaintenanceCommand.WithdrawException;
import uk.smartenergy.incident.api.maintenance.MaintenanceQuery.WindowIncidents;
import uk.smartenergy.incident.api.maintenance.WindowId;
import uk.smartenergy.incident.api.shared.Moment;
import uk.smartenergy.incident.api.shared.Role;
import uk.smartenergy.incident.api.shared.Viewer;
import uk.smartenergy.incident.platform.web.Asker;
import uk.smartenergy.incident.platform.web.Body;
import uk.smartenergy.incident.platform.web.Creates;
import uk.smartenergy.incident.platform.web.Filled;
import uk.smartenergy.incident.platform.web.Inquiry;
import uk.smartenergy.incident.platform.web.Problem;
import uk.smartenergy.incident.platform.web.Versions;

/** Requests that the Panel except a window from limits, the views on them, and what the Panel decided. */
@Tag(name = "Planned Maintenance")
@RestController
@RequestMapping("/api/v1/planned-maintenance/{id}/exception-requests")
final class ExceptionsController {
    private final MaintenanceDesk desk;

    ExceptionsController(MaintenanceDesk desk) {
        this.desk = desk;
    }

    record ExceptionList(
            List<ExceptionRequestView> items, @Nullable String nextCursor, long total) {}

    @Operation(
            summary = "Ask the Panel for an exception",
            description = "From the named limits, for the window as it stands when the Panel decides.")
    @Creates
    @PostMapping
    ResponseEntity<WindowBody> requestException(@PathVariable String id, Asker asker, Body body) {
        WindowId window = desk.own(asker.viewer(), id);
        Filled in = body.as(MaintenanceForms.EXCEPTION);
        List<Limit> limits = in.need(MaintenanceForms.LIMITS);
        desk.send(asker, new RequestException(window, in.get(OCCURRED_AT), limits, in.need(REASON)));
        WindowIncidents after = desk.incidents(asker.viewer(), Moment.present(asker.now()), id);
        int number = after.window().exceptionRequests().stream()
                .filter(one -> Set.copyOf(one.limits()).equals(Set.copyOf(limits)))
                .mapToInt(ExceptionRequestView::number)
                .max()
                .orElseThrow();
        return ResponseEntity.created(
                        URI.create("/api/v1/planned-maintenance/" + window + "/exception-requests/" + number))
                .eTag(Versions.tag(after.window().version()))
                .body(WindowBody.of(after));
    }

    @Operation(
            summary = "Give a view on a request",
            description =
                    "The Chair of the Ops Group asks its members for material views, which feed into the Panel's decision.")
    @PostMapping("/{number}/views")
    ResponseEntity<WindowBody> giveExceptionView(
            @PathVariable String id, @PathVariable String number, Asker asker, Body body) {
        int request = existing(asker, id, number);
        Filled in = body.as(MaintenanceForms.EXCEPTION_VIEW);
        return desk.change(
                asker,
                new GiveExceptionView(
                        new WindowId(id),
                        in.get(OCCURRED_AT),
                        request,
                        nameOf(asker.viewer()),
                        in.need(MaintenanceForms.VIEW),
                        in.get(MaintenanceForms.SUPPORTS)));
    }

    @Operation(summary = "Record the Panel's decision on a request", description = "Once, by SECAS.")
    @PostMapping("/{number}/decision")
    ResponseEntity<WindowBody> decideException(
            @PathVariable String id, @PathVariable String number, Asker asker, Body body) {
        int request = existing(asker, id, number);
        Filled in = body.as(MaintenanceForms.EXCEPTION_DECISION);
        return desk.change(
                asker,
                new DecideException(
                        new WindowId(id),
                        in.get(OCCURRED_AT),
                        request,
                        in.need(MaintenanceForms.DECISION),
                        in.need(REASON)));
    }

    @Operation(summary = "Withdraw a request")
    @PostMapping("/{number}/withdrawal")
    ResponseEntity<WindowBody> withdrawException(
            @PathVariable String id, @PathVariable String number, Asker asker, Body body) {
        WindowId window = desk.own(asker.viewer(), id);
        int request = existing(asker, id, number);
        Filled in = body.as(MaintenanceForms.WITHDRAWAL);
        return desk.change(asker, new WithdrawException(window, in.get(OCCURRED_AT), request, in.need(REASON)));
    }

    @Operation(summary = "The requests for exceptions of a window")
    @GetMapping
    ExceptionList findExceptionRequests(@PathVariable String id, Inquiry inquiry) {
        List<ExceptionRequestView> all =
                desk.get(inquiry.viewer(), inquiry.moment(), id).exceptionRequests();
        return new ExceptionList(all, null, all.size());
    }

    @Operation(summary = "One request, with its views and the decision")
    @GetMapping("/{number}")
    ExceptionRequestView getExceptionRequest(@PathVariable String id, @PathVariable String number, Inquiry inquiry) {
        return find(desk.get(inquiry.viewer(), inquiry.moment(), id).exceptionRequests(), number);
    }

    /** The number of a request that is there. */
    private int existing(Asker asker, String id, String number) {
        return find(desk.get(asker.viewer(), Moment.present(asker.now()), id).exceptionRequests(), number)
                .number();
    }

    private static ExceptionRequestView find(List<ExceptionRequestView> all, String number) {
        return all.stream()
                .filter(one -> String.valueOf(one.number()).equals(number))
                .findFirst()
                .orElseThrow(() -> Problem.of(404, "EXCEPTION_NOT_FOUND", "The window has no such request"));
    }

    private static String nameOf(Viewer viewer) {
        String party = viewer.party();
        if (party != null) {
            return party;
        }
        return viewer.is(Role.OPS_GROUP) ? "Operations Group" : "SECAS";
    }
}
