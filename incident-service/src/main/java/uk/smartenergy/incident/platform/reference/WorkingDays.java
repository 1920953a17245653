package uk.smartenergy.incident.platform.reference;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Working Days, and time counted in them: a Working Day is neither Saturday, Sunday nor a public holiday, and all of its hours, midnight to
 * midnight in Europe/London, are working time. A clock that starts outside working time starts at the next Working Day's midnight.
 */
public final class WorkingDays {
    /** Where the business calendar runs. */
    public static final ZoneId LONDON = ZoneId.of("Europe/London");

    private static final int FIRST_YEAR_WITH_HOLIDAYS = 1900;
    private static final int LAST_YEAR_WITH_HOLIDAYS = 2199;

    private final PublicHolidays publicHolidays;
    private final Set<LocalDate> extraWorkingDays;
    private final Set<LocalDate> extraHolidays;
    private final Map<LocalDate, Correction> corrections;

    /** What was said of a day later than everything else. */
    private record Correction(boolean workingDay, String reason) {}

    /** Why a day is a Working Day or is none. */
    public enum Kind {
        WEEKDAY,
        WEEKEND,
        PUBLIC_HOLIDAY,
        ADDITION,
        CORRECTION
    }

    /** @param name of the public holiday, or the reason of the correction */
    public record Reason(
            boolean workingDay, Kind kind, @Nullable String name) {}

    /** By year, each looked up once. */
    private record PublicHolidays(
            IntFunction<Map<LocalDate, String>> source, Map<Integer, Map<LocalDate, String>> byYear) {
        @Nullable
        String nameOf(LocalDate day) {
            int year = day.getYear();
            return year < FIRST_YEAR_WITH_HOLIDAYS || year > LAST_YEAR_WITH_HOLIDAYS
                    ? null
                    : byYear.computeIfAbsent(year, source::apply).get(day);
        }
    }

    /**
     * @param publicHolidays the public holidays of a year, with their names
     * @param extraWorkingDays days that are Working Days whatever else they are
     * @param extraHolidays days that are no Working Days beside the public holidays
     */
    public WorkingDays(
            IntFunction<Map<LocalDate, String>> publicHolidays,
            Set<LocalDate> extraWorkingDays,
            Set<LocalDate> extraHolidays) {
        this(new PublicHolidays(publicHolidays, new ConcurrentHashMap<>()), extraWorkingDays, extraHolidays, Map.of());
    }

    private WorkingDays(
            PublicHolidays publicHolidays,
            Set<LocalDate> extraWorkingDays,
            Set<LocalDate> extraHolidays,
            Map<LocalDate, Correction> corrections) {
        this.publicHolidays = publicHolidays;
        this.extraWorkingDays = Set.copyOf(extraWorkingDays);
        this.extraHolidays = Set.copyOf(extraHolidays);
        this.corrections = Map.copyOf(corrections);
    }

    /** The same with other additions. */
    public WorkingDays withAdditions(Set<LocalDate> workingDays, Set<LocalDate> holidays) {
        return new WorkingDays(publicHolidays, workingDays, holidays, corrections);
    }

    /** The same but for one day. */
    public WorkingDays withCorrection(LocalDate day, boolean workingDay, String reason) {
        Map<LocalDate, Correction> all = new HashMap<>(corrections);
        all.put(day, new Correction(workingDay, reason));
        return new WorkingDays(publicHolidays, extraWorkingDays, extraHolidays, all);
    }

    public Set<LocalDate> extraWorkingDays() {
        return extraWorkingDays;
    }

    public Set<LocalDate> extraHolidays() {
        return extraHolidays;
    }

    public boolean isWorkingDay(LocalDate day) {
        Correction correction = corrections.get(day);
        if (correction != null) {
            return correction.workingDay();
        }
        return extraWorkingDays.contains(day)
                || !isWeekend(day) && !extraHolidays.contains(day) && publicHolidays.nameOf(day) == null;
    }

    /** Whether it is a Working Day, and why. */
    public Reason reasonOf(LocalDate day) {
        Correction correction = corrections.get(day);
        if (correction != null) {
            return new Reason(correction.workingDay(), Kind.CORRECTION, correction.reason());
        }
        if (extraWorkingDays.contains(day)) {
            return new Reason(true, Kind.ADDITION, null);
        }
        String holiday = publicHolidays.nameOf(day);
        if (holiday != null) {
            return new Reason(false, Kind.PUBLIC_HOLIDAY, holiday);
        }
        if (isWeekend(day)) {
            return new Reason(false, Kind.WEEKEND, null);
        }
        return extraHolidays.contains(day)
                ? new Reason(false, Kind.ADDITION, null)
                : new Reason(true, Kind.WEEKDAY, null);
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    /** When that much working time has passed since then: the earliest such instant. */
    public Instant plusWorkingTime(Instant start, Duration workingTime) {
        Instant at = start;
        Duration left = workingTime;
        LocalDate day = LocalDate.ofInstant(start, LONDON);
        while (true) {
            Instant nextMidnight = midnight(day.plusDays(1));
            if (isWorkingDay(day)) {
                Duration today = Duration.between(at, nextMidnight);
                if (left.compareTo(today) <= 0) {
                    return at.plus(left);
                }
                left = left.minus(today);
            }
            day = day.plusDays(1);
            at = nextMidnight;
        }
    }

    /** How much working time lies between; zero if the end is not after the beginning. */
    public Duration workingTimeBetween(Instant from, Instant to) {
        Duration sum = Duration.ZERO;
        Instant at = from;
        LocalDate day = LocalDate.ofInstant(from, LONDON);
        while (at.isBefore(to)) {
            Instant nextMidnight = midnight(day.plusDays(1));
            if (isWorkingDay(day)) {
                sum = sum.plus(Duration.between(at, nextMidnight.isBefore(to) ? nextMidnight : to));
            }
            day = day.plusDays(1);
            at = nextMidnight;
        }
        return sum;
    }

    /**
     * The n-th Working Day after a day, which itself does not count; before it, if n is negative. The day itself if n is 0, whatever day it is.
     */
    public LocalDate plusWorkingDays(LocalDate day, int n) {
        LocalDate at = day;
        for (int left = Math.abs(n); left > 0; ) {
            at = n > 0 ? at.plusDays(1) : at.minusDays(1);
            left -= isWorkingDay(at) ? 1 : 0;
        }
        return at;
    }

    /** How many Working Days come after one day up to and with another; 0 if that is not later. */
    public int workingDaysAfter(LocalDate day, LocalDate upTo) {
        return upTo.isAfter(day)
                ? (int) day.plusDays(1)
                        .datesUntil(upTo.plusDays(1))
                        .filter(this::isWorkingDay)
                        .count()
                : 0;
    }

    private static Instant midnight(LocalDate day) {
        return day.atStartOfDay(LONDON).toInstant();
    }
}
