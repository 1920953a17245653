package uk.smartenergy.incident.maintenance.read.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.maintenance.ExceptionRequestView;
import uk.smartenergy.incident.api.maintenance.Finding;
import uk.smartenergy.incident.api.maintenance.Finding.Figures;
import uk.smartenergy.incident.api.maintenance.Finding.Overlap;
import uk.smartenergy.incident.api.maintenance.Limit;
import uk.smartenergy.incident.api.maintenance.WindowState;
import uk.smartenergy.incident.api.maintenance.WindowView;
import uk.smartenergy.incident.platform.reference.MaintenanceRules;
import uk.smartenergy.incident.platform.reference.MaintenanceRules.Edition;
import uk.smartenergy.incident.platform.reference.MaintenanceRules.MonthlyHours;
import uk.smartenergy.incident.platform.reference.WorkingDays;

/**
 * What is found about windows among all others (SEC Section H8.4 and H8.5). Once the actual hours are on record, those count; notice is always of
 * what was scheduled. A granted exception covers the time that the Panel decided on: what a window has beyond it counts as ever.
 */
final class Findings {
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.UK);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);
    static final String EVERYWHERE = "GB-wide";

    private final MaintenanceRules rules;
    private final WorkingDays workingDays;
    private final List<WindowView> windows;
    private final Map<GroupMonth, Hours> hours = new HashMap<>();

    private record GroupMonth(MonthlyHours group, YearMonth month) {}

    /** @param all that the viewer may see; cancelled ones count for nothing */
    Findings(MaintenanceRules rules, WorkingDays workingDays, List<WindowView> all) {
        this.rules = rules;
        this.workingDays = workingDays;
        this.windows =
                all.stream().filter(one -> one.state() != WindowState.CANCELLED).toList();
    }

    List<Finding> about(WindowView window) {
        if (window.state() == WindowState.CANCELLED) {
            return List.of();
        }
        return Stream.of(
                        outside(window).stream(),
                        months(window).flatMap(month -> exceeded(window, month)),
                        shortNotice(window).stream(),
                        overlapping(window).stream())
                .flatMap(found -> found)
                .toList();
    }

    private Optional<Finding> outside(WindowView window) {
        Edition edition = rules.on(day(window.from()));
        TimeSet outside = Hours.time(window).without(permitted(edition, window));
        if (outside.isEmpty()) {
            return Optional.empty();
        }
        Optional<ExceptionRequestView> granted = granted(window, Limit.OUTSIDE_PERMITTED_HOURS)
                .filter(one ->
                        outside.without(TimeSet.of(one.start(), one.end())).isEmpty())
                .findFirst();
        return Optional.of(new Finding(
                Limit.OUTSIDE_PERMITTED_HOURS,
                "It lies outside %s to %s, Europe/London, when Planned Maintenance is permitted, for %s."
                        .formatted(edition.permittedFrom(), edition.permittedTo(), words(outside.total())),
                edition.clause(),
                Figures.outside(outside.minutes()),
                granted.isPresent(),
                granted.map(ExceptionRequestView::number).orElse(null)));
    }

    private static TimeSet permitted(Edition edition, WindowView window) {
        List<TimeSet> nights = new ArrayList<>();
        int over = edition.permittedTo().isAfter(edition.permittedFrom()) ? 0 : 1;
        for (LocalDate day = day(window.from()).minusDays(1); !day.isAfter(day(window.to())); day = day.plusDays(1)) {
            nights.add(TimeSet.of(
                    instant(day.atTime(edition.permittedFrom())),
                    instant(day.plusDays(over).atTime(edition.permittedTo()))));
        }
        return TimeSet.union(nights);
    }

    private Stream<Finding> exceeded(WindowView window, YearMonth month) {
        return rules.on(month.atDay(1)).monthlyHours().stream()
                .filter(group -> group.holds(window.services()))
                .flatMap(group -> exceeded(window, hours(group, month)).stream());
    }

    private static Optional<Finding> exceeded(WindowView window, Hours hours) {
        TimeSet counted = hours.counted(window);
        if (hours.countsTooMuch() && !counted.isEmpty()) {
            return Optional.of(exceeded(hours, hours.counted().total(), null));
        }
        boolean partlyExcepted = !hours.time(window, counted).isEmpty();
        return hours.usesTooMuch() && partlyExcepted
                ? granted(window, Limit.MONTHLY_HOURS_EXCEEDED)
                        .findFirst()
                        .map(granted -> exceeded(hours, hours.used().total(), granted.number()))
                : Optional.empty();
    }

    private static Finding exceeded(Hours hours, Duration against, @Nullable Integer exception) {
        Duration over = against.minus(hours.limit());
        long excepted = hours.excepted().minutes();
        return new Finding(
                Limit.MONTHLY_HOURS_EXCEEDED,
                "%s: %s has %s%s, %s more than the %s allowed; they are used by %s."
                        .formatted(
                                hours.group().name(),
                                MONTH.format(hours.month()),
                                words(hours.used().total()),
                                excepted == 0 ? "" : " (of which " + words(Duration.ofMinutes(excepted)) + " excepted)",
                                words(over),
                                words(hours.limit()),
                                hours.ids().stream().map(Object::toString).collect(Collectors.joining(", "))),
                hours.group().clause(),
                Figures.hours(
                        hours.month(),
                        hours.group().name(),
                        hours.used().minutes(),
                        excepted,
                        TimeSet.minutes(hours.limit()),
                        TimeSet.minutes(over),
                        hours.ids()),
                exception != null,
                exception);
    }

    private Optional<Finding> shortNotice(WindowView window) {
        YearMonth month = YearMonth.from(day(window.start()));
        LocalDate first = month.atDay(1);
        Edition edition = rules.on(first);
        LocalDate latest = noticeDue(month);
        LocalDate given = day(window.noticeGivenAt());
        if (!given.isAfter(latest)) {
            return Optional.empty();
        }
        int notice = workingDays.workingDaysAfter(given.minusDays(1), first.minusDays(1));
        Optional<ExceptionRequestView> granted = granted(window, Limit.NOTICE_TOO_SHORT)
                .filter(ExceptionRequestView::covers)
                .findFirst();
        return Optional.of(new Finding(
                Limit.NOTICE_TOO_SHORT,
                "Notice was given on %s, %d Working Days before %s begins; %d are needed, so that %s was the latest day."
                        .formatted(
                                DAY.format(given),
                                notice,
                                MONTH.format(month),
                                edition.noticeWorkingDays(),
                                DAY.format(latest)),
                edition.noticeClause(),
                Figures.notice(month, given, latest, notice),
                granted.isPresent(),
                granted.map(ExceptionRequestView::number).orElse(null)));
    }

    /** The last day on which windows of the month could be scheduled. */
    LocalDate noticeDue(YearMonth month) {
        LocalDate first = month.atDay(1);
        return workingDays.plusWorkingDays(first, -rules.on(first).noticeWorkingDays());
    }

    private Optional<Finding> overlapping(WindowView window) {
        List<Overlap> others = windows.stream()
                .filter(other -> overlap(window, other))
                .map(other -> overlapOf(window, other))
                .toList();
        return others.isEmpty()
                ? Optional.empty()
                : Optional.of(new Finding(
                        Limit.OVERLAPS,
                        "At the same time: "
                                + others.stream().map(Findings::words).collect(Collectors.joining("; ")) + ".",
                        null,
                        Figures.overlapping(others),
                        false,
                        null));
    }

    static boolean overlap(WindowView one, WindowView other) {
        return !one.id().equals(other.id())
                && one.from().isBefore(other.to())
                && other.from().isBefore(one.to());
    }

    private static Overlap overlapOf(WindowView window, WindowView other) {
        return new Overlap(
                other.id(),
                other.provider(),
                Hours.time(window).within(other.from(), other.to()).minutes(),
                window.services().stream().filter(other.services()::contains).toList(),
                sharedRegions(window.regions(), other.regions()));
    }

    /** Those of both; if one is everywhere, all of the other. */
    static List<String> sharedRegions(List<String> some, List<String> others) {
        if (some.contains(EVERYWHERE)) {
            return others;
        }
        return others.contains(EVERYWHERE)
                ? some
                : some.stream().filter(others::contains).toList();
    }

    private static String words(Overlap other) {
        List<String> shared = Stream.concat(other.sharedServices().stream(), other.sharedRegions().stream())
                .toList();
        return "%s of %s for %s, %s"
                .formatted(
                        other.window(),
                        other.provider(),
                        words(Duration.ofMinutes(other.minutes())),
                        shared.isEmpty() ? "sharing no service or region" : "sharing " + String.join(", ", shared));
    }

    Hours hours(MonthlyHours group, YearMonth month) {
        return hours.computeIfAbsent(new GroupMonth(group, month), key -> Hours.of(group, month, windows));
    }

    /** The months, by Europe/London, in which it lies in part. */
    static Stream<YearMonth> months(WindowView window) {
        YearMonth first = YearMonth.from(day(window.from()));
        YearMonth last = YearMonth.from(day(window.to().minusNanos(1)));
        return Stream.iterate(first, month -> !month.isAfter(last), month -> month.plusMonths(1));
    }

    static Stream<ExceptionRequestView> granted(WindowView window, Limit limit) {
        return window.exceptionRequests().stream()
                .filter(one -> one.granted() && one.limits().contains(limit));
    }

    private static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, WorkingDays.LONDON);
    }

    static Instant instant(LocalDateTime time) {
        return time.atZone(WorkingDays.LONDON).toInstant();
    }

    /** Such as {@code 1 h 30 min}. */
    static String words(Duration duration) {
        long minutes = TimeSet.minutes(duration);
        String rest = minutes % 60 == 0 && minutes > 0 ? "" : minutes % 60 + " min";
        String whole = minutes < 60 ? "" : minutes / 60 + " h";
        return whole.isEmpty() || rest.isEmpty() ? whole + rest : whole + " " + rest;
    }
}
