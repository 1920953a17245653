package uk.smartenergy.incident.maintenance.read.calendar;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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
import uk.smartenergy.incident.api.maintenance.MaintenanceQuery.Dismissed;
import uk.smartenergy.incident.api.maintenance.WindowContent;
import uk.smartenergy.incident.api.maintenance.WindowId;
import uk.smartenergy.incident.api.maintenance.WindowState;
import uk.smartenergy.incident.api.maintenance.WindowView;
import uk.smartenergy.incident.api.maintenance.WindowView.Actual;
import uk.smartenergy.incident.api.maintenance.WindowView.Cancellation;
import uk.smartenergy.incident.api.maintenance.WindowView.Move;
import uk.smartenergy.incident.api.shared.Moment;
import uk.smartenergy.incident.platform.record.Fact;
import uk.smartenergy.incident.platform.record.History;

/** How a window stands after what had happened to it. For one window at one moment, and then no more. */
final class WindowFold {
    private WindowContent content;
    private final List<Move> moves = new ArrayList<>();
    private final List<RequestFold> requests = new ArrayList<>();
    private final List<Dismissed> dismissed = new ArrayList<>();
    private Instant start;
    private Instant end;
    private Instant givenAt;
    private long revision;
    private Instant revisedAt;
    private @Nullable Actual actual;
    private @Nullable Cancellation cancellation;

    private WindowFold(Fact<MaintenanceEvent> first, WindowScheduled scheduled) {
        content = scheduled.content();
        start = scheduled.start();
        end = scheduled.end();
        givenAt = scheduled.occurredAt();
        revisedAt = first.recordedAt();
    }

    /** Empty if notice of it had not been given. */
    static Optional<WindowFold> of(History<MaintenanceEvent> history, Moment moment) {
        List<Fact<MaintenanceEvent>> facts = history.at(moment);
        if (facts.isEmpty() || !(facts.getFirst().event() instanceof WindowScheduled scheduled)) {
            return Optional.empty();
        }
        WindowFold fold = new WindowFold(facts.getFirst(), scheduled);
        facts.subList(1, facts.size()).forEach(fold::apply);
        return Optional.of(fold);
    }

    private void apply(Fact<MaintenanceEvent> fact) {
        switch (fact.event()) {
            case WindowScheduled again -> {}
            case WindowMoved e -> {
                moves.add(new Move(start, end, givenAt, e.occurredAt(), e.reason()));
                start = e.start();
                end = e.end();
                givenAt = e.occurredAt();
                revised(fact);
            }
            case WindowAmended e -> {
                content = e.content();
                revised(fact);
            }
            case WindowCancelled e -> {
                cancellation = new Cancellation(e.occurredAt(), e.reason());
                revised(fact);
            }
            case WindowCompleted e -> {
                actual = new Actual(e.startedAt(), e.endedAt(), e.comment());
                revised(fact);
            }
            case ExceptionRequested e -> requests.add(new RequestFold(e, fact.actor()));
            case ExceptionViewGiven e -> request(e.number()).ifPresent(one -> one.apply(e, fact.actor()));
            case ExceptionDecided e -> request(e.number()).ifPresent(one -> one.apply(e, fact.actor(), start, end));
            case ExceptionWithdrawn e -> request(e.number()).ifPresent(one -> one.apply(e, fact.actor()));
            case SuggestionDismissed e -> dismissed.add(new Dismissed(e.incident(), e.reason()));
        }
    }

    /** What a calendar shows has changed. */
    private void revised(Fact<MaintenanceEvent> fact) {
        revision++;
        revisedAt = fact.recordedAt().isAfter(revisedAt) ? fact.recordedAt() : revisedAt;
    }

    private Optional<RequestFold> request(int number) {
        return requests.stream().filter(one -> one.number() == number).findFirst();
    }

    List<Dismissed> dismissed() {
        return List.copyOf(dismissed);
    }

    /** Without what is found about it, which depends on others. */
    WindowView view(History<MaintenanceEvent> history, Moment moment) {
        WindowId id = new WindowId(history.id());
        WindowContent said = content;
        Instant from = actual == null ? start : actual.startedAt();
        Instant to = actual == null ? end : actual.endedAt();
        return new WindowView(
                id,
                history.version(moment),
                said.provider(),
                said.activity(),
                said.description(),
                said.services(),
                said.regions(),
                start,
                end,
                TimeSet.minutes(Duration.between(from, to)),
                state(moment.asOfOrNow()),
                said.risk(),
                said.riskDescription(),
                said.impact(),
                said.changeReference(),
                said.classification(),
                givenAt,
                history.facts().getFirst().recordedAt(),
                revision,
                revisedAt,
                actual,
                cancellation,
                List.of(),
                moves,
                requests.stream().map(one -> one.view(id, start, end)).toList());
    }

    private WindowState state(Instant asOf) {
        if (cancellation != null) {
            return WindowState.CANCELLED;
        }
        if (actual != null || !asOf.isBefore(end)) {
            return WindowState.COMPLETED;
        }
        return asOf.isBefore(start) ? WindowState.SCHEDULED : WindowState.IN_PROGRESS;
    }
}
