package uk.smartenergy.incident.maintenance.write;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import uk.smartenergy.incident.api.maintenance.Limit;
import uk.smartenergy.incident.api.maintenance.MaintenanceCommand;
import uk.smartenergy.incident.api.maintenance.MaintenanceCommand.AmendWindow;
import uk.smartenergy.incident.api.maintenance.MaintenanceCommand.CancelWindow;
import uk.smartenergy.incident.api.maintenance.MaintenanceCommand.CompleteWindow;
import uk.smartenergy.incident.api.maintenance.MaintenanceCommand.DecideException;
import uk.smartenergy.incident.api.maintenance.MaintenanceCommand.DismissSuggestion;
import uk.smartenergy.incident.api.maintenance.MaintenanceCommand.GiveExceptionView;
import uk.smartenergy.incident.api.maintenance.MaintenanceCommand.MoveWindow;
import uk.smartenergy.incident.api.maintenance.MaintenanceCommand.RequestException;
import uk.smartenergy.incident.api.maintenance.MaintenanceCommand.ScheduleWindow;
import uk.smartenergy.incident.api.maintenance.MaintenanceCommand.WithdrawException;
import uk.smartenergy.incident.api.maintenance.MaintenanceEvent;
import uk.smartenergy.incident.api.maintenance.MaintenanceEvent.ExceptionDecided;
import uk.smartenergy.incident.api.maintenance.MaintenanceEvent.ExceptionRequested;
import uk.smartenergy.incident.api.maintenance.MaintenanceEvent.ExceptionViewGiven;
import uk.smartenergy.incident.api.maintenance.MaintenanceEvent.ExceptionWithdrawn;
import uk.smartenergy.incident.api.maintenance.MaintenanceEvent.SuggestionDismissed;
import uk.smartenergy.incident.api.maintenance.MaintenanceEvent.WindowAmended;
import uk.smartenergy.incident.api.maintenance.MaintenanceEvent.WindowCancelled;
import uk.smartenergy.incident.api.maintenance.MaintenanceEvent.WindowCompleted;
import uk.smartenergy.incident.api.maintenance.MaintenanceEvent.WindowMoved;
import uk.smartenergy.incident.api.maintenance.MaintenanceEvent.WindowScheduled;
import uk.smartenergy.incident.api.maintenance.WindowContent;
import uk.smartenergy.incident.api.shared.Classification;
import uk.smartenergy.incident.maintenance.write.WindowLife.Plan;
import uk.smartenergy.incident.maintenance.write.WindowLife.Request;
import uk.smartenergy.incident.maintenance.write.WindowLife.View;
import uk.smartenergy.incident.platform.deciding.Recording;
import uk.smartenergy.incident.platform.reference.MaintenanceRules;
import uk.smartenergy.incident.platform.reference.WorkingDays;

/**
 * What a command on a window leads to; nothing if it is so already.
 *
 * <ul>
 *   <li>A window ends after it begins, and is no longer than the reference data allow. Broken limits of the Code refuse nothing.
 *   <li>What has begun can be moved only in its end; what is over, cancelled or completed is moved no more.
 *   <li>What has begun is not cancelled but completed, with its actual hours, so that its time is not forgotten.
 *   <li>The Panel decides once on a request, after it was made; and nothing is said to it after that.
 *   <li>What is RED is so from the beginning, since its reference is one drawn by lot; and it stays so.
 * </ul>
 */
final class WindowRules {
    private final MaintenanceRules rules;

    WindowRules(MaintenanceRules rules) {
        this.rules = rules;
    }

    List<MaintenanceEvent> decide(WindowLife life, MaintenanceCommand command, Recording recording) {
        if (command instanceof ScheduleWindow schedule) {
            return schedule(schedule, recording.at(schedule.occurredAt()));
        }
        Instant at = command.occurredAt() == null && recording.now().isBefore(life.latest())
                ? life.latest()
                : recording.at(command.occurredAt());
        if (at.isBefore(life.scheduled().scheduledAt())) {
            throw Refusals.tooEarly(
                    at, "notice of the window was given", life.scheduled().scheduledAt());
        }
        return switch (command) {
            case ScheduleWindow again -> List.of();
            case MoveWindow move -> move(life, move, at);
            case AmendWindow amend -> amend(life, amend, at);
            case CancelWindow cancel -> cancel(life, cancel, at);
            case CompleteWindow complete -> complete(life, complete, at);
            case RequestException request -> request(life, request, at);
            case GiveExceptionView give -> view(life, give, at);
            case DecideException decide -> decide(life, decide, at);
            case WithdrawException withdraw -> withdraw(life, withdraw, at);
            case DismissSuggestion dismiss ->
                life.dismissed().contains(dismiss.incident())
                        ? List.of()
                        : List.of(
                                new SuggestionDismissed(dismiss.windowId(), at, dismiss.incident(), dismiss.reason()));
        };
    }

    private List<MaintenanceEvent> schedule(ScheduleWindow schedule, Instant at) {
        refuseImpossible(schedule.start(), schedule.end());
        return List.of(
                new WindowScheduled(schedule.windowId(), at, schedule.content(), schedule.start(), schedule.end()));
    }

    private List<MaintenanceEvent> move(WindowLife life, MoveWindow move, Instant at) {
        Plan plan = standing(life);
        if (plan.isAt(move.start(), move.end())) {
            return List.of();
        }
        refuseImpossible(move.start(), move.end());
        refuseIfOver(life, at, "moved");
        if (!at.isBefore(plan.start()) && !move.start().equals(plan.start())) {
            throw Refusals.begun(plan.start(), "only its end can be moved");
        }
        return List.of(new WindowMoved(move.windowId(), at, move.start(), move.end(), move.reason()));
    }

