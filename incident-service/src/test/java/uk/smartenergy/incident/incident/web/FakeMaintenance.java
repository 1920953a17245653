package uk.smartenergy.incident.incident.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.maintenance.ExceptionRequestView;
import uk.smartenergy.incident.api.maintenance.ExceptionState;
import uk.smartenergy.incident.api.maintenance.Limit;
import uk.smartenergy.incident.api.maintenance.MaintenanceCommand;
import uk.smartenergy.incident.api.maintenance.MaintenanceMonth;
import uk.smartenergy.incident.api.maintenance.MaintenanceQuery;
import uk.smartenergy.incident.api.maintenance.Risk;
import uk.smartenergy.incident.api.maintenance.SubscriberCommand;
import uk.smartenergy.incident.api.maintenance.SubscriberView;
import uk.smartenergy.incident.api.maintenance.WindowId;
import uk.smartenergy.incident.api.maintenance.WindowState;
import uk.smartenergy.incident.api.maintenance.WindowView;
import uk.smartenergy.incident.api.shared.Classification;
import uk.smartenergy.incident.api.shared.Command;
import uk.smartenergy.incident.api.shared.RecordAccepted;
import uk.smartenergy.incident.api.shared.Viewer;
import uk.smartenergy.incident.platform.messaging.StreamExists;

/** One window, with one open request, that stands as a test said; and those who subscribed. */
final class FakeMaintenance {
    static final WindowId WINDOW = new WindowId("PMW000000000001");
    private static final Instant START = Instant.parse("2018-10-09T21:00:00Z");

    private @Nullable String provider;
    private boolean red;
    private long version;
    final Map<String, SubscriberView> subscribers = new java.util.LinkedHashMap<>();
    final List<Viewer> readers = new ArrayList<>();

    void reset() {
        provider = null;
        red = false;
        version = 0;
        subscribers.clear();
        readers.clear();
    }

    void has(String whose, boolean isRed) {
        provider = whose;
        red = isRed;
    }

    Object send(Command command) {
        switch (command) {
            case MaintenanceCommand.ScheduleWindow schedule -> {
                if (provider != null) {
                    if (schedule.windowId().equals(WINDOW)) {
                        throw new StreamExists();
                    }
                    return new RecordAccepted(schedule.record(), 0, true);
                }
                has(schedule.content().provider(), schedule.content().classification() == Classification.RED);
                return new RecordAccepted(schedule.record(), 0, true);
            }
            case MaintenanceCommand change -> {
                return new RecordAccepted(change.record(), ++version, true);
            }
            case SubscriberCommand.SubscribeToCalendar made ->
                subscribers.put(
                        made.tokenHash(),
                        new SubscriberView(
                                made.subscriberId(), made.owner(), made.ownerId(), made.name(), made.scope(), START));
            case SubscriberCommand.WithdrawSubscriber ended ->
                subscribers.values().removeIf(one -> one.id().equals(ended.subscriberId()));
            default -> throw new AssertionError(command);
        }
        return Boolean.TRUE;
    }

    Object ask(MaintenanceQuery<?> query) {
        Optional<WindowView> seen = Optional.ofNullable(provider)
                .filter(one -> !red || query.viewer().cleared())
                .map(this::view);
        return switch (query) {
            case MaintenanceQuery.FindWindows find -> {
                readers.add(find.viewer());
                yield seen.stream().toList();
            }
            case MaintenanceQuery.GetWindow get -> seen;
            case MaintenanceQuery.GetWindowAccess get ->
                seen.filter(one -> get.windowId().equals(WINDOW))
                        .map(one -> new MaintenanceQuery.WindowAccess(WINDOW, version, one.provider(), red));
            case MaintenanceQuery.GetWindowIncidents get ->
                seen.map(one -> new MaintenanceQuery.WindowIncidents(one, List.of(), List.of(), List.of()));
            case MaintenanceQuery.FindExceptionRequests find -> List.of();
            case MaintenanceQuery.GetMaintenanceMonth get ->
                new MaintenanceMonth(
                        get.month(),
                        START,
                        START,
                        LocalDate.parse("2018-09-03"),
                        20,
                        "H8.5",
                        "default, verify",
                        List.of(),
                        List.of(),
                        seen.stream().toList(),
                        List.of());
            case MaintenanceQuery.GetHighestWindowNumber highest -> provider == null ? 0L : 1L;
            case MaintenanceQuery.CountMaintenance count -> new MaintenanceQuery.MaintenanceCounts(0, Map.of(), 0);
            case MaintenanceQuery.FindSubscribers find ->
                subscribers.values().stream()
                        .filter(one -> one.isOf(find.viewer()))
                        .toList();
            case MaintenanceQuery.FindSubscriberByToken find -> Optional.ofNullable(subscribers.get(find.tokenHash()));
            case MaintenanceQuery.CountSubscribers count -> (long) subscribers.size();
        };
    }

    private WindowView view(String whose) {
        Instant end = START.plusSeconds(7_200);
        return new WindowView(
                WINDOW,
                version,
                whose,
                "Firmware upgrade",
                null,
                List.of("WAN"),
                List.of("North"),
                START,
                end,
                120,
                WindowState.SCHEDULED,
                Risk.LOW,
                null,
                null,
                null,
                red ? Classification.RED : Classification.GREEN,
                START.minusSeconds(10_000_000),
                START.minusSeconds(10_000_000),
                version,
                START.minusSeconds(10_000_000),
                null,
                null,
                List.of(),
                List.of(),
                List.of(new ExceptionRequestView(
                        WINDOW,
                        1,
                        ExceptionState.OPEN,
                        List.of(Limit.MONTHLY_HOURS_EXCEEDED),
                        "Urgent",
                        START,
                        end,
                        START.minusSeconds(1_000_000),
                        "admin",
                        List.of(),
                        null,
                        null,
                        true)));
    }
}
