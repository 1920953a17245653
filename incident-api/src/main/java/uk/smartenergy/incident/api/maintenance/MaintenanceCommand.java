package uk.smartenergy.incident.api.maintenance;

import java.time.Instant;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.incident.IncidentId;
import uk.smartenergy.incident.api.shared.RecordCommand;

/** What can be asked of a window of Planned Maintenance. */
public sealed interface MaintenanceCommand extends RecordCommand {
    WindowId windowId();

    @Override
    default String record() {
        return windowId().value();
    }

    /** When it happened; {@code null}: now. */
    @Nullable
    Instant occurredAt();

    /** @param occurredAt when notice was given */
    record ScheduleWindow(
            @TargetAggregateIdentifier WindowId windowId,
            @Nullable Instant occurredAt,
            WindowContent content,
            Instant start,
            Instant end)
            implements MaintenanceCommand {}

    /** @param occurredAt when notice of the new time was given */
    record MoveWindow(
            @TargetAggregateIdentifier WindowId windowId,
            @Nullable Instant occurredAt,
            Instant start,
            Instant end,
            String reason)
            implements MaintenanceCommand {}

    /** @param changes what is {@code null} there stays as it is */
    record AmendWindow(
            @TargetAggregateIdentifier WindowId windowId,
            @Nullable Instant occurredAt,
            WindowChanges changes,
            @Nullable String reason)
            implements MaintenanceCommand {}

    record CancelWindow(
            @TargetAggregateIdentifier WindowId windowId,
            @Nullable Instant occurredAt,
            String reason) implements MaintenanceCommand {}

    record CompleteWindow(
            @TargetAggregateIdentifier WindowId windowId,
            @Nullable Instant occurredAt,
            Instant startedAt,
            Instant endedAt,
            @Nullable String comment)
            implements MaintenanceCommand {}

    record RequestException(
            @TargetAggregateIdentifier WindowId windowId,
            @Nullable Instant occurredAt,
            List<Limit> limits,
            String reason)
            implements MaintenanceCommand {
        public RequestException {
            limits = List.copyOf(limits);
        }
    }

    record GiveExceptionView(
            @TargetAggregateIdentifier WindowId windowId,
            @Nullable Instant occurredAt,
            int number,
            String from,
            String view,
            @Nullable Boolean supports)
            implements MaintenanceCommand {}

    record DecideException(
            @TargetAggregateIdentifier WindowId windowId,
            @Nullable Instant occurredAt,
            int number,
            Decision decision,
            String reason)
            implements MaintenanceCommand {}

    record WithdrawException(
            @TargetAggregateIdentifier WindowId windowId,
            @Nullable Instant occurredAt,
            int number,
            String reason) implements MaintenanceCommand {}

    record DismissSuggestion(
            @TargetAggregateIdentifier WindowId windowId,
            @Nullable Instant occurredAt,
            IncidentId incident,
            String reason)
            implements MaintenanceCommand {}
}
