package uk.smartenergy.incident.problem.write;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.incident.IncidentId;
import uk.smartenergy.incident.api.problem.ProblemCommand.CloseProblem;
import uk.smartenergy.incident.api.problem.ProblemEvent;
import uk.smartenergy.incident.api.problem.ProblemEvent.*;
import uk.smartenergy.incident.api.problem.ProblemPriority;
import uk.smartenergy.incident.api.shared.Refusal;

/** All that is known of a Problem as far as decisions need it, each fact at its place in time however late it was recorded. */
final class Facts {
    private Instant openedAt = Instant.EPOCH;
    /** Whether it was closed then, and why. */
    private final Told<ProblemClosed> closed = new Told<>();

    private final Map<IncidentId, Told<Boolean>> incidents = new HashMap<>();
    final Told<String> owner = new Told<>();
    final Told<String> rootCause = new Told<>();
    final Told<String> workaround = new Told<>();
    final Told<ProblemPriority> priority = new Told<>();
    final Told<LocalDate> targetDate = new Told<>();
    final Told<Fix> fix = new Told<>();

    record Fix(String reference, @Nullable LocalDate plannedFor) {}

    private Facts() {}

    static Facts none() {
        return new Facts();
    }

    void take(ProblemEvent event) {
        Instant at = event.occurredAt();
        switch (event) {
            case ProblemOpened opened -> {
                openedAt = at;
                priority.put(at, opened.priority());
            }
            case IncidentLinkedToProblem linked -> link(linked.incident(), at, true);
            case IncidentRemovedFromProblem removed -> link(removed.incident(), at, false);
            case ProblemAssigned assigned -> owner.put(at, assigned.owner());
            case RootCauseStated stated -> rootCause.put(at, stated.rootCause());
            case WorkaroundStated stated -> workaround.put(at, stated.workaround());
            case ProblemPrioritised prioritised -> priority.put(at, prioritised.priority());
            case TargetDateSet set -> targetDate.put(at, set.targetDate());
            case FixPlanned planned -> fix.put(at, new Fix(planned.fixReference(), planned.plannedFor()));
            case ProblemNoted noted -> {}
            case ProblemClosed closing -> closed.put(at, closing);
            case ProblemReopened reopened -> closed.put(at, null);
        }
    }

    private void link(IncidentId incident, Instant at, boolean linked) {
        incidents.computeIfAbsent(incident, key -> new Told<>()).put(at, linked);
    }

    boolean isLinked(IncidentId incident, Instant at) {
        Told<Boolean> told = incidents.get(incident);
        return told != null && Objects.equals(told.at(at), true);
    }

    /** Whether it was removed, and not linked since; one that was linked from the Incident's side only can be removed, too. */
    boolean wasRemoved(IncidentId incident, Instant at) {
        Told<Boolean> told = incidents.get(incident);
        return told != null && Objects.equals(told.at(at), false);
    }

    boolean isClosed() {
        return closed.last().filter(last -> closed.at(last) != null).isPresent();
    }

    /** Whether closing it like this is what stands. */
    boolean saysNothingNew(CloseProblem command, Instant at) {
        ProblemClosed standing = closed.at(closed.last().orElse(openedAt));
        return standing != null
                && (command.reason() == null || command.reason().equals(standing.reason()))
                && (command.rootCause() == null || rootCause.is(command.rootCause(), at))
                && (command.fixReference() == null || isFixedBy(command.fixReference(), at));
    }

    private boolean isFixedBy(String reference, Instant at) {
        Fix standing = fix.at(at);
        return standing != null && standing.reference().equals(reference);
    }

    /** What closing says that was not known, and the closing. */
    List<ProblemEvent> closing(CloseProblem command, Instant at) {
        List<ProblemEvent> events = new ArrayList<>();
        String cause = command.rootCause();
        if (cause != null && !rootCause.is(cause, at)) {
            events.add(new RootCauseStated(command.problemId(), at, cause));
        }
        String reference = command.fixReference();
        if (reference != null && !isFixedBy(reference, at)) {
            events.add(new FixPlanned(command.problemId(), at, reference, null));
        }
        events.add(new ProblemClosed(command.problemId(), at, command.reason()));
        return events;
    }

    void refuseBeforeOpening(Instant at) {
        if (at.isBefore(openedAt)) {
            throw new Refusal(
                    Refusal.Kind.CONFLICT,
                    "BEFORE_OPENING",
                    "The Problem was opened at " + openedAt + "; nothing happened to it before.",
                    Map.of("openedAt", openedAt.toString()));
        }
    }

    void refuseUnlessOpen(Instant at) {
        if (closed.at(at) != null) {
            throw new Refusal(
                    Refusal.Kind.CONFLICT,
                    "PROBLEM_CLOSED",
                    "The Problem was closed at that time; re-open it first.",
                    Map.of("state", "CLOSED"));
        }
    }

    /** @param done what is said to have been done to it */
    void refuseBeforeLastTurn(String done, Instant at) {
        Instant last = closed.last().orElse(openedAt);
        if (closed.last().isPresent() && !at.isAfter(last)) {
            throw new Refusal(
                    Refusal.Kind.CONFLICT,
                    "BEFORE_LAST_TURN",
                    "The Problem was " + (closed.at(last) == null ? "re-opened" : "closed") + " at " + last
                            + ", so it cannot have been " + done + " at " + at + ".",
                    Map.of("since", last.toString()));
        }
    }
}
