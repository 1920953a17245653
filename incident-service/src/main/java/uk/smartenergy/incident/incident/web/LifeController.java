package uk.smartenergy.incident.incident.web;

import static uk.smartenergy.incident.incident.web.IncidentForms.COMMENT;
import static uk.smartenergy.incident.incident.web.IncidentForms.GIVEN_REASON;
import static uk.smartenergy.incident.incident.web.IncidentForms.OCCURRED_AT;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import uk.smartenergy.incident.api.incident.ImpactChange;
import uk.smartenergy.incident.api.incident.IncidentCommand;
import uk.smartenergy.incident.api.incident.IncidentId;
import uk.smartenergy.incident.incident.web.IncidentDesk.Right;
import uk.smartenergy.incident.platform.web.Asker;
import uk.smartenergy.incident.platform.web.Body;
import uk.smartenergy.incident.platform.web.Faults;
import uk.smartenergy.incident.platform.web.Filled;

/** The life of an Incident, from its assessment to its closing; each call answers the Incident as it then stands. */
@Tag(name = "Incidents")
@RestController
@RequestMapping("/api/v1/incidents/{id}")
final class LifeController {
    private final IncidentDesk desk;
    private final IncidentForms forms;

    LifeController(IncidentDesk desk, IncidentForms forms) {
        this.desk = desk;
        this.forms = forms;
    }

    @Operation(
            summary = "Assess the impact anew",
            description = "Facts that are left out stand as they were; the category follows by the policy in force.")
    @PostMapping("/impact-assessments")
    ResponseEntity<IncidentBody> assessImpact(@PathVariable String id, Asker asker, Body body) {
        IncidentId incident = desk.mayAct(asker.viewer(), id, Right.SEES);
        Filled in = body.as(forms.flatAssessment, this::somethingIsSaid);
        ImpactChange change = IncidentForms.change(in.get(IncidentForms.CHANGED_IMPACT), in);
        return desk.change(
                asker,
                new IncidentCommand.AssessImpact(
                        incident,
                        in.get(OCCURRED_AT),
                        change,
                        in.get(forms.businessProcesses),
                        in.get(IncidentForms.REASON)));
    }

    private void somethingIsSaid(Filled in, Faults faults) {
        ImpactChange change = IncidentForms.change(in.get(IncidentForms.CHANGED_IMPACT), in);
        boolean nothing = change.equals(new ImpactChange(null, null, null, null, null, null, null));
        if (nothing && !in.has(forms.businessProcesses) && !faults.any()) {
            faults.add("/impact", "needs at least one fact, unless businessProcesses are given");
        }
    }

    @Operation(summary = "Assign a Resolver", description = "Never ends a pause and never undoes a response.")
    @PostMapping("/assignments")
    ResponseEntity<IncidentBody> assignIncident(@PathVariable String id, Asker asker, Body body) {
        IncidentId incident = desk.mayAct(asker.viewer(), id, Right.SEES);
        Filled in = body.as(IncidentForms.ASSIGNMENT);
        return desk.change(
                asker,
                new IncidentCommand.AssignIncident(
                        incident, in.get(OCCURRED_AT), in.need(IncidentForms.RESOLVER), in.get(IncidentForms.REASON)));
    }

    @Operation(summary = "Respond", description = "The Initial Response; it also ends a pause.")
    @PostMapping("/responses")
    ResponseEntity<IncidentBody> respondToIncident(@PathVariable String id, Asker asker, Body body) {
        IncidentId incident = desk.mayAct(asker.viewer(), id, Right.RESOLVES);
        Filled in = body.as(IncidentForms.REMARK);
        return desk.change(
                asker, new IncidentCommand.RespondToIncident(incident, in.get(OCCURRED_AT), in.get(COMMENT)));
    }

    @Operation(summary = "Pause", description = "The clocks stop while it waits for its raiser's information.")
    @PostMapping("/pauses")
    ResponseEntity<IncidentBody> pauseIncident(@PathVariable String id, Asker asker, Body body) {
        IncidentId incident = desk.mayAct(asker.viewer(), id, Right.RESOLVES);
        Filled in = body.as(IncidentForms.PAUSE);
        return desk.change(
                asker,
                new IncidentCommand.PauseIncident(
                        incident, in.get(OCCURRED_AT), in.need(GIVEN_REASON), in.get(IncidentForms.EVIDENCE)));
    }

    @Operation(summary = "Resume", description = "Ends a pause.")
    @PostMapping("/resumptions")
    ResponseEntity<IncidentBody> resumeIncident(@PathVariable String id, Asker asker, Body body) {
        IncidentId incident = desk.mayAct(asker.viewer(), id, Right.RESOLVES);
        Filled in = body.as(IncidentForms.REMARK);
        return desk.change(asker, new IncidentCommand.ResumeIncident(incident, in.get(OCCURRED_AT), in.get(COMMENT)));
    }

    @Operation(
            summary = "Resolve",
            description =
                    "If nobody has responded yet, this counts as the response. It closes after 3 Working Days without objection.")
    @PostMapping("/resolutions")
    ResponseEntity<IncidentBody> resolveIncident(@PathVariable String id, Asker asker, Body body) {
        IncidentId incident = desk.mayAct(asker.viewer(), id, Right.RESOLVES);
        Filled in = body.as(IncidentForms.RESOLVING);
        return desk.change(
                asker,
                new IncidentCommand.ResolveIncident(incident, in.get(OCCURRED_AT), in.need(IncidentForms.RESOLUTION)));
    }

    @Operation(summary = "Close", description = "Only what is resolved can be closed.")
    @PostMapping("/closures")
    ResponseEntity<IncidentBody> closeIncident(@PathVariable String id, Asker asker, Body body) {
        IncidentId incident = desk.mayAct(asker.viewer(), id, Right.SEES);
        Filled in = body.as(IncidentForms.REMARK);
        return desk.change(
                asker, new IncidentCommand.CloseIncident(incident, in.get(OCCURRED_AT), in.get(COMMENT), null));
    }

    @Operation(summary = "Re-open", description = "The objection to a resolution or closing; it keeps its raised date.")
    @PostMapping("/reopenings")
    ResponseEntity<IncidentBody> reopenIncident(@PathVariable String id, Asker asker, Body body) {
        IncidentId incident = desk.mayAct(asker.viewer(), id, Right.RAISED);
        Filled in = body.as(IncidentForms.REOPENING);
        return desk.change(
                asker, new IncidentCommand.ReopenIncident(incident, in.get(OCCURRED_AT), in.need(GIVEN_REASON)));
    }

    @Operation(summary = "Escalate", description = "To a level of management, up to the Panel.")
    @PostMapping("/escalations")
    ResponseEntity<IncidentBody> escalateIncident(@PathVariable String id, Asker asker, Body body) {
        IncidentId incident = desk.mayAct(asker.viewer(), id, Right.RESOLVES);
        Filled in = body.as(forms.escalation);
        return desk.change(
                asker,
                new IncidentCommand.EscalateIncident(
                        incident, in.get(OCCURRED_AT), in.need(forms.level), in.need(GIVEN_REASON)));
    }
}