    private List<MaintenanceEvent> amend(WindowLife life, AmendWindow amend, Instant at) {
        WindowContent before = standing(life).content();
        WindowContent after = amend.changes().madeTo(before);
        if (after.equals(before)) {
            return List.of();
        }
        if ((after.classification() == Classification.RED) != (before.classification() == Classification.RED)) {
            throw Refusals.redFromTheBeginning();
        }
        return List.of(new WindowAmended(amend.windowId(), at, after, amend.reason()));
    }

    private List<MaintenanceEvent> cancel(WindowLife life, CancelWindow cancel, Instant at) {
        if (life.cancelled()) {
            return List.of();
        }
        refuseIfOver(life, at, "cancelled");
        if (!at.isBefore(life.scheduled().start())) {
            throw Refusals.begun(life.scheduled().start(), "record its actual hours instead of cancelling it");
        }
        return List.of(new WindowCancelled(cancel.windowId(), at, cancel.reason()));
    }

    private List<MaintenanceEvent> complete(WindowLife life, CompleteWindow complete, Instant at) {
        standing(life);
        WindowCompleted before = life.completed();
        if (before != null
                && before.startedAt().equals(complete.startedAt())
                && before.endedAt().equals(complete.endedAt())) {
            return List.of();
        }
        if (before != null) {
            throw Refusals.conflict("WINDOW_COMPLETED", "Its actual hours are on record already.");
        }
        refuseImpossible(complete.startedAt(), complete.endedAt());
        if (complete.endedAt().isAfter(at)) {
            throw Refusals.tooEarly(at, "the maintenance ended", complete.endedAt());
        }
        return List.of(new WindowCompleted(
                complete.windowId(), at, complete.startedAt(), complete.endedAt(), complete.comment()));
    }

    private List<MaintenanceEvent> request(WindowLife life, RequestException request, Instant at) {
        Plan plan = standing(life);
        Set<Limit> limits = Set.copyOf(request.limits());
        if (life.requests().stream()
                .anyMatch(one -> one.isOpen() && one.limits().equals(limits))) {
            return List.of();
        }
        if (at.isBefore(plan.givenAt())) {
            throw Refusals.tooEarly(at, "notice of the time as it stands was given", plan.givenAt());
        }
        int number = life.requests().size() + 1;
        return List.of(new ExceptionRequested(request.windowId(), at, number, request.limits(), request.reason()));
    }

    private List<MaintenanceEvent> view(WindowLife life, GiveExceptionView give, Instant at) {
        Request request = existing(life, give.number());
        if (request.views().contains(View.of(give.from(), give.view(), give.supports()))) {
            return List.of();
        }
        refuseUnlessOpen(life, request, at);
        return List.of(
                new ExceptionViewGiven(give.windowId(), at, give.number(), give.from(), give.view(), give.supports()));
    }

    private List<MaintenanceEvent> decide(WindowLife life, DecideException decide, Instant at) {
        Request request = existing(life, decide.number());
        ExceptionDecided before = request.decision();
        if (before != null
                && before.decision() == decide.decision()
                && before.reason().equals(decide.reason())) {
            return List.of();
        }
        refuseUnlessOpen(life, request, at);
        if (at.isBefore(request.lastAt())) {
            throw Refusals.tooEarly(at, "the last view on the request was given", request.lastAt());
        }
        return List.of(
                new ExceptionDecided(decide.windowId(), at, decide.number(), decide.decision(), decide.reason()));
    }

    private List<MaintenanceEvent> withdraw(WindowLife life, WithdrawException withdraw, Instant at) {
        Request request = existing(life, withdraw.number());
        if (request.withdrawn()) {
            return List.of();
        }
        refuseUnlessOpen(life, request, at);
        return List.of(new ExceptionWithdrawn(withdraw.windowId(), at, withdraw.number(), withdraw.reason()));
    }

    private void refuseImpossible(Instant start, Instant end) {
        if (!end.isAfter(start)) {
            throw Refusals.invalid("END_BEFORE_START", "A window ends after it begins.", "/end");
        }
        int most = rules.on(LocalDate.ofInstant(start, WorkingDays.LONDON)).longestDays();
        if (Duration.between(start, end).compareTo(Duration.ofDays(most)) > 0) {
            throw Refusals.invalid("WINDOW_TOO_LONG", "A window lasts " + most + " days at most.", "/end");
        }
    }

    private static Plan standing(WindowLife life) {
        if (life.cancelled()) {
            throw Refusals.conflict("WINDOW_CANCELLED", "The window was cancelled.");
        }
        return life.scheduled();
    }

    /** Also if what is said happened before the time was moved last: it would be about another time. */
    private static void refuseIfOver(WindowLife life, Instant at, String what) {
        Plan plan = life.scheduled();
        if (life.completed() != null || !at.isBefore(plan.end())) {
            throw Refusals.conflict(
                    "WINDOW_OVER",
                    "The window is over, so that it cannot be " + what + ": it ended " + plan.end() + ".");
        }
        if (at.isBefore(plan.givenAt())) {
            throw Refusals.tooEarly(at, "the window was moved", plan.givenAt());
        }
    }

    private static Request existing(WindowLife life, int number) {
        return life.request(number).orElseThrow(Refusals::noRequest);
    }

    private static void refuseUnlessOpen(WindowLife life, Request request, Instant at) {
        if (!request.isOpen()) {
            throw Refusals.conflict(
                    "EXCEPTION_SETTLED",
                    request.withdrawn() ? "The request was withdrawn." : "The Panel has decided on the request.");
        }
        standing(life);
        if (at.isBefore(request.requestedAt())) {
            throw Refusals.tooEarly(at, "the exception was requested", request.requestedAt());
        }
    }
}
