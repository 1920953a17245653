package uk.smartenergy.incident.problem.write;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import uk.smartenergy.incident.api.incident.IncidentId;
import uk.smartenergy.incident.api.problem.ProblemCommand.Beginnings;
import uk.smartenergy.incident.api.problem.ProblemCommand.OpenProblem;
import uk.smartenergy.incident.api.problem.ProblemEvent;
import uk.smartenergy.incident.api.problem.ProblemEvent.*;
import uk.smartenergy.incident.api.problem.ProblemId;
import uk.smartenergy.incident.api.shared.Classification;
import uk.smartenergy.incident.api.shared.Refusal;

/** What becomes of the wish to open a Problem. */
final class Opening {
    private Opening() {}

    static List<ProblemEvent> events(OpenProblem command, Instant at) {
        ProblemId id = command.problemId();
        refuseWrongReference(command);
        Beginnings beginnings = command.beginnings();
        beginnings.incidents().forEach(incident -> refuseRedWithOthers(id, incident));
        List<ProblemEvent> events = new ArrayList<>();
        events.add(new ProblemOpened(
                id,
                at,
                command.title(),
                command.description(),
                command.reason(),
                command.services(),
                command.regions(),
                command.businessProcesses(),
                command.priority(),
                command.symptoms(),
                command.classification(),
                command.suggestion()));
        beginnings.incidents().forEach(incident -> events.add(new IncidentLinkedToProblem(id, at, incident, null)));
        if (beginnings.owner() != null) {
            events.add(new ProblemAssigned(id, at, beginnings.owner(), null));
        }
        if (beginnings.rootCause() != null) {
            events.add(new RootCauseStated(id, at, beginnings.rootCause()));
        }
        if (beginnings.workaround() != null) {
            events.add(new WorkaroundStated(id, at, beginnings.workaround()));
        }
        if (beginnings.targetDate() != null) {
            events.add(new TargetDateSet(id, at, beginnings.targetDate(), null));
        }
        if (beginnings.fixReference() != null) {
            events.add(new FixPlanned(id, at, beginnings.fixReference(), null));
        }
        return events;
    }

    /** References of RED Problems are drawn by lot, and no others are. */
    private static void refuseWrongReference(OpenProblem command) {
        if ((command.classification() == Classification.RED)
                != command.problemId().isDrawn()) {
            throw new IllegalArgumentException(
                    "The reference " + command.problemId() + " is not one for " + command.classification());
        }
    }

    /** RED Incidents have references of their own, so this needs no knowledge of the Incident. */
    static void refuseRedWithOthers(ProblemId problem, IncidentId incident) {
        if (problem.isDrawn() != incident.isDrawn()) {
            throw new Refusal(
                    Refusal.Kind.CONFLICT,
                    "RED_WITH_RED_ONLY",
                    "What is RED is linked only with what is RED.",
                    Map.of());
        }
    }
}
