package uk.smartenergy.incident.problem.web;

import static uk.smartenergy.incident.problem.web.ProblemForms.OCCURRED_AT;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import uk.smartenergy.incident.api.problem.ProblemCommand;
import uk.smartenergy.incident.api.problem.ProblemId;
import uk.smartenergy.incident.platform.web.Asker;
import uk.smartenergy.incident.platform.web.Body;
import uk.smartenergy.incident.platform.web.Filled;
import uk.smartenergy.incident.platform.web.Form;

/** The life of a Problem, from its first Incident to its closing; each call answers the Problem as it then stands. */
@Tag(name = "Problems")
@RestController
@RequestMapping("/api/v1/problems/{id}")
final class ProblemLifeController {
    private static final String TARGET_DATE = ProblemForms.NEW_TARGET_DATE.name();

    private final ProblemDesk desk;

    ProblemLifeController(ProblemDesk desk) {
        this.desk = desk;
    }

    @Operation(
            summary = "Link an Incident to a Problem",
            description = "An Incident that was linked from its own side is among them already.")
    @PostMapping("/incidents")
    ResponseEntity<ProblemBody> linkIncidentToProblem(@PathVariable String id, Asker asker, Body body) {
        ProblemId problem = desk.mayAct(asker.viewer(), asker, id);
        Filled in = namingIncident(asker, body, ProblemForms.LINK, problem);
        return desk.change(
                asker,
                new ProblemCommand.LinkIncidentToProblem(
                        problem, in.get(OCCURRED_AT), in.need(ProblemForms.INCIDENT), in.get(ProblemForms.COMMENT)));
    }

    private Filled namingIncident(Asker asker, Body body, Form form, ProblemId problem) {
        return body.as(form, (filled, faults) -> {
            if (filled.has(ProblemForms.INCIDENT)) {
                desk.mayBeLinked(
                        asker.viewer(), filled.need(ProblemForms.INCIDENT), problem.isDrawn(), "/incident", faults);
            }
        });
    }

    @Operation(summary = "Take an Incident off a Problem", description = "From whichever side it was linked.")
    @PostMapping("/removals")
    ResponseEntity<ProblemBody> removeIncidentFromProblem(@PathVariable String id, Asker asker, Body body) {
        ProblemId problem = desk.mayAct(asker.viewer(), asker, id);
        Filled in = namingIncident(asker, body, ProblemForms.REMOVAL, problem);
        return desk.change(
                asker,
                new ProblemCommand.RemoveIncidentFromProblem(
                        problem, in.get(OCCURRED_AT), in.need(ProblemForms.INCIDENT), in.get(ProblemForms.WHY)));
    }

    @Operation(summary = "Give a Problem to an owner")
    @PostMapping("/assignments")
    ResponseEntity<ProblemBody> assignProblem(@PathVariable String id, Asker asker, Body body) {
        ProblemId problem = desk.mayAct(asker.viewer(), asker, id);
        Filled in = body.as(ProblemForms.ASSIGNMENT);
        return desk.change(
                asker,
                new ProblemCommand.AssignProblem(
                        problem, in.get(OCCURRED_AT), in.need(ProblemForms.GIVEN_OWNER), in.get(ProblemForms.WHY)));
    }

    @Operation(summary = "State the root cause", description = "Stated again, the last one holds; all are kept.")
    @PostMapping("/root-causes")
    ResponseEntity<ProblemBody> stateRootCause(@PathVariable String id, Asker asker, Body body) {
        ProblemId problem = desk.mayWorkOn(asker, id);
        Filled in = body.as(ProblemForms.ROOT_CAUSES);
        return desk.change(
                asker,
                new ProblemCommand.StateRootCause(problem, in.get(OCCURRED_AT), in.need(ProblemForms.GIVEN_CAUSE)));
    }

