package uk.smartenergy.incident.maintenance.write;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.incident.IncidentId;
import uk.smartenergy.incident.api.maintenance.Limit;
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

/**
 * What later decisions need to know of a window.
 *
 * @param plan {@code null} before it was scheduled
 * @param cancelled whether it was
 * @param latest when the last of all that is known of it happened
 * @param requests those that are known, by number
 */
record WindowLife(
        @Nullable Plan plan,
        boolean cancelled,
        @Nullable WindowCompleted completed,
        Instant latest,
        List<Request> requests,
        Set<IncidentId> dismissed) {
    static final WindowLife NEW = new WindowLife(null, false, null, Instant.EPOCH, List.of(), Set.of());

    WindowLife {
        requests = List.copyOf(requests);
        dismissed = Set.copyOf(dismissed);
    }

    /** @param givenAt when notice of this time was given */
    record Plan(WindowContent content, Instant start, Instant end, Instant scheduledAt, Instant givenAt) {
        boolean isAt(Instant otherStart, Instant otherEnd) {
            return start.equals(otherStart) && end.equals(otherEnd);
        }

        private Plan with(WindowContent other) {
            return new Plan(other, start, end, scheduledAt, givenAt);
        }
    }

    /** @param lastAt when the last that was said to it was said */
    record Request(
            int number,
            Set<Limit> limits,
            Instant requestedAt,
            Instant lastAt,
            @Nullable ExceptionDecided decision,
            boolean withdrawn,
            Set<View> views) {
        boolean isOpen() {
            return decision == null && !withdrawn;
        }

        private Request after(MaintenanceEvent event) {
            Set<View> more = new HashSet<>(views);
            if (event instanceof ExceptionViewGiven given) {
                more.add(View.of(given.from(), given.view(), given.supports()));
            }
            Instant last = event.occurredAt().isAfter(lastAt) ? event.occurredAt() : lastAt;
            return new Request(
                    number,
                    limits,
                    requestedAt,
                    last,
                    event instanceof ExceptionDecided decided ? decided : decision,
                    withdrawn || event instanceof ExceptionWithdrawn,
                    Set.copyOf(more));
        }
    }

    record View(String from, String view, String supports) {
        static View of(String from, String view, @Nullable Boolean supports) {
            return new View(from, view, String.valueOf(supports));
        }
    }

    Plan scheduled() {
        return Objects.requireNonNull(plan, "The window was not scheduled");
    }

    Optional<Request> request(int number) {
        return requests.stream().filter(one -> one.number() == number).findFirst();
    }

    WindowLife after(MaintenanceEvent event) {
        Instant last = event.occurredAt().isAfter(latest) ? event.occurredAt() : latest;
        return switch (event) {
            case WindowScheduled e ->
                new WindowLife(
                        new Plan(e.content(), e.start(), e.end(), e.occurredAt(), e.occurredAt()),
                        false,
                        null,
                        last,
                        requests,
                        dismissed);
            case WindowMoved e ->
                with(
                        new Plan(
                                scheduled().content(),
                                e.start(),
                                e.end(),
                                scheduled().scheduledAt(),
                                e.occurredAt()),
                        last);
            case WindowAmended e -> with(scheduled().with(e.content()), last);
            case WindowCancelled e -> new WindowLife(plan, true, completed, last, requests, dismissed);
            case WindowCompleted e -> new WindowLife(plan, cancelled, e, last, requests, dismissed);
            case ExceptionRequested e -> requested(e, last);
            case ExceptionViewGiven e -> answered(e.number(), e, last);
            case ExceptionDecided e -> answered(e.number(), e, last);
            case ExceptionWithdrawn e -> answered(e.number(), e, last);
            case SuggestionDismissed e -> {
                Set<IncidentId> more = new HashSet<>(dismissed);
                more.add(e.incident());
                yield new WindowLife(plan, cancelled, completed, last, requests, more);
            }
        };
    }

    private WindowLife with(Plan other, Instant last) {
        return new WindowLife(other, cancelled, completed, last, requests, dismissed);
    }

    private WindowLife requested(ExceptionRequested event, Instant last) {
        List<Request> more = new ArrayList<>(requests);
        more.add(new Request(
                event.number(),
                Set.copyOf(event.limits()),
                event.occurredAt(),
                event.occurredAt(),
                null,
                false,
                Set.of()));
        return new WindowLife(plan, cancelled, completed, last, more, dismissed);
    }

    private WindowLife answered(int number, MaintenanceEvent event, Instant last) {
        List<Request> all = requests.stream()
                .map(one -> one.number() == number ? one.after(event) : one)
                .toList();
        return new WindowLife(plan, cancelled, completed, last, all, dismissed);
    }
}
