package uk.smartenergy.incident.maintenance.web;

import static uk.smartenergy.incident.maintenance.web.MaintenanceForms.OCCURRED_AT;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import uk.smartenergy.incident.api.incident.Accepted;
import uk.smartenergy.incident.api.incident.IncidentCommand.LinkIncident;
import uk.smartenergy.incident.api.incident.IncidentId;
import uk.smartenergy.incident.api.incident.IncidentQuery.GetIncidentAccess;
import uk.smartenergy.incident.api.incident.IncidentQuery.IncidentAccess;
import uk.smartenergy.incident.api.incident.LinkType;
import uk.smartenergy.incident.api.maintenance.MaintenanceCommand.DismissSuggestion;
import uk.smartenergy.incident.api.maintenance.MaintenanceQuery.Dismissed;
import uk.smartenergy.incident.api.maintenance.MaintenanceQuery.WindowAccess;
import uk.smartenergy.incident.api.maintenance.MaintenanceQuery.WindowIncidents;
import uk.smartenergy.incident.api.maintenance.WindowIncident;
import uk.smartenergy.incident.api.shared.Moment;
import uk.smartenergy.incident.platform.messaging.Messages;
import uk.smartenergy.incident.platform.web.Asker;
import uk.smartenergy.incident.platform.web.Body;
import uk.smartenergy.incident.platform.web.Filled;
import uk.smartenergy.incident.platform.web.Inquiry;
import uk.smartenergy.incident.platform.web.Problem;
import uk.smartenergy.incident.platform.web.Sender;

/** The Incidents that have to do with a window. That they are linked is on record at the Incident, so that it is said once. */
@Tag(name = "Planned Maintenance")
@RestController
@RequestMapping("/api/v1/planned-maintenance/{id}")
final class WindowIncidentsController {
    private final Messages messages;
    private final Sender sender;
    private final MaintenanceDesk desk;

    WindowIncidentsController(Messages messages, Sender sender, MaintenanceDesk desk) {
        this.messages = messages;
        this.sender = sender;
        this.desk = desk;
    }

    /** @param dismissed those that somebody judged to have nothing to do with the window */
    record SuggestionList(
            List<WindowIncident> items, @Nullable String nextCursor, long total, List<Dismissed> dismissed) {}

    @Operation(
            summary = "Incidents that may have to do with a window",
            description =
                    "Raised during it, or soon after, with a service, a region or the provider in common; each with why.")
    @GetMapping("/incident-suggestions")
    SuggestionList findIncidentSuggestions(@PathVariable String id, Inquiry inquiry) {
        WindowIncidents all = desk.incidents(inquiry.viewer(), inquiry.moment(), id);
        return new SuggestionList(all.suggested(), null, all.suggested().size(), all.dismissed());
    }

    @Operation(
            summary = "Link an Incident with a window",
            description =
                    "Whether it was suggested or not. The Incident shows the link too; who links it there, links it here.")
    @PostMapping("/incidents")
    ResponseEntity<WindowBody> acceptWindowIncident(@PathVariable String id, Asker asker, Body body) {
        WindowAccess window = unchanged(asker, desk.access(asker.viewer(), id));
        Filled in = body.as(MaintenanceForms.LINK);
        IncidentAccess incident = messages.ask(
                        new GetIncidentAccess(asker.viewer(), in.need(MaintenanceForms.INCIDENT)))
                .orElseThrow(() -> Problem.invalid("/incident", "is not the reference of an Incident that is there"));
        if (incident.red() != window.red()) {
            throw Problem.invalid("/incident", "cannot be linked: what is RED is linked only with what is RED");
        }
        sender.<Accepted>send(
                new LinkIncident(
                        incident.incidentId(),
                        in.get(OCCURRED_AT),
                        LinkType.MAINTENANCE_WINDOW,
                        id,
                        in.get(MaintenanceForms.COMMENT)),
                // The version that the caller has seen is the window's.
                new Asker(asker.viewer(), asker.now(), null, asker.repeat()),
                incident.incidentId().value());
        return MaintenanceDesk.answer(desk.incidents(asker.viewer(), Moment.present(asker.now()), id));
    }

    @Operation(
            summary = "Judge that an Incident has nothing to do with a window",
            description = "It is suggested no more.")
    @PostMapping("/incident-suggestions/{incidentId}/dismissal")
    ResponseEntity<WindowBody> dismissIncidentSuggestion(
            @PathVariable String id, @PathVariable String incidentId, Asker asker, Body body) {
        WindowAccess window = desk.access(asker.viewer(), id);
        IncidentAccess incident = Optional.of(incidentId)
                .filter(IncidentId::isValid)
                .flatMap(known -> messages.ask(new GetIncidentAccess(asker.viewer(), new IncidentId(known))))
                .filter(access -> access.red() == window.red())
                .orElseThrow(() -> Problem.of(404, "SUGGESTION_NOT_FOUND", "There is no such suggestion"));
        Filled in = body.as(MaintenanceForms.DISMISSAL);
        return desk.change(
                asker,
                new DismissSuggestion(
                        window.windowId(),
                        in.get(OCCURRED_AT),
                        incident.incidentId(),
                        in.need(MaintenanceForms.REASON)));
    }

    private static WindowAccess unchanged(Asker asker, WindowAccess window) {
        Long expected = asker.expectedVersion();
        if (expected != null && expected != window.version()) {
            throw Problem.of(412, "STALE_VERSION", "It has changed since you looked");
        }
        return window;
    }
}
