package uk.smartenergy.incident.maintenance.read.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import uk.smartenergy.incident.api.maintenance.ExceptionRequestView;
import uk.smartenergy.incident.api.maintenance.Limit;
import uk.smartenergy.incident.api.maintenance.MaintenanceMonth.HoursUsed;
import uk.smartenergy.incident.api.maintenance.MaintenanceMonth.ProviderHours;
import uk.smartenergy.incident.api.maintenance.WindowId;
import uk.smartenergy.incident.api.maintenance.WindowView;
import uk.smartenergy.incident.platform.reference.MaintenanceRules.MonthlyHours;

/**
 * The hours of a group of services in a month of Europe/London. Where windows overlap, time counts once.
 *
 * @param windows that use them
 * @param used all of it
 * @param counted against the limit: what any window uses without an exception
 */
record Hours(MonthlyHours group, YearMonth month, List<WindowView> windows, TimeSet used, TimeSet counted) {

    /** @param all those that may use them; none that is cancelled */
    static Hours of(MonthlyHours group, YearMonth month, List<WindowView> all) {
        List<WindowView> windows = all.stream()
                .filter(one -> group.holds(one.services()))
                .filter(one -> !within(time(one), month).isEmpty())
                .toList();
        return new Hours(group, month, windows, used(windows, month), counted(windows, month));
    }

    private static TimeSet used(List<WindowView> windows, YearMonth month) {
        return within(TimeSet.union(windows.stream().map(Hours::time).toList()), month);
    }

    private static TimeSet counted(List<WindowView> windows, YearMonth month) {
        return within(TimeSet.union(windows.stream().map(Hours::notExcepted).toList()), month);
    }

    static TimeSet time(WindowView window) {
        return TimeSet.of(window.from(), window.to());
    }

    private static TimeSet notExcepted(WindowView window) {
        TimeSet left = time(window);
        for (ExceptionRequestView granted :
                Findings.granted(window, Limit.MONTHLY_HOURS_EXCEEDED).toList()) {
            left = left.without(TimeSet.of(granted.start(), granted.end()));
        }
        return left;
    }

    private static TimeSet within(TimeSet time, YearMonth month) {
        Instant from = Findings.instant(month.atDay(1).atStartOfDay());
        return time.within(from, Findings.instant(month.plusMonths(1).atDay(1).atStartOfDay()));
    }

    /** What this window uses without an exception. */
    TimeSet counted(WindowView window) {
        return within(notExcepted(window), month);
    }

    /** What this window uses beside that. */
    TimeSet time(WindowView window, TimeSet beside) {
        return within(time(window), month).without(beside);
    }

    /** What only exceptions allow. */
    TimeSet excepted() {
        return used.without(counted);
    }

    Duration limit() {
        return Duration.ofHours(group.hours());
    }

    boolean usesTooMuch() {
        return used.total().compareTo(limit()) > 0;
    }

    boolean countsTooMuch() {
        return counted.total().compareTo(limit()) > 0;
    }

    List<WindowId> ids() {
        return windows.stream().map(WindowView::id).toList();
    }

    HoursUsed view() {
        Duration over = counted.total().minus(limit());
        return new HoursUsed(
                group.name(),
                group.services(),
                group.clause(),
                TimeSet.minutes(limit()),
                used.minutes(),
                excepted().minutes(),
                counted.minutes(),
                over.isNegative() ? 0 : TimeSet.minutes(over),
                countsTooMuch(),
                ids(),
                providers());
    }

    private List<ProviderHours> providers() {
        Map<String, List<WindowView>> byProvider = windows.stream()
                .collect(Collectors.groupingBy(WindowView::provider, TreeMap::new, Collectors.toList()));
        return byProvider.entrySet().stream()
                .map(one -> new ProviderHours(
                        one.getKey(),
                        used(one.getValue(), month).minutes(),
                        used(one.getValue(), month)
                                .without(counted(one.getValue(), month))
                                .minutes(),
                        one.getValue().stream().map(WindowView::id).toList()))
                .toList();
    }
}
