package uk.smartenergy.incident.incident.web;

import static uk.smartenergy.incident.incident.web.IncidentForms.CLASSIFICATION;
import static uk.smartenergy.incident.incident.web.IncidentForms.DESCRIPTION;
import static uk.smartenergy.incident.incident.web.IncidentForms.DEVICE;
import static uk.smartenergy.incident.incident.web.IncidentForms.EXTERNAL_REFERENCE;
import static uk.smartenergy.incident.incident.web.IncidentForms.IMPACT;
import static uk.smartenergy.incident.incident.web.IncidentForms.LINK_TYPE;
import static uk.smartenergy.incident.incident.web.IncidentForms.OCCURRED_AT;
import static uk.smartenergy.incident.incident.web.IncidentForms.PROPOSED_CATEGORY;
import static uk.smartenergy.incident.incident.web.IncidentForms.RAISED_BY;
import static uk.smartenergy.incident.incident.web.IncidentForms.RELATED;
import static uk.smartenergy.incident.incident.web.IncidentForms.SUMMARY;
import static uk.smartenergy.incident.incident.web.IncidentForms.TARGET;
import static uk.smartenergy.incident.incident.web.IncidentForms.TRIAGE;
import static uk.smartenergy.incident.incident.web.IncidentForms.TYPE;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import uk.smartenergy.incident.api.incident.IncidentCommand;
import uk.smartenergy.incident.api.incident.IncidentDetail;
import uk.smartenergy.incident.api.incident.IncidentId;
import uk.smartenergy.incident.api.incident.IncidentQuery.IncidentAccess;
import uk.smartenergy.incident.api.incident.IncidentType;
import uk.smartenergy.incident.api.incident.LinkType;
import uk.smartenergy.incident.api.maintenance.MaintenanceQuery;
import uk.smartenergy.incident.api.maintenance.WindowId;
import uk.smartenergy.incident.api.shared.Classification;
import uk.smartenergy.incident.api.shared.Moment;
import uk.smartenergy.incident.api.shared.Reference;
import uk.smartenergy.incident.api.shared.Viewer;
import uk.smartenergy.incident.platform.messaging.Messages;
import uk.smartenergy.incident.platform.web.Asker;
import uk.smartenergy.incident.platform.web.Body;
import uk.smartenergy.incident.platform.web.Creates;
import uk.smartenergy.incident.platform.web.Faults;
import uk.smartenergy.incident.platform.web.Filled;
import uk.smartenergy.incident.platform.web.Problem;
import uk.smartenergy.incident.platform.web.Versions;

/** Raises Incidents and links them to other records. */
@Tag(name = "Incidents", description = "Raising Incidents, and what happens to them.")
@RestController
@RequestMapping("/api/v1/incidents")
final class RaisingController {
    private static final String NOT_THERE = "is not the reference of an Incident that is there";

    private final IncidentDesk desk;
    private final IncidentForms forms;
    private final Messages messages;

    RaisingController(IncidentDesk desk, IncidentForms forms, Messages messages) {
        this.desk = desk;
        this.forms = forms;
        this.messages = messages;
    }

    @Operation(
            summary = "Raise an Incident",
            description =
                    "The category follows from the impact by the policy in force. Answers the Incident with its reference.")
    @Creates
    @PostMapping
    ResponseEntity<IncidentBody> raiseIncident(Asker asker, Body body) {
        if (asker.expectedVersion() != null) {
            throw Problem.of(412, "STALE_VERSION", "What is yet to be raised has no version that If-Match could name");
        }
        Filled in = body.as(forms.raising, (filled, faults) -> relatedAreThere(asker.viewer(), filled, faults));
        boolean red = isRed(in);
        desk.mayRaise(asker.viewer(), in.need(RAISED_BY).party(), red);
        IncidentId id = desk.raise(asker, red, next -> command(next, in, red));
        IncidentDetail raised = desk.get(asker, id);
        return ResponseEntity.created(URI.create("/api/v1/incidents/" + id))
                .eTag(Versions.tag(raised.overview().version()))
                .body(desk.body(asker.viewer(), Moment.present(asker.now()), raised));
    }