    @Operation(
            summary = "State a workaround",
            description = "Makes it a known error: the workaround is offered where a like Incident is raised.")
    @PostMapping("/workarounds")
    ResponseEntity<ProblemBody> stateWorkaround(@PathVariable String id, Asker asker, Body body) {
        ProblemId problem = desk.mayWorkOn(asker, id);
        Filled in = body.as(ProblemForms.WORKAROUNDS);
        return desk.change(
                asker,
                new ProblemCommand.StateWorkaround(
                        problem, in.get(OCCURRED_AT), in.need(ProblemForms.GIVEN_WORKAROUND)));
    }

    @Operation(summary = "Change the priority of a Problem")
    @PostMapping("/priorities")
    ResponseEntity<ProblemBody> prioritiseProblem(@PathVariable String id, Asker asker, Body body) {
        ProblemId problem = desk.mayAct(asker.viewer(), asker, id);
        Filled in = body.as(ProblemForms.PRIORITIES);
        return desk.change(
                asker,
                new ProblemCommand.PrioritiseProblem(
                        problem, in.get(OCCURRED_AT), in.need(ProblemForms.GIVEN_PRIORITY), in.get(ProblemForms.WHY)));
    }

    @Operation(
            summary = "Set, put off or give up the target date",
            description = "Every slip is kept: from, to, by how many days, why, who and when.")
    @PostMapping("/target-dates")
    ResponseEntity<ProblemBody> setTargetDate(@PathVariable String id, Asker asker, Body body) {
        ProblemId problem = desk.mayWorkOn(asker, id);
        Filled in = body.as(ProblemForms.TARGET_DATES, (filled, faults) -> {
            if (!body.json().has(TARGET_DATE)) {
                faults.add("/" + TARGET_DATE, "is required; null means that there is no timescale");
            }
        });
        return desk.change(
                asker,
                new ProblemCommand.SetTargetDate(
                        problem, in.get(OCCURRED_AT), in.get(ProblemForms.NEW_TARGET_DATE), in.get(ProblemForms.WHY)));
    }

    @Operation(summary = "Name the Change that puts it right")
    @PostMapping("/fixes")
    ResponseEntity<ProblemBody> planFix(@PathVariable String id, Asker asker, Body body) {
        ProblemId problem = desk.mayWorkOn(asker, id);
        Filled in = body.as(ProblemForms.FIXES);
        return desk.change(
                asker,
                new ProblemCommand.PlanFix(
                        problem,
                        in.get(OCCURRED_AT),
                        in.need(ProblemForms.GIVEN_FIX),
                        in.get(ProblemForms.PLANNED_FOR)));
    }

    @Operation(summary = "Add a note to a Problem")
    @PostMapping("/notes")
    ResponseEntity<ProblemBody> noteOnProblem(@PathVariable String id, Asker asker, Body body) {
        ProblemId problem = desk.mayWorkOn(asker, id);
        Filled in = body.as(ProblemForms.NOTES);
        return desk.change(
                asker, new ProblemCommand.NoteOnProblem(problem, in.get(OCCURRED_AT), in.need(ProblemForms.NOTE)));
    }

    @Operation(
            summary = "Close a Problem",
            description = "It needs a root cause, known already or given here, or a stated reason.")
    @PostMapping("/closures")
    ResponseEntity<ProblemBody> closeProblem(@PathVariable String id, Asker asker, Body body) {
        ProblemId problem = desk.mayAct(asker.viewer(), asker, id);
        Filled in = body.as(ProblemForms.CLOSURE);
        return desk.change(
                asker,
                new ProblemCommand.CloseProblem(
                        problem,
                        in.get(OCCURRED_AT),
                        in.get(ProblemForms.ROOT_CAUSE),
                        in.get(ProblemForms.WHY),
                        in.get(ProblemForms.FIX_REFERENCE)));
    }

    @Operation(summary = "Re-open a closed Problem")
    @PostMapping("/reopenings")
    ResponseEntity<ProblemBody> reopenProblem(@PathVariable String id, Asker asker, Body body) {
        ProblemId problem = desk.mayAct(asker.viewer(), asker, id);
        Filled in = body.as(ProblemForms.REOPENING);
        return desk.change(
                asker, new ProblemCommand.ReopenProblem(problem, in.get(OCCURRED_AT), in.need(ProblemForms.GIVEN_WHY)));
    }
}
