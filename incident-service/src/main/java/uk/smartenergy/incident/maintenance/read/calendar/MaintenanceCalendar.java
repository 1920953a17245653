package uk.smartenergy.incident.maintenance.read.calendar;

import java.time.Instant;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.axonframework.queryhandling.QueryHandler;
import uk.smartenergy.incident.api.maintenance.ExceptionRequestView;
import uk.smartenergy.incident.api.maintenance.ExceptionState;
import uk.smartenergy.incident.api.maintenance.Finding;
import uk.smartenergy.incident.api.maintenance.Limit;
import uk.smartenergy.incident.api.maintenance.MaintenanceEvent;
import uk.smartenergy.incident.api.maintenance.MaintenanceMonth;
import uk.smartenergy.incident.api.maintenance.MaintenanceMonth.FindingCount;
import uk.smartenergy.incident.api.maintenance.MaintenanceQuery.CountMaintenance;
import uk.smartenergy.incident.api.maintenance.MaintenanceQuery.FindExceptionRequests;
import uk.smartenergy.incident.api.maintenance.MaintenanceQuery.FindWindows;
import uk.smartenergy.incident.api.maintenance.MaintenanceQuery.GetHighestWindowNumber;
import uk.smartenergy.incident.api.maintenance.MaintenanceQuery.GetMaintenanceMonth;
import uk.smartenergy.incident.api.maintenance.MaintenanceQuery.GetWindow;
import uk.smartenergy.incident.api.maintenance.MaintenanceQuery.GetWindowAccess;
import uk.smartenergy.incident.api.maintenance.MaintenanceQuery.MaintenanceCounts;
import uk.smartenergy.incident.api.maintenance.MaintenanceQuery.WindowAccess;
import uk.smartenergy.incident.api.maintenance.WindowFilter;
import uk.smartenergy.incident.api.maintenance.WindowState;
import uk.smartenergy.incident.api.maintenance.WindowView;
import uk.smartenergy.incident.api.shared.Classification;
import uk.smartenergy.incident.api.shared.Moment;
import uk.smartenergy.incident.api.shared.Reference;
import uk.smartenergy.incident.api.shared.Viewer;
import uk.smartenergy.incident.platform.record.Histories;
import uk.smartenergy.incident.platform.reference.Calendars;
import uk.smartenergy.incident.platform.reference.MaintenanceRules;
import uk.smartenergy.incident.platform.reference.MaintenanceRules.Edition;
import uk.smartenergy.incident.platform.reference.ReferenceData;
import uk.smartenergy.incident.platform.reference.WorkingDays;

/**
 * The one calendar over all providers. Every answer is folded anew from what had happened, and holds only what the viewer may see: windows that are
 * not for the viewer use none of the hours shown, and overlap with nothing.
 */
public final class MaintenanceCalendar {
    private static final Comparator<WindowView> BY_START =
            Comparator.comparing(WindowView::start).thenComparing(WindowView::id);

    private final Histories<MaintenanceEvent> histories;
    private final MaintenanceRules rules;
    private final Calendars calendars;

    public MaintenanceCalendar(Histories<MaintenanceEvent> histories, MaintenanceRules rules, Calendars calendars) {
        this.histories = histories;
        this.rules = rules;
        this.calendars = calendars;
    }

    /** All windows that a viewer may see at a moment, by their beginnings, and what can be found about them. */
    private record Whole(List<WindowView> windows, Findings findings) {}

    private Whole whole(Viewer viewer, Moment moment) {
        List<WindowView> windows = histories.all().stream()
                .filter(history -> history.isVisibleTo(viewer))
                .flatMap(history -> WindowFold.of(history, moment).map(fold -> fold.view(history, moment)).stream())
                .sorted(BY_START)
                .toList();
        return new Whole(windows, new Findings(rules, calendars.knownAt(moment.knownAt()), windows));
    }

    @QueryHandler
    public List<WindowView> on(FindWindows query) {
        Whole whole = whole(query.viewer(), query.moment());
        WindowFilter filter = query.filter();
        Optional<WindowView> beside = Optional.ofNullable(filter.overlappingWith())
                .flatMap(id -> whole.windows().stream()
                        .filter(one -> one.id().equals(id) && one.state() != WindowState.CANCELLED)
                        .findFirst());
        return whole.windows().stream()
                .filter(one -> matches(one, filter))
                .filter(one -> filter.overlappingWith() == null
                        || (one.state() != WindowState.CANCELLED
                                && beside.filter(other -> Findings.overlap(one, other))
                                        .isPresent()))
                .map(one -> one.with(whole.findings().about(one)))
                .filter(one -> isFound(one, filter))
                .toList();
    }

    private static boolean matches(WindowView window, WindowFilter filter) {
        Instant from = filter.from();
        Instant to = filter.to();
        YearMonth month = filter.month();
        return any(filter.providers(), List.of(window.provider()))
                && any(filter.services(), window.services())
                && (filter.regions().isEmpty()
                        || !Findings.sharedRegions(List.copyOf(filter.regions()), window.regions())
                                .isEmpty())
                && (filter.states().isEmpty() || filter.states().contains(window.state()))
                && (from == null || window.to().isAfter(from))
                && (to == null || window.from().isBefore(to))
                && (month == null || Findings.months(window).anyMatch(month::equals));
    }