    @Operation(
            summary = "Link an Incident",
            description = "To another Incident, a Problem (PBI and 12 digits), or a window of Planned Maintenance.")
    @PostMapping("/{id}/links")
    ResponseEntity<IncidentBody> linkIncident(@PathVariable String id, Asker asker, Body body) {
        IncidentId incident = desk.mayAct(asker.viewer(), id, IncidentDesk.Right.SEES);
        Filled in = body.as(
                IncidentForms.LINK, (filled, faults) -> targetIsThere(asker.viewer(), incident, filled, faults));
        return desk.change(
                asker,
                new IncidentCommand.LinkIncident(
                        incident,
                        in.get(OCCURRED_AT),
                        in.need(LINK_TYPE),
                        in.need(TARGET),
                        in.get(IncidentForms.COMMENT)));
    }

    private IncidentCommand.RaiseIncident command(IncidentId id, Filled in, boolean red) {
        return new IncidentCommand.RaiseIncident(
                id,
                in.get(OCCURRED_AT),
                in.need(SUMMARY),
                in.get(DESCRIPTION),
                in.need(TYPE),
                in.need(RAISED_BY),
                in.all(forms.services),
                in.all(forms.businessProcesses),
                in.get(forms.region),
                in.get(DEVICE),
                in.need(IMPACT),
                null,
                in.get(PROPOSED_CATEGORY),
                in.get(TRIAGE),
                in.all(RELATED),
                in.get(EXTERNAL_REFERENCE),
                red ? Classification.RED : in.or(CLASSIFICATION, Classification.GREEN));
    }

    private static boolean isRed(Filled in) {
        return in.get(TYPE) == IncidentType.SECURITY || in.get(CLASSIFICATION) == Classification.RED;
    }

    private void relatedAreThere(Viewer viewer, Filled in, Faults faults) {
        List<IncidentId> related = in.all(RELATED);
        for (int i = 0; i < related.size(); i++) {
            isThere(viewer, related.get(i), isRed(in), "/relatedIncidents/" + i, faults);
        }
    }

    private void targetIsThere(Viewer viewer, IncidentId from, Filled in, Faults faults) {
        LinkType type = in.get(LINK_TYPE);
        String target = in.get(TARGET);
        if (type == null || target == null) {
            return;
        }
        if (type == LinkType.PROBLEM && !target.matches("PBI\\d{12}")) {
            faults.add("/target", "must be the reference of a Problem, PBI and 12 digits");
        } else if (type == LinkType.PROBLEM && Reference.isDrawn(target) != from.isDrawn()) {
            faults.add("/target", "must be the reference of a Problem; what is RED is linked only with what is RED");
        } else if (type.isToIncident() && target.equals(from.value())) {
            faults.add("/target", "must be another Incident");
        } else if (type.isToIncident()) {
            boolean red =
                    desk.access(viewer, from).filter(access -> access.red()).isPresent();
            IncidentForms.id(target)
                    .ifPresentOrElse(
                            id -> isThere(viewer, id, red, "/target", faults), () -> faults.add("/target", NOT_THERE));
        } else if (type == LinkType.MAINTENANCE_WINDOW) {
            windowIsThere(viewer, from, target, faults);
        }
    }

    /** A window shows the Incidents that are linked with it; what is RED is linked only with what is RED. */
    private void windowIsThere(Viewer viewer, IncidentId from, String target, Faults faults) {
        Optional<MaintenanceQuery.WindowAccess> window = Optional.of(target)
                .filter(WindowId::isValid)
                .flatMap(known -> messages.ask(new MaintenanceQuery.GetWindowAccess(viewer, new WindowId(known))));
        boolean red = desk.access(viewer, from).filter(IncidentAccess::red).isPresent();
        if (window.isEmpty()) {
            faults.add("/target", "is not the reference of a window of Planned Maintenance that is there");
        } else if (window.get().red() != red) {
            faults.add("/target", "cannot be linked: what is RED is linked only with what is RED");
        }
    }

    /** A RED Incident may be named by RED ones only: the name alone would tell others that it exists. */
    private void isThere(Viewer viewer, IncidentId id, boolean fromRed, String pointer, Faults faults) {
        Optional<IncidentAccess> named = desk.access(viewer, id);
        if (named.isEmpty()) {
            faults.add(pointer, NOT_THERE);
        } else if (named.get().red() && !fromRed) {
            faults.add(pointer, "is RED, and only a RED Incident may name it");
        }
    }
}