    private static boolean any(Set<String> wanted, List<String> there) {
        return wanted.isEmpty() || there.stream().anyMatch(wanted::contains);
    }

    private static boolean isFound(WindowView window, WindowFilter filter) {
        List<Limit> codes = window.findings().stream().map(Finding::code).toList();
        Boolean overlapping = filter.overlapping();
        return (filter.findings().isEmpty() || codes.stream().anyMatch(filter.findings()::contains))
                && (overlapping == null || overlapping == codes.contains(Limit.OVERLAPS));
    }

    @QueryHandler
    public Optional<WindowView> on(GetWindow query) {
        Whole whole = whole(query.viewer(), query.moment());
        return whole.windows().stream()
                .filter(one -> one.id().equals(query.windowId()))
                .findFirst()
                .map(one -> one.with(whole.findings().about(one)));
    }

    @QueryHandler
    public Optional<WindowAccess> on(GetWindowAccess query) {
        return histories
                .find(query.windowId().value())
                .filter(history -> history.isVisibleTo(query.viewer()))
                .flatMap(history -> WindowFold.of(history, LATEST).map(fold -> fold.view(history, LATEST)))
                .map(view -> new WindowAccess(
                        view.id(), view.version(), view.provider(), view.classification() == Classification.RED));
    }

    /** All that is on record. */
    private static final Moment LATEST = Moment.present(Instant.MAX);

    @QueryHandler
    public List<ExceptionRequestView> on(FindExceptionRequests query) {
        return requests(whole(query.viewer(), query.moment()).windows())
                .filter(one -> query.states().isEmpty() || query.states().contains(one.state()))
                .toList();
    }

    private static Stream<ExceptionRequestView> requests(List<WindowView> windows) {
        return windows.stream()
                .flatMap(window -> window.exceptionRequests().stream())
                .sorted(Comparator.comparing(ExceptionRequestView::requestedAt)
                        .reversed()
                        .thenComparing(ExceptionRequestView::window)
                        .thenComparing(ExceptionRequestView::number));
    }

    @QueryHandler
    public MaintenanceMonth on(GetMaintenanceMonth query) {
        YearMonth month = query.month();
        Moment moment = query.moment();
        Whole whole = whole(query.viewer(), moment);
        Edition edition = rules.on(month.atDay(1));
        List<WindowView> windows = in(month, whole);
        return new MaintenanceMonth(
                month,
                moment.asOfOrNow(),
                moment.knownAtOrNow(),
                whole.findings().noticeDue(month),
                edition.noticeWorkingDays(),
                edition.noticeClause(),
                ReferenceData.NOTE,
                edition.monthlyHours().stream()
                        .map(group -> whole.findings().hours(group, month).view())
                        .toList(),
                Stream.of(Limit.values()).map(limit -> count(limit, windows)).toList(),
                windows,
                requests(whole.windows())
                        .filter(one ->
                                windows.stream().anyMatch(window -> window.id().equals(one.window()))
                                        || isOf(one, month))
                        .toList());
    }

    private static List<WindowView> in(YearMonth month, Whole whole) {
        return whole.windows().stream()
                .filter(one -> Findings.months(one).anyMatch(month::equals))
                .map(one -> one.with(whole.findings().about(one)))
                .toList();
    }

    private static FindingCount count(Limit limit, List<WindowView> windows) {
        List<WindowView> with = windows.stream()
                .filter(one -> found(one, limit).findAny().isPresent())
                .toList();
        return new FindingCount(
                limit,
                with.size(),
                with.stream()
                        .filter(one -> found(one, limit).allMatch(Finding::excepted))
                        .count(),
                with.stream().map(WindowView::id).toList());
    }

    private static Stream<Finding> found(WindowView window, Limit limit) {
        return window.findings().stream().filter(one -> one.code() == limit);
    }

    /** Whether anything was said to the request in the month. */
    private static boolean isOf(ExceptionRequestView request, YearMonth month) {
        return Stream.of(
                        Stream.of(request.requestedAt()),
                        request.views().stream().map(ExceptionRequestView.View::at),
                        Stream.ofNullable(request.decision()).map(ExceptionRequestView.Ruling::at))
                .flatMap(at -> at)
                .anyMatch(at -> YearMonth.from(at.atZone(WorkingDays.LONDON)).equals(month));
    }

    @QueryHandler
    public Long on(GetHighestWindowNumber query) {
        return histories.all().stream()
                .filter(history -> !Reference.isDrawn(history.id()))
                .mapToLong(history -> Reference.number(history.id()))
                .max()
                .orElse(0);
    }

    @QueryHandler
    public MaintenanceCounts on(CountMaintenance query) {
        Whole whole = whole(query.viewer(), query.moment());
        List<WindowView> now = in(YearMonth.from(query.moment().asOfOrNow().atZone(WorkingDays.LONDON)), whole);
        Map<Limit, Long> findings = new EnumMap<>(Limit.class);
        for (Limit limit : Limit.values()) {
            FindingCount count = count(limit, now);
            findings.put(limit, count.count() - count.excepted());
        }
        return new MaintenanceCounts(
                whole.windows().stream()
                        .filter(one -> one.state() == WindowState.SCHEDULED)
                        .count(),
                findings,
                requests(whole.windows())
                        .filter(one -> one.state() == ExceptionState.OPEN)
                        .count());
    }
}
